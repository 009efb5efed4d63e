import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLocales } from '../../scripts/bundle-locales.ts'
import {
  beginLinesRtl,
  beginsRtl,
  firstStrong,
  isolateLtrRuns,
  isolateRun,
  stripBidi,
} from '../../src/i18n/bidi.ts'
import { isolate, renderLines } from '../../src/i18n/format.ts'
import { flatten } from '../../src/i18n/keys.ts'
import { languages } from '../../src/i18n/languages.ts'

const FSI = '\u2068'
const PDI = '\u2069'
const RLM = '\u200F'

test('the first letter decides: emoji, digits and signs do not', () => {
  expect(firstStrong('📍 Brückenstraße 30')).toBe('ltr')
  expect(firstStrong('1️⃣ الموعد')).toBe('rtl')
  expect(firstStrong(`${RLM}RSC`)).toBe('rtl')
  expect(firstStrong('✅ 14:05')).toBeNull()
})

describe('what people type', () => {
  test('loses direction controls and keeps the joiner inside words', () => {
    const typed = `\u202Eevil\u202C ${FSI}می\u200Cخواهم${PDI} \u200Eabc\u200F\u061C`
    expect(stripBidi(typed)).toBe('evil می\u200Cخواهم abc')
    expect(stripBidi('\u200Cسلام\u200C \u200C!')).toBe('سلام !')
    expect(stripBidi('👩\u200D👧')).toBe('👩\u200D👧')
  })

  test('cannot leak out of its isolate', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        for (const line of isolateRun(`${typed}${PDI}${FSI}\u202E`).split('\n')) {
          const inside = line === '' ? '' : line.slice(1, -1)
          expect(inside).toBe(stripBidi(inside))
          expect(line).toBe(line === '' ? '' : FSI + inside + PDI)
        }
      }),
    )
  })
})

describe('isolates', () => {
  test('stand round every run in a right-to-left language', () => {
    expect(isolate('Brückenstraße 30', 'ar')).toBe(`${FSI}Brückenstraße 30${PDI}`)
    expect(isolate('سارا', 'ckb')).toBe(`${FSI}سارا${PDI}`)
  })

  test('stand in other languages only round what could turn', () => {
    expect(isolate('Brückenstraße 30', 'de')).toBe('Brückenstraße 30')
    expect(isolate('سارا (2)', 'de')).toBe(`${FSI}سارا (2)${PDI}`)
    expect(isolate('٤٧٠٥٣', 'uk')).toBe(`${FSI}٤٧٠٥٣${PDI}`)
  })

  test('are put round the Latin runs of a translated text', () => {
    const text = 'اتصل بـ Jobcenter أو {{name}}: 0800 1110111، أو 112 (RSC Hochfeld) /delete'
    expect(isolateLtrRuns(text)).toBe(
      `اتصل بـ ${FSI}Jobcenter${PDI} أو {{name}}: ${FSI}0800 1110111${PDI}، أو 112 (${FSI}RSC Hochfeld${PDI}) ${FSI}/delete${PDI}`,
    )
    expect(isolateLtrRuns('1️⃣ الموعد')).toBe('1️⃣ الموعد')
  })
})

describe('lines', () => {
  test('of a right-to-left language all begin right-to-left', () => {
    const lines = ['العنوان:', `${FSI}Brückenstraße 30${PDI}`, '📞 0203-60802707\nRSC', '']
    expect(renderLines(lines, 'ar').split('\n')).toEqual([
      'العنوان:',
      `${RLM}${FSI}Brückenstraße 30${PDI}`,
      `${RLM}📞 0203-60802707`,
      `${RLM}RSC`,
      '',
    ])
    expect(renderLines(['<b>الموعد</b>'], 'ar')).toBe('<b>الموعد</b>')
    expect(renderLines(['<code>47053</code>'], 'ar')).toBe(`${RLM}<code>47053</code>`)
    expect(renderLines(['A', 'سارا'], 'de')).toBe('A\nسارا')
    // Whoever skips isolates finds no letter in the first, whoever does not finds a Latin one in the second.
    const isolated = [`${FSI}سارا${PDI}`, `${FSI}RSC${PDI} الموعد`]
    expect(renderLines(isolated, 'ar')).toBe(isolated.map((line) => RLM + line).join('\n'))
  })

  test('begin so whatever is in them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const line of beginLinesRtl(text).split('\n')) {
          if (line !== '') expect(beginsRtl(line)).toBe(true)
        }
      }),
    )
  })

  const rtl = languages.filter(({ direction }) => direction === 'rtl')
  test.each(rtl.map(({ key }) => key))('of every text in %s isolate what is Latin', (key) => {
    for (const [name, text] of flatten(readLocales()[key]?.messages ?? {})) {
      const shown = renderLines([isolateLtrRuns(text)], key)
      const outside = shown.replace(/\u2068[^\u2069]*\u2069|\{\{\w+\}\}/g, '')
      expect(outside, name).not.toMatch(/\p{Script=Latin}/u)
      for (const line of shown.split('\n')) {
        if (line !== '') expect(firstStrong(line), name).toBe('rtl')
      }
    }
  })
})
