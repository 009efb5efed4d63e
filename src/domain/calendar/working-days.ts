// Working days: Monday to Friday, no public holiday.

import { holidayOn, type State } from './holidays.ts'
import { weekdayOfDay } from './wall-clock.ts'

const SATURDAY = 6

/** Whether offices work on a day (`dayNumber`). */
export const isWorkingDay = (day: number, state: State): boolean =>
  weekdayOfDay(day) < SATURDAY && holidayOn(day, state) === undefined

/**
 * The day (`dayNumber`) so many working days after `day`, or before it where `count` is negative; `day`
 * itself does not count, and need be none.
 */
export const workingDaysFrom = (day: number, count: number, state: State): number => {
  const step = Math.sign(count)
  let at = day
  for (let left = Math.abs(count); left > 0; left -= isWorkingDay(at, state) ? 1 : 0) at += step
  return at
}
