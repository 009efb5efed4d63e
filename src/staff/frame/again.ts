// A form shown again with what was typed into it: after a refusal, and after signing in once more.

import { html } from 'hono/html'
import { changesSince } from '../../flows/staff/changes-since.ts'
import { changedLines } from './changed.ts'
import { actorOf, type StaffContext } from './context.ts'
import { fillForm } from './fill-form.ts'
import { type Html, page } from './layout.ts'
import type { Fields, Place, Sent } from './place.ts'

type How = {
  /** What is said above it. */
  said: Html
  faults?: ReadonlySet<string>
  status: 200 | 400 | 403 | 409
}

// Nobody typed them: they say which form it was.
const NOT_TYPED =
  /^(id|version|form|list|number|at|to|from|until|day|door|affected|template|appointment)$/

/** The page on which the form stands, filled in; where it is gone, what was typed, to be copied. */
export async function shownAgain(
  context: StaffContext,
  { stands, form }: Sent,
  { said, faults = new Set(), status }: How,
): Promise<Response> {
  const { c, ask, frame } = context
  const place = placeOf(stands?.(form.params, form.fields) ?? '/')
  const answer = await ask(place, place.method ? form.fields : {})
  // Somewhere else comes first: a second factor, for one.
  if (answer.status >= 300 && answer.status < 400) return answer
  const since = await changesSince(context.deps, actorOf(context), form)
  const above = html`${said}${changedLines(frame, form.madeAt, since)}`
  const { words } = frame
  const gone = html`<h1>${words.staleTitle}</h1>${above}${lostHtml(context, form.fields)}`
  const body = answer.ok
    ? await fillForm(await answer.text(), {
        ...{ faults, words, fields: form.fields, isNew: status !== 200 },
        action: `/staff${place.action ?? pathOf(form)}`,
        above: String(await above),
        lost: async (left) => String(await lostHtml(context, left)),
      })
    : String(await page(frame, words.staleTitle, gone))
  const shown = c.html(body, status)
  for (const cookie of answer.headers.getSetCookie()) shown.headers.append('Set-Cookie', cookie)
  return shown
}

/** Back from what a form would do to the form, as it was filled in. */
export const backToForm = (context: StaffContext): Promise<Response> =>
  shownAgain(context, context.sent as Sent, { said: html``, status: 200 })

const placeOf = (place: Place | string): Place =>
  typeof place === 'string' ? { page: place } : place

/** The path an action was sent to, from its pattern. */
export const pathOf = ({ route, params }: Pick<Sent['form'], 'route' | 'params'>): string =>
  route.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))

/** What was typed and has no field any more. */
function lostHtml({ frame }: StaffContext, left: Fields): Html {
  const typed = Object.entries(left).filter(
    ([name, value]) => !NOT_TYPED.test(name) && value.trim() !== '' && value !== 'yes',
  )
  if (typed.length === 0) return html``
  return html`<section class="card"><h2>${frame.words.typedLeft}</h2>${typed.map(([, value]) => html`<blockquote dir="auto">${value}</blockquote>`)}</section>`
}
