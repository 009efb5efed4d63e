import { describe, expect, test } from 'vitest'
import { factsAt, MONDAY, shownFacts } from '../../../scripts/gallery/talk-facts.ts'
import type { Button } from '../../../src/domain/dialog/screen.ts'
import { show } from '../../../src/domain/dialog/show/show.ts'
import { beginTalk, type Place } from '../../../src/domain/dialog/talk.ts'
import { partsOf } from '../../../src/domain/spoken/parts.ts'
import { createI18n } from '../../../src/i18n/index.ts'
import { book, heard, keys } from '../spoken/books.ts'

const i18n = createI18n()
const facts = { ...shownFacts(factsAt(MONDAY)), voices: ['de', 'ckb', 'kmr'] }
const seen = (language: string, place: Place, listens: boolean) => {
  const answers = listens ? { needs: ['cannot-read'] } : {}
  return show({ ...beginTalk(language), place, answers }, facts)
}
const labels = (rows: readonly Button[][], language: string) =>
  rows.flat().map((one) => i18n.t(one.language ?? language, one.label, MONDAY))

describe('who finds a button by what is heard', () => {
  test('sees a number before each part of the city, and hears it before the name', () => {
    const screen = seen('de', { at: 'question', id: 'district' }, true)
    const [first, second] = labels(screen.rows, 'de')
    expect([first, second]).toEqual(['1️⃣ Walsum', '2️⃣ Hamborn'])
    const spoken = partsOf(screen, { language: 'de', book, now: MONDAY })
    expect('parts' in spoken && heard(spoken.parts, 'de')).toMatch(/1 Walsum ‖ 2 Hamborn ‖ 3 /)
  })

  test('has every language of the menu by a number, past ten', () => {
    const numbers = labels(seen('ckb', { at: 'languages' }, true).rows, 'ckb').flatMap(
      (label) => /^(?:\d️⃣)+/u.exec(label)?.[0] ?? [],
    )
    expect(numbers).toHaveLength(i18n.languages.length)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(numbers.at(-1)).toBe('1️⃣1️⃣')
  })

  test('keeps the icon of an option that has one', () => {
    const shown = labels(seen('de', { at: 'question', id: 'topics' }, true).rows, 'de')
    expect(shown.filter((label) => /^\d️⃣/u.test(label))).toEqual([])
  })

  test.each(keys)('finds no two choices of a screen by the same sign in %s', (language) => {
    const places: Place[] = [
      ...['district', 'spoken', 'topics', 'needs'].map((id) => ({ at: 'question', id }) as const),
      { at: 'languages' },
      { at: 'voices' },
      { at: 'centres' },
    ]
    for (const place of places) {
      const screen = seen(language, place, true)
      const signs = screen.rows
        .flat()
        .filter(
          (one) => 'tap' in one && ['answer', 'language', 'voice', 'centre'].includes(one.tap.do),
        )
        .map(({ label: { icon, values } }) => {
          const option = values?.['option']
          return icon ?? (typeof option === 'object' && 'key' in option ? option.icon : undefined)
        })
      expect(signs, JSON.stringify(place)).not.toContain(undefined)
      expect(new Set(signs).size, JSON.stringify(place)).toBe(signs.length)
    }
  })
})

test('who reads sees no numbers', () => {
  for (const place of [{ at: 'question', id: 'district' }, { at: 'languages' }] as const) {
    const shown = labels(seen('de', place, false).rows, 'de')
    expect(shown.filter((label) => /^\d️⃣/u.test(label))).toEqual([])
  }
})
