// Clients that take their time, on a real socket.

import { type AddressInfo, connect } from 'node:net'
import type { ServerType } from '@hono/node-server'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { endServing, listen } from '../../src/runtime/node/serve.ts'

let server: ServerType
beforeEach(async () => {
  const patience = { headers: 200, request: 400, checkEvery: 50 }
  const echo = async (request: Request) => new Response(await request.text())
  server = await listen(echo, 0, '127.0.0.1', patience)
})
afterEach(() => {
  server.close()
})

/** Writes some bytes and says how the server ended it, and after how many milliseconds. */
function send(first: string): Promise<{ said: string; after: number }> {
  const began = performance.now()
  return new Promise((resolve) => {
    const { port } = server.address() as AddressInfo
    const socket = connect(port, '127.0.0.1', () => socket.write(first))
    let said = ''
    socket.on('data', (data) => {
      said += data
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve({ said, after: performance.now() - began }))
  })
}

it.each([
  ['connections on which nothing is said', ''],
  ['headers that never end', 'POST /telegram HTTP/1.1\r\nHost: x\r\nX-A:'],
  ['a body that never comes', 'POST /telegram HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nab'],
])('%s are cut off', async (_, bytes) => {
  const { said, after } = await send(bytes)
  expect(said).toContain('408 Request Timeout')
  expect(after).toBeLessThan(5_000)
})

it('two hundred connections on which nothing is said are all cut off, and others answered meanwhile', async () => {
  const silent = Array.from({ length: 200 }, () => send(''))
  const { said } = await send('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
  expect(said).toContain('200 OK')
  const ends = await Promise.all(silent)
  expect(ends.filter((end) => !end.said.includes('408'))).toEqual([])
  expect(Math.max(...ends.map(({ after }) => after))).toBeLessThan(30_000)
})

it('what is under way at the end is answered, for as long as may be, and nothing new is taken', async () => {
  let begun = () => {}
  let go = () => {}
  const work = async () => {
    begun()
    await new Promise<void>((resolve) => {
      go = resolve
    })
    return new Response('done')
  }
  const asked = async (longest: number) => {
    const busy = await listen(work, 0, '127.0.0.1')
    const { port } = busy.address() as AddressInfo
    const arrived = new Promise<void>((resolve) => {
      begun = resolve
    })
    const answer = fetch(`http://127.0.0.1:${port}/`).then(
      (response) => response.text(),
      () => 'cut off',
    )
    await arrived
    const ended = endServing(busy, longest)
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow()
    return { answer, ended }
  }
  const patient = await asked(20_000)
  go()
  expect(await patient.answer).toBe('done')
  await patient.ended
  const hasty = await asked(100)
  await hasty.ended
  expect(await hasty.answer).toBe('cut off')
})

it('headers that are too large are refused', async () => {
  const { said } = await send(`GET / HTTP/1.1\r\nHost: x\r\nX-A: ${'a'.repeat(20_000)}\r\n\r\n`)
  expect(said).toContain('431')
})

it.each([
  'GET / HTTP/9.9\r\n\r\n',
  'nonsense\r\n\r\n',
  'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
])('%j is no request', async (bytes) => {
  expect((await send(bytes)).said).toContain('400 Bad Request')
})
