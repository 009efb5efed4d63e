// What somebody sent after their session had ended: kept for the same account in the same browser, for an hour or until
// it was sent. Its key is a cookie, so nobody else can read it, and after that hour nobody at all.

import { parseCookies } from 'better-auth/cookies'
import * as z from 'zod'
import type { Deps } from '../../deps.ts'

const LASTS = 60 * 60_000
// By the machine's clock, as a session.
const machine = () => Date.now()
const COOKIE = 'lotse.typed'

// Never given back, so they are not kept for a moment: whoever needs them types them again. A code of the second factor
// comes by routes alone whose forms are not kept at all; elsewhere `code` is what somebody typed, as of a centre.
const SECRETS = ['form', 'current', 'password', 'repeat', 'response']

/** A form as it was sent: to which route, with which parts of its path, from a page made at `madeAt` (epoch ms). */
export type TypedForm = {
  route: string
  params: Readonly<Record<string, string>>
  fields: Readonly<Record<string, string>>
  madeAt: number
}

const schema = z.object({
  route: z.string(),
  params: z.record(z.string(), z.string()),
  fields: z.record(z.string(), z.string()),
  madeAt: z.number(),
})

type Whose = { staffId: string; headers: Headers }

/**
 * Keeps a form for an account.
 * @returns its name, and the Set-Cookie line by which its browser is known again; `null` where there are too many
 */
export async function keepTyped(
  { store, config, newId }: Deps,
  staffId: string,
  form: TypedForm,
): Promise<{ name: string; cookie: string } | null> {
  const open = Object.entries(form.fields).filter(([field]) => !SECRETS.includes(field))
  const text = JSON.stringify({ ...form, fields: Object.fromEntries(open) })
  const key = crypto.getRandomValues(new Uint8Array(32)).toHex()
  const name = newId()
  const now = machine()
  const whose = { id: name, staffId, key: keyOf(key) }
  const isKept = await store.staff.typed.keep(whose, text, now + LASTS, now)
  return isKept ? { name, cookie: cookieLine(config, name, key) } : null
}

/**
 * What was kept under a name for this account in this browser: the form, or the path that it led to once it was
 * sent. `null` for anybody else, and for what is too old.
 */
export async function openTyped(
  { store }: Deps,
  { staffId, headers }: Whose,
  name: string,
): Promise<{ form: TypedForm } | { ledTo: string } | null> {
  const known = parseCookies(headers.get('cookie') ?? '').get(`${COOKIE}.${name}`) ?? ''
  if (known.startsWith('/')) return { ledTo: known }
  if (!/^[0-9a-f]{64}$/.test(known)) return null
  const text = await store.staff.typed.open({ id: name, staffId, key: keyOf(known) }, machine())
  return text === null ? null : { form: schema.parse(JSON.parse(text)) }
}

/** It was sent: nothing of it is left but where it led to. The Set-Cookie line that says so. */
export async function dropTyped(
  { store, config }: Deps,
  staffId: string,
  name: string,
  ledTo: string,
): Promise<string> {
  await store.staff.typed.drop(name, staffId)
  return cookieLine(config, name, ledTo)
}

const keyOf = (hex: string) => Uint8Array.fromHex(hex).toBase64()

// Lax: who signs in at the city's provider comes back from another address.
function cookieLine(config: Deps['config'], name: string, value: string): string {
  const isSecure = config.publicUrl?.startsWith('https:')
  return `${COOKIE}.${name}=${value}; Path=/staff; Max-Age=${LASTS / 1000}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
}
