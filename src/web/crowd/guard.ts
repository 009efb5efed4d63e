// What stands before the pages for everybody: requests that no browser of a person makes are refused at
// once, and where more comes than one address or all together may send, a proof is asked for.

import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Deps } from '../../deps.ts'
import type { Deed } from '../../domain/people/crowd.ts'
import { createCrowdGate } from '../../flows/conversation/crowd-gate.ts'
import { createProofs } from '../../flows/conversation/proofs.ts'
import { clientAddress } from '../../http/client-address.ts'
import type { Kept, TooMany } from './page.ts'

/** A request as the limits see it. */
export type Asked = {
  /** danger: what nobody is ever kept from */
  deed: Deed | 'danger'
  /** In which they read, where somebody has chosen one. */
  language: string | undefined
}

export type Form = Record<string, string>

/** How a door reads its requests, and shows a page of ours in its frame. */
export type CrowdDoor = {
  asked: (c: Context, form: Form) => Asked
  tooMany: (c: Context, what: TooMany) => Promise<Response>
  tooLarge: (c: Context, language: string | undefined) => Promise<Response>
  /** The field in which people type. */
  typedIn: string
}

// Four thousand letters of Arabic, each six bytes in a form, and what goes with them.
const LARGEST_FORM = 64 * 1024
const LONGEST_URL = 4096
// One cookie of ours, and those that others left on this host.
const LONGEST_COOKIES = 8192
const METHODS = ['GET', 'HEAD', 'POST']
const PROOF = 'proof'

/** Goes before everything of a door that must not be flooded; counts for this process alone. */
export function createCrowdGuard(deps: Deps, door: CrowdDoor): MiddlewareHandler {
  const gate = createCrowdGate(deps.clock.now)
  const proofs = createProofs(deps)
  const readable = bodyLimit({
    maxSize: LARGEST_FORM,
    onError: (c) => door.tooLarge(c, undefined),
  })

  const admit: MiddlewareHandler = async (c, next) => {
    const form = await formOf(c)
    const { deed, language } = door.asked(c, form)
    if (deed === 'danger') return await next()
    const seconds = gate.admit(deed, clientAddress(c))
    const isPost = c.req.method === 'POST'
    const fields = isPost ? Object.entries(form) : [...new URL(c.req.url).searchParams]
    if (seconds === 0 || (await proofs.accepts(deed, fieldOf(fields, PROOF)))) return await next()
    const typed = isPost ? form[door.typedIn] : undefined
    const kept: Kept = {
      method: isPost ? 'post' : 'get',
      path: c.req.path,
      fields: fields.filter(([name]) => name !== PROOF),
      isTyped: typed !== undefined && typed.trim() !== '',
    }
    const heard = typed === undefined ? undefined : deps.i18n.hear(typed)
    const challenge = JSON.stringify(await proofs.ask(deed))
    const response = await door.tooMany(c, {
      kept,
      challenge,
      seconds,
      language: language ?? heard?.language,
      heard: heard?.kind,
    })
    response.headers.set('Retry-After', String(seconds))
    return response
  }

  return async (c, next) => {
    if (!METHODS.includes(c.req.method)) return c.body(null, 405, { Allow: METHODS.join(', ') })
    if (c.req.url.length > LONGEST_URL) return c.body(null, 414)
    if ((c.req.header('cookie')?.length ?? 0) > LONGEST_COOKIES) return c.body(null, 431)
    if (c.req.method !== 'POST') return await admit(c, next)
    if (!isForm(c)) return c.body(null, 415)
    // Where the length is said, nothing needs to be read to judge it.
    const said = c.req.header('transfer-encoding') ? undefined : c.req.header('content-length')
    if (Number(said) <= LARGEST_FORM) return await admit(c, next)
    return await readable(c, async () => {
      const answer = await admit(c, next)
      if (answer) c.res = answer
    })
  }
}

/** The fields of a form; where a name comes twice, the last of them. Files are none. */
async function formOf(c: Context): Promise<Form> {
  if (c.req.method !== 'POST') return {}
  const body = await c.req.parseBody()
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  )
}

const isForm = (c: Context) =>
  /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(
    c.req.header('content-type') ?? '',
  )

const fieldOf = (fields: readonly (readonly [string, string])[], wanted: string) =>
  fields.find(([name]) => name === wanted)?.[1]
