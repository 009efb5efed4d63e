// Dates as staff read them: weekday, DD.MM.YYYY, HH:MM, always the clock in Germany.

import { germanClock, germanDate } from '../../domain/calendar/german-dates.ts'
import { dateOf, timeZone } from '../../domain/calendar/wall-clock.ts'
import type { StaffLanguage } from '../../domain/people/accounts.ts'

const WEEKDAYS = {
  de: new Intl.DateTimeFormat('de', { weekday: 'long', timeZone }),
  en: new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone }),
}

/** Montag, 23.11.2026 */
export function longDay(at: number, language: StaffLanguage): string {
  return `${WEEKDAYS[language].format(at)}, ${shortDay(at)}`
}

/** 23.11.2026 */
export const shortDay = germanDate

/** 14:05 */
export const clock = germanClock

/** 23.11.2026, 14:05 */
export function dayAndClock(at: number): string {
  return `${shortDay(at)}, ${clock(at)}`
}

/** 2026-11-23 14:05, which spreadsheets of every language take for a date. */
export function sheetTime(at: number): string {
  return `${dateOf(at)} ${clock(at)}`
}

/** Montag, for 1. */
export function weekdayName(weekday: number, language: StaffLanguage): string {
  // 5 January 1970 was a Monday.
  return WEEKDAYS[language].format((weekday + 3) * 86_400_000)
}
