import { describe, expect, test } from 'vitest'
import { readLocales } from '../../scripts/bundle-locales.ts'
import { REFUSALS } from '../../src/domain/dialog/refusal.ts'
import type { Speech } from '../../src/domain/spoken/speech.ts'
import { createI18n } from '../../src/i18n/index.ts'
import { languages } from '../../src/i18n/languages.ts'
import { copyFaults } from './checks/copies.ts'
import { joinerFaults } from './checks/joiners.ts'
import { keyFaults, placeholderFaults, pluralFaults, refusalFaults } from './checks/keys.ts'
import { buttonFaults, sentenceFaults, visibleLength } from './checks/lengths.ts'
import { alphabetFaults, letterFaults, lineStartFaults } from './checks/letters.ts'
import { toneFaults } from './checks/tone.ts'

const locales = readLocales()
const de = locales['de']?.messages ?? {}
const en = locales['en']?.messages ?? {}

test('every folder is a row in languages.ts, and every row a folder', () => {
  expect(Object.keys(locales).sort()).toEqual(languages.map(({ key }) => key).sort())
})

test('all eleven are offered', () => {
  expect(createI18n().languages).toHaveLength(11)
})

describe.each(languages)('$key', (language) => {
  const { key, direction, script } = language
  const { meta, dates, speech, messages } = locales[key] ?? {}

  test('meta.json agrees with its row and names its reviewer', () => {
    expect(meta).toMatchObject({ nativeName: language.nativeName, script, direction })
    expect(meta?.reviewed).toBe(meta?.reviewedBy !== null)
  })

  test('dates.json has every part, and its weekdays fit on a button', () => {
    expect(dates?.weekdays).toHaveLength(7)
    expect(dates?.weekdaysShort).toHaveLength(7)
    for (const day of dates?.weekdays ?? []) expect(visibleLength(day)).toBeLessThanOrEqual(11)
    expect(dates?.day).toMatch(/\{weekday\}.*\{date\}/)
    expect(dates?.when).toMatch(/\{day\}.*\{time\}/)
    expect(dates?.range).toMatch(/\{from\}.*\{to\}/)
    expect([undefined, 12]).toContain(dates?.persianMonths?.length)
  })

  test('speech.json has a word for every part of a date, in its own letters', () => {
    const said: Partial<Speech> = speech ?? {}
    const { days = [], months = [], hours = [], minutes = [], ...others } = said
    const lengths = [days, months, hours, minutes].map((words) => new Set(words).size)
    expect(lengths).toEqual([31, 12, 24, 59])
    expect(others.day).toMatch(/^(?=.*\{weekday\})(?=.*\{day\}).*\{month\}/)
    expect(others.day?.includes('{persianMonth}')).toBe(dates?.persianMonths !== undefined)
    expect(others.time).toMatch(/\{hour\}.*\{minute\}/)
    expect(others.fullHour).toContain('{hour}')
    expect(others.when).toMatch(/\{day\}.*\{time\}/)
    expect(others.range).toMatch(/\{from\}.*\{to\}/)
    const hasHourWord =
      others.hourWord === undefined || hours.every((hour) => hour.includes(others.hourWord ?? ''))
    expect(hasHourWord).toBe(true)
    const { chosen = '', plus = '' } = others
    const words = Object.fromEntries(
      [...days, ...months, ...hours, ...minutes, chosen, plus].map((word, nth) => [
        `speech-${nth}`,
        word,
      ]),
    )
    expect(letterFaults(key, words)).toEqual([])
  })

  // A locale nobody has begun is not offered (offeredLanguages); one file makes it count in full.
  if (messages === undefined || Object.keys(messages).length === 0) return

  test('has exactly the German keys', () => {
    expect(keyFaults(de, messages)).toEqual([])
  })
  test('tells every refusal', () => {
    expect(refusalFaults(REFUSALS, messages)).toEqual([])
  })
  test('keeps every placeholder', () => {
    expect(placeholderFaults(de, messages)).toEqual([])
  })
  test('has the plural forms of the language', () => {
    expect(pluralFaults(de, messages, language.plural)).toEqual([])
  })
  test('is written in its own letters', () => {
    expect(letterFaults(key, messages)).toEqual([])
    expect(alphabetFaults(key, messages)).toEqual([])
  })
  test('is translated', () => {
    expect(copyFaults(key, messages, { de, en })).toEqual([])
  })
  test('has labels that fit on a button', () => {
    expect(buttonFaults(messages)).toEqual([])
  })
  test('has short sentences', () => {
    expect(sentenceFaults(messages)).toEqual([])
  })
  test('blames nobody, promises nothing and is polite', () => {
    expect(toneFaults(key, messages)).toEqual([])
  })
  if (direction === 'rtl') {
    test('begins every line with a word of its own script', () => {
      expect(lineStartFaults(messages)).toEqual([])
    })
  }
  if (key === 'fa' || key === 'prs') {
    test('keeps the joiners of Persian words', () => {
      expect(joinerFaults(messages)).toEqual([])
    })
  }
})
