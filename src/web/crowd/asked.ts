// What a request is to the limits: what it does, whether it is for help in danger, and who reads.

import type { Context } from 'hono'
import type { Deps } from '../../deps.ts'
import { readReferenceCode } from '../../domain/appointment/reference-code.ts'
import type { Seen } from '../../domain/dialog/seen.ts'
import type { Tap } from '../../domain/dialog/tap.ts'
import { decodeTap } from '../../domain/dialog/tap-code.ts'
import type { Deed } from '../../domain/people/crowd.ts'
import { openForm, openSeen } from '../../flows/conversation/carried.ts'
import { BARRIER_PATH } from '../barrier.ts'
import { addressIn } from '../cookie.ts'
import { RETURN_PATH } from '../return-page.ts'
import { type Sent, sentBy } from '../sent.ts'

const NUMBERS: readonly string[] = ['danger', 'minor', 'hidden', 'sos']
const IN_DANGER: readonly Tap['do'][] = ['danger', 'safe', 'hide', 'reach']

export const isPost = (c: Context) => c.req.method === 'POST'

/** What was sent: the form, or what the address says. */
export const sentIn = async (c: Context): Promise<Sent> =>
  isPost(c) ? await sentBy(c) : c.req.query()

/** What a request does, and about what, where that is counted. */
export function deedOf(c: Context, { t = '', code = '' }: Sent): { deed: Deed; about?: string } {
  if (!isPost(c)) return { deed: 'read' }
  if (c.req.path === BARRIER_PATH) return { deed: 'tell' }
  const tried = c.req.path === RETURN_PATH && readReferenceCode(code)
  if (tried) return { deed: 'return', about: tried }
  const tap = decodeTap(t)?.tap
  if (tap?.do === 'book') return { deed: 'book', about: tap.centre }
  return { deed: tap?.do === 'agree' ? 'begin' : tap?.do === 'take' ? 'book' : 'write' }
}

/** Whether it asks for the numbers for danger, or goes on from them: nobody is kept from that. */
export async function isForDanger(c: Context, deps: Deps, { t = '', at }: Sent): Promise<boolean> {
  const tap = decodeTap(t)?.tap
  if (tap && isAboutDanger(tap)) return true
  const address = at === undefined || isPost(c) ? undefined : addressIn(c, deps)
  if (!address || at === undefined) return false
  const { heard, place }: Seen = (await openSeen(deps, address, at)) ?? {}
  if (heard || place?.at === 'safe') return true
  return place?.at === 'page' && NUMBERS.includes(place.page)
}

function isAboutDanger(tap: Tap): boolean {
  if (tap.do === 'lobby' || tap.do === 'open') return NUMBERS.includes(tap.page)
  return IN_DANGER.includes(tap.do)
}

/** The language somebody has chosen, as far as what they send says so. */
export async function languageOf(c: Context, deps: Deps, sent: Sent): Promise<string | undefined> {
  for (const code of [sent['t'], sent['from']]) {
    const tap = decodeTap(code ?? '')?.tap
    if (tap && 'language' in tap) return tap.language
  }
  const { form } = sent
  const address = form === undefined ? undefined : addressIn(c, deps)
  const page = form !== undefined && address ? await openForm(deps, address, form) : undefined
  return page?.language ?? sent['lang'] ?? c.req.query('lang')
}
