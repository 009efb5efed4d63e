import { expect, test } from 'vitest'
import { placeText } from '../../../src/domain/questionnaire/place-text.ts'
import { createI18n } from '../../../src/i18n/index.ts'
import { seedProfile } from '../../support/duisburg.ts'

const i18n = createI18n()
const { districts } = seedProfile('duisburg')
const shown = (place: Parameters<typeof placeText>[0], language: string) =>
  i18n.t(language, placeText(place, language), 0).replace(/[\u2066-\u2069]/g, '')

test.each(['ar', 'fa', 'prs', 'ckb'])(
  'every district bears the name that stands on its signs in %s',
  (language) => {
    expect(districts.length).toBeGreaterThan(5)
    for (const district of districts) {
      const label = shown(district, language)
      expect(label).toContain(district.name)
      expect([...label].length, label).toBeLessThanOrEqual(34)
    }
  },
)

test('a name that leaves no room for another stands in the words of whoever reads it', () => {
  const place = { name: 'Ein sehr langer Name einer Beratung', names: { ar: 'اسم طويل' } }
  expect(shown(place, 'ar')).toBe('اسم طويل')
})
