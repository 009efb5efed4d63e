// A page asked for by ourselves, to be shown in answer to another request: through the same guard as any.

import type { Context } from 'hono'
import type { House } from './house.ts'
import type { Ask } from './place.ts'

/** Asks as the browser of this request does, or as it will once it has the cookies in `as`. */
export const asker =
  ({ fetch, signIn }: House, c: Context): Ask =>
  async ({ page, method = 'get' }, { fields = {}, as = c.req.raw.headers } = {}) => {
    const headers = new Headers(as)
    for (const name of ['content-type', 'content-length', 'transfer-encoding']) headers.delete(name)
    const url = new URL(`/staff${page}`, c.req.url)
    if (method === 'get') return await fetch(new Request(url, { headers }), c.env)
    const form = (await signIn.session(headers))?.formToken ?? ''
    const body = new URLSearchParams({ ...fields, form })
    return await fetch(new Request(url, { method: 'POST', headers, body }), c.env)
  }
