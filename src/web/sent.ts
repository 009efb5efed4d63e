// What a form sent, as texts.

import type { Context } from 'hono'

/** `t`: the code of the button; `text`: what was typed; `form`, `from`: the page they stood on. */
export type Fields = { t?: string; text?: string; form?: string; from?: string }

const NAMES = ['t', 'text', 'form', 'from'] as const

/** The fields of a form; what is none of them, or a file, is left out. */
export async function formOf(c: Context): Promise<Fields> {
  const body: Record<string, unknown> = await c.req.parseBody().catch(() => ({}))
  const sent: Fields = {}
  for (const name of NAMES) {
    const value = body[name]
    if (typeof value === 'string') sent[name] = value
  }
  return sent
}
