// The door of every staff page: who it is, whether they may, whether the form is theirs.

import type { Context } from 'hono'
import type { Deps } from '../../deps.ts'
import { asStaffLanguage } from '../../domain/people/accounts.ts'
import { mayEver } from '../../domain/people/rights.ts'
import { isSameSecret } from '../../flows/sign-in/same-secret.ts'
import type { Session, SignIn } from '../../flows/sign-in/sign-in.ts'
import { noteRefusedRoute } from '../../flows/staff/actor.ts'
import { clientAddress } from '../../http/client-address.ts'
import { askToSignIn } from '../sign-in/ask.ts'
import { show, withCookies } from './answers.ts'
import { actorOf, type StaffContext } from './context.ts'
import type { Link } from './frame.ts'
import { messagePage } from './message.ts'
import type { Fields, StaffRoute } from './route.ts'
import { wordsOf } from './words.ts'

/** What the guard stands in, whoever comes. */
export type House = { deps: Deps; signIn: SignIn; links: readonly Link[] }

/** Answers a route to whoever may have it, and tells everybody else why not. */
export async function guarded(house: House, route: StaffRoute, c: Context): Promise<Response> {
  const session = await house.signIn.session(c.req.raw.headers)
  const context = contextOf(house, c, session)
  const { words } = context.frame
  const read = () => (route.method === 'post' ? formOf(c) : c.req.query())
  if (route.who === 'open') return route.answer(context, await read())
  if (!session) {
    // Only in the log: whoever is not in must not be able to fill the audit.
    house.deps.log.warn('stranger refused', { route: route.path })
    return askToSignIn(context, { message: { hint: words.signInNeeded }, status: 401 })
  }
  if (session.setUp && route.who !== 'set-up') return c.redirect('/staff/second-factor', 303)
  // Not before it is known who sends it: a file may be large.
  const sent = await read()
  if (route.method === 'post' && !isSameSecret(sent['form'] ?? '', session.formToken)) {
    return show(context, words.staleTitle, messagePage(words.staleTitle, words.stale), 403)
  }
  if (route.who !== 'set-up' && route.who !== 'member' && !mayEver(session.staff, route.who)) {
    await noteRefusedRoute(house.deps, actorOf(context), `${route.method} ${route.path}`)
    return show(context, words.refusedTitle, messagePage(words.refusedTitle, words.refused), 403)
  }
  const counts = route.method === 'get' ? await countsOf(house, session, context) : {}
  const counted = { ...context, frame: { ...context.frame, counts } }
  const answer = await route.answer(counted, sent)
  // What it sets itself holds: another session, or none any more.
  const isSet = new Set(answer.headers.getSetCookie().map(nameOf))
  return withCookies(
    answer,
    session.cookies.filter((cookie) => !isSet.has(nameOf(cookie))),
  )
}

/** What waits behind the links of whoever asks, as far as it is told on every page. */
async function countsOf({ deps, links }: House, { staff }: Session, context: StaffContext) {
  const counts: Record<string, number> = {}
  for (const { href, action, count } of links) {
    if (!count || !mayEver(staff, action)) continue
    counts[href] = await count(deps, actorOf(context), context.frame.path === href)
  }
  return counts
}

/** What a path that is none is answered with; a stranger is not told which there are. */
export async function unknown(house: House, c: Context): Promise<Response> {
  const session = await house.signIn.session(c.req.raw.headers)
  const context = contextOf(house, c, session)
  if (!session) return askToSignIn(context, { status: 401 })
  const { words } = context.frame
  return show(context, words.missingTitle, messagePage(words.missingTitle, words.missing), 404)
}

/** The language a browser asks for. */
export function languageOf(c: Context) {
  return asStaffLanguage(/^\s*en\b/i.test(c.req.header('accept-language') ?? '') ? 'en' : 'de')
}

function contextOf(
  { deps, signIn, links }: House,
  c: Context,
  session: Session | null,
): StaffContext {
  const language = session?.staff.language ?? languageOf(c)
  const frame = {
    language,
    words: wordsOf(language),
    staff: session && !session.setUp ? session.staff : null,
    path: c.req.path,
    links,
    formToken: session?.formToken ?? '',
    demo: deps.config.mode === 'demo',
  }
  const nobody = { id: '', name: '', email: '', language, role: 'counsellor' as const }
  const staff = session?.staff ?? { ...nobody, centres: [], body: null }
  const proof = session?.proof ?? 'password'
  return { c, deps, signIn, frame, staff, proof, client: clientAddress(c, deps.config) }
}

const nameOf = (cookie: string) => cookie.slice(0, cookie.indexOf('='))

async function formOf(c: Context): Promise<Fields> {
  const body = await c.req.parseBody().catch(() => ({}))
  return Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}
