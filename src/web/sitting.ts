// A kiosk: a tablet of a centre that many people use one after the other. The time of one of them is a sitting.
// It has a cookie that says nothing but which one it is, and where the tablet begins.

import type { Context, MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Deps } from '../deps.ts'
import { addressIn, forget, options, remember } from './cookie.ts'

/** How long nobody has to touch it until it asks, and from then on until it forgets; in seconds. */
export type Patience = { quiet: number; warned: number }

/** Three minutes in all, the last of which is said. WCAG 2.2.1 asks for at least twenty seconds. */
export const PATIENCE: Patience = { quiet: 120, warned: 60 }

/** Where something is typed and no script counts the touches, it waits so many times as long. */
export const TYPING = 3

// What a slow line takes on top.
const SLACK = 30

type Sitting = Patience & {
  id: string
  /** What stands in the address of the first page, such as `centre=hochfeld`; often nothing. */
  start: string
  /** For how long the browser keeps whose talk it is, should no page be there to forget: seconds. */
  keeps: number
}

declare module 'hono' {
  interface ContextVariableMap {
    sitting?: Sitting
  }
}

const NAME = 'lotse-kiosk'
const BYTES = 12
const KEPT = /^([\w-]{16})\.([\w-]{0,200})$/

/** Knows the sitting of a kiosk, and keeps whose talk it is no longer than the sitting may last. */
export function sittings(deps: Deps, patience: Patience): MiddlewareHandler {
  return async (c, next) => {
    const { prefix } = options(c, deps.config.publicUrl) as { prefix?: 'host' }
    const [, id, start] = KEPT.exec(getCookie(c, NAME, prefix) ?? '') ?? []
    if (!id) return await next()
    const keeps = TYPING * patience.quiet + patience.warned + SLACK
    c.set('sitting', { ...patience, id, start: textOf(start ?? ''), keeps })
    await next()
    const address = addressIn(c, deps)
    if (address && !c.res.headers.has('Set-Cookie')) remember(c, deps, address, keeps)
  }
}

/** Forgets who was there and begins with somebody new at the first page. */
export function nextSitting(c: Context, deps: Deps, start: string): Response {
  forget(c, deps)
  const bytes = Uint8Array.from({ length: BYTES }, () => deps.random(256))
  const kept = `${base64url(bytes)}.${base64url(new TextEncoder().encode(start))}`
  const isKept = KEPT.test(kept)
  const value = isKept ? kept : kept.replace(/\..*/, '.')
  setCookie(c, NAME, value, options(c, deps.config.publicUrl))
  return c.redirect(isKept && start ? `/?${start}` : '/', 303)
}

/** The device is a kiosk no more. */
export function endKiosk(c: Context, deps: Deps): void {
  forget(c, deps)
  deleteCookie(c, NAME, options(c, deps.config.publicUrl))
}

const base64url = (bytes: Uint8Array) =>
  bytes.toBase64({ alphabet: 'base64url', omitPadding: true })

function textOf(sealed: string): string {
  try {
    const text = new TextDecoder().decode(Uint8Array.fromBase64(sealed, { alphabet: 'base64url' }))
    // A cookie can be written by anybody: what is no query is none.
    return new URLSearchParams(text).toString()
  } catch {
    return ''
  }
}
