// Lotse with a clock that stands still, on a port of this machine: for a browser that walks its pages.

import { serve } from '@hono/node-server'
import type { BrowserContext } from 'playwright-core'
import { startLotse } from '../support/lotse.ts'

export type Served = Awaited<ReturnType<typeof servedLotse>>

/** Serves a Lotse of its own; `url` is its address. */
export async function servedLotse() {
  const lotse = await startLotse()
  const server = serve({ fetch: lotse.app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  const at = server.address()
  const port = at && typeof at === 'object' ? at.port : 0
  return {
    lotse,
    url: `http://localhost:${port}`,
    async stop() {
      server.close()
      if ('closeAllConnections' in server) server.closeAllConnections()
      await lotse.stop()
    },
  }
}

export type OnAPort = Awaited<ReturnType<typeof onAPort>>

/** What answers requests, at an address of its own. */
export async function onAPort(fetch: Parameters<typeof serve>[0]['fetch']) {
  const { promise, resolve } = Promise.withResolvers<number>()
  const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => resolve(port))
  return { url: `http://127.0.0.1:${await promise}`, close: () => server.close() }
}

/** The browser is another member of staff from now on: whoever has these cookies. */
export async function becomes(
  context: BrowserContext,
  root: string,
  jar: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  await context.clearCookies()
  const url = `${root}/staff`
  await context.addCookies([...jar].map(([name, value]) => ({ name, value, url })))
}
