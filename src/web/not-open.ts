// What people read where nobody may come yet: in their language, or in all, with the numbers for danger one tap away.

import type { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import { decodeTap } from '../domain/dialog/tap-code.ts'
import { launchOpen } from '../flows/launch.ts'
import { answer } from './frame.ts'
import { saidIn, toldPage } from './told-page.ts'

export const NOT_OPEN_PATH = '/not-open'

/** The page; none where Lotse is open. */
export function notOpenRoutes(app: Hono, deps: Deps): void {
  app.get(NOT_OPEN_PATH, async (c) => {
    if ((await launchOpen(deps)).length === 0) return c.notFound()
    const tap = decodeTap(c.req.query('t') ?? '')?.tap
    const language = tap && 'language' in tap ? tap.language : c.req.query('lang')
    const said = saidIn(deps, language, { key: 'facts.not-open' })
    return answer(c, deps, await toldPage(deps, said, { href: '/sos' }), 503)
  })
}
