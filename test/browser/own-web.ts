// The pages for everybody on a port of their own, so that a test says how long a kiosk waits. Where the exit leads
// is another origin on the same port: no test asks the network.

import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Profile } from '../../src/domain/profile/profile.ts'
import { createConversation } from '../../src/flows/conversation/conversation.ts'
import { HARMLESS } from '../../src/web/exit.ts'
import type { Patience } from '../../src/web/sitting.ts'
import { createWeb } from '../../src/web/web.ts'
import { startLotse } from '../support/lotse.ts'

const HTML = { 'content-type': 'text/html', 'cache-control': 'no-store' }

/** Serves them until stopped, in Duisburg or another city. */
export async function serveWeb(patience?: Patience, profile?: Profile) {
  const lotse = await startLotse(profile ? { profile } : {})
  const conversation = createConversation(lotse.deps)
  const given = { deps: lotse.deps, conversation, compresses: false }
  const web = createWeb(patience ? { ...given, patience } : given)
  const { promise, resolve } = Promise.withResolvers<AddressInfo>()
  const referrers: (string | null)[] = []
  async function fetch(request: Request, env: object): Promise<Response> {
    if (new URL(request.url).pathname === '/harmless') {
      referrers.push(request.headers.get('referer'))
      return new Response('<title>Weather</title><h1>Sun</h1>', { headers: HTML })
    }
    const answer = await web.fetch(request, env)
    if (answer.headers.get('location') !== HARMLESS) return answer
    const headers = new Headers(answer.headers)
    headers.set('location', outside())
    return new Response(null, { status: answer.status, headers })
  }
  const outside = () => `http://localhost:${port}/harmless`
  const server = serve({ fetch: fetch as never, port: 0, hostname: '127.0.0.1' }, resolve)
  const { port } = await promise
  return {
    lotse,
    /** Where the exit leads, and what it was told of where people came from. */
    outside: outside(),
    referrers,
    url: `http://127.0.0.1:${port}`,
    async stop() {
      server.close()
      if ('closeAllConnections' in server) server.closeAllConnections()
      await lotse.stop()
    },
  }
}
