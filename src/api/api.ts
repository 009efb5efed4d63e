// /api/v1: for case systems and statistics. JSON in, JSON out, a token for every request.

import { type Context, Hono } from 'hono'
import { etag } from 'hono/etag'
import type { Deps } from '../deps.ts'
import { mayEver } from '../domain/people/rights.ts'
import { RECORD_VERSION, recordJsonSchema } from '../domain/questionnaire/record.ts'
import { type Caller, noteRefusedRoute } from '../flows/staff/caller.ts'
import { readToken } from '../flows/staff/tokens.ts'
import { clientAddress } from '../http/client-address.ts'
import { faultFields } from '../log.ts'
import { openApi } from './openapi.ts'
import type { ApiRoute } from './route.ts'
import { apiRoutes } from './routes.ts'

export function createApi(deps: Deps): Hono {
  const app = new Hono().basePath('/api')

  app.onError((fault, c) => {
    const faultId = deps.newId().slice(0, 8)
    deps.log.error('api failed', { faultId, route: c.req.routePath, ...faultFields(fault) })
    return c.json({ error: 'fault', faultId }, 500)
  })
  app.use(async (c, next) => {
    await next()
    c.header('X-Content-Type-Options', 'nosniff')
  })
  app.get('/openapi.json', (c) => c.json(openApi(apiRoutes, `${baseOf(deps, c)}/api/v1`)))
  for (const name of ['intake', `intake.v${RECORD_VERSION}`]) {
    app.get(`/${name}.schema.json`, (c) => c.json(recordJsonSchema()))
  }
  app.use('/v1/*', etag(), async (c, next) => {
    await next()
    // A cache may keep it for its owner, but has to ask whether it still holds.
    c.header('Cache-Control', 'private, no-cache')
  })
  for (const route of apiRoutes) {
    app.get(`/v1${route.path.replace(/\{(\w+)\}/g, ':$1')}`, (c) => answered(route, c, deps))
  }
  app.all('/v1/*', async (c) =>
    (await readToken(deps, c.req.header('authorization')))
      ? c.json({ error: 'not-found' }, 404)
      : stranger(c),
  )
  return app
}

async function answered(route: ApiRoute, c: Context, deps: Deps): Promise<Response> {
  const holder = await readToken(deps, c.req.header('authorization'))
  if (!holder) {
    deps.log.warn('stranger refused', { route: `/api/v1${route.path}` })
    return stranger(c)
  }
  const caller: Caller = { ...holder, client: clientAddress(c) }
  if (!mayEver(caller, route.action)) {
    await noteRefusedRoute(deps, caller, `api ${route.path}`)
    return c.json({ error: 'forbidden' }, 403)
  }
  const query = route.query.safeParse(c.req.query())
  if (!query.success) {
    const faults = query.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    return c.json({ error: 'bad-request', faults }, 400)
  }
  const answer = await route.handle({ c, deps, caller, query: query.data })
  return answer === null ? c.json({ error: 'not-found' }, 404) : c.json(answer)
}

function stranger(c: Context): Response {
  return c.json({ error: 'unauthorized' }, 401, { 'WWW-Authenticate': 'Bearer realm="lotse"' })
}

function baseOf({ config }: Deps, c: Context): string {
  return config.publicUrl ?? new URL(c.req.url).origin
}
