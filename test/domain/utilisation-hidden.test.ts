import { describe, expect, test } from 'vitest'
import {
  type LanguageCount,
  languageSums,
  showLanguages,
} from '../../src/domain/figures/languages.ts'
import { MEASURES, showWeek, type WeekCount } from '../../src/domain/figures/utilisation.ts'
import { type HourCount, showHours } from '../../src/domain/figures/utilisation-hours.ts'
import { rowOf } from '../../src/domain/figures/utilisation-sums.ts'
import { givenAway, lists, type Town } from '../support/given-away.ts'

const none = Object.fromEntries(MEASURES.map((measure) => [measure, 0])) as Record<
  (typeof MEASURES)[number],
  number
>
const weekOf = (week: string, counts: Partial<WeekCount>): WeekCount => ({
  centre: 'hochfeld',
  week,
  made: 0,
  leadHours: 0,
  planned: 0,
  bookable: 0,
  ...none,
  ...counts,
})
const block = '2000-01-03'
const hourOf = (weekday: number, hour: number, counts: Partial<HourCount>): HourCount => ({
  centre: 'hochfeld',
  block,
  weekday,
  hour,
  planned: 0,
  bookable: 0,
  ...none,
  ...counts,
})

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
  test('of a week, from the other counts and the seats there were', () => {
    for (let planned = 1; planned <= 14; planned += 1) {
      const towns = lists(3, planned)
        .filter((counts) => counts.reduce((a, b) => a + b, 0) <= planned)
        .map((counts): Town => {
          const [attended = 0, missed = 0, unmarked = 0] = counts
          const seats = { planned, bookable: planned }
          const told = showWeek(weekOf(block, { attended, missed, unmarked, ...seats }))
          return { counts, told: [told, rowOf('all', [told])] }
        })
      expect(givenAway(towns), `${planned} seats`).toEqual([])
    }
  })

  test('of an hour, from the weeks, the other hours and the days', () => {
    // Two weeks, each with two hours on Monday and one on Tuesday; at most seven people a week, so
    // that every way in which they can have come is among the towns.
    const weekly = lists(3, 7).filter(([a = 0, b = 0, c = 0]) => a + b + c <= 7)
    const both = weekly.flatMap((one) => weekly.map((other) => [...one, ...other]))
    const towns = both.map((cells): Town => {
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = cells
      const weeks = [
        showWeek(weekOf(block, { attended: a + b + c })),
        showWeek(weekOf('2000-01-10', { attended: d + e + f })),
      ]
      const hours = [
        hourOf(1, 9, { attended: a + d }),
        hourOf(1, 10, { attended: b + e }),
        hourOf(2, 9, { attended: c + f }),
      ]
      const counts = [a + d, b + e, c + f, a + b + c, d + e + f, a + b + d + e]
      return { counts, told: [weeks, showHours(hours, weeks)] }
    })
    expect(givenAway(towns)).toEqual([])
  })

  test('of an hour, from another outcome of the hour and the seats there were', () => {
    const planned = 8
    const towns = lists(4, planned)
      .filter(([a = 0, b = 0, c = 0, d = 0]) => a + c <= planned && b + d <= planned)
      .map((counts): Town => {
        const [a = 0, b = 0, c = 0, d = 0] = counts
        const seats = { planned, bookable: planned }
        const all = { planned: 2 * planned, bookable: 2 * planned }
        const weeks = [showWeek(weekOf(block, { attended: a + b, missed: c + d, ...all }))]
        const hours = [
          hourOf(1, 9, { attended: a, missed: c, ...seats }),
          hourOf(1, 10, { attended: b, missed: d, ...seats }),
        ]
        return { counts, told: [weeks, showHours(hours, weeks)] }
      })
    expect(givenAway(towns)).toEqual([])
  })

  // The month is four whole weeks, and everybody knows exactly how many came in it.
  test('of a language, from the others and from all who came', () => {
    const towns = towned((all, cells) => {
      const shown = showLanguages(cells.flatMap((count, at) => languageAt(at, count)))
      return [all, shown, ...BY.map((by) => languageSums(shown, by))]
    })
    expect(givenAway(towns)).toEqual([])
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
