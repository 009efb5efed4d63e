// Who loses a counsellor who speaks their language, or the woman or man they asked for, is told.

import type { Deps } from '../../deps.ts'
import { losing } from '../../domain/profile/matches.ts'
import type { Profile } from '../../domain/profile/profile.ts'

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
  const answered = await deps.store.appointments.answered(now)
  const staying = answered.filter((booking) => !affected.includes(booking.id))
  const messages = losing(before, profile, staying).flatMap(({ id: bookingId, personId }) =>
    personId === null
      ? []
      : [
          {
            key: `other-counsellor:${id}:${bookingId}`,
            kind: 'other-counsellor',
            personId,
            bookingId,
            payload: {},
            dueAt: now + AFTER_THE_CHANGE,
          },
        ],
  )
  if (messages.length > 0) await deps.store.outbox.queue(messages, now)
}
