// An appointment in a line of a list.

import { type BookingState, stateAt } from '../../domain/appointment/attendance.ts'
import { dayAndClock } from './dates.ts'
import { STATE_WORDS } from './terms.ts'
import type { Words } from './words.ts'

/** When it is, and that nobody has noted yet who came; `null` for one that is no more, or is done with. `now` is epoch ms. */
export function appointmentText(
  words: Words,
  appointment: { state: BookingState; startsAt: number; endsAt: number },
  now: number,
): string | null {
  if (appointment.state !== 'booked') return null
  const said = stateAt(appointment, now)
  const when = dayAndClock(appointment.startsAt)
  return said === 'booked' ? when : `${when} (${words[STATE_WORDS[said]]})`
}
