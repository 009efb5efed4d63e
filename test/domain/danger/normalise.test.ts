import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalise } from '../../../src/domain/danger/normalise.ts'
import { runs } from '../../support/runs.ts'

describe('one spelling for what people type as one', () => {
  test.each([
    ['Arabic and Persian yeh and kaf', 'كيف', 'کیف'],
    ['marks, tatweel and hamza', 'أَنـــا', 'انا'],
    ['teh marbuta, heh and ae', 'حياة', 'حیاه'],
    ['a joiner, a space or nothing after «می»', 'می‌خواهم', 'می خواهم'],
    ['the same, negated', 'نمی‌خواهم', 'نمیخواهم'],
    ['Sorani letters on an Arabic keyboard', 'دەمەوێت', 'ده‌مه‌ويت'],
    ['Turkish without its own letters', 'ŞİDDET görüyorum', 'siddet goruyorum'],
    ['Kurmanji without circumflexes', 'ez naxwazim bijîm', 'ez naxwazim bijim'],
    ['Romanian commas and cedillas', 'soțul mă bate', 'sotul ma bate'],
    ['Russian for Ukrainian letters', 'убивають', 'убивают'],
    ['letters repeated in haste', 'heeeelp meee', 'help me'],
    ['apostrophes of any shape', "I can’t — don't", 'i cant dont'],
    ['digits of three sets', '٤٧٠٥٣ ۱۱۲', '47053 112'],
    ['invisible marks of direction', '\u2068help\u2069 me', 'help me'],
  ])('%s', (_what, one, other) => {
    expect(normalise(one)).toBe(normalise(other))
  })

  test('sentences end at their marks, not at dots that trail off', () => {
    expect(normalise('No... please!! Help?')).toBe('no please . help .')
  })

  test('emoji are words, whatever their skin and variant', () => {
    expect(normalise('no👊🏽🔪️now')).toBe('no 👊 🔪 now')
  })

  test('digits are not taken for repeated letters', () => {
    expect(normalise('112 100')).toBe('112 100')
  })
})

test('is the same when done twice, and throws at nothing', () => {
  const persian = fc.stringMatching(/^[ی می‌نا.]*$/u)
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), persian),
      (text) => {
        const once = normalise(text)
        expect(normalise(once)).toBe(once)
      },
    ),
    { numRuns: runs(500) },
  )
})
