// Who loses a counsellor who speaks their language, the woman or man they asked for, or who knows them, is told.

import type { Deps } from '../../deps.ts'
import { type AnsweredBooking, losing } from '../../domain/profile/matches.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import type { OtherCounsellor } from '../outbox/counsellor-message.ts'

/** The appointments to come that a change of the city leaves standing: all but those it ends. */
export async function stayingBookings(
  { store }: Deps,
  ended: readonly string[],
  now: number,
): Promise<AnsweredBooking[]> {
  const answered = await store.appointments.answered(now)
  return answered.filter(({ id }) => !ended.includes(id))
}

// By then the change is made; a message that is looked at before is dropped as untrue.
const AFTER_THE_CHANGE = 60_000

/**
 * Owes the messages of a change that is about to be made, once each. Owed before it, so that nobody is
 * forgotten where a process ends in between; if it is not made after all, they are dropped when they are worded.
 */
export async function tellLostMatches(
  deps: Deps,
  before: Profile,
  { id, profile, affected }: { id: string; profile: Profile; affected: readonly string[] },
  now: number,
): Promise<void> {
  const staying = await stayingBookings(deps, affected, now)
  const messages = losing(before, profile, staying).flatMap(({ booking, wasKnown }) => {
    const { id: bookingId, personId } = booking
    if (personId === null) return []
    const payload: OtherCounsellor = { wasKnown }
    return [
      {
        key: `other-counsellor:${id}:${bookingId}`,
        kind: 'other-counsellor',
        personId,
        bookingId,
        payload,
        dueAt: now + AFTER_THE_CHANGE,
      },
    ]
  })
  if (messages.length > 0) await deps.store.outbox.queue(messages, now)
}
