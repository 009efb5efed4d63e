// Once a day is over, what figures tell of its people is counted, before anybody is erased.

import type { Deps } from '../../deps.ts'
import { addDays, dateOf } from '../../domain/calendar/wall-clock.ts'
import type { City } from '../city.ts'
import { FACTS, type TickReads } from '../outbox/tick-reads.ts'
import { hasSpare } from '../query-budget.ts'
import { languagesOf } from './count-languages.ts'
import { quartersOf } from './count-quarters.ts'

// After a pause, days further back stay uncounted rather than counted by who counsels by now.
const MOST_DAYS = 28
// At most; the days that are left are for the next minute.
const QUERIES_OF_A_DAY = 70

/** Counts every day that is over, each once. Called each minute, may run twice. */
export async function countPeople(deps: Deps, city: City, { due }: TickReads): Promise<void> {
  const yesterday = addDays(dateOf(deps.clock.now()), -1)
  let until = due.facts[FACTS.peopleCounted] ?? null
  const earliest = addDays(yesterday, 1 - MOST_DAYS)
  while (until === null || until < yesterday) {
    if (!hasSpare(deps, QUERIES_OF_A_DAY)) return
    const after = until === null ? await firstDay(deps, yesterday) : addDays(until, 1)
    const next = after < earliest ? earliest : after
    const counts = {
      languages: await languagesOf(deps, city, next),
      quarters: await quartersOf(deps, city, next),
    }
    const mark = { key: FACTS.peopleCounted, before: until, day: next }
    // Whoever was faster goes on.
    if (!(await deps.store.staff.usageLanguages.add(mark, counts))) return
    until = next
  }
}

/** The day (YYYY-MM-DD) of the first request, before which there is nothing to count; `yesterday` at most. */
async function firstDay({ store }: Deps, yesterday: string): Promise<string> {
  const first = await store.staff.usageLanguages.firstSubmitted()
  const day = first === null ? yesterday : dateOf(first)
  return day < yesterday ? day : yesterday
}
