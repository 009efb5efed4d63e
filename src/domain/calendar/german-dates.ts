// Dates and times in German, on the clock in Germany: for what goes to centres and pools.

import { toWall } from './wall-clock.ts'

const WEEKDAYS = [
  'Montag',
  'Dienstag',
  'Mittwoch',
  'Donnerstag',
  'Freitag',
  'Samstag',
  'Sonntag',
] as const

const two = (number: number) => String(number).padStart(2, '0')

/** Montag, 23.11.2026 */
export const germanDay = (at: number): string =>
  `${WEEKDAYS[toWall(at).weekday - 1]}, ${germanDate(at)}`

/** 23.11.2026 */
export const germanDate = (at: number): string => toWall(at).date.split('-').reverse().join('.')

/** 14:05 */
export function germanClock(at: number): string {
  const { minutes } = toWall(at)
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
