// What came with a form: its fields, and a file.

import type { Context } from 'hono'
import type { Fields } from './place.ts'

/** Its bytes; empty where none was chosen. */
export async function fileIn(c: Context, name: string): Promise<Uint8Array> {
  const sent = (await c.req.parseBody())[name]
  return sent instanceof File ? new Uint8Array(await sent.arrayBuffer()) : new Uint8Array()
}

/** The fields of a form as they were sent; a file is none. */
export async function formOf(c: Context): Promise<Fields> {
  const body = await c.req.parseBody().catch(() => ({}))
  return Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}
