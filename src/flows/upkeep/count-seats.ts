// Once a day is over, the seats it had are written down, before anybody edits the rules.

import type { Deps } from '../../deps.ts'
import { addDays, atDay, dateOf, dayNumber } from '../../domain/calendar/wall-clock.ts'
import { seatsOfDays } from '../../domain/figures/seats-of-days.ts'
import { calendarOf } from '../../domain/profile/profile.ts'
import type { City } from '../city.ts'
import { FACTS, type TickReads } from '../outbox/tick-reads.ts'

// After a pause, days further back than this stay without seats rather than with guessed ones.
const MOST_DAYS = 28

/** Counts the seats of every day that is over. Called each minute, may run twice. */
export async function countSeats(
  deps: Deps,
  { profile, closures }: City,
  { due }: TickReads,
): Promise<void> {
  const yesterday = addDays(dateOf(deps.clock.now()), -1)
  const known = due.facts[FACTS.seatsCounted]
  if (known !== undefined && known >= yesterday) return
  const earliest = addDays(yesterday, 1 - MOST_DAYS)
  const next = known === undefined ? await firstDay(deps) : addDays(known, 1)
  const from = next < earliest ? earliest : next
  const [begin, end] = [atDay(dayNumber(from), 0), atDay(dayNumber(yesterday) + 1, 0)]
  const ids = profile.centres.map(({ id }) => id)
  const taken = await deps.store.appointments.taken(ids, begin, end)
  const seats = profile.centres.flatMap((centre) => {
    const own = taken.filter((one) => one.centreId === centre.id && one.startsAt >= begin)
    return seatsOfDays(calendarOf(profile, centre), closures, own, { from, until: yesterday })
  })
  await deps.store.staff.usage.addSeats(seats)
  await deps.store.meta.set(FACTS.seatsCounted, yesterday)
}

/** Before anybody could book, seats were not empty for lack of people: the day (YYYY-MM-DD) somebody first did, or today. */
async function firstDay(deps: Deps): Promise<string> {
  return dateOf((await deps.store.staff.usage.firstMade()) ?? deps.clock.now())
}
