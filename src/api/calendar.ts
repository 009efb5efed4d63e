// Private calendars: the one secret that stands in an address. It is in no log, and nothing here leads on from it.

import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import { fingerprintOf } from '../flows/fingerprint.ts'
import { createSecretReader } from '../flows/sign-in/guesses.ts'
import { calendarBehind, fetchCalendar, noteFetched } from '../flows/staff/own-calendar.ts'
import { clientAddress } from '../http/client-address.ts'
import { languageTerms } from '../i18n/terms.ts'
import { missing } from './access.ts'

export function calendarRoutes(deps: Deps) {
  const read = createSecretReader((secret) => calendarBehind(deps, secret))
  return new Hono().get('/calendar/:file', async (c) => {
    const client = clientAddress(c, deps.config)
    const found = await read(c.req.param('file').replace(/\.ics$/, ''), client)
    if (found && 'wait' in found) {
      c.header('Retry-After', String(found.wait))
      return c.json({ error: 'too-many' }, 429)
    }
    if (!found) return missing(c)
    const fetched = await fetchCalendar(deps, found, { client, languages: languageTerms })
    const tag = `"${await fingerprintOf(fetched.text)}"`
    c.header('ETag', tag)
    c.header('Cache-Control', 'private, no-cache')
    c.header('X-Robots-Tag', 'noindex')
    const known = c.req.header('If-None-Match')?.split(',') ?? []
    if (known.some((one) => one.trim().replace(/^W\//, '') === tag)) return c.body(null, 304)
    if (c.req.method !== 'HEAD') await noteFetched(deps, fetched)
    c.header('Content-Type', 'text/calendar; charset=utf-8')
    return c.body(fetched.text)
  })
}
