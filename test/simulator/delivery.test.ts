import { describe, expect, it } from 'vitest'
import type { Update } from '../../src/simulator/wire.ts'
import { createActor } from '../support/actor.ts'
import { start } from './start.ts'

const URL = 'https://bot.example/telegram'

/** A bot that keeps what it gets and answers with the statuses given, then with 200. */
function webhook(...statuses: number[]) {
  const got: { update: Update; secret: string | null }[] = []
  const simulator = start((_, init) => {
    const secret = new Headers(init.headers).get('x-telegram-bot-api-secret-token')
    got.push({ update: JSON.parse(String(init.body)), secret })
    const status = statuses.shift() ?? 200
    if (status === 0) throw new TypeError('fetch failed')
    return new Response('', { status })
  })
  const texts = () => got.map(({ update }) => update.message?.text)
  return { ...simulator, got, texts }
}

describe('A webhook', () => {
  it('gets each update with the secret, with ids that grow', async () => {
    const { call, world, got } = webhook()
    await call('setWebhook', { url: URL, secret_token: 'sesame' })
    const user = createActor(world)
    await user.sends('/start')
    await user.sends('hello')
    expect(got.map(({ secret }) => secret)).toEqual(['sesame', 'sesame'])
    const [first, second] = got.map(({ update }) => update.update_id)
    expect(second).toBe(Number(first) + 1)
    expect(got[0]?.update.message).toMatchObject({
      text: '/start',
      entities: [{ type: 'bot_command', offset: 0, length: 6 }],
    })
  })

  it('gets an update again after 5xx or a broken connection, later each time', async () => {
    const { call, world, texts, waits } = webhook(500, 0, 503)
    await call('setWebhook', { url: URL })
    await createActor(world).sends('hi')
    expect(texts()).toEqual(['hi', 'hi', 'hi', 'hi'])
    expect(waits).toEqual([1000, 2000, 4000])
    expect((await call('getWebhookInfo')).result).toMatchObject({
      url: URL,
      pending_update_count: 0,
      last_error_message: expect.stringMatching(/503/),
    })
  })

  it('is left alone after a 4xx, and in the end after too many failures', async () => {
    const { call, world, texts, waits } = webhook(401, ...Array(12).fill(500))
    await call('setWebhook', { url: URL })
    const user = createActor(world)
    await user.sends('refused')
    expect(texts()).toEqual(['refused'])
    await user.sends('failing')
    expect(texts()).toHaveLength(13)
    expect(Math.max(...waits)).toBe(60_000)
    await user.sends('fine')
    expect(texts().at(-1)).toBe('fine')
  })

  it('gets the updates of one chat in order, while another chat does not wait', async () => {
    const log: string[] = []
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const simulator = start(async (_, init) => {
      const { message } = JSON.parse(String(init.body)) as Update
      if (message?.text === 'slow') await held
      log.push(message?.text ?? '')
      return new Response('')
    })
    await simulator.call('setWebhook', { url: URL })
    const [amal, azad] = [createActor(simulator.world), createActor(simulator.world)]
    const talk = Promise.all([amal.sends('slow'), amal.sends('after')])
    await azad.sends('other')
    expect(log).toEqual(['other'])
    release()
    await talk
    expect(log).toEqual(['other', 'slow', 'after'])
  })

  it('gets the last update once more when told so', async () => {
    const { call, world, got } = webhook()
    await call('setWebhook', { url: URL })
    await createActor(world).sends('hi')
    await world.delivery.again()
    expect(got[0]?.update).toEqual(got[1]?.update)
  })

  it('is not told what it did not ask for', async () => {
    const { call, world, got } = webhook()
    await call('setWebhook', { url: URL, allowed_updates: ['callback_query'] })
    await createActor(world).sends('hi')
    expect(got).toEqual([])
  })

  it('may answer with a method call', async () => {
    const reply = { method: 'sendMessage', chat_id: 7_000_001, text: 'pong' }
    const { call, world } = start(() => Response.json(reply))
    await call('setWebhook', { url: URL })
    const user = createActor(world)
    await user.sends('ping')
    user.sees('pong')
  })

  it('gets what waited for it, unless told to drop that', async () => {
    const { call, world, texts } = webhook()
    const user = createActor(world, { patienceMs: 1 })
    await expect(user.sends('early')).rejects.toThrow(/did not settle/)
    expect((await call('getWebhookInfo')).result).toMatchObject({
      url: '',
      pending_update_count: 1,
    })
    await call('setWebhook', { url: URL })
    await expect.poll(texts).toEqual(['early'])
    await call('deleteWebhook')
    await expect(user.sends('lost')).rejects.toThrow(/did not settle/)
    await call('setWebhook', { url: URL, drop_pending_updates: true })
    await user.sends('kept')
    expect(texts()).toEqual(['early', 'kept'])
  })
})

describe('getUpdates', () => {
  it('waits for an update, hands it out until it is confirmed, and settles the act then', async () => {
    const { call, world } = start()
    const user = createActor(world)
    const polled = call('getUpdates', { timeout: 30 })
    await new Promise((resolve) => setTimeout(resolve, 5))
    let settled = false
    const act = user.sends('hi').then(() => {
      settled = true
    })
    const [update] = (await polled).result as Update[]
    expect(update?.message?.text).toBe('hi')
    expect((await call('getUpdates')).result).toEqual([update])
    expect(settled).toBe(false)
    const after = { offset: Number(update?.update_id) + 1 }
    expect((await call('getUpdates', after)).result).toEqual([])
    await act
  })

  it('is refused with 409 beside a webhook and ended by one, or by a second call', async () => {
    const { call } = start()
    const first = call('getUpdates', { timeout: 30 })
    await new Promise((resolve) => setTimeout(resolve, 5))
    const second = call('getUpdates', { timeout: 30 })
    expect(await first).toMatchObject({
      status: 409,
      description: expect.stringMatching(/terminated by other getUpdates/),
    })
    await call('setWebhook', { url: URL })
    expect(await second).toMatchObject({
      status: 409,
      description: 'Conflict: terminated by setWebhook request',
    })
    expect(await call('getUpdates')).toMatchObject({
      status: 409,
      description: expect.stringMatching(/while webhook is active/),
    })
  })
})
