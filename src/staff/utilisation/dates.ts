// Days that stand in figures as YYYY-MM-DD, as staff read them.

import { dayNumber } from '../../domain/calendar/wall-clock.ts'
import type { StaffLanguage } from '../../domain/people/accounts.ts'
import { weekdayName } from '../frame/dates.ts'

/** 2026-12-09 → 9.12. */
export const shortDate = (day: string): string =>
  `${Number(day.slice(8))}.${Number(day.slice(5, 7))}.`

/** 2026-11-16 → 16.11.2026 */
export const fullDate = (day: string): string =>
  `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}`

/** 2026-11 → 11/2026 */
export const monthName = (month: string): string => `${month.slice(5)}/${month.slice(0, 4)}`

/** The first and the last of some months, as texts name them. */
export const monthsIn = (months: readonly string[]) => ({
  from: monthName(months[0] ?? ''),
  until: monthName(months.at(-1) ?? ''),
})

/** 2026-11-30 → Montag (30.11.) */
export function dayIn(day: string, language: StaffLanguage): string {
  // Day 0 is 1 January 1970, a Thursday.
  const weekday = ((dayNumber(day) + 3) % 7) + 1
  return `${weekdayName(weekday, language)} (${shortDate(day)})`
}
