// The few answers every route gives: a page, a refusal, a way on.

import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { StaffContext } from './context.ts'
import type { Frame } from './frame.ts'
import { type Html, page } from './layout.ts'
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

/** That it was not done, and why. */
export function refuse(
  context: StaffContext,
  why: string,
  status: 400 | 409 = 409,
  more: Html | '' = '',
): Answer {
  const { staleTitle } = context.frame.words
  return show(context, staleTitle, messagePage(staleTitle, why, more), status)
}

export function withCookies(answer: Response, cookies: readonly string[]): Response {
  for (const cookie of cookies) answer.headers.append('Set-Cookie', cookie)
  return answer
}
