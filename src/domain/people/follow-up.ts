// Wiedervorlage: a request that rests until a day, and is on top again from the midnight it begins with.

import { addDays, dateOf } from '../calendar/wall-clock.ts'

/** A day in Germany (YYYY-MM-DD), what is to be done then, and the name of who of staff wants it. */
export type FollowUp = { on: string; line: string; by: string }

export const LONGEST_FOLLOW_UP = 200

/** Half a year: what is further off than that is no first contact any more. */
const FARTHEST_DAYS = 183

/** The first and the last day that can be chosen at an instant (epoch ms), YYYY-MM-DD. */
export function followUpDays(now: number): { first: string; last: string } {
  const today = dateOf(now)
  return { first: addDays(today, 1), last: addDays(today, FARTHEST_DAYS) }
}

/** Whether a day (YYYY-MM-DD) can be chosen at an instant (epoch ms): tomorrow at the earliest. */
export function mayFollowUpOn(day: string, now: number): boolean {
  const { first, last } = followUpDays(now)
  return day >= first && day <= last
}

/** due: its day has begun · resting: it has not; `null`: there is none. `now` is epoch ms. */
export function followUpState(
  followUp: Pick<FollowUp, 'on'> | null,
  now: number,
): 'due' | 'resting' | null {
  if (followUp === null) return null
  return followUp.on <= dateOf(now) ? 'due' : 'resting'
}
