// Wall clock of Europe/Berlin for display.

import { Temporal } from 'temporal-polyfill'

const HOUR = 3_600_000
const DAY = 86_400_000

/** Date and time as a clock on a wall in Germany shows them; weekday 0 is Monday. */
export type WallClock = {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  weekday: number
  /** Whole days since 1970-01-01, to compare days. */
  dayNumber: number
}

const offsets = new Map<number, number>()

/** Offset from UTC in ms; it only changes on the hour, so one look-up an hour is enough. */
function offsetAt(at: number): number {
  const hour = Math.floor(at / HOUR)
  const known = offsets.get(hour)
  if (known !== undefined) return known
  const { offsetNanoseconds } = Temporal.Instant.fromEpochMilliseconds(
    hour * HOUR,
  ).toZonedDateTimeISO('Europe/Berlin')
  const offset = offsetNanoseconds / 1_000_000
  if (offsets.size > 10_000) offsets.clear()
  offsets.set(hour, offset)
  return offset
}

/** The wall clock in Europe/Berlin at an instant (epoch ms, UTC). */
export function berlinWallClock(at: number): WallClock {
  const local = at + offsetAt(at)
  const date = new Date(local)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    weekday: (date.getUTCDay() + 6) % 7,
    dayNumber: Math.floor(local / DAY),
  }
}
