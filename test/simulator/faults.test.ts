import { once } from 'node:events'
import { serve } from '@hono/node-server'
import { describe, expect, it, vi } from 'vitest'
import { createFaults } from '../../src/simulator/faults.ts'
import { start, TOKEN } from './start.ts'

function ready() {
  const simulator = start()
  const chat_id = simulator.acquaintance().chat.id
  return {
    ...simulator,
    chat_id,
    send: () => simulator.call('sendMessage', { chat_id, text: 'hi' }),
  }
}

describe('A fault', () => {
  it('answers 429 with the seconds to wait, as often as told', async () => {
    const { world, send } = ready()
    world.faults.add({ method: 'sendMessage', status: 429, retryAfter: 3, times: 1 })
    expect(await send()).toMatchObject({
      status: 429,
      description: 'Too Many Requests: retry after 3',
      parameters: { retry_after: 3 },
    })
    expect((await send()).ok).toBe(true)
  })

  it('hits only the method and the chat it names, after those it lets pass', async () => {
    const { world, send, call, acquaintance, chat_id } = ready()
    const other = acquaintance('Azad').chat.id
    world.faults.add({ method: ['sendMessage', 'getMe'], chat: chat_id, skip: 1, status: 500 })
    expect((await send()).ok).toBe(true)
    expect((await send()).description).toBe('Internal Server Error')
    expect((await call('sendMessage', { chat_id: other, text: 'hi' })).ok).toBe(true)
    expect((await call('getMe')).ok).toBe(true)
  })

  it('answers 403 in its own words and can be taken back', async () => {
    const { world, send } = ready()
    const description = 'Forbidden: user is deactivated'
    const lift = world.faults.add({ status: 403, description })
    expect(await send()).toMatchObject({ status: 403, description })
    lift()
    expect((await send()).ok).toBe(true)
    world.faults.add({ status: 403 })
    world.faults.clear()
    expect((await send()).ok).toBe(true)
  })

  it('is slow without failing', async () => {
    const { world, send, waits } = ready()
    world.faults.add({ delayMs: 2000 })
    expect((await send()).ok).toBe(true)
    expect(waits).toEqual([2000])
  })

  it('cuts the connection before the call is carried out, or after', async () => {
    const { world, telegramFetch, chat_id } = ready()
    const url = `https://api.telegram.org/bot${TOKEN}/sendMessage?chat_id=${chat_id}&text=hi`
    const messages = world.chats.find(chat_id).messages
    world.faults.add({ drop: 'before', times: 1 })
    await expect(telegramFetch(url)).rejects.toThrow('connection cut')
    expect(messages.size).toBe(1)
    world.faults.add({ drop: 'after', times: 1 })
    await expect(telegramFetch(url)).rejects.toThrow('connection cut')
    expect(messages.size).toBe(2)
  })

  it('cuts a connection over HTTP too', async () => {
    // The server says so as well; nothing else may.
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { world, api } = ready()
    const server = serve({ fetch: api.fetch, port: 0, hostname: '127.0.0.1' })
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    world.faults.add({ drop: 'before' })
    const call = fetch(`http://127.0.0.1:${port}/bot${TOKEN}/getMe`).then((answer) => answer.json())
    await expect(call).rejects.toThrow()
    expect(said.mock.calls).toEqual([[expect.objectContaining({ message: 'connection cut' })]])
    server.close()
  })

  it('comes with the probability given', async () => {
    const rolls = [0.2, 0.9, 0.2]
    const faults = createFaults(
      async () => {},
      () => rolls.shift() ?? 1,
    )
    faults.add({ probability: 0.5, status: 500 })
    const outcome = () => faults.around('getMe', undefined, () => 'ok').catch(() => 'failed')
    expect([await outcome(), await outcome(), await outcome()]).toEqual(['failed', 'ok', 'failed'])
  })
})
