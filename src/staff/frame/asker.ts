// A page asked for by ourselves, to be shown in answer to another request: through the same guard as any.

import type { Context } from 'hono'
import type { House } from './house.ts'
import type { Ask } from './place.ts'

const ASKED = 'lotse-asked'

/** Whether a form is sent by ourselves; whoever else says so gets its page as the answer to the form. */
export const isOwnAsk = (c: Context): boolean => c.req.header(ASKED) !== undefined

/** Asks as the browser of this request does. */
export const asker =
  ({ deps, fetch, signIn }: House, c: Context): Ask =>
  async ({ page, method = 'get' }, fields = {}) => {
    const headers = new Headers(c.req.raw.headers)
    for (const name of ['content-type', 'content-length', 'transfer-encoding']) headers.delete(name)
    const url = new URL(`/staff${page}`, c.req.url)
    if (method === 'get') return await fetch(new Request(url, { headers }), c.env)
    // A browser names it with forms alone.
    headers.set('origin', new URL(deps.config.publicUrl ?? c.req.url).origin)
    headers.set(ASKED, 'yes')
    const form = (await signIn.session(headers))?.formToken ?? ''
    const body = new URLSearchParams({ ...fields, form })
    return await fetch(new Request(url, { method: 'POST', headers, body }), c.env)
  }
