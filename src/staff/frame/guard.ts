// The door of every staff page: who it is, whether they may, whether the form is theirs.

import type { Context } from 'hono'
import { asStaffLanguage } from '../../domain/people/accounts.ts'
import { mayEver } from '../../domain/people/rights.ts'
import { formTokenAt } from '../../flows/sign-in/form-token.ts'
import type { Session } from '../../flows/sign-in/sign-in.ts'
import { noteRefusedRoute } from '../../flows/staff/actor.ts'
import { forgetCounts } from '../../flows/staff/lately.ts'
import { markNow } from '../../flows/staff/live.ts'
import { clientAddress } from '../../http/client-address.ts'
import { askToSignIn } from '../sign-in/ask.ts'
import { askAgain, sentTo, stale } from '../sign-in/typed.ts'
import { show } from './answers.ts'
import { asker, isOwnAsk } from './asker.ts'
import { actorOf, type StaffContext } from './context.ts'
import { withOtherCookies } from './cookies.ts'
import { formOf } from './file.ts'
import { runsScript } from './headers.ts'
import type { House } from './house.ts'
import { leadToKept, sentOn } from './kept.ts'
import { messagePage } from './message.ts'
import type { StaffRoute } from './route.ts'
import { saidIn } from './said.ts'
import { wordsOf } from './words.ts'

// By which a page that stands open asks whether anything has changed.
const LIVE = 'lotse-live'

/** Answers a route to whoever may have it, and tells everybody else why not. */
export async function guarded(house: House, route: StaffRoute, c: Context): Promise<Response> {
  const isLive = route.method === 'get' && c.req.header(LIVE) !== undefined
  const session = await house.signIn.session(c.req.raw.headers, !isLive)
  const context = contextOf(house, c, session)
  const { words } = context.frame
  const read = () => (route.method === 'post' ? formOf(c) : c.req.query())
  if (route.who === 'open') return route.answer(context, await read())
  if (!session) {
    // Only in the log: whoever is not in must not be able to fill the audit.
    house.deps.log.warn('stranger refused', { route: route.path })
    const message = { hint: words.signInNeeded }
    return await askAgain(context, route, { message, status: 401 })
  }
  if (session.setUp && route.who !== 'set-up') return c.redirect('/staff/second-factor', 303)
  // Not before it is known who sends it: a file may be large.
  const sent = await read()
  const came = route.method === 'post' ? await sentTo(house, route, c, sent) : null
  if (route.method === 'post' && came?.token?.of !== session.formToken) {
    return await stale(context, session, came)
  }
  if (route.who !== 'set-up' && route.who !== 'member' && !mayEver(session.staff, route.who)) {
    await noteRefusedRoute(house.deps, actorOf(context), `${route.method} ${route.path}`)
    return show(context, words.refusedTitle, messagePage(words.refusedTitle, words.refused), 403)
  }
  // What is only looked at stands at an address, to be gone back to.
  if (route.looks === true && came && !isOwnAsk(c))
    return await leadToKept(context, came.sent, 'looked')
  const known = isLive ? c.req.header('if-none-match') : undefined
  if (known && known === (await markNow(house.deps, actorOf(context)))) return c.body(null, 304)
  if (route.method === 'post') forgetCounts(house.deps, session.staff.id)
  const counts = route.method === 'get' ? await countsOf(house, session, context) : {}
  const said = route.method === 'get' ? saidIn(c.req.query()) : null
  const later =
    route.method === 'post' ? { countsLater: () => countsOf(house, session, context) } : {}
  const frame = { ...context.frame, ...later, counts, list: listIn(sent), said }
  const counted = { ...context, frame, ...(came ? { sent: came.sent } : {}) }
  const answer = await route.answer(counted, sent)
  const answered = came ? await sentOn(counted, answer) : answer
  return withOtherCookies(answered, session.cookies)
}

/** What waits behind the links of whoever asks, as far as it is told on every page. */
async function countsOf({ deps, links }: House, { staff }: Session, context: StaffContext) {
  const counts: Record<string, number> = {}
  for (const { href, action, count } of links) {
    if (!count || !mayEver(staff, action)) continue
    counts[href] = await count(deps, actorOf(context), context.frame.path)
  }
  return counts
}

/** Where a record was opened from: only what one of our own addresses can hold. */
function listIn({ list = '' }: Readonly<Record<string, unknown>>): string {
  return typeof list === 'string' && /^[\w=&%+.:*-]{0,900}$/.test(list) ? list : ''
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

function contextOf(house: House, c: Context, session: Session | null): StaffContext {
  const { deps, signIn, links, routes } = house
  const language = session?.staff.language ?? languageOf(c)
  const frame = {
    language,
    words: wordsOf(language),
    staff: session && !session.setUp ? session.staff : null,
    path: c.req.path,
    links,
    list: '',
    formToken: session ? formTokenAt(session.formToken, deps.clock.now()) : '',
    demo: deps.config.mode === 'demo',
    trial: deps.config.trial,
    version: deps.version,
  }
  const nobody = { id: '', name: '', email: '', language, role: 'counsellor' as const }
  const staff = session?.staff ?? { ...nobody, centres: [], body: null }
  const proof = session?.proof ?? 'password'
  if (frame.staff) runsScript(c, 'inside')
  const client = clientAddress(c, deps.config)
  return { c, deps, signIn, frame, staff, proof, client, routes, ask: asker(house, c) }
}
