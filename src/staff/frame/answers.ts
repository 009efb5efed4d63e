// The few answers every route gives: a page, a refusal, a way on.

import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Frame } from './frame.ts'
import { type Html, page } from './layout.ts'
import { messagePage } from './message.ts'
import type { StaffContext } from './route.ts'

export function show(
  { c, frame }: { c: Context; frame: Frame },
  title: string,
  content: Html,
  status: ContentfulStatusCode = 200,
): Response | Promise<Response> {
  return c.html(page(frame, title, content), status)
}

/** Also for what belongs to another centre: whether it exists is not told. */
export function notFound(context: StaffContext): Response | Promise<Response> {
  const { words } = context.frame
  return show(context, words.missingTitle, messagePage(words.missingTitle, words.missing), 404)
}

export function withCookies(answer: Response, cookies: readonly string[]): Response {
  for (const cookie of cookies) answer.headers.append('Set-Cookie', cookie)
  return answer
}
