import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LanguageCount, UNDERSTANDINGS } from '../../src/domain/figures/languages.ts'
import { rareLanguages } from '../../src/domain/figures/rare-languages.ts'
import { givenAway, lists } from '../support/given-away.ts'

const needed = (
  month: string,
  count: number,
  said: Partial<LanguageCount> = {},
): LanguageCount => ({
  ...{ centre: 'hochfeld', month, language: 'ti', understanding: 'unmet', count },
  ...said,
})
const told = (counted: readonly LanguageCount[], finished = '2027-12') =>
  rareLanguages(counted, finished, 5).map(
    ({ language, from, until, atLeast }) => `${language} ${from}–${until} ${atLeast}`,
  )

describe('a language that no month shows', () => {
  test.each<[string, LanguageCount[], string[]]>([
    ['nothing counted', [], []],
    ['four in a quarter', [needed('2027-01', 2), needed('2027-03', 2)], []],
    ['five in a quarter', [needed('2027-01', 2), needed('2027-03', 3)], ['ti 2027-01–2027-03 5']],
    [
      'five over two centres and two ways of being understood',
      [
        needed('2027-02', 2),
        needed('2027-02', 2, { centre: 'hamborn' }),
        needed('2027-02', 1, { understanding: 'matched' }),
      ],
      ['ti 2027-01–2027-03 5'],
    ],
    [
      'carried on until it is five, over a quarter without any and over New Year',
      [needed('2027-03', 4), needed('2027-12', 1)],
      ['ti 2027-01–2027-12 5'],
    ],
    [
      'the next span begins where the last one ended',
      [needed('2027-01', 4), needed('2027-04', 4), needed('2027-07', 3), needed('2027-10', 4)],
      ['ti 2027-01–2027-06 5', 'ti 2027-07–2027-12 5'],
    ],
    ['what a month shows is not told again', [needed('2027-01', 5), needed('2027-02', 4)], []],
    [
      'no language with another one',
      [needed('2027-01', 4), needed('2027-01', 4, { language: 'ckb' })],
      [],
    ],
    [
      'each from the first quarter of all',
      [needed('2027-02', 9, { language: 'ar' }), needed('2027-05', 4), needed('2027-06', 4)],
      ['ti 2027-01–2027-06 5'],
    ],
  ])('%s', (_case, counted, said) => {
    expect(told(counted)).toEqual(said)
  })

  test.each([
    [9, 5],
    [10, 10],
    [24, 10],
    [25, 25],
    [49, 25],
    [60, 50],
  ])('%i of them are told as at least %i', (all, atLeast) => {
    const each = Array.from({ length: all }, (_, at) => needed('2027-01', 1, { centre: `c${at}` }))
    expect(told(each)).toEqual([`ti 2027-01–2027-03 ${atLeast}`])
  })

  test.each([
    [5, 60, 50],
    [6, 60, 12],
    [6, 11, 6],
    [11, 200, 55],
    [10, 99, 50],
  ])(
    'with people counted from %i on, %i of them are told as at least %i',
    (fewest, all, atLeast) => {
      const each = Array.from({ length: all }, (_, at) =>
        needed('2027-01', 1, { centre: `c${at}` }),
      )
      expect(rareLanguages(each, '2027-12', fewest)[0]?.atLeast).toBe(atLeast)
      expect(atLeast % (fewest - 1)).not.toBe(0)
    },
  )

  test.each([
    ['2027-02', []],
    ['2027-03', ['ti 2027-01–2027-03 5']],
    ['2027-04', ['ti 2027-01–2027-03 5']],
  ])('is told once its quarter is over: %s', (finished, said) => {
    const counted = [needed('2027-01', 3), needed('2027-02', 3), needed('2027-04', 3)]
    expect(told(counted, finished)).toEqual(said)
  })
})

const counts = fc.uniqueArray(
  fc.record<LanguageCount>({
    centre: fc.constantFrom('hochfeld', 'hamborn'),
    month: fc.constantFrom('2026-11', '2027-01', '2027-02', '2027-05', '2027-12'),
    language: fc.constantFrom('ar', 'ti'),
    understanding: fc.constantFrom(...UNDERSTANDINGS),
    count: fc.integer({ min: 1, max: 9 }),
  }),
  { selector: ({ count: _, ...place }) => JSON.stringify(place) },
)

test('spans of a language never overlap, and what is told once never changes', () => {
  fc.assert(
    fc.property(counts, (counted) => {
      const all = rareLanguages(counted, '2027-12', 5)
      for (const [at, one] of all.entries()) {
        const next = all[at + 1]
        if (next?.language === one.language) expect(next.from > one.until).toBe(true)
      }
      for (const finished of ['2026-12', '2027-03', '2027-06', '2027-11']) {
        const early = counted.filter(({ month }) => month <= finished)
        expect(rareLanguages(early, finished, 5)).toEqual(
          all.filter(({ until }) => until <= finished),
        )
      }
    }),
  )
})

// Up to two hidden counts in an earlier quarter and up to five in the last: all ways in which they can be.
describe('no count that a month hides can be worked out', () => {
  test.each([
    ...[
      [0, 2],
      [0, 3],
      [0, 4],
      [0, 5],
      [1, 1],
      [1, 2],
      [1, 3],
      [2, 1],
      [2, 2],
      [2, 3],
    ],
  ])('of %i earlier ones and %i', (before, after) => {
    const towns = lists((before ?? 0) + (after ?? 0), 4).map((cells) => {
      const counted = cells.flatMap((count, at) => {
        const place = { centre: `c${at}` }
        return count === 0 ? [] : [needed(at < (before ?? 0) ? '2027-01' : '2027-04', count, place)]
      })
      // Everybody knows when counting began.
      const began = needed('2027-01', 9, { language: 'ar' })
      const all = [began, ...counted]
      return {
        counts: cells,
        told: [rareLanguages(all, '2027-03', 5), rareLanguages(all, '2027-06', 5)],
      }
    })
    expect(givenAway(towns)).toEqual([])
  })

  test('and the search finds what the sum itself would give away', () => {
    const towns = lists(2, 4).map((cells) => {
      const sum = cells.reduce((a, b) => a + b, 0)
      return { counts: cells, told: sum < 5 ? null : sum }
    })
    expect(givenAway(towns)).not.toEqual([])
  })
})
