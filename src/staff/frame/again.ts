// A form shown again with what was typed into it: after a refusal, and after signing in once more.

import { html } from 'hono/html'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { changesSince } from '../../flows/staff/changes-since.ts'
import { changedLines } from './changed.ts'
import { actorOf, type StaffContext } from './context.ts'
import { withCookies } from './cookies.ts'
import { fillForm } from './fill-form.ts'
import { type Html, page } from './layout.ts'
import { actionOf, type Fields, pathOf, placeOf, type Sent } from './place.ts'

type How = {
  /** What is said above it. */
  said: Html
  faults?: ReadonlySet<string>
  status: 200 | 400 | 403 | 409 | 422
}

// Nobody typed them: they say which form it was, or are codes of what was pressed or chosen.
const NOT_TYPED = new Set([
  ...['id', 'version', 'form', 'list', 'number', 'at', 'to', 'from', 'until', 'day', 'door'],
  ...['affected', 'template', 'appointment', 'record', 'place', 'call', 'early', 'back', 'way'],
  ...['ask', 'state', 'outcome', 'act', 'kind', 'detail', 'measure', 'why', 'whom', 'role'],
  ...['verdict', 'rechtskreis', 'urgent', 'topic', 'language', 'spoken', 'target', 'seat'],
  ...['centre', 'body', 'which'],
])

/** Whether a field holds what somebody has typed, to be read by them where it has no field any more. */
export const isTyped = (name: string): boolean => !NOT_TYPED.has(name)

/** The page on which the form stands, filled in; where it is gone, what was typed, to be copied. */
export async function shownAgain(
  context: StaffContext,
  { stands, form }: Omit<Sent, 'looks'>,
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
        action: actionOf({ stands, form }),
        above: String(await above),
        lost: async (left) => String(await lostHtml(context, left)),
      })
    : String(await page(frame, words.staleTitle, gone))
  return withCookies(c.html(body, status), answer.headers.getSetCookie())
}

/** What a form shows that does nothing, as the page of its own that it was led to. */
export async function shownFor(context: StaffContext, form: Sent['form']): Promise<Response> {
  const answer = await context.ask({ page: pathOf(form), method: 'post' }, form.fields)
  if (answer.status >= 300 && answer.status < 400) return answer
  const shown = context.c.html(await answer.text(), answer.status as ContentfulStatusCode)
  return withCookies(shown, answer.headers.getSetCookie())
}

/** Back from what a form would do to the form, as it was filled in. */
export const backToForm = (context: StaffContext): Promise<Response> =>
  shownAgain(context, context.sent as Sent, { said: html``, status: 200 })

/** What was typed and has no field any more. */
function lostHtml({ frame }: StaffContext, left: Fields): Html {
  const typed = Object.entries(left).filter(
    ([name, value]) => isTyped(name) && value.trim() !== '' && value !== 'yes',
  )
  if (typed.length === 0) return html``
  return html`<section class="card"><h2>${frame.words.typedLeft}</h2>${typed.map(([, value]) => html`<blockquote dir="auto">${value}</blockquote>`)}</section>`
}
