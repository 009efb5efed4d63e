// What was typed while the session ended: asked to sign in, somebody goes on with it afterwards.

import type { Context } from 'hono'
import { readFormToken, type SentToken } from '../../flows/sign-in/form-token.ts'
import type { Session } from '../../flows/sign-in/sign-in.ts'
import { dropTyped, keepTyped, openTyped } from '../../flows/sign-in/typed-form.ts'
import { typingScript } from '../../generated/studio.ts'
import { pathOf, shownAgain } from '../frame/again.ts'
import { show, withCookies } from '../frame/answers.ts'
import type { StaffContext } from '../frame/context.ts'
import { formOf } from '../frame/file.ts'
import { note } from '../frame/layout.ts'
import { messagePage } from '../frame/message.ts'
import type { Fields, FormRoute, Sent } from '../frame/place.ts'
import { get } from '../frame/route.ts'
import { type Asking, askToSignIn } from './ask.ts'
import { nextOf, TYPED } from './next.ts'

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

/** Asks to sign in; what was sent is kept meanwhile, where it is known whose it is. */
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
  const came = await sentTo({ deps }, route, c, await formOf(c))
  const kept = await keep(context, came)
  if (!kept) return askToSignIn(context, { ...asking, next })
  const to = `/staff/sign-in?next=${encodeURIComponent(kept.page)}`
  return withCookies(c.redirect(to, 303), [kept.cookie])
}

/** Keeps what was sent for whoever it is of; `page` is where it stands again. */
async function keep({ deps }: StaffContext, { token, sent }: Came) {
  const kept = token && sent.stands ? await keepTyped(deps, token.whose, sent.form) : null
  return kept && { page: `${TYPED}${kept.name}`, cookie: kept.cookie }
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
  session: Session,
  came: Came | null,
): Promise<Response> {
  const { c, frame } = context
  const kept = came && (await keep(context, came))
  if (!kept) {
    const { staleTitle, stale } = frame.words
    return show(context, staleTitle, messagePage(staleTitle, stale), 403)
  }
  const isOwn = came.token?.whose === session.staff.id
  const to = isOwn ? kept.page : `/staff/sign-in?next=${encodeURIComponent(kept.page)}`
  return withCookies(c.redirect(to, 303), [kept.cookie])
}

/** Once a form was sent from the page on which it stood again, it is not shown there any more. */
export async function sentOn(context: StaffContext, answer: Response): Promise<Response> {
  const { c, deps, staff, sent } = context
  const from = cameFrom(c)
  if (!from.startsWith(TYPED) || answer.status !== 303) return answer
  const name = from.slice(TYPED.length)
  const found = await openTyped(deps, { staffId: staff.id, headers: c.req.raw.headers }, name)
  // Another form of that page, such as the search.
  if (!found || !('form' in found) || found.form.route !== sent?.form.route) return answer
  const [page = ''] = (answer.headers.get('location') ?? '').split(/[?#]/, 1)
  return withCookies(answer, [await dropTyped(deps, staff.id, name, nextOf(page) || '/staff')])
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
  // What was typed, on the page on which its form stands: a page of its own, so that one comes back to it.
  get({
    path: '/typed/:name',
    who: 'member',
    handle: async (context) => {
      const { c, deps, frame, params, routes, staff } = context
      const { words } = frame
      const whose = { staffId: staff.id, headers: c.req.raw.headers }
      const found = await openTyped(deps, whose, params.name)
      if (found && 'ledTo' in found) return c.redirect(nextOf(found.ledTo) || '/staff', 303)
      const route = routes.find(
        ({ method, path }) => method === 'post' && path === found?.form.route,
      )
      if (!found || !route?.stands) {
        const gone = messagePage(words.typedGoneTitle, words.typedGone)
        return show(context, words.typedGoneTitle, gone, 410)
      }
      const { form } = found
      const there = { ...context, frame: { ...frame, path: `/staff${pathOf(form)}` } }
      const said = { said: note(words.typedAgain), status: 200 } as const
      return await shownAgain(there, { stands: route.stands, form }, said)
    },
  }),
]
