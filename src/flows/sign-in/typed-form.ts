// What somebody sent that has not been done: after their session had ended, refused, or to be looked at first. Kept for
// the same account in the same browser, for an hour or until it was sent. Its key is a cookie, so nobody else can read
// it, and after that hour nobody at all. So is a secret that was made, until it is fetched.

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

const formSchema = z.object({
  route: z.string(),
  params: z.record(z.string(), z.string()),
  fields: z.record(z.string(), z.string()),
  madeAt: z.number(),
})

/** A form as it was sent: to which route, with which parts of its path, from a page made at `madeAt` (epoch ms). */
export type TypedForm = Readonly<z.infer<typeof formSchema>>

const keptSchema = z.object({
  form: formSchema,
  // As HTML of our own, above the form.
  refused: z
    .object({
      said: z.string(),
      faults: z.array(z.string()),
      status: z.literal([400, 403, 409, 422]),
    })
    .optional(),
  isLook: z.boolean().default(false),
  earlier: z.array(z.string()).default([]),
})

const onceSchema = z.object({
  once: z.object({ title: z.string(), page: z.string(), leads: z.string() }),
})

const schema = keptSchema.or(onceSchema).or(z.object({ ledTo: z.string() }))

/** A form: why it was refused, whether it only shows something, and the names of the pages on which it stood before. */
export type Kept = z.input<typeof keptSchema>

/** A page of our own that shows a secret: its title, its HTML, and the path to which it leads from then on. */
export type ShownOnce = z.output<typeof onceSchema>['once']

type Whose = { staffId: string; headers: Headers }

/**
 * Keeps a form for an account.
 * @returns its name, and the Set-Cookie line by which its browser is known again
 */
export async function keepTyped(
  deps: Deps,
  whose: Whose,
  { form, ...kept }: Kept,
): Promise<{ name: string; cookie: string }> {
  const open = Object.entries(form.fields).filter(([field]) => !SECRETS.includes(field))
  const name = deps.newId()
  const text = { ...kept, form: { ...form, fields: Object.fromEntries(open) } }
  const key = keyIn(whose.headers) ?? drawKey()
  return { name, cookie: (await keep(deps, { ...whose, key }, name, text)) ?? '' }
}

/**
 * Keeps a secret that `make` makes, until it is fetched for the only time. A name that was taken before makes nothing:
 * a form sent twice makes one.
 * @returns the Set-Cookie line; `null` where the name was taken, and what `make` answers that makes none
 */
export async function keepOnce<Refusal extends object>(
  deps: Deps,
  whose: Whose,
  name: string,
  make: () => Promise<ShownOnce | Refusal>,
): Promise<string | null | Refusal> {
  const { typed } = deps.store.staff
  const key = keyIn(whose.headers) ?? drawKey()
  const cookie = await keep(deps, { ...whose, key }, name, { ledTo: '/staff' })
  if (cookie === null) return null
  const id = { id: name, staffId: whose.staffId, key: keyOf(key) }
  const made = await make().catch(async (fault: unknown) => {
    // Sent again it may succeed.
    await typed.drop(id)
    throw fault
  })
  if (!('leads' in made)) {
    await typed.drop(id)
    return made
  }
  await typed.exchange(id, JSON.stringify({ once: made }), machine())
  return cookie
}

async function keep(
  { store, config }: Deps,
  { staffId, key }: { staffId: string; key: string },
  name: string,
  text: object,
): Promise<string | null> {
  const [id, now] = [{ id: name, staffId, key: keyOf(key) }, machine()]
  const isKept = await store.staff.typed.keep(id, JSON.stringify(text), now + LASTS, now)
  return isKept ? cookieLine(config, key) : null
}

/**
 * What was kept under a name for this account in this browser: the form, or the path that it led to once it was
 * sent. `null` for anybody else, and for what is too old.
 */
export async function openTyped({ store }: Deps, { staffId, headers }: Whose, name: string) {
  const key = keyIn(headers)
  if (!key) return null
  const text = await store.staff.typed.open({ id: name, staffId, key: keyOf(key) }, machine())
  return text === null ? null : schema.parse(JSON.parse(text))
}

/** It was sent: nothing of it is left but where it led to, under each of the names. */
export async function dropTyped(
  { store }: Deps,
  { staffId, headers }: Whose,
  names: readonly string[],
  ledTo: string,
): Promise<void> {
  const key = keyIn(headers)
  if (!key) return
  const text = JSON.stringify({ ledTo })
  for (const id of names) {
    await store.staff.typed.exchange({ id, staffId, key: keyOf(key) }, text, machine())
  }
}

function keyIn(headers: Headers): string | null {
  const known = parseCookies(headers.get('cookie') ?? '').get(COOKIE) ?? ''
  return /^[0-9a-f]{64}$/.test(known) ? known : null
}

const drawKey = () => crypto.getRandomValues(new Uint8Array(32)).toHex()

const keyOf = (hex: string) => Uint8Array.fromHex(hex).toBase64()

// Lax: who signs in at the city's provider comes back from another address.
function cookieLine(config: Deps['config'], key: string): string {
  const isSecure = config.publicUrl?.startsWith('https:')
  return `${COOKIE}=${key}; Path=/staff; Max-Age=${LASTS / 1000}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
}
