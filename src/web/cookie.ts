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
/** Before the word of somebody who has left by the exit: kept, and shown to nobody. */
const LEFT = 'left.'

/** How cookies of ours are set. Over https the browser itself sees to it that nobody else can; so on this machine. */
export function options(c: Context, publicUrl: string | undefined) {
  const { protocol, hostname } = new URL(publicUrl ?? c.req.url)
  const isSafe = protocol === 'https:' || ['localhost', '127.0.0.1'].includes(hostname)
  const whole = { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSafe } as const
  return isSafe ? { ...whole, prefix: 'host' as const } : whole
}

/** The address of whoever comes with a cookie of ours. */
export function addressIn(c: Context, { config }: Deps): Address | undefined {
  const { prefix } = options(c, config.publicUrl) as { prefix?: 'host' }
  return addressOf(getCookie(c, NAME, prefix))
}

const addressOf = (id: string | undefined): Address | undefined =>
  id && WORD.test(id) ? { channel: 'web', id } : undefined

/** The address of whoever left by the exit: for who agrees once more or opens a link of theirs here, else for nothing. */
export function leftAddressIn(c: Context, { config }: Deps): Address | undefined {
  const { prefix } = options(c, config.publicUrl) as { prefix?: 'host' }
  const kept = getCookie(c, NAME, prefix)
  return kept?.startsWith(LEFT) ? addressOf(kept.slice(LEFT.length)) : undefined
}

/** From now on the browser shows nothing of the person, who can still go on. */
export function leave(c: Context, deps: Deps, seconds: number): void {
  const address = addressIn(c, deps)
  if (!address) return
  const maxAge = Math.min(seconds, LONGEST)
  setCookie(c, NAME, LEFT + address.id, { ...options(c, deps.config.publicUrl), maxAge })
}

/** An address nobody has, and nobody can guess. */
export function newAddress({ random }: Deps): Address {
  const bytes = Uint8Array.from({ length: BYTES }, () => random(256))
  return { channel: 'web', id: bytes.toBase64({ alphabet: 'base64url', omitPadding: true }) }
}

/** Keeps the address in the browser for so many seconds from now; on a kiosk for as long as it may be left alone. */
export function remember(c: Context, { config }: Deps, { id }: Address, seconds: number): void {
  const maxAge = Math.min(seconds, c.get('sitting')?.keeps ?? LONGEST)
  setCookie(c, NAME, id, { ...options(c, config.publicUrl), maxAge })
}

/** Forgets it. */
export function forget(c: Context, { config }: Deps): void {
  deleteCookie(c, NAME, options(c, config.publicUrl))
}
