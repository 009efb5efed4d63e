// What is counted of people by month for the whole city: topics, languages, sources, where talks stop, wishes.

import { QUESTIONS } from '../questionnaire/questions.ts'
import { type Shown, shown } from './few.ts'

type Counted = NonNullable<(typeof QUESTIONS)[number]['counted']>

/** What is counted by month: where talks stopped, wishes, the questions that are counted, and more. */
export type MonthKind = Counted | 'language' | 'source' | 'stopped' | 'waiting'
export const MONTH_KINDS: readonly MonthKind[] = [
  'stopped',
  'waiting',
  ...QUESTIONS.flatMap(({ counted }) => (counted === null ? [] : [counted])),
  'language',
  'source',
]

/** What is counted of a month (YYYY-MM) for the whole city, with the code of the one counted. */
export type MonthCount = {
  month: string
  kind: MonthKind
  code: string
  count: number
}

/** One topic, language, source, place where talks stopped or fate of a wish, month by month. */
export type MonthRow = { kind: MonthKind; code: string; counts: Shown[] }

/**
 * The counts as they may be shown, in the order of `months`. What no month shows has no row, and no month tells few
 * from none: so a count that is known from elsewhere leaves open which of the hidden ones it is made of.
 */
export function monthRows(
  counted: readonly MonthCount[],
  months: readonly string[],
  fewest: number,
): MonthRow[] {
  const rows = new Map<string, MonthRow>()
  for (const { kind, code, month, count } of counted) {
    if (shown(count, fewest) === null || !months.includes(month)) continue
    const key = `${kind} ${code}`
    const row = rows.get(key) ?? { kind, code, counts: months.map(() => null) }
    row.counts[months.indexOf(month)] = count
    rows.set(key, row)
  }
  return [...rows.values()]
}
