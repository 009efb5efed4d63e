// The staff pages as one app: every request passes the same guard before its route sees it.

import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import type { Deps } from '../deps.ts'
import { createSignIn, type SignIn } from '../flows/sign-in/sign-in.ts'
import { isOwnOrigin } from '../http/own-origin.ts'
import { faultFields } from '../log.ts'
import { calendars } from './account/calendars-routes.ts'
import { passkeys } from './account/passkeys-routes.ts'
import { account } from './account/routes.ts'
import { accounts } from './accounts/routes.ts'
import { audit } from './audit/routes.ts'
import { barriers } from './barriers/routes.ts'
import { callers } from './callers/routes.ts'
import { calls } from './calls/routes.ts'
import { caseSheet } from './case-sheet/routes.ts'
import { centres } from './centres/routes.ts'
import { closures } from './closures/routes.ts'
import { day } from './day/routes.ts'
import { facts } from './facts/routes.ts'
import { show } from './frame/answers.ts'
import { guarded, languageOf, unknown } from './frame/guard.ts'
import { staffHeaders } from './frame/headers.ts'
import { messagePage } from './frame/message.ts'
import type { Feature } from './frame/route.ts'
import { icon, style } from './frame/style.ts'
import { wordsOf } from './frame/words.ts'
import { interpreting } from './interpreting/routes.ts'
import { mappings } from './mappings/routes.ts'
import { message } from './message/routes.ts'
import { notices } from './notices/routes.ts'
import { open } from './open/routes.ts'
import { oversight } from './oversight/routes.ts'
import { posters } from './posters/routes.ts'
import { quarter } from './quarter/routes.ts'
import { record } from './record/routes.ts'
import { referral } from './referral/routes.ts'
import { requests } from './requests/routes.ts'
import { provider } from './sign-in/provider-routes.ts'
import { signIn } from './sign-in/routes.ts'
import { templates } from './templates/routes.ts'
import { times } from './times/routes.ts'
import { tokens } from './tokens/routes.ts'
import { undeliveredMessages } from './undelivered/routes.ts'
import { utilisation } from './utilisation/routes.ts'
import { voices } from './voices/routes.ts'
import { webhooks } from './webhooks/routes.ts'
import { week } from './week/routes.ts'

/** Every folder of pages, those with a link in the order of the navigation. */
const features: readonly Feature[] = [
  signIn,
  provider,
  account,
  passkeys,
  calendars,
  day,
  week,
  requests,
  record,
  message,
  times,
  referral,
  caseSheet,
  calls,
  callers,
  interpreting,
  utilisation,
  quarter,
  open,
  barriers,
  closures,
  notices,
  undeliveredMessages,
  posters,
  voices,
  audit,
  oversight,
  accounts,
  tokens,
  webhooks,
  centres,
  facts,
  templates,
  mappings,
]

/** Every route, for the app and for the tests that knock at each of them. */
export const staffRoutes = features.flatMap(({ routes }) => routes)

const links = features.flatMap(({ link }) => link ?? [])
// Who counsels at a centre for a year of weeks is one form.
const LARGEST_FORM = 256 * 1024

/** Signing in is opened at the first request, since a Worker may not wait before one. */
export function createStaff(deps: Deps): Hono {
  const app = new Hono().basePath('/staff')
  let opening: Promise<SignIn> | undefined
  const house = async () => {
    opening ??= createSignIn(deps).catch((fault) => {
      opening = undefined
      throw fault
    })
    return { deps, signIn: await opening, links, routes: staffRoutes, fetch: app.fetch }
  }

  app.use(staffHeaders(deps.config))
  app.use(async (c, next) => {
    await next()
    if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store')
  })
  const outside = (c: Context) => {
    const language = languageOf(c)
    const words = wordsOf(language)
    const nobody = { staff: null, formToken: '', list: '', demo: false, trial: deps.config.trial }
    return { ...nobody, language, words, path: c.req.path, links, version: deps.version }
  }
  const tooLarge = (c: Context) => {
    const frame = outside(c)
    const { tooLarge, tooLargeTitle } = frame.words
    return show({ c, frame }, tooLargeTitle, messagePage(tooLargeTitle, tooLarge), 413)
  }
  // A form of another site, or of this one under a name that is not the one it is set to.
  let isTold = false
  const elsewhere = (c: Context) => {
    if (!isTold) deps.log.warn('form from another address', { route: c.req.routePath })
    isTold = true
    const frame = outside(c)
    const title = frame.words.otherAddressTitle
    const text = frame.words.say('otherAddress', { url: deps.config.publicUrl ?? '' })
    return show({ c, frame }, title, messagePage(title, text), 403)
  }
  app.onError((fault, c) => {
    if (fault instanceof HTTPException)
      return fault.status === 403 ? elsewhere(c) : fault.getResponse()
    const faultId = deps.newId().slice(0, 8)
    const told = { faultId, route: c.req.routePath, ...faultFields(fault) }
    deps.log.error('staff request failed', told)
    const frame = outside(c)
    const { fault: text, faultTitle } = frame.words
    return show({ c, frame }, faultTitle, messagePage(faultTitle, `${text} ${faultId}`), 500)
  })
  app.get('/style.css', (c) =>
    c.body(style, 200, { 'Content-Type': 'text/css', 'Cache-Control': 'max-age=300' }),
  )
  app.get('/icon.svg', (c) =>
    c.body(icon, 200, { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'max-age=86400' }),
  )
  app.use(csrf({ origin: (origin, c) => isOwnOrigin(origin, c, deps.config.publicUrl) }))
  for (const route of staffRoutes) {
    const method = route.method.toUpperCase()
    const limit = bodyLimit({ maxSize: route.most ?? LARGEST_FORM, onError: tooLarge })
    app.on(method, route.path, limit, async (c) => guarded(await house(), route, c))
  }
  app.all('*', async (c) => unknown(await house(), c))
  return app
}
