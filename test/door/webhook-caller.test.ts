import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createWebhookCaller } from '../../src/runtime/node/webhook-caller.ts'

let server: Server
let port: number
let heard: number
beforeEach(async () => {
  heard = 0
  server = createServer((request, response) => {
    heard += 1
    request.resume()
    if (request.url === '/moved') response.writeHead(307, { Location: '/' })
    response.end('x'.repeat(1000))
  })
  server.listen(0)
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})
afterEach(() => {
  server.close()
  server.closeAllConnections()
})

const call = (path: string, mayBePrivate: boolean) =>
  createWebhookCaller(mayBePrivate)({
    url: `http://localhost:${port}${path}`,
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
  })

it('calls where it may', async () => {
  expect(await call('/', true)).toEqual({ status: 200 })
  expect(heard).toBe(1)
})

it('does not connect to a name that leads into our own network', async () => {
  expect(await call('/', false)).toEqual({ fault: 'private-address' })
  expect(heard).toBe(0)
})

it('follows no redirect', async () => {
  expect(await call('/moved', true)).toEqual({ status: 307 })
  expect(heard).toBe(1)
})

it('waits for nobody who changes the protocol instead of answering', async () => {
  server.once('connection', (socket) => {
    socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n')
  })
  expect(await call('/', true)).toEqual({ fault: 'connection' })
})

it('says what went wrong, and never throws', async () => {
  const nobody = createWebhookCaller(true)({ url: 'http://127.0.0.1:1/', headers: {}, body: '' })
  expect(await nobody).toEqual({ fault: 'ECONNREFUSED' })
})
