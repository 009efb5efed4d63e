// Converts between instants and what the clock on a wall in Germany shows.
import { Temporal } from 'temporal-polyfill'

/** The one time zone of all rules; every profile names it. */
export const timeZone = 'Europe/Berlin'

/** What calendar and clock on the wall show. */
export type Wall = {
  /** YYYY-MM-DD */
  date: string
  /** minutes since 00:00 as the clock shows them, 0–1439 */
  minutes: number
  /** 1 = Monday … 7 = Sunday */
  weekday: number
}

const minute = 60_000
const day = 86_400_000

/** From a clock change (inclusive) to the next one (exclusive), in epoch ms. */
type Span = { from: number; until: number; offset: number }

// Temporal costs microseconds a conversion, the polyfill tens of them. Two clock changes a year are all it knows that
// arithmetic does not, so it is asked once for each span between them.
const spans: Span[] = []
let lastUsed: Span = { from: 0, until: 0, offset: 0 }

const askTemporal = (ms: number): Span => {
  const at = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone)
  const change = at.add({ milliseconds: 1 }).getTimeZoneTransition('previous')
  return {
    from: change?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    until: at.getTimeZoneTransition('next')?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: at.offsetNanoseconds / 1_000_000,
  }
}

const offsetAt = (ms: number): number => {
  if (ms >= lastUsed.from && ms < lastUsed.until) return lastUsed.offset
  let span = spans.find(({ from, until }) => ms >= from && ms < until)
  if (!span) {
    span = askTemporal(ms)
    spans.push(span)
  }
  lastUsed = span
  return span.offset
}

/**
 * The number of a calendar day, counted from 1970-01-01 = 0; days that follow each other differ
 * by 1.
 * @throws RangeError when `date` is not YYYY-MM-DD
 */
export const dayNumber = (date: string): number => {
  const ms = Date.parse(`${date}T00:00Z`)
  if (Number.isNaN(ms)) throw new RangeError(`not a date: ${date}`)
  return ms / day
}

/** The date (YYYY-MM-DD) of a day number; the reverse of `dayNumber`. */
export const dateOfDay = (number: number): string =>
  new Date(number * day).toISOString().slice(0, 10)

/** 1 = Monday … 7 = Sunday. 1970-01-01 was a Thursday. */
export const weekdayOfDay = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1

/** Shifts a date by whole calendar days; a clock change does not matter. */
export const addDays = (date: string, days: number): string => dateOfDay(dayNumber(date) + days)

/** Reads an epoch ms off the wall. Seconds are cut off. */
export const toWall = (ms: number): Wall => {
  const local = ms + offsetAt(ms)
  const number = Math.floor(local / day)
  return {
    date: dateOfDay(number),
    minutes: Math.floor((local - number * day) / minute),
    weekday: weekdayOfDay(number),
  }
}

/** The date (YYYY-MM-DD) on which an epoch ms falls in Germany. */
export const dateOf = (ms: number): string => dateOfDay(dayOf(ms))

/** The day number on which an epoch ms falls in Germany. */
export const dayOf = (ms: number): number => Math.floor((ms + offsetAt(ms)) / day)

/**
 * Epoch ms at which the wall shows `minutes` after 00:00 on a day. A time that the change to summer
 * time skips is read as that much later (02:30 → 03:30), one that happens twice as the first, as
 * Temporal's "compatible" does. `minutes` may pass midnight: 1440 is 00:00 of the next day.
 */
export const atDay = (number: number, minutes: number): number => {
  const local = number * day + minutes * minute
  const before = offsetAt(local - day)
  const first = local - before
  if (offsetAt(first) === before) return first
  const after = offsetAt(local + day)
  const second = local - after
  return offsetAt(second) === after ? second : first
}

/**
 * `atDay` for a date YYYY-MM-DD.
 * @throws RangeError when `date` is not a date
 */
export const atWall = (date: string, minutes: number): number => atDay(dayNumber(date), minutes)

/** Whether the clock is changed after `from` and before `until` (epoch ms). */
export const clockChangesWithin = (from: number, until: number): boolean =>
  until > from && offsetAt(from) !== offsetAt(until - 1)

/** Minutes since 00:00 of an HH:MM; 24:00 is 1440. */
export const minutesOf = (time: string): number =>
  Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
