// How a language says dates and times: the words and their order, as data (`locales/<key>/speech.json`).

/**
 * Orders name their parts in single braces, e.g. `{weekday}, {day} {month}`; words between them are
 * clips of their own.
 */
export type Speech = {
  /** Days of the month as they stand before the month, the 1st first. */
  days: readonly string[]
  /** Months as they stand behind the day, January first. */
  months: readonly string[]
  /** Hours 0 to 23, with the word for the hour where the language says it each time. */
  hours: readonly string[]
  /** Minutes 1 to 59, as they follow the hour. */
  minutes: readonly string[]
  /** A day: `{weekday}`, `{day}`, `{month}`, and `{persianDay}`, `{persianMonth}` where that calendar is shown too. */
  day: string
  /** A time of day with minutes: `{hour}`, `{minute}`. */
  time: string
  /** A full hour: `{hour}`. */
  fullHour: string
  /** Day and time of day: `{day}`, `{time}`. */
  when: string
  /** Two times of one day: `{from}`, `{to}`. */
  range: string
  /** The word for the hour that stands in `hours`: a sentence that has it beside a time loses it. */
  hourWord?: string
  /** Said after an option that is chosen, for a mark that is only seen. */
  chosen: string
  /** The sign before a country's code: +. */
  plus: string
}
