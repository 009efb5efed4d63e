// The HTTP server on Node, with an end to every wait: a slow client holds nothing for long.

import { setTimeout as sleep } from 'node:timers/promises'
import { type ServerType, serve } from '@hono/node-server'
import { CannotStart } from './deps.ts'

/** How long a client may take, in milliseconds. */
type Patience = { headers: number; request: number; checkEvery: number }

// An update or a form is there within a second; half a minute is a telephone in a tunnel.
const PATIENCE: Patience = { headers: 10_000, request: 30_000, checkEvery: 5_000 }

/** Serves until closed. Throws {@link CannotStart} where the port is taken. */
export function listen(
  fetch: (request: Request, env: object) => Response | Promise<Response>,
  port: number,
  hostname: string,
  patience = PATIENCE,
): Promise<ServerType> {
  const serverOptions = {
    headersTimeout: patience.headers,
    requestTimeout: patience.request,
    connectionsCheckingInterval: patience.checkEvery,
    maxHeaderSize: 16 * 1024,
  }
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: fetch as never, port, hostname, serverOptions }, () =>
      resolve(server),
    )
    server.once('error', (fault: NodeJS.ErrnoException) => {
      reject(new CannotStart(`PORT: cannot listen on ${hostname}:${port} (${fault.code})`))
    })
  })
}

// How often connections that wait for another request are looked for.
const SWEPT_EVERY = 50

/** Takes no request any more, lets those under way end, for `longest` milliseconds at most, and closes. */
export async function endServing(server: ServerType, longest: number): Promise<void> {
  const ended = new Promise<void>((resolve) => server.close(() => resolve()))
  if (!('closeIdleConnections' in server)) return await ended
  const sweeping = setInterval(() => server.closeIdleConnections(), SWEPT_EVERY)
  const giveUp = new AbortController()
  await Promise.race([ended, sleep(longest, undefined, { signal: giveUp.signal }).catch(() => {})])
  giveUp.abort()
  clearInterval(sweeping)
  server.closeAllConnections()
}
