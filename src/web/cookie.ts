// The one cookie, set with the consent: a random word by which a person is found, as a chat by its number.

import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Deps } from '../deps.ts'
import type { Address } from '../domain/people/address.ts'

const NAME = 'lotse'
const BYTES = 32
const WORD = /^[\w-]{43}$/
/** Browsers keep none for longer, in seconds. */
const LONGEST = 400 * 86_400

/** Over https the browser itself sees to it that nobody else can set it; so on this machine. */
function options(c: Context, publicUrl: string | undefined) {
  const { protocol, hostname } = new URL(publicUrl ?? c.req.url)
  const isSafe = protocol === 'https:' || ['localhost', '127.0.0.1'].includes(hostname)
  const whole = { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSafe } as const
  return isSafe ? { ...whole, prefix: 'host' as const } : whole
}

/** The address of whoever comes with a cookie of ours. */
export function addressIn(c: Context, { config }: Deps): Address | undefined {
  const { prefix } = options(c, config.publicUrl) as { prefix?: 'host' }
  const id = getCookie(c, NAME, prefix)
  return id && WORD.test(id) ? { channel: 'web', id } : undefined
}

/** An address nobody has, and nobody can guess. */
export function newAddress({ random }: Deps): Address {
  const bytes = Uint8Array.from({ length: BYTES }, () => random(256))
  return { channel: 'web', id: bytes.toBase64({ alphabet: 'base64url', omitPadding: true }) }
}

/** Keeps the address in the browser for so many seconds from now. */
export function remember(c: Context, { config }: Deps, { id }: Address, seconds: number): void {
  const maxAge = Math.min(seconds, LONGEST)
  setCookie(c, NAME, id, { ...options(c, config.publicUrl), maxAge })
}

/** Forgets it. */
export function forget(c: Context, { config }: Deps): void {
  deleteCookie(c, NAME, options(c, config.publicUrl))
}
