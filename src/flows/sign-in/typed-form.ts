// What somebody sent after their session had ended: sealed into the page that asks to sign in, for the same account
// in the same browser, once, for an hour. Nothing of it is kept here.

import { parseCookies } from 'better-auth/cookies'
import * as z from 'zod'
import type { Deps } from '../../deps.ts'

const LASTS = 60 * 60_000
const COOKIE = 'lotse.typed'
/** Grows when an older one would mean something else. */
const VERSION = 1

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

const schema = z.tuple([
  z.literal(VERSION),
  z.number(),
  z.object({
    route: z.string(),
    params: z.record(z.string(), z.string()),
    fields: z.record(z.string(), z.string()),
    madeAt: z.number(),
  }),
])

const purpose = 'typed'
const addressOf = (staffId: string, browser: string) =>
  ({ channel: 'staff', id: `${staffId} ${browser}` }) as const

/** Seals a form for an account; `cookie` is the Set-Cookie line by which its browser is known again. */
export async function sealTyped(
  { store, clock, config, newId }: Deps,
  staffId: string,
  form: TypedForm,
): Promise<{ sealed: string; cookie: string }> {
  const open = Object.entries(form.fields).filter(([name]) => !SECRETS.includes(name))
  const kept = { ...form, fields: Object.fromEntries(open) }
  const browser = crypto.getRandomValues(new Uint8Array(16)).toHex()
  const name = newId().replaceAll('-', '').slice(-12)
  const text = JSON.stringify([VERSION, clock.now(), kept])
  const sealed = await store.pages.seal(purpose, addressOf(staffId, browser), text)
  const cookie = cookieLine(config, name, browser, LASTS / 1000)
  return { sealed: `${name}.${sealed}`, cookie }
}

/**
 * The form that was sealed for this account in this browser; `null` for any other, a changed or used one, and one
 * that is too old. `cookie` is the Set-Cookie line that has it used.
 */
export async function openTyped(
  { store, clock, config }: Deps,
  staffId: string,
  headers: Headers,
  sealed: string,
): Promise<{ form: TypedForm; cookie: string } | null> {
  const [name = ''] = sealed.split('.', 1)
  const browser = parseCookies(headers.get('cookie') ?? '').get(`${COOKIE}.${name}`)
  if (!browser || !/^[0-9a-zA-Z]{1,12}$/.test(name)) return null
  const address = addressOf(staffId, browser)
  const text = await store.pages.open(purpose, address, sealed.slice(name.length + 1))
  const read = text === undefined ? null : schema.safeParse(JSON.parse(text))
  if (!read?.success) return null
  const [, at, form] = read.data
  if (Math.abs(clock.now() - at) > LASTS) return null
  return { form, cookie: cookieLine(config, name, '', 0) }
}

function cookieLine(config: Deps['config'], name: string, value: string, seconds: number): string {
  const isSecure = config.publicUrl?.startsWith('https:')
  return `${COOKIE}.${name}=${value}; Path=/staff; Max-Age=${seconds}; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`
}
