// The few answers every route gives: a page, a refusal, a way on.

import type { Context } from 'hono'
import { html } from 'hono/html'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { shownAgain } from './again.ts'
import type { StaffContext } from './context.ts'
import type { Frame } from './frame.ts'
import { leadToKept } from './kept.ts'
import { alert, type Html, page } from './layout.ts'
import { messagePage } from './message.ts'

export type Answer = Response | Promise<Response>

export function show(
  { c, frame }: { c: Context; frame: Frame },
  title: string,
  content: Html,
  status: ContentfulStatusCode = 200,
): Answer {
  return c.html(page(frame, title, content), status)
}

/** Also for what belongs to another centre: whether it exists is not told. */
export function notFound(context: StaffContext): Answer {
  const { words } = context.frame
  return show(context, words.missingTitle, messagePage(words.missingTitle, words.missing), 404)
}

/** `faults` are the fields that are wrong; `more` is said below. */
type Refused = { status?: 400 | 403 | 409 | 422; faults?: ReadonlySet<string>; more?: Html }

/**
 * That it was not done, and why: above the form with what was typed, where it is known on which page that stands; at an
 * address of its own, so that it can be gone back to and loaded again.
 */
export async function refuse(
  context: StaffContext,
  why: string,
  { status = 409, faults = new Set(), more }: Refused = {},
): Promise<Response> {
  const { sent, frame } = context
  const { staleTitle } = frame.words
  if (!sent?.stands) return show(context, staleTitle, messagePage(staleTitle, why, more), status)
  const said = more ? html`${alert(why)}${more}` : alert(why)
  // What only shows something stands at an address of its own already.
  if (sent.looks) return shownAgain(context, sent, { said, faults, status })
  return leadToKept(context, sent, { said: String(await said), faults: [...faults], status })
}
