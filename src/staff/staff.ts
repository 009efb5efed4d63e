// The staff pages as one app: every request passes the same guard before its route sees it.

import { constantTimeEqual } from 'better-auth/crypto'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import type { Deps } from '../deps.ts'
import { asStaffLanguage } from '../domain/people/accounts.ts'
import { mayEver } from '../domain/people/rights.ts'
import { createSignIn, type Session, type SignIn } from '../flows/sign-in/sign-in.ts'
import { noteRefusedRoute } from '../flows/staff/caller.ts'
import { clientAddress } from '../http/client-address.ts'
import { faultFields } from '../log.ts'
import { accountRoutes } from './account/routes.ts'
import { peopleRoutes } from './accounts/routes.ts'
import { auditRoutes } from './audit/routes.ts'
import { callerRoutes } from './callers/routes.ts'
import { centreRoutes } from './centres/routes.ts'
import { closureRoutes } from './closures/routes.ts'
import { show, withCookies } from './frame/answers.ts'
import type { Frame } from './frame/frame.ts'
import { messagePage } from './frame/message.ts'
import type { StaffContext, StaffRoute } from './frame/route.ts'
import { icon, style } from './frame/style.ts'
import { wordsOf } from './frame/words.ts'
import { noticeRoutes } from './notices/routes.ts'
import { posterRoutes } from './posters/routes.ts'
import { careRoutes } from './record/routes-care.ts'
import { workRoutes } from './record/routes-work.ts'
import { referralRoutes } from './referral/routes.ts'
import { intakeRoutes } from './requests/routes.ts'
import { askToSignIn, signInRoutes } from './sign-in/routes.ts'
import { providerRoutes } from './sign-in/routes-provider.ts'
import { tokenRoutes } from './tokens/routes.ts'
import { utilisationRoutes } from './utilisation/routes.ts'
import { webhookRoutes } from './webhooks/routes.ts'

const LARGEST_FORM = 64 * 1024

const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Cache-Control': 'no-store',
}

/** Every route, for the app and for the tests that knock at each of them. */
export const staffRoutes: readonly StaffRoute[] = [
  ...signInRoutes,
  ...providerRoutes,
  ...accountRoutes,
  ...intakeRoutes,
  ...careRoutes,
  ...workRoutes,
  ...referralRoutes,
  ...utilisationRoutes,
  ...closureRoutes,
  ...callerRoutes,
  ...posterRoutes,
  ...peopleRoutes,
  ...tokenRoutes,
  ...centreRoutes,
  ...auditRoutes,
  ...noticeRoutes,
  ...webhookRoutes,
]

/** Signing in is opened at the first request, since a Worker may not wait before one. */
export function createStaff(deps: Deps): Hono {
  const app = new Hono().basePath('/staff')
  let opening: Promise<SignIn> | undefined
  const openSignIn = () => {
    opening ??= createSignIn(deps).catch((fault) => {
      opening = undefined
      throw fault
    })
    return opening
  }

  app.use(async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(HEADERS)) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value)
    }
    if (deps.config.publicUrl?.startsWith('https://')) {
      c.res.headers.set('Strict-Transport-Security', 'max-age=31536000')
    }
  })
  app.onError((fault, c) => {
    if (fault instanceof HTTPException) return fault.getResponse()
    const faultId = deps.newId().slice(0, 8)
    deps.log.error('staff request failed', {
      faultId,
      route: c.req.routePath,
      ...faultFields(fault),
    })
    const language = languageOf(c)
    const words = wordsOf(language)
    const frame = { language, words, staff: null, path: c.req.path, formToken: '', demo: false }
    const content = messagePage(words.faultTitle, `${words.fault} ${faultId}`)
    return show({ c, frame }, words.faultTitle, content, 500)
  })
  app.get('/style.css', (c) =>
    c.body(style, 200, { 'Content-Type': 'text/css', 'Cache-Control': 'max-age=300' }),
  )
  app.get('/icon.svg', (c) =>
    c.body(icon, 200, { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'max-age=86400' }),
  )
  app.use(csrf({ origin: (origin, c) => isOwnOrigin(origin, c, deps.config.publicUrl) }))
  app.use(bodyLimit({ maxSize: LARGEST_FORM }))
  for (const route of staffRoutes) {
    app.on(route.method.toUpperCase(), route.path, async (c) => {
      const signIn = await openSignIn()
      return guarded(route, c, deps, signIn, await signIn.session(c.req.raw.headers))
    })
  }
  app.all('*', async (c) => {
    const signIn = await openSignIn()
    const session = await signIn.session(c.req.raw.headers)
    const context = await contextOf(c, deps, signIn, session)
    if (!session) return askToSignIn(context, {}, 401)
    const { words } = context.frame
    return show(context, words.missingTitle, messagePage(words.missingTitle, words.missing), 404)
  })
  return app
}

async function guarded(
  route: StaffRoute,
  c: Context,
  deps: Deps,
  signIn: SignIn,
  session: Session | null,
): Promise<Response> {
  const context = await contextOf(c, deps, signIn, session)
  const { words } = context.frame
  if (route.who === 'open') return route.handle(context)
  if (!session) {
    // Only in the log: whoever is not in must not be able to fill the audit.
    deps.log.warn('stranger refused', { route: route.path })
    return askToSignIn(context, { hint: words.signInNeeded }, 401)
  }
  if (session.setUp && route.who !== 'set-up') return c.redirect('/staff/second-factor', 303)
  if (route.method === 'post' && !constantTimeEqual(context.form['form'] ?? '', context.token)) {
    return show(context, words.staleTitle, messagePage(words.staleTitle, words.stale), 403)
  }
  if (route.who !== 'set-up' && route.who !== 'member' && !mayEver(session.staff, route.who)) {
    const caller = { id: context.staff.id, client: context.client }
    await noteRefusedRoute(deps, caller, `${route.method} ${route.path}`)
    return show(context, words.refusedTitle, messagePage(words.refusedTitle, words.refused), 403)
  }
  return withCookies(await route.handle(context), session.cookies)
}

async function contextOf(
  c: Context,
  deps: Deps,
  signIn: SignIn,
  session: Session | null,
): Promise<StaffContext> {
  const language = session?.staff.language ?? languageOf(c)
  const token = session?.formToken ?? ''
  const frame: Frame = {
    language,
    words: wordsOf(language),
    staff: session && !session.setUp ? session.staff : null,
    path: c.req.path,
    formToken: token,
    demo: deps.config.mode === 'demo',
  }
  const nobody = { id: '', name: '', email: '', language, role: 'counsellor' as const }
  const staff = session?.staff ?? { ...nobody, centres: [], body: null }
  const form = c.req.method === 'POST' ? await formOf(c) : {}
  const proof = session?.proof ?? 'password'
  return { c, deps, signIn, frame, staff, proof, token, client: clientAddress(c), form }
}

async function formOf(c: Context): Promise<Record<string, string>> {
  const body = await c.req.parseBody().catch(() => ({}))
  return Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

function languageOf(c: Context) {
  return asStaffLanguage(/^\s*en\b/i.test(c.req.header('accept-language') ?? '') ? 'en' : 'de')
}

/** Behind a proxy that ends https, the origin is known by its host and by the public address. */
function isOwnOrigin(origin: string, c: Context, publicUrl: string | undefined): boolean {
  if (publicUrl !== undefined) return origin === new URL(publicUrl).origin
  const host = c.req.header('host') ?? new URL(c.req.url).host
  return URL.canParse(origin) && new URL(origin).host === host
}
