// Messages in chats that say what no longer holds, corrected: after an answer at once, else by the tick.

import type { Deps } from '../../deps.ts'
import { afterDelivery, type DeliveryOutcome } from '../../domain/appointment/delivery.ts'
import {
  type Corrected,
  type Correction,
  corrections,
  isFinal,
  nextLook,
  type Told,
  type Verdict,
  yesterdays,
} from '../../domain/appointment/told.ts'
import { showOutdated } from '../../domain/dialog/show/outdated.ts'
import { about } from '../../domain/dialog/show/party.ts'
import type { Channel } from '../../domain/people/address.ts'
import type { PartyMember } from '../../domain/people/party.ts'
import { faultFields } from '../../log.ts'
import { FOR_UPKEEP, held } from '../query-budget.ts'
import type { Correct, Messengers } from './messenger.ts'
import { sayToday } from './say-today.ts'
import { SETTLED } from './tick-reads.ts'

/** Who reads a chat: its id in the channel, their language, and whom of several it is about. */
export type Reader = { id: string; language: string; party: readonly PartyMember[] }

/** A person in a channel. */
export type Chat = { personId: string; channel: Channel }

const MOST_A_TICK = 200
const AT_ONCE = 10

// At most: what it says, how things are, what is said in their place, noted.
const QUERIES_A_CHAT = 30

/** Corrects what has fallen due, as far as the queries of this event go; false where some are left. */
export async function correctChats(deps: Deps, messengers: Messengers): Promise<boolean> {
  const now = deps.clock.now()
  const due = await deps.store.told.due(now, now - SETTLED, MOST_A_TICK)
  for (let at = 0; at < due.length; at += AT_ONCE) {
    const some = due.slice(at, at + AT_ONCE)
    const given = held(deps, QUERIES_A_CHAT * some.length, FOR_UPKEEP)
    if (!given) return false
    await Promise.all(some.map((chat) => safely(deps, messengers, chat)))
    given()
  }
  return due.length < MOST_A_TICK
}

async function safely(deps: Deps, messengers: Messengers, chat: Chat): Promise<void> {
  try {
    await compare(deps, messengers, chat)
  } catch (fault) {
    // It is still due and comes again.
    deps.log.error('chat not corrected', faultFields(fault))
  }
}

async function compare(deps: Deps, messengers: Messengers, chat: Chat): Promise<void> {
  const now = deps.clock.now()
  const { told } = deps.store
  const found = await told.look(chat, now)
  if (!found) return
  const may = found.told.filter(({ tells, at }) => tells.kind !== 'mention' || at < now - SETTLED)
  const numbers = new Set(may.map(({ message }) => message))
  const wrong = corrections(found.told, found.present, now).filter(({ message }) =>
    numbers.has(message),
  )
  const correct = found.unreachable === null ? messengers[chat.channel]?.correct : undefined
  const outcomes = await correctEach(wrong, correct, found)
  const verdicts = new Map(wrong.map(({ message, verdict }) => [message, verdict]))
  const again = yesterdays(may, now).filter(({ message }) => !verdicts.has(message))
  const reader = { ...found, personId: chat.personId }
  for (const [message, outcome] of await sayToday(deps, again, correct, reader)) {
    outcomes.set(message, outcome)
  }
  const ends = may
    .map((one) => endOf(one, outcomes.get(one.message), verdicts.get(one.message), now))
    .filter(({ lookAt, message }) => (lookAt !== null && lookAt <= now) || outcomes.has(message))
  const over = ends.filter(({ verdict }) => isFinal(verdict)).map(({ message }) => message)
  over.push(...(await silenced(messengers, chat, found)))
  const kept = ends.filter(({ verdict }) => !isFinal(verdict))
  await told.compared(chat, kept, over)
}

/** Takes sounds out of a chat that say what no longer holds; those that are gone, or out of reach, by their numbers. */
async function silenced(
  messengers: Messengers,
  { channel }: Chat,
  { id, unreachable, unheard }: { id: string; unreachable: unknown; unheard: readonly number[] },
): Promise<readonly number[]> {
  if (unheard.length === 0 || unreachable !== null) return unheard
  const outcome = await messengers[channel]?.takeBack?.(id, unheard)
  return outcome?.of === 'retry' ? [] : unheard
}

/** What a message says from now on, and when it is compared next. */
function endOf(
  one: Told,
  outcome: DeliveryOutcome | undefined,
  verdict: Verdict | undefined,
  now: number,
) {
  const stays = { ...one, next: nextLook(one, now), attempts: 0 }
  // One before it did not go through: it is due as it was.
  if (!outcome && verdict) return { ...stays, next: one.lookAt }
  // Worded anew, it says the same appointment on from now.
  if (outcome?.of === 'sent' && !verdict) return { ...stays, at: now }
  if (!outcome || outcome.of === 'blocked') return stays
  const attempts = one.attempts + 1
  const after = afterDelivery(outcome, attempts, now)
  if ('again' in after) return { ...stays, next: after.again, attempts }
  return { ...stays, verdict: after.status === 'sent' && verdict ? verdict : ('lost' as const) }
}

/** Corrects messages of a chat one after the other; what came of each, by its number. */
async function correctEach(
  wrong: readonly Correction[],
  correct: Correct | undefined,
  { id, language, party }: Reader,
): Promise<Map<number, DeliveryOutcome>> {
  const outcomes = new Map<number, DeliveryOutcome>()
  for (const { message, verdict } of wrong) {
    const outcome: DeliveryOutcome = correct
      ? await correct(id, message, language, about(showOutdated(verdict), party))
      : { of: 'blocked', reason: 'no-chat' }
    outcomes.set(message, outcome)
    // Whatever comes next would meet the same.
    if (outcome.of === 'retry' || outcome.of === 'blocked') break
  }
  return outcomes
}

/** Corrects messages beside an answer. What does not go through is left to the tick. */
export async function correctNow(
  wrong: readonly Correction[],
  correct: Correct | undefined,
  reader: Reader,
): Promise<Corrected[]> {
  if (!correct) return []
  const outcomes = await correctEach(wrong, correct, reader)
  return wrong.flatMap(({ message, verdict }): Corrected[] => {
    const of = outcomes.get(message)?.of
    if (of === 'failed') return [{ message, verdict: 'lost' }]
    return of === 'sent' ? [{ message, verdict }] : []
  })
}
