// What may be said of an appointment afterwards, and when.

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

/** Whether staff may mark the appointment so now. Instants are epoch ms. */
export function mayMark(
  state: BookingState,
  to: Outcome,
  { startsAt, now }: { startsAt: number; now: number },
): boolean {
  if (state === 'cancelled' || state === to || now > startsAt + CORRECTABLE) return false
  return to === 'attended' ? now >= startsAt - EARLY : now >= startsAt
}
