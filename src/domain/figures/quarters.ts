// Quarters of a year, as days and figures belong to them.

import { dateOf } from '../calendar/wall-clock.ts'

// Whether somebody came is counted two days later, and a tick may be late.
const SETTLED_AFTER = 3 * 24 * 60 * 60_000

/** The quarter of a day (YYYY-MM-DD): 2026-Q4. */
export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

/** The last `count` quarters that are over at `now` (epoch ms, on the wall in Germany) and change no more, the latest first. */
export function finishedQuarters(now: number, count: number): string[] {
  const [year = 0, quarter = 0] = quarterOf(dateOf(now - SETTLED_AFTER))
    .split('-Q')
    .map(Number)
  const last = year * 4 + quarter - 2
  return Array.from({ length: count }, (_, index) => {
    const one = last - index
    return `${Math.floor(one / 4)}-Q${(one % 4) + 1}`
  })
}

/** Its months, both ends: ['2026-10', '2026-12']. */
export function monthsOf(quarter: string): [string, string] {
  const [year = '', nth = ''] = quarter.split('-Q')
  const month = (one: number) => `${year}-${String(one).padStart(2, '0')}`
  return [month(Number(nth) * 3 - 2), month(Number(nth) * 3)]
}
