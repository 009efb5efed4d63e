import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { HttpError, InputFile } from 'grammy/web'
import { afterEach, expect, it } from 'vitest'
import { createTelegramWay, telegramAt } from '../../src/runtime/node/telegram-way.ts'
import { createApi } from '../../src/telegram/bot.ts'

let server: Server
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

/** A server that answers a call, by its number, with what `answer` makes of the body; `begins`: but for its end. */
async function serve(
  answer: (body: string, call: number) => string | 'cut' | 'never',
  begins = false,
): Promise<string> {
  let calls = 0
  server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    const said = answer(body, ++calls)
    if (said === 'cut') request.socket.destroy()
    else if (said !== 'never') response.end(said)
    else if (begins) response.write('{"ok":')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const post = (body: string | AsyncIterable<Uint8Array>) => ({ method: 'POST', headers: {}, body })

it('carries a text and the stream of a form', async () => {
  const root = await serve((body) => JSON.stringify({ body }))
  const { fetch: call } = createTelegramWay(root)
  expect(await (await call(`${root}/a`, post('سلام'))).json()).toEqual({ body: 'سلام' })
  const form = new Blob(['one ', 'two']).stream()
  expect(await (await call(`${root}/a`, post(form))).json()).toEqual({ body: 'one two' })
})

it('calls again where an idle connection was closed in that moment', async () => {
  const root = await serve((body, call) => (call === 2 ? 'cut' : JSON.stringify({ body, call })))
  const { fetch: call } = createTelegramWay(root)
  await (await call(`${root}/a`, post('1'))).json()
  expect(await (await call(`${root}/a`, post('2'))).json()).toEqual({ body: '2', call: 3 })
})

it('fails where a new connection is cut, and where it is told to stop', async () => {
  const root = await serve(() => 'cut')
  const { fetch: call } = createTelegramWay(root)
  await expect(call(`${root}/a`, post('1'))).rejects.toThrow()
  const stopped = { ...post('1'), signal: AbortSignal.abort() }
  await expect(call(`${root}/a`, stopped)).rejects.toThrow('aborted')
})

it('fails where the answer is no JSON, as a proxy may send', async () => {
  const root = await serve(() => '<html>502</html>')
  const response = await createTelegramWay(root).fetch(`${root}/a`, post('1'))
  await expect(response.json()).rejects.toThrow()
})

const apiAt = (root: string, longest?: number) =>
  createApi(telegramAt('4242:secret', root, undefined, longest))
const ok = (result: unknown) => JSON.stringify({ ok: true, result })

it('posts what is JSON alone, and a file as a form', async () => {
  const root = await serve((body) => ok({ message_id: 5, body }))
  const api = apiAt(root)
  const sent = await api.sendMessage(7, 'سلام', { parse_mode: 'HTML' })
  expect(sent).toEqual({
    message_id: 5,
    body: JSON.stringify({ chat_id: 7, text: 'سلام', parse_mode: 'HTML' }),
  })
  const file = await api.sendDocument(7, new InputFile(new Uint8Array([65]), 'a.ics'))
  expect(JSON.stringify(file)).toContain('filename=a.ics')
})

it('tells a refusal from a connection that failed, and names no token', async () => {
  const refusal = { ok: false, error_code: 403, description: 'Forbidden: bot was blocked' }
  const root = await serve((body) => (body.includes('cut') ? 'cut' : JSON.stringify(refusal)))
  const api = apiAt(root)
  await expect(api.sendMessage(7, 'x')).rejects.toMatchObject({
    name: 'GrammyError',
    error_code: 403,
  })
  const fault = await api.sendMessage(7, 'cut').catch((one: unknown) => one)
  expect(fault).toBeInstanceOf(HttpError)
  expect(String(fault)).not.toContain('secret')
})

it('gives up a call that is not answered, or not to its end', async () => {
  for (const begins of [false, true]) {
    const root = await serve(() => 'never', begins)
    await expect(apiAt(root, 100).sendMessage(7, 'x')).rejects.toBeInstanceOf(HttpError)
    server.closeAllConnections()
  }
})
