// What a form sent, as texts.

import type { Context } from 'hono'

/** The fields of a form by name; the last where one comes twice. Files are left out. */
export type Sent = Readonly<Record<string, string>>

/** `t`: the code of the button; `text`: what was typed; `form`, `from`: the page they stood on. */
export type Fields = { t?: string; text?: string; form?: string; from?: string }

const NAMES = ['t', 'text', 'form', 'from'] as const

/** Everything a form sent. */
export async function sentBy(c: Context): Promise<Sent> {
  // Read by hand, since building a form out of it costs as much as the page that answers it.
  if (/^application\/x-www-form-urlencoded\b/i.test(c.req.header('content-type') ?? '')) {
    return Object.fromEntries(new URLSearchParams(await c.req.text()))
  }
  const body: Record<string, unknown> = await c.req.parseBody().catch(() => ({}))
  const texts = Object.entries(body).filter(([, value]) => typeof value === 'string')
  return Object.fromEntries(texts) as Sent
}

/** The fields of a form of the talk; what is none of them is left out. */
export async function formOf(c: Context): Promise<Fields> {
  const all = await sentBy(c)
  const sent: Fields = {}
  for (const name of NAMES) {
    const value = all[name]
    if (value !== undefined) sent[name] = value
  }
  return sent
}
