// Dates as staff read them: weekday, DD.MM.YYYY, HH:MM, always the clock in Germany.

import { timeZone, toWall } from '../../domain/calendar/wall-clock.ts'
import type { StaffLanguage } from '../../domain/people/accounts.ts'

const WEEKDAYS = {
  de: new Intl.DateTimeFormat('de', { weekday: 'long', timeZone }),
  en: new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone }),
}

const two = (number: number) => String(number).padStart(2, '0')

/** Montag, 23.11.2026 */
export function longDay(at: number, language: StaffLanguage): string {
  return `${WEEKDAYS[language].format(at)}, ${shortDay(at)}`
}

/** 23.11.2026 */
export function shortDay(at: number): string {
  const [year, month, day] = toWall(at).date.split('-')
  return `${day}.${month}.${year}`
}

/** 14:05 */
export function clock(at: number): string {
  const { minutes } = toWall(at)
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** 23.11.2026, 14:05 */
export function dayAndClock(at: number): string {
  return `${shortDay(at)}, ${clock(at)}`
}

/** Montag, for 1. */
export function weekdayName(weekday: number, language: StaffLanguage): string {
  // 5 January 1970 was a Monday.
  return WEEKDAYS[language].format((weekday + 3) * 86_400_000)
}
