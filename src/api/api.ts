// /api/v1: for case systems and statistics. JSON in, JSON out, a token for every request.

import { type Context, Hono } from 'hono'
import { etag } from 'hono/etag'
import { secureHeaders } from 'hono/secure-headers'
import type { Deps } from '../deps.ts'
import { RECORD_VERSION, recordJsonSchema } from '../domain/questionnaire/record.ts'
import { faultFields } from '../log.ts'
import { type ApiEnv, identified, missing, noteSent, stranger } from './access.ts'
import { appointmentRoutes } from './appointments.ts'
import { calendarRoutes } from './calendar.ts'
import { documentOf } from './document.ts'
import { intakeRoutes } from './intakes.ts'
import { utilisationRoutes } from './utilisation.ts'

export function createApi(deps: Deps): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>().basePath('/api')
  const routes = new Hono<ApiEnv>()
    .route('/', intakeRoutes(deps))
    .route('/', appointmentRoutes(deps))
    .route('/', utilisationRoutes(deps))

  app.onError((fault, c) => {
    const faultId = deps.newId().slice(0, 8)
    deps.log.error('api failed', { faultId, route: c.req.routePath, ...faultFields(fault) })
    return c.json({ error: 'fault', faultId }, 500)
  })
  app.use(
    secureHeaders({
      contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
      strictTransportSecurity: deps.config.publicUrl?.startsWith('https://')
        ? 'max-age=31536000'
        : false,
    }),
  )
  app.get('/openapi.json', async (c) =>
    c.json(await documentOf(routes, `${baseOf(deps, c)}/api/v1`)),
  )
  for (const name of ['intake', `intake.v${RECORD_VERSION}`]) {
    app.get(`/${name}.schema.json`, (c) => c.json(recordJsonSchema()))
  }
  app.route('/', calendarRoutes(deps))
  app.use('/v1/*', identified(deps))
  // Outside of `etag`, which says whether anything is sent at all.
  app.use('/v1/*', noteSent(deps), etag(), async (c, next) => {
    await next()
    // A cache may keep it for its owner, but has to ask whether it still holds; what somebody said it keeps not at all.
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'private, no-cache')
  })
  app.route('/v1', routes)
  app.all('/v1/*', (c) => {
    if (!c.get('holder')) return stranger(c)
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return missing(c)
    return c.json({ error: 'read-only' }, 405, { Allow: 'GET, HEAD' })
  })
  return app
}

function baseOf({ config }: Deps, c: Context): string {
  return config.publicUrl ?? new URL(c.req.url).origin
}
