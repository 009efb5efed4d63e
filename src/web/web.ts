// The door for everybody with a browser: the same talk as pages.

import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { routePath } from 'hono/route'
import type { Deps } from '../deps.ts'
import { decodeTap } from '../domain/dialog/tap-code.ts'
import type { Conversation } from '../flows/conversation/conversation.ts'
import { faultFields } from '../log.ts'
import { accessibilityRoutes } from './accessibility.ts'
import { BARRIER_PATH } from './barrier.ts'
import { createCrowdGuard } from './crowd/guard.ts'
import { SOLVER, SOLVER_PATH } from './crowd/solver.ts'
import { exitRoutes } from './exit.ts'
import { EXIT_PATH } from './exit-bar.ts'
import { forgetRoutes } from './forget.ts'
import { answer } from './frame.ts'
import { ownForms, sosHeaders, webHeaders } from './headers.ts'
import { kioskRoutes } from './kiosk.ts'
import { closedRoutes } from './landing.ts'
import { legalRoutes } from './legal-pages.ts'
import { lobbyRoutes } from './lobby.ts'
import { notOpenRoutes } from './not-open.ts'
import { pageSoundRoutes } from './page-sound.ts'
import { PICTURES } from './pictures.ts'
import { soundRoutes } from './player.ts'
import { poolRoutes } from './pool-answer.ts'
import { returnRoutes } from './return.ts'
import { SCRIPTS } from './scripts.ts'
import { PATIENCE, type Patience, sittings } from './sitting.ts'
import { sosRoutes } from './sos.ts'
import { ICON, STYLE, STYLE_PATH } from './style.ts'
import { talkRoutes } from './talk.ts'
import { saidIn, toldPage } from './told-page.ts'
import { voiceRoute } from './voice.ts'
import { withRoutes } from './with.ts'
import { zipped, zips } from './zipped.ts'

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
  if (compresses) app.use(zips)
  for (const path of QUIET) app.use(`${path}/*`, sosHeaders(deps.config))
  const headers = webHeaders(deps.config)
  app.use(async (c, next) => (isQuiet(c.req.path) ? await next() : await headers(c, next)))

  app.onError((fault, c) => {
    if (fault instanceof HTTPException && fault.status < 500) {
      return told(c, deps, { key: 'notice.older-button' }, 403)
    }
    const id = deps.newId().slice(0, 8)
    deps.log.error('request failed', { faultId: id, route: routePath(c), ...faultFields(fault) })
    // More is in hand than can be worked on: it goes through in a moment.
    const status = fault.name === 'TooBusy' ? 503 : 500
    return told(c, deps, { key: 'notice.fault', values: { id } }, status)
  })
  app.notFound((c) => told(c, deps, { key: 'page.missing' }, 404))

  const kept = (path: string, text: string, type: string, seconds = A_YEAR) =>
    app.get(path, (c) => {
      const immutable = seconds === A_YEAR ? ', immutable' : ''
      const control = `public, max-age=${seconds}${immutable}`
      return zipped(c, text, 200, { 'Content-Type': type, 'Cache-Control': control })
    })
  kept(STYLE_PATH, STYLE, 'text/css; charset=utf-8')
  kept('/icon.svg', ICON, 'image/svg+xml')
  for (const { path, text } of PICTURES.values()) kept(path, text, 'image/svg+xml')
  for (const { path, text } of Object.values(SCRIPTS)) {
    kept(path, text, 'text/javascript; charset=utf-8')
  }
  kept(SOLVER_PATH, SOLVER, 'text/javascript; charset=utf-8', 3600)
  app.use(async (c, next) => {
    await next()
    if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store')
  })
  app.use(sittings(deps, patience ?? PATIENCE))
  pageSoundRoutes(app, deps)
  exitRoutes(app, deps)
  sosRoutes(app, deps)
  const guard = createCrowdGuard(deps)
  app.use(BARRIER_PATH, guard, ownForms(publicUrl))
  accessibilityRoutes(app, deps)
  legalRoutes(app, deps)
  notOpenRoutes(app, deps)
  poolRoutes(app, deps)
  if (!deps.config.doors.web) {
    closedRoutes(app, deps)
    return app
  }
  app.use(guard)
  app.use(ownForms(publicUrl))
  kioskRoutes(app, deps, conversation)
  soundRoutes(app, deps, conversation)
  lobbyRoutes(app, deps, conversation)
  talkRoutes(app, deps, conversation)
  voiceRoute(app, deps, conversation)
  withRoutes(app, deps, conversation)
  forgetRoutes(app, deps, conversation)
  returnRoutes(app, deps, conversation)
  return app
}

/** From them nothing is sent, and they tell nobody anything. */
const QUIET = ['/sos', EXIT_PATH]

const isQuiet = (path: string) => QUIET.some((one) => path === one || path.startsWith(`${one}/`))

/** One sentence and the way on, in the language the address names, else in all. */
async function told(
  c: Context,
  deps: Deps,
  text: { key: string; values?: Record<string, string> },
  status: 403 | 404 | 500 | 503,
) {
  const tap = decodeTap(c.req.query('t') ?? '')?.tap
  const language = tap && 'language' in tap ? tap.language : c.req.query('lang')
  return answer(c, deps, await toldPage(deps, saidIn(deps, language, text), { href: '/' }), status)
}
