// Who counsels at a seat that somebody has.

import type { Counsellor } from './counsellors.ts'
import { type CentreCalendar, slotsOn } from './planned.ts'
import { dayOf } from './wall-clock.ts'

/**
 * Who counsels at a seat at an instant (epoch ms), whether or not the hours are closed by now; `undefined`
 * where nobody has entered it, or the rules have no such time any more.
 */
export function counsellorAt(
  calendar: CentreCalendar,
  { startsAt, seat }: { startsAt: number; seat: number | null },
): Counsellor | undefined {
  if (seat === null) return undefined
  return slotsOn(calendar, [], dayOf(startsAt))
    .find(
      (slot) =>
        slot.startsAt === startsAt &&
        [...slot.seats, ...slot.staffSeats, ...slot.walkInSeats].includes(seat),
    )
    ?.counsellors?.get(seat)
}
