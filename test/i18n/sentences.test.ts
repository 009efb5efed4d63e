import { describe, expect, test } from 'vitest'
import { readLocales } from '../../scripts/bundle-locales.ts'
import { stripBidi } from '../../src/i18n/bidi.ts'
import { createI18n, type MissingText } from '../../src/i18n/index.ts'
import { type Language, languages } from '../../src/i18n/languages.ts'
import type { Locales, Messages } from '../../src/i18n/locale.ts'
import { spokenLanguages } from '../../src/i18n/spoken.ts'

const NOW = Date.parse('2026-03-17T08:00:00Z')
const at = Date.parse('2026-03-18T13:05:00Z')
const FSI = '\u2068'
const PDI = '\u2069'
const clean = readLocales()

/** The real locales, with these texts in place of their own. */
function withTexts(texts: Record<string, Messages>): Locales {
  return Object.fromEntries(
    Object.entries(clean).map(([key, locale]) => [
      key,
      { ...locale, messages: texts[key] === undefined ? {} : { test: texts[key] } },
    ]),
  )
}

const locales = withTexts({
  de: { hello: 'Guten Tag {{name}}', at: '{{when}} / {{day}} / {{time}} / {{range}}', two: 'Zwei' },
  en: { hello: 'Hello {{name}}', at: '{{when}}', both: 'Both' },
  ar: {
    hello: 'مرحبًا {{name}} في RSC',
    at: 'الموعد: {{when}}',
    left_zero: 'لا أيام',
    left_one: 'يوم واحد',
    left_two: 'يومان',
    left_few: '{{count}} أيام',
    left_many: '{{count}} يومًا',
    left_other: '{{count}} يوم',
  },
  prs: { left_one: '{{count}} یک', left_other: '{{count}} چند' },
  kmr: { left_one: '{{count}} yek', left_other: '{{count}} pir' },
  uk: { left_one: '1', left_few: 'few', left_many: 'many', left_other: 'other' },
})
const i18n = createI18n({ locales })

describe('values', () => {
  test('of every kind are worded in the language', () => {
    const values = {
      when: { when: at },
      day: { day: at },
      time: { time: at },
      range: { from: at, to: at + 1_800_000 },
    }
    expect(i18n.t('de', { key: 'test.at', values }, NOW)).toBe(
      'Mittwoch, 18.03.2026, 14:05 Uhr / Mittwoch, 18.03.2026 / 14:05 / 14:05 bis 14:35 Uhr',
    )
  })

  test.each([
    [{ relativeDay: at }, 'morgen'],
    [{ dayLabel: at }, 'Mittwoch 18.03.'],
    [{ weekday: 7 }, 'Sonntag'],
    [{ slotLabel: at }, 'Mi 18.03. 14:05'],
    [{ list: ['A', { key: 'test.two' }, { time: at }] }, 'A, Zwei und 14:05'],
    [{ key: 'test.hello', values: { name: 'Frau Öz' } }, 'Guten Tag Frau Öz'],
    [3, '3'],
  ])('%j', (name, worded) => {
    const text = { key: 'test.hello', values: { name } }
    expect(i18n.t('de', text, NOW)).toBe(`Guten Tag ${worded}`)
  })

  test('a typed name is isolated, and so is the Latin word of the text', () => {
    const text = { key: 'test.hello', values: { name: 'Öz\u202E' } }
    expect(i18n.t('ar', text, NOW)).toBe(`مرحبًا ${FSI}Öz${PDI} في ${FSI}RSC${PDI}`)
  })

  test('what a person types is never read as a placeholder, a text or markup', () => {
    const typed = '{{name}} $t(test.two) {{- x}} <b> & $1'
    const text = { key: 'test.hello', values: { name: typed } }
    expect(i18n.t('de', text, NOW)).toBe(`Guten Tag ${typed}`)
  })
})

test.each([
  ['ar', [0, 1, 2, 3, 11, 100], ['لا أيام', 'يوم واحد', 'يومان', '3 أيام', '11 يومًا', '100 يوم']],
  ['uk', [1, 2, 5, 21, 22, 25], ['1', 'few', 'many', '1', 'few', 'many']],
  ['prs', [0, 1, 2], ['0 یک', '1 یک', '2 چند']],
  ['kmr', [0, 1, 2], ['0 pir', '1 yek', '2 pir']],
])('%s counts as its readers do', (language, counts, worded) => {
  const say = (count: number) => i18n.t(language, { key: 'test.left', values: { count } }, NOW)
  expect(counts.map(say)).toEqual(worded)
})

describe('a missing text', () => {
  test('is a fault unless a door takes the report', () => {
    expect(() => i18n.t('ar', { key: 'test.nothing' }, NOW)).toThrow(
      'ar has no text "test.nothing"',
    )
    expect(() => i18n.t('xx', { key: 'test.two' }, NOW)).toThrow('xx has no text')
    expect(() => i18n.t('de', { key: 'test.hello' }, NOW)).toThrow('wants {{name}}')
    expect(() => i18n.t('ar', { key: 'test.left' }, NOW)).toThrow('has no text "test.left"')
  })

  test('is reported, then stands in German, else in English, with that language’s dates', () => {
    const missing: MissingText[] = []
    const live = createI18n({ locales, onMissing: (text) => missing.push(text) })
    expect(live.t('tr', { key: 'test.at', values: { when: { when: at } } }, NOW)).toContain(
      'Mittwoch',
    )
    expect(live.t('xx', { key: 'test.both' }, NOW)).toBe('Both')
    expect(live.t('en', { key: 'test.nothing' }, NOW)).toBe('')
    expect(missing).toContainEqual({ language: 'tr', key: 'test.at' })
    expect(missing).toContainEqual({ language: 'xx', key: 'test.both' })
    expect(missing).toContainEqual({ language: 'de', key: 'test.both' })
  })
})

test('spoken languages are named in themselves in every language', () => {
  for (const { key, nativeName } of spokenLanguages) {
    const name = i18n.t('ar', { key: `language-name.${key}` }, NOW)
    expect(stripBidi(name)).toBe(nativeName)
  }
  const known = spokenLanguages.map(({ key }) => key)
  for (const { key, spoken } of languages)
    expect(known).toEqual(expect.arrayContaining([key, ...spoken]))
})

test('a language counts as reviewed only when its folder says so', () => {
  const { tr } = clean
  if (tr === undefined) throw new Error('no Turkish folder')
  const read = { ...tr, meta: { ...tr.meta, reviewed: true, reviewedBy: 'A. Öz' } }
  const { unreviewed } = createI18n({ locales: { ...clean, tr: read } })
  expect(['tr', 'ckb'].map((key) => unreviewed.includes(key))).toEqual([false, true])
})

describe('the menu', () => {
  test('offers what is complete, and nothing else', () => {
    const some = withTexts({
      de: { a: 'A', b_one: 'x', b_other: 'x' },
      en: { a: 'A' },
      tr: { a: 'A', b_other: 'x' },
    })
    const { languages: offered, speaks } = createI18n({ locales: some })
    expect(offered.map(({ key }) => key)).toEqual(['tr', 'de'])
    expect([speaks('tr'), speaks('en'), speaks('xx')]).toEqual([true, false, false])
  })

  test('grows by a folder and one row', () => {
    const row: Language = {
      key: 'qaa',
      nativeName: 'לוטסית',
      german: 'Lotsisch',
      english: 'Lotsian',
      script: 'Hebr',
      direction: 'rtl',
      intl: 'he',
      plural: 'he',
      spoken: ['ar'],
    }
    const folder = {
      meta: {
        ...(clean['ar'] as Locales[string]).meta,
        nativeName: row.nativeName,
        script: 'Hebr',
      },
      dates: {
        ...(clean['ar'] as Locales[string]).dates,
        weekdays: ['ב', 'ג', 'ד', 'ה', 'ו', 'ש', 'א'],
        when: '{day} בשעה {time}',
      },
      speech: (clean['ar'] as Locales[string]).speech,
      messages: {
        test: {
          hello: 'שלום {{name}}',
          at: 'RSC: {{when}}',
          two: 'שניים',
          left_two: '{{count}} !',
          left_other: '{{count}}',
        },
      },
    }
    const grown = createI18n({
      languages: [...languages, row],
      locales: { ...withTexts({ de: { hello: 'x', at: 'x', two: 'x', left: 'x' } }), qaa: folder },
    })
    expect(grown.languages.map(({ key }) => key)).toContain('qaa')
    expect(grown.t('qaa', { key: 'test.at', values: { when: { when: at } } }, NOW)).toBe(
      `${FSI}RSC${PDI}: ד ${FSI}18.03.2026${PDI} בשעה ${FSI}14:05${PDI}`,
    )
    expect(grown.t('qaa', { key: 'test.left', values: { count: 2 } }, NOW)).toBe('2 !')
  })
})
