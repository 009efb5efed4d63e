// A sound as players ask for it: iPhones play nothing that they can't have in pieces.

import type { Context } from 'hono'

/** The whole sound, or the piece that the player asks for. Whether it may be kept, `kept` says. */
export function soundAnswer(
  c: Context,
  sound: Uint8Array,
  kept: string,
  type = 'audio/mpeg',
): Response {
  const all = sound.length
  const headers = { 'Content-Type': type, 'Accept-Ranges': 'bytes', 'Cache-Control': kept }
  const asked = /^bytes=(\d{1,9})-(\d{0,9})$/.exec(c.req.header('range') ?? '')
  if (!asked) return c.body(bytesOf(sound), 200, headers)
  const from = Number(asked[1])
  const until = Math.min(asked[2] ? Number(asked[2]) : all - 1, all - 1)
  if (from > until) return c.body(null, 416, { 'Content-Range': `bytes */${all}` })
  const range = { 'Content-Range': `bytes ${from}-${until}/${all}` }
  return c.body(bytesOf(sound.subarray(from, until + 1)), 206, { ...headers, ...range })
}

const bytesOf = (part: Uint8Array) => new Uint8Array(part)
