// What one folder under locales/ holds, once bundled.

import type { Speech } from '../domain/spoken/speech.ts'

/** Nested texts of one feature, i18next JSON v4; a key's last part may carry a plural suffix. */
export type Messages = { [key: string]: string | Messages }

/** Who has read a locale, and how it is written (`meta.json`). */
export type Meta = {
  nativeName: string
  /** ISO 15924 code of the script. */
  script: string
  direction: 'ltr' | 'rtl'
  /** True once a native speaker has read every text. */
  reviewed: boolean
  reviewedBy: string | null
  /** For those who review the language; not in the bundle. */
  notes?: string
}

/**
 * Words and orders of dates (`dates.json`): own tables, because engines differ and none knows
 * Sorani. Orders name their parts in single braces, e.g. `{weekday}, {date}`.
 */
export type Dates = {
  /** Monday first, as Temporal counts. */
  weekdays: string[]
  /** For buttons; the full names where the language has no usual short form. */
  weekdaysShort: string[]
  today: string
  tomorrow: string
  dayAfterTomorrow: string
  /** Weekday and date: `{weekday}`, `{date}`. */
  day: string
  /** Day and time of day: `{day}`, `{time}`. */
  when: string
  /** Two times of one day: `{from}`, `{to}`. */
  range: string
  /** Between the entries of a list, and before its last. */
  listSeparator: string
  listLast: string
  /** Names of the Persian months, Farvardin (Hamal) first; only where readers use that calendar. */
  persianMonths?: string[]
}

export type Locale = {
  meta: Meta
  dates: Dates
  speech: Speech
  messages: Record<string, Messages>
}

export type Locales = Record<string, Locale>
