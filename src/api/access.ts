// What every route of the API does first: whose token it is, what its role may, what the query says.

import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { validator } from 'hono-openapi'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import type { AuditAction } from '../domain/people/audit.ts'
import { type Action, mayEver } from '../domain/people/rights.ts'
import { type Actor, noteRefusedRoute, noteSeen, type Seen } from '../flows/staff/actor.ts'
import { createTokenReader, type TokenHolder } from '../flows/staff/read-token.ts'
import { clientAddress } from '../http/client-address.ts'

/** What a route knows once it has let somebody in. */
export type ApiEnv = {
  Variables: {
    holder: TokenHolder | null
    actor: Actor
    shows?: { action: AuditAction; records: readonly Seen[] }
  }
}

/** Reads the token of each request, and has whoever goes on sending wrong ones wait. */
export function identified(deps: Deps) {
  const read = createTokenReader(deps)
  return createMiddleware<ApiEnv>(async (c, next) => {
    const found = await read(c.req.header('authorization'), clientAddress(c, deps.config))
    if (found && 'wait' in found) {
      c.header('Retry-After', String(found.wait))
      return c.json({ error: 'too-many' }, 429)
    }
    c.set('holder', found)
    return await next()
  })
}

/** Notes what a route `shows` once it is known that it is sent: nothing of it goes out with a 304. */
export const noteSent = (deps: Deps) =>
  createMiddleware<ApiEnv>(async (c, next) => {
    await next()
    const shows = c.get('shows')
    if (!shows || !c.res.ok || c.req.method === 'HEAD') return
    await noteSeen(deps, c.get('actor'), shows.action, shows.records)
  })

/** Lets in whose role may ever do this; that somebody else knocked is noted down. */
export const allowed = (deps: Deps, action: Action) =>
  createMiddleware<ApiEnv>(async (c, next) => {
    const path = c.req.routePath.replace('/api/v1/', '').replace(/:(\w+)/g, '{$1}')
    const holder = c.get('holder')
    if (!holder) {
      deps.log.warn('stranger refused', { route: `/api/v1/${path}` })
      return stranger(c)
    }
    const actor: Actor = { ...holder, client: clientAddress(c, deps.config) }
    if (!mayEver(actor, action)) {
      await noteRefusedRoute(deps, actor, `api /${path}`)
      return c.json({ error: 'forbidden' }, 403)
    }
    c.set('actor', actor)
    return await next()
  })

/** Reads the query; what is missing, wrong or not in the schema is refused, each by its name. */
export const queried = <Schema extends z.ZodObject>(schema: Schema) =>
  validator('query', schema, (read, c: Context) => {
    if (read.success) return
    const faults = read.error.map(({ path, message }) => `${path?.join('.')}: ${message}`)
    return c.json({ error: 'bad-request', faults }, 400)
  })

export const missing = (c: Context): Response => c.json({ error: 'not-found' }, 404)

export function stranger(c: Context): Response {
  return c.json({ error: 'unauthorized' }, 401, { 'WWW-Authenticate': 'Bearer realm="lotse"' })
}
