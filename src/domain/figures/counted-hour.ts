// Where the start of an appointment stands in the figures: its week and its hour on the wall.

import { addDays, toWall } from '../calendar/wall-clock.ts'
import { blockOf } from './periods.ts'

/**
 * `week` is its Monday, `block` the first Monday of its four weeks (YYYY-MM-DD); `weekday` 1 is Monday;
 * `hour` 0–23. All as calendar and clock in Germany show them.
 */
export type CountedHour = { week: string; block: string; weekday: number; hour: number }

/** Where an instant (epoch milliseconds) is counted. */
export function countedHour(startsAt: number): CountedHour {
  const { date, minutes, weekday } = toWall(startsAt)
  const week = addDays(date, 1 - weekday)
  return { week, block: blockOf(week), weekday, hour: Math.floor(minutes / 60) }
}

/** The seats of one hour of a day (YYYY-MM-DD) at a centre. */
export type DaySeats = CountedHour & {
  centre: string
  day: string
  planned: number
  bookable: number
}
