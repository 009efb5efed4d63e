// When a closure is, in words for staff.

import type { Closing } from '../../domain/appointment/closing.ts'
import { clock, longDay } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'

/** Days, with hours where it begins or ends within one, and the seat where it is one. */
export function stretch(frame: Frame, { seat, startsAt, endsAt }: Closing): string {
  const { words, language } = frame
  const [begins, ends] = [clock(startsAt), clock(endsAt)]
  const last = longDay(endsAt - 1, language)
  const first = longDay(startsAt, language)
  const from =
    begins === '00:00' ? first : `${first}, ${words.say('closedSince', { time: begins })}`
  const days = first === last ? from : `${from} – ${last}`
  const when = ends === '00:00' ? days : `${first}, ${begins}–${ends}`
  return seat === null ? when : `${when}, ${words.say('seatNumber', { seat })}`
}
