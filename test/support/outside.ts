// What lies outside a city's network, as Lotse's tests know it: hosts whose names nobody here resolves, reached
// through a forward proxy alone, which keeps a list.

import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import { createServer as createSecure } from 'node:https'
import { type AddressInfo, connect, type Server } from 'node:net'
import { text } from 'node:stream/consumers'

/** The certificate of every host outside, for NODE_EXTRA_CA_CERTS; made by `openssl req -x509`, good for tests alone. */
export const OUTSIDE_PEM = new URL('./outside.pem', import.meta.url).pathname

/** What a host outside says to a request: a status and JSON. */
type Says = (request: IncomingMessage, body: string) => { status: number; body: unknown }

/**
 * @param says what the hosts outside answer
 * @param admits whether the proxy lets somebody in who shows this as `Proxy-Authorization`
 */
export async function startOutside(
  says: Says,
  admits: (shown: string | undefined) => boolean = () => true,
) {
  const pem = readFileSync(OUTSIDE_PEM)
  const heard: string[] = []
  const hosts = createSecure({ cert: pem, key: pem }, async (request, answer) => {
    const body = await text(request)
    heard.push(`${request.method} ${request.headers.host}${request.url}`)
    const said = says(request, body)
    answer.writeHead(said.status, { 'content-type': 'application/json' })
    answer.end(JSON.stringify(said.body))
  })
  const tunnels: string[] = []
  const proxy = createServer((request, answer) => {
    tunnels.push(`plain ${request.url}`)
    answer.writeHead(400).end()
  })
  proxy.on('connect', (request, client, head) => {
    client.on('error', () => client.destroy())
    if (!admits(request.headers['proxy-authorization'])) {
      client.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n')
      return
    }
    tunnels.push(request.url ?? '')
    const there = connect(portOf(hosts), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      there.write(head)
      there.pipe(client).pipe(there)
    })
    there.on('error', () => client.destroy())
    client.on('close', () => there.destroy())
  })
  for (const server of [hosts, proxy]) {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
  }
  return {
    /** `host:port` of its own, without a name and password. */
    proxyAt: `127.0.0.1:${portOf(proxy)}`,
    /** Each tunnel that was asked for, as `host:port`. */
    tunnels,
    /** Each request that arrived outside, as `POST host/path`. */
    heard,
    stop() {
      for (const server of [hosts, proxy]) {
        server.close()
        server.closeAllConnections()
      }
    },
  }
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port
