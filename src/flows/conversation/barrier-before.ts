// A barrier that is told of before the consent, in a chat: kept as the form on /accessibility keeps it.

import QuickLru from 'quick-lru'
import type { Deps } from '../../deps.ts'
import type { LoadedPerson } from '../../domain/dialog/kept-talk.ts'
import { asksOfBarrier } from '../../domain/dialog/show/accessibility.ts'
import { nameOf } from '../../domain/people/address.ts'
import { MOST_BARRIERS, readBarrier } from '../../domain/people/barrier-report.ts'
import { tellBarrier, tellBarrierUnknown } from '../report-barrier.ts'
import { type Incoming, inputNameOf } from './step.ts'

/** `enough`: as many are kept of this person, or were told in this chat today, as may be. */
export type BarrierBefore = 'kept' | 'long' | 'enough'

/**
 * Keeps what somebody without a consent typed where it was asked for, or behind the command; `undefined` where it
 * tells of none. Who has no row is nobody in the report, too.
 */
export async function barrierBefore(
  deps: Deps,
  incoming: Incoming,
  person: LoadedPerson | null,
): Promise<BarrierBefore | undefined> {
  const { input, lastShown, lastLanguage } = incoming
  const { channel } = incoming.address
  const name = inputNameOf(incoming)
  const isTold =
    input.kind === 'command'
      ? input.command === 'barrier'
      : lastShown !== undefined && asksOfBarrier(lastShown)
  const text = isTold && (input.kind === 'command' || input.kind === 'text') ? input.text : ''
  if (!text) return undefined
  const read = readBarrier({ text, reach: '' })
  if ('faults' in read) return read.faults.text === 'long' ? 'long' : undefined
  if (!person && !mayTell(deps, incoming)) return 'enough'
  const { barrier } = read
  const language = person?.language ?? lastLanguage ?? deps.i18n.languages[0]?.key ?? 'de'
  const told = { channel, language, barrier }
  if (!person) await tellBarrierUnknown(deps, { drawn: name, ...told })
  else if (!(await tellBarrier(deps, { input: name, personId: person.id, ...told }))) {
    return 'enough'
  }
  return 'kept'
}

const DAY = 86_400_000
const REMEMBERED = { maxSize: 10_000 }
// By chat, the inputs that told of one, with when: only so that nobody fills the list; never stored.
const told = new WeakMap<Deps['store'], QuickLru<string, ReadonlyMap<string, number>>>()

/** Whether this chat may tell once more today; the same input that comes again is the same. */
function mayTell({ store, clock }: Deps, incoming: Incoming): boolean {
  const chats = told.get(store) ?? new QuickLru(REMEMBERED)
  told.set(store, chats)
  const chat = nameOf(incoming.address)
  const now = clock.now()
  const lately = new Map([...(chats.get(chat) ?? [])].filter(([, at]) => at > now - DAY))
  const name = inputNameOf(incoming)
  if (!lately.has(name) && lately.size >= MOST_BARRIERS) return false
  chats.set(chat, lately.set(name, now))
  return true
}
