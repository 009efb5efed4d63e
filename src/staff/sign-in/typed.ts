// What was typed while the session ended: asked to sign in, somebody goes on with it afterwards. And the page on which it
// stands again, as does what was refused.

import type { Context } from 'hono'
import { raw } from 'hono/html'
import { readFormToken, type SentToken } from '../../flows/sign-in/form-token.ts'
import type { Session } from '../../flows/sign-in/sign-in.ts'
import { dropTyped, openTyped } from '../../flows/sign-in/typed-form.ts'
import { typingScript } from '../../generated/studio.ts'
import { shownAgain, shownFor } from '../frame/again.ts'
import { show } from '../frame/answers.ts'
import type { StaffContext } from '../frame/context.ts'
import { withCookies } from '../frame/cookies.ts'
import { formOf } from '../frame/file.ts'
import { cameFrom, keepSent } from '../frame/kept.ts'
import { note } from '../frame/layout.ts'
import { messagePage } from '../frame/message.ts'
import { type Fields, type FormRoute, pathOf, type Sent } from '../frame/place.ts'
import { get } from '../frame/route.ts'
import { type Asking, askToSignIn } from './ask.ts'
import { nextOf } from './next.ts'

/** What came to an action, and whose page it came from where that is known. */
export type Came = { token: SentToken | null; sent: Sent }

/** Reads whose form it is. */
export async function sentTo(
  { deps }: Pick<StaffContext, 'deps'>,
  { path, stands, looks = false }: FormRoute,
  c: Context,
  fields: Fields,
): Promise<Came> {
  const token = await readFormToken(deps, fields['form'] ?? '')
  const { form: _, ...others } = fields
  const madeAt = token?.madeAt ?? 0
  return {
    token,
    sent: {
      stands,
      looks: looks !== false,
      form: { route: path, params: c.req.param(), fields: others, madeAt },
    },
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
  const kept = await keepOf(context, came)
  if (!kept) return askToSignIn(context, { ...asking, next })
  const to = `/staff/sign-in?next=${encodeURIComponent(kept.page)}`
  return withCookies(c.redirect(to, 303), [kept.cookie])
}

/** Keeps it where it is known whose it is. */
const keepOf = async (context: StaffContext, { token, sent }: Came) =>
  token && sent.stands ? await keepSent(context, token.whose, sent) : null

/** A form of another session: of the same account, it is shown again; of another one, whoever's it is signs in. */
export async function stale(
  context: StaffContext,
  session: Session,
  came: Came | null,
): Promise<Response> {
  const { c, frame } = context
  const kept = came && (await keepOf(context, came))
  if (!kept) {
    const { staleTitle, stale } = frame.words
    return show(context, staleTitle, messagePage(staleTitle, stale), 403)
  }
  const isOwn = came.token?.whose === session.staff.id
  const to = isOwn ? kept.page : `/staff/sign-in?next=${encodeURIComponent(kept.page)}`
  return withCookies(c.redirect(to, 303), [kept.cookie])
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
      if (found && 'once' in found) {
        const { title, page, leads } = found.once
        await dropTyped(deps, whose, [params.name], leads)
        return show(context, title, raw(page))
      }
      const route = routes.find(
        ({ method, path }) => method === 'post' && path === found?.form.route,
      )
      if (!found || !route?.stands) {
        const gone = messagePage(words.typedGoneTitle, words.typedGone)
        return show(context, words.typedGoneTitle, gone, 410)
      }
      const { form, isLook, refused } = found
      if (isLook) return await shownFor(context, form)
      const there = { ...context, frame: { ...frame, path: `/staff${pathOf(form)}` } }
      const how = refused
        ? { ...refused, said: raw(refused.said), faults: new Set(refused.faults) }
        : ({ said: note(words.typedAgain), status: 200 } as const)
      return await shownAgain(there, { stands: route.stands, form }, how)
    },
  }),
]
