// What one language has to say, as it is handed to what is spoken: its texts, dates and rules.

import type { Speech } from './speech.ts'

/** A language as it is spoken. Languages and their files are kept elsewhere; this is all that is needed of them. */
export type Reading = {
  language: string
  /** Every text under its full key, plural suffix kept, in the order of its file. */
  texts: ReadonlyMap<string, string>
  /** The plural form of a count: `one`, `few` … */
  formOf: (count: number) => string
  /** Monday first. */
  weekdays: readonly string[]
  today: string
  tomorrow: string
  dayAfterTomorrow: string
  /** Between the entries of a list, and before its last. */
  listSeparator: string
  listLast: string
  /** The names of the Persian months, where its readers use that calendar beside the other … */
  persianMonths?: readonly string[]
  /** … and the day in it of an epoch ms, in Europe/Berlin; month 1 is Farvardin. */
  persianDate?: (at: number) => { month: number; day: number }
  speech: Speech
  /** Languages by their own names, and how German names them. */
  languageNames: readonly { key: string; name: string; german: string }[]
}
