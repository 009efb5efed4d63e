// The seats everybody can have at the time at which somebody has one, taken or not.

import type { BookableTime } from './bookable.ts'
import type { Closure } from './closures.ts'
import { type CentreCalendar, slotsOn } from './planned.ts'
import { dayOf } from './wall-clock.ts'

type Had = { startsAt: number; endsAt: number; seat: number | null }

/**
 * The public seats of the same time and, at an outreach site, of the same place, with who counsels at
 * them; the seat itself among them, whoever may book it. `null` where the rules have no such time any more.
 */
export function seatsBeside(
  calendar: CentreCalendar,
  closures: readonly Closure[],
  { startsAt, endsAt, seat }: Had,
): Pick<BookableTime, 'seats' | 'counsellors'> | null {
  if (seat === null) return null
  const slots = slotsOn(calendar, closures, dayOf(startsAt)).filter(
    (slot) => slot.startsAt === startsAt && slot.endsAt === endsAt,
  )
  const own = slots.find((slot) =>
    [...slot.seats, ...slot.staffSeats, ...slot.walkInSeats].includes(seat),
  )
  if (!own) return null
  const there = slots.filter(({ site }) => site?.id === own.site?.id)
  const seats = new Set([...there.flatMap((slot) => slot.seats), seat])
  const counsellors = new Map(there.flatMap((slot) => [...(slot.counsellors ?? [])]))
  return { seats: [...seats], counsellors }
}
