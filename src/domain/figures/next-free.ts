// When somebody can next be given an appointment at a centre.

/** Public seats of a day (YYYY-MM-DD) that is still to come, and how many of them are free. */
export type DayRoom = { day: string; free: number; of: number }

/**
 * `free`: the first day with a free seat. `full`: the last day with hours before that, all of whose seats are taken;
 * with nothing free at all the last day of those that can be booked. Both `null`: no hours.
 */
export type NextFree = { centre: string; free: DayRoom | null; full: string | null }

/** @param days of one centre, in any order */
export function nextFree(centre: string, days: readonly DayRoom[]): NextFree {
  const open = days.filter(({ of }) => of > 0).sort((a, b) => (a.day < b.day ? -1 : 1))
  const free = open.find((day) => day.free > 0) ?? null
  const full = open.findLast(({ day }) => free === null || day < free.day)?.day ?? null
  return { centre, free, full }
}
