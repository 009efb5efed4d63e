import { describe, expect, test } from 'vitest'
import { keyFaults, placeholderFaults, pluralFaults, refusalFaults } from './checks/keys.ts'

// Every check is shown a planted mistake: one that never fails would look just like a clean locale.

const one = (text: string) => ({ a: { b: text } })
const ARABIC_DAYS = {
  days_zero: 'لا أيام',
  days_one: 'يوم واحد',
  days_two: 'يومان',
  days_few: '{{count}} أيام',
  days_many: '{{count}} يومًا',
  days_other: '{{count}} يوم',
}

describe('keys', () => {
  const reference = { slot: { button: { book: 'Buchen' }, days_one: 'ein Tag', days_other: 'x' } }

  test('a missing and a surplus key are found, plural forms count as one key', () => {
    const locale = { slot: { days_few: 'x', days_many: 'x' }, extra: { b: 'x' } }
    expect(keyFaults(reference, locale)).toEqual([
      'slot.button.book is missing',
      'extra.b is not in the reference',
    ])
    expect(keyFaults(reference, reference)).toEqual([])
  })

  test('an untranslated refusal is found', () => {
    expect(refusalFaults(['time-taken', 'too-late'], { refusal: { 'too-late': 'x' } })).toEqual([
      'refusal.time-taken',
    ])
  })
})

describe('placeholders', () => {
  test.each([
    ['lost', 'Bis dann', ['a.b loses {{name}}']],
    ['added', '{{name}} {{time}}', ['a.b adds {{time}}']],
    ['misspelt', '{{nmae}}', ['a.b adds {{nmae}}', 'a.b loses {{name}}']],
    ['broken', '{name}}', ['a.b has a stray brace', 'a.b loses {{name}}']],
    ['nested', '{{name}} $t(x)', ['a.b has a stray brace']],
    ['kept', 'Für {{name}}', []],
  ])('%s', (_what, text, faults) => {
    expect(placeholderFaults(one('Hallo {{name}}'), one(text))).toEqual(faults)
  })

  test('only a form that names its count may leave it out', () => {
    const reference = { d: { days_one: 'ein Tag', days_other: '{{count}} Tage' } }
    expect(placeholderFaults(reference, { d: ARABIC_DAYS })).toEqual([])
    const lost = { ...ARABIC_DAYS, days_few: 'أيام' }
    expect(placeholderFaults(reference, { d: lost })).toEqual(['d.days_few loses {{count}}'])
  })
})

describe('plural forms', () => {
  const reference = { d: { days_one: 'ein Tag', days_other: '{{count}} Tage' } }

  test('Arabic needs all six', () => {
    expect(pluralFaults(reference, { d: ARABIC_DAYS }, 'ar')).toEqual([])
    const { days_two: _, ...five } = ARABIC_DAYS
    expect(pluralFaults(reference, { d: five }, 'ar')).toEqual(['d.days lacks the plural form two'])
  })

  test('a form the language never asks for is found', () => {
    const forms = { days_one: 'bir gün', days_few: 'x', days_other: '{{count}} gün' }
    expect(pluralFaults(reference, { d: forms }, 'tr')).toEqual([
      'd.days has an unused plural form few',
    ])
  })

  test('a text that lost its forms is found', () => {
    expect(pluralFaults(reference, { d: { days: 'gün' } }, 'tr')).toEqual([
      'd.days has no plural forms, the reference has',
    ])
  })

  test.each([
    ['uk', ['few', 'many']],
    ['ro', ['few']],
    ['ckb', []],
    ['ku', []],
    ['fa-AF', []],
  ])('%s wants its own', (tag, missing) => {
    const faults = missing.length > 0 ? [`d.days lacks the plural form ${missing.join(', ')}`] : []
    expect(pluralFaults(reference, reference, tag)).toEqual(faults)
  })
})
