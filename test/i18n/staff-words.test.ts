import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import de from '../../locales/staff/de.json' with { type: 'json' }
import en from '../../locales/staff/en.json' with { type: 'json' }
import { wordsOf } from '../../src/staff/frame/words.ts'

type Sections = Record<string, Record<string, string>>
const sections: [string, Sections][] = [
  ['de', de],
  ['en', en],
]
const texts = (all: Sections) => Object.values(all).flatMap((section) => Object.entries(section))
const placeholders = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort()

describe('words of the dashboard', () => {
  test('are the same keys in the same sections in both languages', () => {
    const keys = (all: Sections) =>
      Object.entries(all).map(([name, section]) => [name, Object.keys(section)])
    expect(keys(en)).toEqual(keys(de))
  })

  test.each(sections)('in %s: no key stands in two sections, no text is empty', (_, all) => {
    const keys = texts(all).map(([key]) => key)
    expect(keys).toEqual([...new Set(keys)])
    expect(texts(all).filter(([, text]) => text.trim() === '')).toEqual([])
  })

  test('take the same values in both languages', () => {
    const english = new Map(texts(en))
    for (const [key, text] of texts(de))
      expect([key, placeholders(english.get(key) ?? '')]).toEqual([key, placeholders(text)])
  })

  test('are all used', () => {
    const files = execFileSync('git', ['ls-files', 'src/staff', 'src/flows', 'src/domain'], {
      encoding: 'utf8',
    })
    const code = files
      .split('\n')
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n')
    const words = [...new Set(texts(de).map(([key]) => key.replace(/_(one|other)$/, '')))]
    expect(words.filter((word) => !new RegExp(`\\b${word}\\b`).test(code))).toEqual([])
  })

  test('count, and set values in as they are', () => {
    const words = wordsOf('de')
    expect(words.say('minutes', { count: 1 })).toBe('1 Minute')
    expect(words.say('signInWait', { wait: words.say('seconds', { count: 40 }) })).toContain(
      '40 Sekunden',
    )
    expect(wordsOf('en').say('tokenFor', { name: '<b>{{name}}</b>' })).toBe(
      'Token for <b>{{name}}</b>:',
    )
  })
})
