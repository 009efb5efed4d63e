// Converts between instants and what the clock on a wall in Germany shows.

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

// Intl knows the clock changes, and costs tens of microseconds a question: it is asked once for each three weeks, in
// which the clock is changed once at most.
const STRETCH = 21 * day

/** Three weeks: ahead of UTC by `before` ms until the instant `change`, by `after` from then on. */
type Stretch = { change: number; before: number; after: number }

const stretches = new Map<number, Stretch>()

// Made with the first question: the first one that a process makes takes ten milliseconds.
let showsOffset: Intl.DateTimeFormat | undefined

/** What the clock is ahead of UTC, asked of Intl, which says "GMT+02:00", and of long ago "GMT+00:53:28". */
const askIntl = (ms: number): number => {
  showsOffset ??= new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
  const [, hours = 0, minutes = 0, seconds = 0] =
    /\+(\d+):(\d+)(?::(\d+))?/.exec(showsOffset.format(ms)) ?? []
  return (Number(hours) * 60 + Number(minutes)) * minute + Number(seconds) * 1000
}

const askStretch = (number: number): Stretch => {
  let [from, change] = [number * STRETCH, (number + 1) * STRETCH]
  const [before, after] = [askIntl(from), askIntl(change)]
  while (before !== after && change - from > 1) {
    const middle = Math.floor((from + change) / 2)
    if (askIntl(middle) === before) from = middle
    else change = middle
  }
  return { change, before, after }
}

const offsetAt = (ms: number): number => {
  const number = Math.floor(ms / STRETCH)
  let stretch = stretches.get(number)
  if (!stretch) {
    stretch = askStretch(number)
    stretches.set(number, stretch)
  }
  return ms < stretch.change ? stretch.before : stretch.after
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
export const dateOfDay = (number: number): string => {
  const known = dates.get(number)
  if (known !== undefined) return known
  const date = new Date(number * day).toISOString().slice(0, 10)
  if (dates.size === MOST_DATES) dates.clear()
  dates.set(number, date)
  return date
}

// The weeks ahead are asked for at each tap, a few hundred times; eleven years are kept.
const MOST_DATES = 4096
const dates = new Map<number, string>()

/** The date so many months before one; where that month is shorter, its last day. */
export const monthsBefore = (date: string, months: number): string => {
  const at = new Date(dayNumber(date) * day)
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth() - months]
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month, Math.min(at.getUTCDate(), last))).toISOString().slice(0, 10)
}

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
