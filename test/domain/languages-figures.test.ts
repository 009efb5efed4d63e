import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type LanguageCount,
  languageSums,
  showLanguages,
  UNDERSTANDINGS,
  understandingOf,
} from '../../src/domain/figures/languages.ts'

test.each([
  ['no-need', null, null],
  ['no-need', 'confirmed', null],
  ['spoken', null, 'matched'],
  // Ordered before the counsellor was known to speak it: whoever came, the counsellor did.
  ['spoken', 'confirmed', 'matched'],
  ['nobody', 'confirmed', 'interpreted'],
  ['unknown', 'confirmed', 'interpreted'],
  ['nobody', null, 'unmet'],
  ['nobody', 'ordered', 'unmet'],
  ['nobody', 'refused', 'unmet'],
  // Whoever was called may have been busy: that nobody knows.
  ['on-call', null, 'interpreted'],
  ['on-call', 'refused', 'interpreted'],
  ['unknown', null, 'unknown'],
  ['unknown', 'ordered', 'unknown'],
  ['unknown', 'refused', 'unmet'],
] as const)('%s with an order that is %s is %s', (language, interpreter, understanding) => {
  expect(understandingOf({ language }, interpreter)).toBe(understanding)
})

const counts = fc.uniqueArray(
  fc.record<LanguageCount>({
    centre: fc.constantFrom('hochfeld', 'hamborn'),
    month: fc.constantFrom('2026-10', '2026-11'),
    language: fc.constantFrom('ar', 'ckb', 'ti'),
    understanding: fc.constantFrom(...UNDERSTANDINGS),
    count: fc.integer({ min: 1, max: 9 }),
  }),
  { selector: ({ count: _, ...place }) => JSON.stringify(place) },
)
const BY = ['language', 'month', 'centre'] as const

test('what is under five changes nothing that anybody is told, whatever it is', () => {
  fc.assert(
    fc.property(counts, (counted) => {
      const told = (some: readonly LanguageCount[]) => {
        const shown = showLanguages(some, 5)
        return [shown, ...BY.map((by) => languageSums(shown, by))]
      }
      expect(told(counted)).toEqual(told(counted.filter(({ count }) => count >= 5)))
    }),
  )
})

test('every sum adds up to what is shown of it, and says nothing of the rest', () => {
  fc.assert(
    fc.property(counts, fc.constantFrom(...BY), (counted, by) => {
      const large = counted.filter(({ count }) => count >= 5)
      const sums = languageSums(showLanguages(counted, 5), by)
      expect(sums.map(({ key }) => key).sort()).toEqual(
        [...new Set(large.map((one) => one[by]))].sort(),
      )
      for (const { key, asked, ...met } of sums) {
        const own = large.filter((one) => one[by] === key)
        expect(asked).toBe(own.reduce((all, { count }) => all + count, 0))
        for (const one of UNDERSTANDINGS) {
          const some = own.filter(({ understanding }) => understanding === one)
          const sum = some.reduce((all, { count }) => all + count, 0)
          expect(met[one]).toBe(some.length === 0 ? null : sum)
        }
      }
    }),
  )
})

test('the most asked for stands first', () => {
  const place = { centre: 'hochfeld', month: '2026-11', understanding: 'matched' } as const
  const shown = showLanguages(
    [
      { ...place, language: 'ar', count: 6 },
      { ...place, language: 'ckb', count: 12 },
      { ...place, language: 'ti', count: 4 },
    ],
    5,
  )
  expect(languageSums(shown, 'language').map(({ key, asked }) => [key, asked])).toEqual([
    ['ckb', 12],
    ['ar', 6],
  ])
})
