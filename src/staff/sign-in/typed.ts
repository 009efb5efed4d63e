// What was typed while the session ended: asked to sign in, somebody goes on with it afterwards.

import type { Context } from 'hono'
import * as z from 'zod'
import { readFormToken, type SentToken } from '../../flows/sign-in/form-token.ts'
import type { Session } from '../../flows/sign-in/sign-in.ts'
import { openTyped, sealTyped } from '../../flows/sign-in/typed-form.ts'
import { typingScript } from '../../generated/studio.ts'
import { pathOf, shownAgain } from '../frame/again.ts'
import { cookieName, refuse, show, withCookies, withOtherCookies } from '../frame/answers.ts'
import type { StaffContext } from '../frame/context.ts'
import { formOf } from '../frame/file.ts'
import { text } from '../frame/form.ts'
import { note } from '../frame/layout.ts'
import { messagePage } from '../frame/message.ts'
import type { Fields, FormRoute, Sent } from '../frame/place.ts'
import { get, post } from '../frame/route.ts'
import { wordsOf } from '../frame/words.ts'
import { type Asking, askToSignIn, LARGEST_ENTRY, nextOf } from './ask.ts'

/** What came to an action, and whose page it came from where that is known. */
export type Came = { token: SentToken | null; sent: Sent }

/** Reads whose form it is. */
export async function sentTo(
  { deps }: Pick<StaffContext, 'deps'>,
  { path, stands }: FormRoute,
  c: Context,
  fields: Fields,
): Promise<Came> {
  const token = await readFormToken(deps, fields['form'] ?? '')
  const { form: _, ...others } = fields
  const madeAt = token?.madeAt ?? 0
  return {
    token,
    sent: { stands, form: { route: path, params: c.req.param(), fields: others, madeAt } },
  }
}

/** Asks to sign in, with what was sent sealed into the page where it is known whose it is. */
export async function askAgain(
  context: StaffContext,
  route: FormRoute,
  asking: Asking,
): Promise<Response> {
  const { c, deps } = context
  if (route.method === 'get') return askToSignIn(context, asking)
  const next = cameFrom(c)
  // Not before it is known who sends it: a file may be large.
  if (route.most !== undefined) {
    const hint = context.frame.words.typedFile
    return askToSignIn(context, { ...asking, next, message: { ...asking.message, hint } })
  }
  const { token, sent } = await sentTo({ deps }, route, c, await formOf(c))
  if (!token || !route.stands) return askToSignIn(context, { ...asking, next })
  return await askWith(context, { token, sent }, { ...asking, next })
}

async function askWith(
  context: StaffContext,
  { token, sent }: Came & { token: SentToken },
  asking: Asking,
): Promise<Response> {
  const { sealed, cookie } = await sealTyped(context.deps, token.whose, sent.form)
  const message = { note: context.frame.words.typedKept, ...asking.message }
  const asked = await askToSignIn(context, { ...asking, message, typed: sealed })
  return withCookies(asked, [cookie])
}

/** The page a form was sent from, as far as a browser says so. */
function cameFrom(c: Context): string {
  const from = c.req.header('referer') ?? ''
  const { pathname, search } = URL.canParse(from) ? new URL(from) : { pathname: '', search: '' }
  return nextOf(pathname + search)
}

/** A form of another session: of the same account, it is shown again; of another one, whoever's it is signs in. */
export async function stale(
  context: StaffContext,
  route: FormRoute,
  session: Session,
  came: Came | null,
): Promise<Response> {
  const { words } = context.frame
  if (!came?.token || !route.stands) {
    return show(context, words.staleTitle, messagePage(words.staleTitle, words.stale), 403)
  }
  const { token, sent } = came
  if (token.whose === session.staff.id) {
    return await refuse({ ...context, sent }, words.typedStale, { status: 403 })
  }
  const message = { alert: words.typedOther }
  const stranger = { ...context, frame: { ...context.frame, staff: null } }
  return await askWith(stranger, { token, sent }, { message, status: 403 })
}

/** Shows what was sealed to who has just signed in; else says that it is gone, and leads on. */
export async function goOn(
  context: StaffContext,
  sealed: string,
  { staffId, cookies = [] }: { staffId: string; cookies?: readonly string[] },
): Promise<Response> {
  const { c, deps, frame, signIn } = context
  const { words } = frame
  const opened = await openTyped(deps, staffId, c.req.raw.headers, sealed)
  const route = context.routes.find(
    ({ method, path }) => method === 'post' && path === opened?.form.route,
  )
  if (!opened || !route?.stands) {
    const gone = messagePage(words.typedGoneTitle, words.typedGone)
    return withCookies(await show(context, words.typedGoneTitle, gone, 410), cookies)
  }
  const as = withNew(c.req.raw.headers, cookies)
  const session = await signIn.session(as)
  const staff = session?.staff ?? context.staff
  const { form } = opened
  const { language } = staff
  const own = { ...frame, staff, language, words: wordsOf(language) }
  const inside = { ...context, staff, frame: { ...own, path: `/staff${pathOf(form)}` } }
  const said = { said: note(own.words.typedAgain), status: 200, as } as const
  const shown = await shownAgain(inside, { stands: route.stands, form }, said)
  return withCookies(withOtherCookies(shown, cookies), [opened.cookie])
}

/** The headers with which a browser will come from now on. */
function withNew(headers: Headers, cookies: readonly string[]): Headers {
  const set = cookies.map((line) => line.split(';', 1)[0] ?? '')
  const names = new Set(set.map(cookieName))
  const before = (headers.get('cookie') ?? '').split('; ')
  const as = new Headers(headers)
  as.set('cookie', [...before.filter((pair) => !names.has(cookieName(pair))), ...set].join('; '))
  return as
}

export const typedRoutes = [
  get({
    path: '/typing.js',
    who: 'member',
    handle: ({ c }) =>
      c.body(typingScript, 200, {
        'Content-Type': 'text/javascript; charset=utf-8',
        'Cache-Control': 'private, max-age=300',
      }),
  }),
  // To ask is enough: the session goes on as with any page, and ends after twelve hours all the same.
  get({ path: '/here', who: 'member', handle: ({ c }) => c.body(null, 204) }),
  // Where somebody comes out who has signed in elsewhere than on the page that keeps what was typed.
  get({
    path: '/typed',
    who: 'member',
    handle: (context) => {
      const { typedWaits, typedWaitsTitle } = context.frame.words
      return show(context, typedWaitsTitle, messagePage(typedWaitsTitle, typedWaits))
    },
  }),
  post({
    path: '/typed',
    who: 'open',
    form: z.object({ typed: text }),
    most: LARGEST_ENTRY,
    handle: async (context) => {
      const { form, frame, staff } = context
      if (frame.staff) return await goOn(context, form.typed, { staffId: staff.id })
      const message = { alert: frame.words.typedSignIn }
      return askToSignIn(context, { message, status: 401, typed: form.typed })
    },
  }),
]
