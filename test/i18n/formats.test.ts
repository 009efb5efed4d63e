import { describe, expect, test } from 'vitest'
import {
  formatDay,
  formatDayLabel,
  formatList,
  formatRange,
  formatSlotLabel,
  formatTime,
  formatWhen,
  relativeDay,
} from '../../src/i18n/format.ts'
import { languages } from '../../src/i18n/languages.ts'
import { visibleLength } from './checks/lengths.ts'
import { INSTANTS } from './instants.ts'
import { RANGE, TODAY_TOMORROW, WHEN } from './when.table.ts'

const HOUR = 3_600_000
const names = Object.keys(INSTANTS)
const instants = Object.values(INSTANTS).map((instant) => Date.parse(instant))
const workday = Date.parse(INSTANTS['a working day'])
const keys = languages.map(({ key }) => key)
const marked = (text: string) => text.replaceAll('\u2068', '⟨').replaceAll('\u2069', '⟩')
const plain = (text: string) => text.replace(/[\u2068\u2069]/g, '')

describe.each(keys)('%s', (key) => {
  test.each(names.map((name, index) => [name, index] as const))('shows %s', (_name, index) => {
    expect(marked(formatWhen(instants[index] ?? 0, key))).toBe(WHEN[key]?.[index])
  })

  test('says a range in words', () => {
    expect(marked(formatRange(workday, workday + HOUR / 2, key))).toBe(RANGE[key])
  })

  test('calls a day by its calendar date in Berlin, not by hours', () => {
    const evening = Date.parse('2026-10-24T21:30:00Z') // 23:30, the night the clocks go back
    const days = [0, 1, 2].map((ahead) => relativeDay(evening + ahead * 24 * HOUR, evening, key))
    expect(days).toEqual(TODAY_TOMORROW[key])
    // An hour later it is tomorrow; 25 hours after 00:30 it is still the same Sunday's next day.
    expect(relativeDay(evening + HOUR, evening, key)).toBe(TODAY_TOMORROW[key]?.[1])
    expect(relativeDay(evening + 3 * 24 * HOUR, evening, key)).toBe(
      formatDay(evening + 3 * 24 * HOUR, key),
    )
    expect(relativeDay(evening - 24 * HOUR, evening, key)).toBe(formatDay(evening - 24 * HOUR, key))
  })

  const isRtl = languages.some((one) => one.key === key && one.direction === 'rtl')

  test('fits every weekday on a button', () => {
    for (let day = 0; day < 7; day++) {
      const at = workday + day * 24 * HOUR
      expect(visibleLength(formatSlotLabel(at, key))).toBeLessThanOrEqual(24)
      expect(visibleLength(formatDayLabel(at, key))).toBeLessThanOrEqual(24)
      expect(plain(formatSlotLabel(at, key))).toMatch(
        isRtl ? /^\S+ \d\d\.\d\d\. · \d\d:\d\d$/ : /^\S+ \d\d\.\d\d\. \d\d:\d\d$/,
      )
      expect(plain(formatDayLabel(at, key))).toMatch(/^\S+ \d\d\.\d\d\.$/)
    }
  })

  test('agrees with the engine on weekday, date and 24-hour time', () => {
    const row = languages.find((language) => language.key === key)
    const weekday = new Intl.DateTimeFormat(row?.intl, {
      weekday: 'long',
      timeZone: 'Europe/Berlin',
    })
    const digits = new Intl.DateTimeFormat('de-DE', {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: 'Europe/Berlin',
    })
    for (const at of instants) {
      const shown = plain(formatWhen(at, key))
      // CLDR writes Friday in Sorani with U+06BE, which no Sorani keyboard has.
      expect(shown).toContain(weekday.format(at).replaceAll('\u06BE', '\u0647'))
      for (const part of digits.format(at).split(', ')) expect(shown).toContain(part)
      expect(plain(formatTime(at, key))).toBe(digits.format(at).split(', ')[1])
    }
  })
})

test('a list ends as the language ends it', () => {
  const entries = ['A', 'B', 'C']
  expect(keys.map((key) => formatList(entries, key))).toEqual([
    'A وB وC',
    'A، B و C',
    'A، B و C',
    'A، B و C',
    'A, B û C',
    'A, B ve C',
    'A, B і C',
    'A, B и C',
    'A, B și C',
    'A, B and C',
    'A, B und C',
  ])
  expect(formatList([], 'de')).toBe('')
  expect(formatList(['A'], 'ar')).toBe('A')
  expect(formatList(['A', 'B'], 'kmr')).toBe('A û B')
})

test('an unknown language is a fault', () => {
  expect(() => formatWhen(0, 'xx')).toThrow(RangeError)
})
