// The door for everybody with a browser: the same talk as pages.

import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { HTTPException } from 'hono/http-exception'
import type { Deps } from '../deps.ts'
import { decodeTap } from '../domain/dialog/tap-code.ts'
import type { Conversation } from '../flows/conversation/conversation.ts'
import { faultFields } from '../log.ts'
import { forgetRoutes } from './forget.ts'
import { answer } from './frame.ts'
import { ownForms, sosHeaders, webHeaders } from './headers.ts'
import { lobbyRoutes } from './lobby.ts'
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
}

/** Everything this door answers, unknown paths included. */
export function createWeb({ deps, conversation, compresses }: WebParts): Hono {
  const app = new Hono()
  const { publicUrl } = deps.config
  if (compresses) app.use(compress())
  app.use('/sos', sosHeaders)
  const headers = webHeaders(publicUrl)
  app.use(async (c, next) => (c.req.path === '/sos' ? await next() : await headers(c, next)))

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

  const kept = { 'Cache-Control': `public, max-age=${A_YEAR}, immutable` }
  app.get(STYLE_PATH, (c) =>
    c.body(STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8', ...kept }),
  )
  app.get('/icon.svg', (c) => c.body(ICON, 200, { 'Content-Type': 'image/svg+xml', ...kept }))
  app.use(async (c, next) => {
    await next()
    if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store')
  })
  app.use(ownForms(publicUrl))
  app.use(bodyLimit({ maxSize: LARGEST_FORM }))
  sosRoutes(app, deps)
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
