// Commands on a D1 that Cloudflare refuses: one line each, and asked again where it is only too often.

import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { runCommand } from '../../src/runtime/node/command-line.ts'
import { remoteD1 } from '../../src/store/engine/remote-d1-node.ts'

let server: Server
let asked: string[]
let answers: [status: number, body: string][]
let said: string

// Cloudflare at localhost: gives what stands first, and the last of them for ever.
beforeEach(async () => {
  asked = []
  server = createServer((request, response) => {
    asked.push(String(request.url))
    const [status, body] = (answers.length > 1 ? answers.shift() : answers[0]) ?? [500, '']
    response.writeHead(status, { 'content-type': 'application/json', 'retry-after': '0' }).end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const real = globalThis.fetch
  vi.stubGlobal('fetch', (url: string, init: RequestInit) =>
    real(url.replace('https://api.cloudflare.com', `http://127.0.0.1:${port}`), init),
  )
  said = ''
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    // Node warns in a process of many tests of what all of them listen to; a command's process has one.
    if (!/Warning/.test(String(text))) said += String(text)
    return true
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  process.exitCode = 0
  server.close()
})

const error = (code: number, message: string) =>
  JSON.stringify({ success: false, errors: [{ code, message }], result: null })

async function run(...words: string[]): Promise<string> {
  await runCommand(words, {
    DATABASE_URL: 'd1:0123456789abcdef0123456789abcdef/11111111-2222-3333-4444-555555555555',
    CLOUDFLARE_API_TOKEN: 'a-token',
    DATA_KEY: randomBytes(32).toString('base64'),
    TRIAL: 'yes',
  })
  expect(process.exitCode).toBe(1)
  return said
}

test.each([
  [401, error(10_000, 'Authentication error'), /^CLOUDFLARE_API_TOKEN: .+\n$/],
  [403, error(10_000, 'Authentication error'), /^CLOUDFLARE_API_TOKEN: .+\n$/],
  [404, error(7404, 'The database could not be found'), /^DATABASE_URL: .+no such D1.+\n$/],
  [502, '<html>', /^DATABASE_URL: .+\(502\)\n$/],
  [429, error(971, 'Please wait'), /^Cloudflare is asked too often.+\n$/],
])('%i is one line, whatever is asked of it', async (status, body, line) => {
  answers = [[status, body]]
  expect(await run('key', 'rotate')).toMatch(line)
  expect(asked.length).toBe(status === 429 ? 12 : 1)
})

test('nobody at the other end is one line', async () => {
  server.close()
  expect(await run('erase', 'due')).toMatch(/^DATABASE_URL: Cloudflare cannot be reached\n$/)
})

test('a backup says that D1 is no file, and asks nothing', async () => {
  expect(await run('backup', '/tmp/never.backup')).toMatch(/^DATABASE_URL: D1 is no file.+\n$/)
  expect(asked).toEqual([])
})

test('what is asked too often is asked again, and answered', async () => {
  const right = JSON.stringify({ success: true, errors: [], result: [{ results: [{ n: 1 }] }] })
  answers = [
    [429, error(971, 'Please wait')],
    [429, error(971, 'Please wait')],
    [200, right],
  ]
  const d1 = remoteD1({ account: 'a', database: 'b', token: 't' })
  expect(await d1.batch([d1.prepare('SELECT 1 AS n')])).toEqual([{ results: [{ n: 1 }] }])
  expect(asked.length).toBe(3)
})
