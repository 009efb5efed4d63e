// All that people at a desk and case systems reach: the staff pages and the API.

import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import { createApi } from './api/api.ts'
import { createStaff } from './staff.ts'

/** Answers below /staff and /api. */
export function createDesk(deps: Deps): Hono {
  const app = new Hono()
  app.notFound((c) => c.json({ error: 'not-found' }, 404))
  app.route('/', createStaff(deps))
  app.route('/', createApi(deps))
  return app
}
