// What may be said of an appointment afterwards, and when.

import { dateOf } from '../calendar/wall-clock.ts'

/** `unmarked`: over without a word of staff, closed when its person booked again or was forgotten. */
export type BookingState = 'booked' | 'cancelled' | 'attended' | 'missed' | 'unmarked'
export type Outcome = 'attended' | 'missed'

/** How an appointment stands at an instant (epoch ms): over and marked by nobody, it is as one that was closed so. */
export const stateAt = (
  { state, endsAt }: { state: BookingState; endsAt: number },
  now: number,
): BookingState => (state === 'booked' && endsAt <= now ? 'unmarked' : state)

// People come early, and counsellors take them when there is time.
const EARLY = 60 * 60_000
/** A wrong tap can be put right until the end of the second day after. */
const CORRECTABLE = 48 * 60 * 60_000

/** From when on (epoch ms) it may be said of an appointment; who came before it begins is asked about first. */
export const markableFrom = (to: Outcome, startsAt: number): number =>
  to === 'attended' ? startsAt - EARLY : startsAt

/** Whether what was said of it can be taken back: until the day (in Germany) on which it was said is over. */
export const mayTakeBack = (
  { state, changedAt }: { state: BookingState; changedAt: number },
  now: number,
): boolean => (state === 'attended' || state === 'missed') && dateOf(changedAt) === dateOf(now)

/** Said to have come, or not to have, before it is over: to its person it stays what it is until then. */
export const isMarkedEarly = (
  { state, endsAt }: { state: BookingState; endsAt: number },
  now: number,
): boolean => (state === 'attended' || state === 'missed') && endsAt > now

/** Whether staff may mark the appointment so now. Instants are epoch ms. */
export function mayMark(
  state: BookingState,
  to: Outcome,
  { startsAt, now }: { startsAt: number; now: number },
): boolean {
  if (state === 'cancelled' || state === to || now > startsAt + CORRECTABLE) return false
  return now >= markableFrom(to, startsAt)
}
