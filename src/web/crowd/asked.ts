// What a request is to the limits: what it does, whether it is for help in danger, and who reads.

import type { Context } from 'hono'
import type { Deps } from '../../deps.ts'
import type { Seen } from '../../domain/dialog/seen.ts'
import type { Tap } from '../../domain/dialog/tap.ts'
import { decodeTap } from '../../domain/dialog/tap-code.ts'
import type { Deed } from '../../domain/people/crowd.ts'
import { openForm, openSeen } from '../../flows/conversation/carried.ts'
import { addressIn } from '../cookie.ts'
import type { Fields } from '../sent.ts'

const NUMBERS: readonly string[] = ['danger', 'minor', 'hidden', 'sos']
const IN_DANGER: readonly Tap['do'][] = ['danger', 'safe', 'hide', 'reach']

/** What a request does. */
export function deedOf(c: Context, { t = '' }: Fields): Deed {
  if (c.req.method !== 'POST') return 'read'
  return decodeTap(t)?.tap.do === 'agree' ? 'begin' : 'write'
}

/** Whether it asks for the numbers for danger, or goes on from them: nobody is kept from that. */
export async function isForDanger(c: Context, deps: Deps, sent: Fields): Promise<boolean> {
  const isPost = c.req.method === 'POST'
  const tap = decodeTap((isPost ? sent.t : c.req.query('t')) ?? '')?.tap
  if (tap && isAboutDanger(tap)) return true
  const at = isPost ? undefined : c.req.query('at')
  const address = at && addressIn(c, deps)
  if (!address) return false
  const { heard, place }: Seen = (await openSeen(deps, address, at)) ?? {}
  return heard !== undefined || (place?.at === 'page' && NUMBERS.includes(place.page))
}

function isAboutDanger(tap: Tap): boolean {
  if (tap.do === 'lobby' || tap.do === 'open') return NUMBERS.includes(tap.page)
  return IN_DANGER.includes(tap.do)
}

/** The language somebody has chosen, as far as what they send says so. */
export async function languageOf(
  c: Context,
  deps: Deps,
  { t, from, form }: Fields,
): Promise<string | undefined> {
  const carried = [t, from, c.req.query('t')].map((code) => decodeTap(code ?? '')?.tap)
  const named = carried.find((tap) => tap !== undefined && 'language' in tap)
  if (named && 'language' in named) return named.language
  const address = form ? addressIn(c, deps) : undefined
  const page = form && address ? await openForm(deps, address, form) : undefined
  return page?.language ?? c.req.query('lang')
}
