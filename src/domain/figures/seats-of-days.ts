// The seats that days had, hour by hour, once they are over.

import type { Taken } from '../calendar/bookable.ts'
import type { Closure } from '../calendar/closures.ts'
import { type CentreCalendar, type DayRange, plannedSlots } from '../calendar/planned.ts'
import { dateOf } from '../calendar/wall-clock.ts'
import { countedHour, type DaySeats } from './counted-hour.ts'

/**
 * The seats of each hour of a centre. Planned are all the rules gave; bookable those that were open to everybody.
 * Wherever an appointment sat in the end there was a seat that could be booked: kept for callers or for whoever comes
 * to the door, or of a rule that has been changed since.
 * @param taken the seats of the centre that hold an appointment
 */
export function seatsOfDays(
  calendar: CentreCalendar,
  closures: readonly Closure[],
  taken: readonly Taken[],
  range: DayRange,
): DaySeats[] {
  const [planned, bookable] = [new Set<string>(), new Set<string>()]
  const add = (to: Set<string>, startsAt: number, seats: readonly number[]) => {
    for (const seat of seats) to.add(`${startsAt} ${seat}`)
  }
  for (const { startsAt, seats, staffSeats, walkInSeats } of plannedSlots(calendar, [], range)) {
    add(planned, startsAt, [...seats, ...staffSeats, ...walkInSeats])
  }
  for (const { startsAt, seats } of plannedSlots(calendar, closures, range)) {
    add(bookable, startsAt, seats)
  }
  for (const { startsAt, seat } of taken) {
    for (const set of [planned, bookable]) add(set, startsAt, [seat])
  }
  const cells = new Map<string, DaySeats>()
  for (const key of planned) {
    const startsAt = Number(key.split(' ')[0])
    const [day, counted] = [dateOf(startsAt), countedHour(startsAt)]
    const name = `${day} ${counted.hour}`
    const none = { centre: calendar.centreId, day, ...counted, planned: 0, bookable: 0 }
    const cell = cells.get(name) ?? none
    cell.planned += 1
    if (bookable.has(key)) cell.bookable += 1
    cells.set(name, cell)
  }
  return [...cells.values()]
}
