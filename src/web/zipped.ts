// What goes out compressed, where nothing before this server does it. At once: for a page of this size a
// stream costs more than the page.

import { gzipSync } from 'node:zlib'
import type { Context, MiddlewareHandler } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

const MARK = 'zips'
const LEAST = 500

/** Lets what is answered behind it be compressed for a browser that takes it. */
export const zips: MiddlewareHandler = async (c, next) => {
  if (/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) c.set(MARK, true)
  await next()
}

/** Answers with a text, compressed where it may be and is worth it. */
export function zipped(
  c: Context,
  text: string,
  status: ContentfulStatusCode,
  headers: Record<string, string>,
): Response {
  if (c.get(MARK) !== true || text.length < LEAST) return c.body(text, status, headers)
  const sent = { ...headers, 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' }
  return c.body(gzipSync(text) as Uint8Array<ArrayBuffer>, status, sent)
}
