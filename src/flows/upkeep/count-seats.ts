// Once a day is over, the seats it had are written down, before anybody edits the rules.

import type { Deps } from '../../deps.ts'
import { plannedSlots } from '../../domain/calendar/planned.ts'
import { addDays, dateOf } from '../../domain/calendar/wall-clock.ts'
import { countedHour, type DaySeats } from '../../domain/figures/counted-hour.ts'
import { calendarOf } from '../../domain/profile/profile.ts'
import type { City } from '../city.ts'

const COUNTED_UNTIL = 'seats-counted-until'
// After a pause, days further back than this stay without seats rather than with guessed ones.
const MOST_DAYS = 28

/** Counts the seats of every day that is over. Called each minute, may run twice. */
export async function countSeats(deps: Deps, city: City): Promise<void> {
  const yesterday = addDays(dateOf(deps.clock.now()), -1)
  const known = await deps.store.meta.get(COUNTED_UNTIL)
  if (known !== null && known >= yesterday) return
  const earliest = addDays(yesterday, 1 - MOST_DAYS)
  const from = known === null || known < earliest ? earliest : addDays(known, 1)
  await deps.store.staff.usage.addSeats(seatsOf(city, { from, until: yesterday }))
  await deps.store.meta.set(COUNTED_UNTIL, yesterday)
}

/**
 * The seats of each hour: planned are all the rules give, bookable those that closures left and that
 * are not kept for people without an appointment.
 */
function seatsOf(
  { profile, closures }: City,
  range: { from: string; until: string },
): readonly DaySeats[] {
  const cells = new Map<string, DaySeats>()
  const cellOf = (centre: string, startsAt: number): DaySeats => {
    const counted = countedHour(startsAt)
    const day = dateOf(startsAt)
    const key = `${centre} ${day} ${counted.hour}`
    const cell = cells.get(key) ?? { centre, day, ...counted, planned: 0, bookable: 0 }
    cells.set(key, cell)
    return cell
  }
  for (const centre of profile.centres) {
    const calendar = calendarOf(profile, centre)
    for (const slot of plannedSlots(calendar, [], range)) {
      const { seats, staffSeats, walkInSeats, startsAt } = slot
      cellOf(centre.id, startsAt).planned += seats.length + staffSeats.length + walkInSeats.length
    }
    for (const { seats, staffSeats, startsAt } of plannedSlots(calendar, closures, range)) {
      cellOf(centre.id, startsAt).bookable += seats.length + staffSeats.length
    }
  }
  return [...cells.values()]
}
