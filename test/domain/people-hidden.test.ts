import { describe, expect, test } from 'vitest'
import {
  type LanguageCount,
  languageSums,
  showLanguages,
} from '../../src/domain/figures/languages.ts'
import { type MonthCount, monthRows } from '../../src/domain/figures/month-counts.ts'
import { givenAway, lists, type Town } from '../support/given-away.ts'

const BY = ['language', 'month', 'centre'] as const
const CELLS = [
  ['ar', 'matched'],
  ['ar', 'unmet'],
  ['ti', 'matched'],
] as const

const languageAt = (at: number, count: number): LanguageCount[] => {
  const [language, understanding] = CELLS[at] ?? CELLS[0]
  const place = { centre: 'hochfeld', month: '2027-02', language, understanding }
  return count === 0 ? [] : [{ ...place, count }]
}

/** Every way in which at most twelve people can have come, some of whom needed no language. */
const towned = (told: (all: number, cells: readonly number[]) => unknown): Town[] =>
  lists(4, 12).flatMap(([others = 0, ...cells]) => {
    const all = cells.reduce((a, b) => a + b, others)
    return all > 12 ? [] : [{ counts: cells, told: told(all, cells) }]
  })

describe('no small count can be worked out', () => {
  // The month is four whole weeks, and everybody knows exactly how many came in it.
  test('of a language, from the others and from all who came', () => {
    const towns = towned((all, cells) => {
      const counted = cells.flatMap((count, at) => languageAt(at, count))
      const shown = showLanguages(counted, 5)
      return [all, shown, ...BY.map((by) => languageSums(shown, by))]
    })
    expect(givenAway(towns)).toEqual([])
  })

  // How many requests there were is told nowhere; appointments are of other weeks, and some requests have none.
  test('of what is counted by month, from the others and other months', () => {
    const months = ['2027-01', '2027-02']
    const towns = lists(4, 7).map((cells): Town => {
      const counted = cells.map((count, at): MonthCount => {
        const [month = '', code = ''] = [months[at % 2], ['ar', 'ckb'][at >> 1]]
        return { kind: 'language', code, month, count }
      })
      return { counts: cells, told: monthRows(counted, months, 5) }
    })
    expect(givenAway(towns)).toEqual([])
    const shown = towns.flatMap(({ told }) => told as { counts: (number | null)[] }[])
    expect(shown.flatMap(({ counts }) => counts)).not.toContain(4)
    expect(shown.flatMap(({ counts }) => counts)).toContain(5)
  })

  test('and the search finds what a rule would give away that tells none from few', () => {
    const towns = towned((all, cells) => [
      all,
      ...cells.map((one) => (one > 0 && one < 5 ? null : one)),
    ])
    expect(givenAway(towns).length).toBeGreaterThan(0)
  })

  test('and the search finds what a plain rule of five would give away', () => {
    const towns = lists(3, 6).map((counts): Town => {
      const total = counts.reduce((a, b) => a + b, 0)
      return { counts, told: [total, ...counts.map((one) => (one > 0 && one < 5 ? null : one))] }
    })
    expect(givenAway(towns).length).toBeGreaterThan(0)
  })
})
