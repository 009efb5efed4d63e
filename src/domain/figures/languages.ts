// Which languages people needed, and how they were understood, told so that nobody can be found in it.

import type { Fit } from '../appointment/language-fit.ts'
import type { Shown } from './few.ts'

/**
 * How a language somebody needs was met: a counsellor spoke it, a confirmed interpreter came or one could be
 * called, neither, or nobody has entered who counselled.
 */
export const UNDERSTANDINGS = ['matched', 'interpreted', 'unmet', 'unknown'] as const
export type Understanding = (typeof UNDERSTANDINGS)[number]

type Place = {
  centre: string
  /** YYYY-MM, in which the appointments were */
  month: string
  /** its key: i18n/spoken.ts */
  language: string
}

/** So many appointments whose person needed a language. */
export type LanguageCount = Place & { understanding: Understanding; count: number }

/** What may be shown of a language at a centre in a month; `null`: few, or none. */
export type ShownLanguage = Place & { counts: Record<Understanding, Shown> }

/**
 * How the language of an appointment was met; `null` where its person needed none.
 * @param fit how it fitted where nobody is thought of whom one orders
 * @param interpreter what came of the latest order for it
 */
export function understandingOf(
  fit: Pick<Fit, 'language'>,
  interpreter: 'ordered' | 'confirmed' | 'refused' | null,
): Understanding | null {
  if (fit.language === 'no-need') return null
  if (fit.language === 'spoken') return 'matched'
  if (interpreter === 'confirmed' || fit.language === 'on-call') return 'interpreted'
  // Who asked a pool in vain knew that one was needed.
  return fit.language === 'unknown' && interpreter !== 'refused' ? 'unknown' : 'unmet'
}

/**
 * The languages as they may be shown. Every figure anybody gets is made from these alone. A count under
 * `fewest` is not told from none, and how many needed no language is told nowhere: so whatever else is known of
 * those who came, each of them may be one who needed none.
 */
export function showLanguages(counted: readonly LanguageCount[], fewest: number): ShownLanguage[] {
  const rows = new Map<string, ShownLanguage>()
  for (const { centre, month, language, understanding, count } of counted) {
    if (count < fewest) continue
    const key = `${month} ${centre} ${language}`
    const row = rows.get(key) ?? { centre, month, language, counts: { ...HIDDEN } }
    row.counts[understanding] = count
    rows.set(key, row)
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}

const HIDDEN = Object.fromEntries(UNDERSTANDINGS.map((one) => [one, null])) as Record<
  Understanding,
  Shown
>

/** Sums over what is shown, so the least they can be; `null` where nothing is. `asked`: of all together. */
export type LanguageSums = { key: string; asked: Shown } & Record<Understanding, Shown>

/** Sums by language, month or centre, where something is shown: the most asked for first, or in order. */
export function languageSums(
  rows: readonly ShownLanguage[],
  by: 'language' | 'month' | 'centre',
): LanguageSums[] {
  const groups = Map.groupBy(rows, (row) => row[by])
  const sums = [...groups].map(([key, group]): LanguageSums => {
    const met = Object.fromEntries(
      UNDERSTANDINGS.map((one) => [one, sum(group.map(({ counts }) => counts[one]))]),
    ) as Record<Understanding, Shown>
    return { key, ...met, asked: sum(Object.values(met)) }
  })
  const most = (a: LanguageSums, b: LanguageSums) => (b.asked ?? 0) - (a.asked ?? 0)
  const inOrder = (a: LanguageSums, b: LanguageSums) => (a.key < b.key ? -1 : 1)
  return sums.sort((a, b) => (by === 'language' ? most(a, b) : 0) || inOrder(a, b))
}

const sum = (counts: readonly Shown[]): Shown =>
  counts.reduce((all, count) => (count === null ? all : (all ?? 0) + count), null)
