// Which origin is ours, for forms that come from our own pages.

import type { Context } from 'hono'

/** Behind a proxy that ends https, the origin is known by its host and by the public address. */
export function isOwnOrigin(origin: string, c: Context, publicUrl: string | undefined): boolean {
  if (publicUrl !== undefined) return origin === new URL(publicUrl).origin
  const host = c.req.header('host') ?? new URL(c.req.url).host
  return URL.canParse(origin) && new URL(origin).host === host
}
