// Open bookings that the rules of a profile would not give any more.
import type { Closure } from '../calendar/closures.ts'
import { slotsOn } from '../calendar/planned.ts'
import { dayOf } from '../calendar/wall-clock.ts'
import { calendarOf, centreOf, type Profile } from './profile.ts'

/** A booking that is still to come; `ref` is all that is known of the person. Times are epoch ms. */
export type OpenBooking = {
  id: string
  ref: string
  centre: string
  startsAt: number
  endsAt: number
  seat: number
}

/**
 * Why a booking falls outside: its centre is gone, no slot begins and ends with it (hours changed,
 * closed, a holiday), or the slot has no such seat.
 */
export type Outside = { booking: OpenBooking; why: 'no-centre' | 'no-slot' | 'no-seat' }

const whyOutside = (
  profile: Profile,
  closures: readonly Closure[],
  booking: OpenBooking,
): Outside['why'] | undefined => {
  const centre = centreOf(profile, booking.centre)
  if (!centre) return 'no-centre'
  const slots = slotsOn(calendarOf(profile, centre), closures, dayOf(booking.startsAt)).filter(
    ({ startsAt, endsAt }) => startsAt === booking.startsAt && endsAt === booking.endsAt,
  )
  if (slots.length === 0) return 'no-slot'
  const seats = slots.flatMap((slot) => [...slot.seats, ...slot.staffSeats, ...slot.walkInSeats])
  return seats.includes(booking.seat) ? undefined : 'no-seat'
}

/** The bookings that fall outside the profile's rules, by the order they are given in. */
export const bookingsOutside = (
  profile: Profile,
  closures: readonly Closure[],
  bookings: readonly OpenBooking[],
): Outside[] =>
  bookings.flatMap((booking) => {
    const why = whyOutside(profile, closures, booking)
    return why ? [{ booking, why }] : []
  })
