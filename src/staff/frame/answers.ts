// The few answers every route gives: a page, a refusal, a way on.

import type { Context } from 'hono'
import { html } from 'hono/html'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { shownAgain } from './again.ts'
import type { StaffContext } from './context.ts'
import type { Frame } from './frame.ts'
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
type Refused = { status?: 400 | 403 | 409; faults?: ReadonlySet<string>; more?: Html }

/** That it was not done, and why: above the form with what was typed, where it is known on which page that stands. */
export async function refuse(
  context: StaffContext,
  why: string,
  { status = 409, faults = new Set(), more }: Refused = {},
): Promise<Response> {
  const { sent, frame } = context
  const { staleTitle } = frame.words
  if (!sent?.stands) return show(context, staleTitle, messagePage(staleTitle, why, more), status)
  const said = alert(why)
  return shownAgain(context, sent, { said: more ? html`${said}${more}` : said, faults, status })
}

/** With those of the cookies that the answer does not set itself: another session, or none any more. */
export function withOtherCookies(answer: Response, cookies: readonly string[]): Response {
  const set = new Set(answer.headers.getSetCookie().map(cookieName))
  return withCookies(
    answer,
    cookies.filter((cookie) => !set.has(cookieName(cookie))),
  )
}

/** The name of a cookie as it is set, or sent. */
const cookieName = (cookie: string): string => cookie.slice(0, cookie.indexOf('='))

export function withCookies(answer: Response, cookies: readonly string[]): Response {
  for (const cookie of cookies) answer.headers.append('Set-Cookie', cookie)
  return answer
}
