// Lotse with a clock that stands still, on a port of this machine: for a browser that walks its pages.

import { serve } from '@hono/node-server'
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
