// Dates, times, ranges and lists as a reader sees them: Gregorian, Latin digits, 24 hours,
// Europe/Berlin, the same on every engine. Instants are epoch milliseconds (UTC).

import { dayOf, toWall, type Wall } from '../domain/calendar/wall-clock.ts'
import { locales as bundled } from '../generated/locales.ts'
import { beginLinesRtl, hasRtl, isolateRun } from './bidi.ts'
import { languages as builtIn, type Language } from './languages.ts'
import type { Dates, Locales } from './locale.ts'
import { persianDate } from './persian-date.ts'

const two = (part: number): string => String(part).padStart(2, '0')
const shortDateDigits = ({ date }: Wall): string => `${date.slice(8)}.${date.slice(5, 7)}.`
const dateDigits = (wall: Wall): string => shortDateDigits(wall) + wall.date.slice(0, 4)
const timeDigits = ({ minutes }: Wall): string =>
  `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`

/** Fills `{name}` parts of an order from dates.json. */
function fill(order: string, parts: Record<string, string>): string {
  return order.replace(/\{(\w+)\}/g, (whole, name: string) => parts[name] ?? whole)
}

/** The formats of a set of languages; throws a RangeError for a language that is not in the set. */
export function createFormats(languages: readonly Language[], locales: Locales) {
  const known = new Map<string, { rtl: boolean; dates: Dates }>()
  for (const { key, direction } of languages) {
    const dates = locales[key]?.dates
    if (dates !== undefined) known.set(key, { rtl: direction === 'rtl', dates })
  }

  function of(language: string): { rtl: boolean; dates: Dates } {
    const found = known.get(language)
    if (found === undefined) throw new RangeError(`no locale for language "${language}"`)
    return found
  }

  /**
   * A run that is not part of the sentence (name, address, phone, code). Always isolated in a
   * right-to-left language; elsewhere only if it holds right-to-left letters, since a Latin run
   * among Latin words cannot turn and plain text is easier to search, copy and test.
   */
  function isolate(text: string, language: string): string {
    return of(language).rtl || hasRtl(text) ? isolateRun(text) : text
  }

  /** `14:05` */
  function formatTime(at: number, language: string): string {
    return isolate(timeDigits(toWall(at)), language)
  }

  /** Weekday and date, `Mittwoch, 18.03.2026`; for fa and prs with the Persian date in brackets. */
  function formatDay(at: number, language: string): string {
    const { dates } = of(language)
    const wall = toWall(at)
    const day = fill(dates.day, {
      weekday: dates.weekdays[wall.weekday - 1] ?? '',
      date: isolate(dateDigits(wall), language),
    })
    if (dates.persianMonths === undefined) return day
    const persian = persianDate(at)
    return `${day} (${persian.day} ${dates.persianMonths[persian.month - 1]} ${persian.year})`
  }

  /** Weekday, date and time: `Mittwoch, 18.03.2026, 14:05 Uhr`. */
  function formatWhen(at: number, language: string): string {
    return fill(of(language).dates.when, {
      day: formatDay(at, language),
      time: formatTime(at, language),
    })
  }

  /** Two times of one day in words, `14:00 bis 14:30 Uhr`: a dash turns round in Arabic script. */
  function formatRange(from: number, to: number, language: string): string {
    return fill(of(language).dates.range, {
      from: formatTime(from, language),
      to: formatTime(to, language),
    })
  }

  /** Joins entries as the language does: `A, B und C`. */
  function formatList(entries: readonly string[], language: string): string {
    const { listSeparator, listLast } = of(language).dates
    const last = entries.at(-1)
    if (last === undefined || entries.length === 1) return last ?? ''
    return entries.slice(0, -1).join(listSeparator) + listLast + last
  }

  /**
   * Today, tomorrow or the day after in a word, by the calendar in Berlin; any other day as
   * {@link formatDay}. Only for what is read at once: a message in a chat is read again next week.
   */
  function relativeDay(at: number, now: number, language: string): string {
    const { dates } = of(language)
    const ahead = dayOf(at) - dayOf(now)
    const word = [dates.today, dates.tomorrow, dates.dayAfterTomorrow][ahead]
    return word ?? formatDay(at, language)
  }

  /** A day on a button, `Mittwoch 18.03.`: at most 24 visible characters. */
  function formatDayLabel(at: number, language: string): string {
    const wall = toWall(at)
    const weekday = of(language).dates.weekdays[wall.weekday - 1]
    return `${weekday} ${isolate(shortDateDigits(wall), language)}`
  }

  /** The name of a day of the week; Monday is 1. */
  function weekday(number: number, language: string): string {
    return of(language).dates.weekdays[number - 1] ?? ''
  }

  /**
   * A time slot on a button, `Mi 18.03. 14:05`: at most 24 visible characters. From right to left the time stands before the
   * date for an eye that reads digits: a dot parts them.
   */
  function formatSlotLabel(at: number, language: string): string {
    const wall = toWall(at)
    const { dates, rtl } = of(language)
    const weekday = dates.weekdaysShort[wall.weekday - 1]
    const date = isolate(shortDateDigits(wall), language)
    return `${weekday} ${date}${rtl ? ' · ' : ' '}${isolate(timeDigits(wall), language)}`
  }

  /** One message of several lines; in a right-to-left language every line begins right-to-left. */
  function renderLines(lines: readonly string[], language: string): string {
    const text = lines.join('\n')
    return of(language).rtl ? beginLinesRtl(text) : text
  }

  return {
    isolate,
    formatTime,
    formatDay,
    formatWhen,
    formatRange,
    formatList,
    relativeDay,
    formatDayLabel,
    formatSlotLabel,
    weekday,
    renderLines,
  }
}

/** Formats of the languages Lotse comes with. */
export const {
  isolate,
  formatTime,
  formatDay,
  formatWhen,
  formatRange,
  formatList,
  relativeDay,
  formatDayLabel,
  formatSlotLabel,
  renderLines,
} = createFormats(builtIn, bundled)
