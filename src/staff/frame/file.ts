// A file that came with a form.

import type { Context } from 'hono'

/** Its bytes; empty where none was chosen. */
export async function fileIn(c: Context, name: string): Promise<Uint8Array> {
  const sent = (await c.req.parseBody())[name]
  return sent instanceof File ? new Uint8Array(await sent.arrayBuffer()) : new Uint8Array()
}
