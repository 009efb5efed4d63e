// Messages of a chat that an answer or an erasure makes untrue.

import type { Deps } from '../../deps.ts'
import { corrections, correctionsAtEnd, isFinal } from '../../domain/appointment/told.ts'
import { openAppointment } from '../../domain/dialog/booking.ts'
import type { LoadedPerson } from '../../domain/dialog/kept-talk.ts'
import type { Screen } from '../../domain/dialog/screen.ts'
import { correctNow } from '../outbox/correct-chats.ts'
import type { Correct } from '../outbox/messenger.ts'
import { toErase } from './party.ts'
import type { Progress } from './progress.ts'
import type { Incoming } from './step.ts'

/** Corrects what the chat says of those who are erased: afterwards nobody knows which messages they are. */
export async function correctErased(
  deps: Deps,
  { address }: Incoming,
  { told, party, language }: LoadedPerson,
  whom: string,
  correct: Correct | undefined,
): Promise<void> {
  for (const { id, isMeant } of toErase(party, whom)) {
    const chat = { personId: id, channel: address.channel }
    const theirs = isMeant ? told : (await deps.store.told.look(chat, deps.clock.now()))?.told
    const reader = { id: address.id, language, party: [] }
    await correctNow(correctionsAtEnd(theirs ?? []), correct, reader)
  }
}

// More stand in a chat only where somebody asked for the same screen again and again: the tick has time.
const CORRECTED_AT_ONCE = 5

/** The messages that no longer hold once a screen stands below them. */
export function outdatedBy(
  screen: Screen,
  { told, appointment, held }: LoadedPerson,
  after: Progress,
) {
  const { facts } = after
  const open = openAppointment(facts)
  const isAsBefore = open?.id === appointment?.id && open?.startsAt === appointment?.startsAt
  // Whoever takes a time lets go of all that was held for them.
  const offers = isAsBefore || facts.held !== held ? facts.held.map(({ id }) => id) : []
  const newest = screen.tells?.kind === 'card' ? Number.POSITIVE_INFINITY : undefined
  const standing = told.filter(({ verdict }) => verdict === null)
  const wrong = corrections(standing, { appointment: open, offers }, facts.now, newest)
  return {
    party: facts.party,
    corrections: wrong.slice(0, CORRECTED_AT_ONCE),
    told: told.filter(({ verdict }) => !isFinal(verdict)).map(({ message }) => message),
  }
}
