// What was sent and is not done stands on a page of its own, filled in: kept under the browser's key until it is. So does
// a secret that was made, until it is seen.

import {
  dropTyped,
  type Kept,
  keepOnce,
  keepTyped,
  openTyped,
} from '../../flows/sign-in/typed-form.ts'
import { nextOf, TYPED } from '../sign-in/next.ts'
import type { StaffContext } from './context.ts'
import { withCookies } from './cookies.ts'
import type { Html } from './layout.ts'
import { actionOf, type Sent } from './place.ts'

/** Why it was refused, as HTML; or that it is to be looked at. Neither where a session had ended. */
type Why = Kept['refused'] | 'looked'

/** Keeps what was sent for an account; `page` is where it stands again. */
export async function keepSent(
  context: StaffContext,
  staffId: string,
  sent: Sent,
  why?: Why,
): Promise<{ page: string; cookie: string }> {
  const { c, deps } = context
  const whose = { staffId, headers: c.req.raw.headers }
  const earlier = await stoodOn(context, staffId, sent)
  const how = why === 'looked' ? { isLook: true } : why ? { refused: why } : {}
  const kept = await keepTyped(deps, whose, { form: sent.form, earlier, ...how })
  return { page: `${TYPED}${kept.name}`, cookie: kept.cookie }
}

/** The same of whoever has sent it, and leads there. */
export async function leadToKept(context: StaffContext, sent: Sent, why: Why): Promise<Response> {
  const { page, cookie } = await keepSent(context, context.staff.id, sent, why)
  return withCookies(context.c.redirect(page, 303), [cookie])
}

/** A page that shows a secret. */
type Secret = { title: string; content: Html }

/**
 * Leads to a page that shows a secret once, and from then on to `then`, which says so. The form sent again, by its id,
 * makes no second one; what `make` answers that makes none is the answer.
 */
export async function showOnce(
  context: StaffContext,
  then: `/staff/${string}`,
  make: () => Promise<Secret | Response>,
  id = context.deps.newId(),
): Promise<Response> {
  const { c, deps, staff } = context
  const whose = { staffId: staff.id, headers: c.req.raw.headers }
  const shown = `${then}?said=once`
  const kept = await keepOnce(deps, whose, id, async () => {
    const made = await make()
    if (made instanceof Response) return made
    return { title: made.title, page: String(await made.content), leads: shown }
  })
  if (kept instanceof Response) return kept
  if (kept !== null) return withCookies(c.redirect(`${TYPED}${id}`, 303), [kept])
  return c.redirect((await openTyped(deps, whose, id)) ? `${TYPED}${id}` : shown, 303)
}

/** Once a form was sent from a page on which it stood again, it is on none of those any more. */
export async function sentOn(context: StaffContext, answer: Response): Promise<Response> {
  const { c, deps, staff, sent } = context
  const to = answer.headers.get('location') ?? ''
  // What only shows something is not done by being sent: one comes back to what a search has found.
  if (!sent || sent.looks || answer.status !== 303 || to.startsWith(TYPED)) return answer
  const names = await stoodOn(context, staff.id, sent)
  const [page = ''] = to.split(/[?#]/, 1)
  const whose = { staffId: staff.id, headers: c.req.raw.headers }
  await dropTyped(deps, whose, names, nextOf(page) || '/staff')
  return answer
}

/** The names of the pages over which a form has come; none where it was sent from elsewhere. */
async function stoodOn(
  { c, deps, routes }: StaffContext,
  staffId: string,
  sent: Sent,
): Promise<string[]> {
  const from = cameFrom(c)
  if (!from.startsWith(TYPED)) return []
  const name = from.slice(TYPED.length)
  const found = await openTyped(deps, { staffId, headers: c.req.raw.headers }, name)
  if (!found || !('form' in found)) return []
  const { form, earlier } = found
  const stands = routes.find(({ method, path }) => method === 'post' && path === form.route)?.stands
  // Another form of that page, such as the search.
  return actionOf({ stands, form }) === actionOf(sent) ? [...earlier, name] : []
}

/** The page a form was sent from, as far as a browser says so. */
export function cameFrom(c: StaffContext['c']): string {
  const from = c.req.header('referer') ?? ''
  const { pathname, search } = URL.canParse(from) ? new URL(from) : { pathname: '', search: '' }
  return nextOf(pathname + search)
}
