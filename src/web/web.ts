// The door for everybody with a browser: the same talk as pages.

import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { HTTPException } from 'hono/http-exception'
import type { Deps } from '../deps.ts'
import { decodeTap } from '../domain/dialog/tap-code.ts'
import type { Conversation } from '../flows/conversation/conversation.ts'
import { faultFields } from '../log.ts'
import { accessibilityRoutes } from './accessibility.ts'
import { exitRoutes } from './exit.ts'
import { EXIT_PATH } from './exit-bar.ts'
import { forgetRoutes } from './forget.ts'
import { answer } from './frame.ts'
import { ownForms, sosHeaders, webHeaders } from './headers.ts'
import { kioskRoutes } from './kiosk.ts'
import { closedRoutes } from './landing.ts'
import { lobbyRoutes } from './lobby.ts'
import { SCRIPTS } from './scripts.ts'
import { PATIENCE, type Patience, sittings } from './sitting.ts'
import { sosRoutes } from './sos.ts'
import { ICON, STYLE, STYLE_PATH } from './style.ts'
import { talkRoutes } from './talk.ts'
import { saidIn, toldPage } from './told-page.ts'

const LARGEST_FORM = 32 * 1024
const A_YEAR = 31_536_000

export type WebParts = {
  deps: Deps
  conversation: Conversation
  /** Answers go out compressed: where nothing before this server does it. */
  compresses: boolean
  /** How long a kiosk waits; only tests wait less. */
  patience?: Patience
}

/** Everything this door answers, unknown paths included. */
export function createWeb({ deps, conversation, compresses, patience }: WebParts): Hono {
  const app = new Hono()
  const { publicUrl } = deps.config
  if (compresses) app.use(compress())
  const quiet = ['/sos', EXIT_PATH]
  for (const path of quiet) app.use(path, sosHeaders(deps.config))
  const headers = webHeaders(deps.config)
  app.use(async (c, next) => (quiet.includes(c.req.path) ? await next() : await headers(c, next)))

  app.onError((fault, c) => {
    if (fault instanceof HTTPException && fault.status < 500) {
      return told(c, deps, { key: 'notice.older-button' }, fault.status === 413 ? 413 : 403)
    }
    const id = deps.newId().slice(0, 8)
    deps.log.error('request failed', { faultId: id, route: c.req.routePath, ...faultFields(fault) })
    // More is in hand than can be worked on: it goes through in a moment.
    const status = fault.name === 'TooBusy' ? 503 : 500
    return told(c, deps, { key: 'notice.fault', values: { id } }, status)
  })
  app.notFound((c) => told(c, deps, { key: 'page.missing' }, 404))

  const kept = (path: string, text: string, type: string) =>
    app.get(path, (c) =>
      c.body(text, 200, {
        'Content-Type': type,
        'Cache-Control': `public, max-age=${A_YEAR}, immutable`,
      }),
    )
  kept(STYLE_PATH, STYLE, 'text/css; charset=utf-8')
  kept('/icon.svg', ICON, 'image/svg+xml')
  for (const { path, text } of Object.values(SCRIPTS)) {
    kept(path, text, 'text/javascript; charset=utf-8')
  }
  app.use(async (c, next) => {
    await next()
    if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store')
  })
  app.use(sittings(deps, patience ?? PATIENCE))
  app.use(ownForms(publicUrl))
  app.use(bodyLimit({ maxSize: LARGEST_FORM }))
  exitRoutes(app, deps)
  sosRoutes(app, deps)
  accessibilityRoutes(app, deps)
  if (!deps.config.doors.web) {
    closedRoutes(app, deps)
    return app
  }
  kioskRoutes(app, deps, conversation)
  lobbyRoutes(app, deps, conversation)
  talkRoutes(app, deps, conversation)
  forgetRoutes(app, deps, conversation)
  return app
}

/** One sentence and the way on, in the language the address names, else in all. */
function told(
  c: Context,
  deps: Deps,
  text: { key: string; values?: Record<string, string> },
  status: 403 | 404 | 413 | 500 | 503,
) {
  const tap = decodeTap(c.req.query('t') ?? '')?.tap
  const language = tap && 'language' in tap ? tap.language : c.req.query('lang')
  return answer(c, deps, toldPage(deps, saidIn(deps, language, text), { href: '/' }), status)
}
