import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText, latinDigits, lengthOf } from '../../src/domain/people/typed-text.ts'

describe('what people type', () => {
  it.each([
    ['  Sara \n Ali ', 'Sara Ali'],
    ['\u202Eevil\u202C \u2068abc\u2069\u200F\u061C', 'evil abc'],
    ['می\u200Cخواهم', 'می\u200Cخواهم'],
    ['a\u0000b', 'a b'],
    ['cafe\u0301', 'café'],
  ])('%j is kept as %j', (typed, kept) => {
    expect(cleanText(typed)).toBe(kept)
  })

  it('keeps its lines where lines make sense, but not a page of empty ones', () => {
    expect(cleanText('one\ntwo\n\n\n\nthree', true)).toBe('one\ntwo\n\nthree')
  })

  it('never keeps a direction control, and cleaning twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (typed, lines) => {
        const clean = cleanText(typed, lines)
        expect(clean).not.toMatch(/[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/)
        expect(cleanText(clean, lines)).toBe(clean)
      }),
    )
  })

  it('is counted in characters, not in code units', () => {
    expect(lengthOf('👩‍👧')).toBe(3)
    expect(lengthOf('سلام')).toBe(4)
  })

  it('may have digits of three keyboards', () => {
    expect(latinDigits('٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ 42')).toBe('0123456789 0123456789 42')
  })
})
