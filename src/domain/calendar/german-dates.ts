// Dates and times in German, on the clock in Germany: for what goes to centres and pools.

import { timeZone, toWall } from './wall-clock.ts'

const WEEKDAY = new Intl.DateTimeFormat('de', { weekday: 'long', timeZone })

const two = (number: number) => String(number).padStart(2, '0')

/** Montag, 23.11.2026 */
export const germanDay = (at: number): string => `${WEEKDAY.format(at)}, ${germanDate(at)}`

/** 23.11.2026 */
export const germanDate = (at: number): string => toWall(at).date.split('-').reverse().join('.')

/** 14:05 */
export function germanClock(at: number): string {
  const { minutes } = toWall(at)
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
