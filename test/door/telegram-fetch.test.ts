import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { createTelegramFetch } from '../../src/runtime/node/telegram-fetch.ts'

let server: Server
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

/** A server that answers a call, by its number, with what `answer` makes of the body. */
async function serve(answer: (body: string, call: number) => string | 'cut'): Promise<string> {
  let calls = 0
  server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    const said = answer(body, ++calls)
    if (said === 'cut') request.socket.destroy()
    else response.end(said)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const post = (body: string | AsyncIterable<Uint8Array>) => ({ method: 'POST', headers: {}, body })

it('carries a text and the stream of a form', async () => {
  const root = await serve((body) => JSON.stringify({ body }))
  const call = createTelegramFetch(root)
  expect(await (await call(`${root}/a`, post('سلام'))).json()).toEqual({ body: 'سلام' })
  const form = new Blob(['one ', 'two']).stream()
  expect(await (await call(`${root}/a`, post(form))).json()).toEqual({ body: 'one two' })
})

it('calls again where an idle connection was closed in that moment', async () => {
  const root = await serve((body, call) => (call === 2 ? 'cut' : JSON.stringify({ body, call })))
  const call = createTelegramFetch(root)
  await (await call(`${root}/a`, post('1'))).json()
  expect(await (await call(`${root}/a`, post('2'))).json()).toEqual({ body: '2', call: 3 })
})

it('fails where a new connection is cut, and where it is told to stop', async () => {
  const root = await serve(() => 'cut')
  const call = createTelegramFetch(root)
  await expect(call(`${root}/a`, post('1'))).rejects.toThrow()
  const stopped = { ...post('1'), signal: AbortSignal.abort() }
  await expect(call(`${root}/a`, stopped)).rejects.toThrow('aborted')
})

it('fails where the answer is no JSON, as a proxy may send', async () => {
  const root = await serve(() => '<html>502</html>')
  const response = await createTelegramFetch(root)(`${root}/a`, post('1'))
  await expect(response.json()).rejects.toThrow()
})
