// The consent is read by whoever reads slowly: few words stand before the first button.

import { describe, expect, test } from 'vitest'
import { factsAt, MONDAY } from '../../scripts/gallery/talk-facts.ts'
import { showLobby } from '../../src/domain/dialog/show/lobby.ts'
import { stripBidi } from '../../src/i18n/bidi.ts'
import { createI18n } from '../../src/i18n/index.ts'
import { languages } from '../../src/i18n/languages.ts'

const MOST_IN_GERMAN = 55
/** Languages with more small words may take a quarter more. */
const MOST = 68

const i18n = createI18n()
// The notice that a translation is unread falls away with the first reader, and is not counted.
const facts = { ...factsAt(MONDAY), unreviewed: [] }

function wordsOf(text: string): number {
  const bare = stripBidi(text).replace(/\([^()]*\)/g, ' ')
  return bare.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

function consentLines(language: string): string[] {
  return showLobby('consent', language, facts).lines.flatMap((line) =>
    'text' in line ? [i18n.t(language, line.text, MONDAY)] : [],
  )
}

test('words are counted without a gloss, whatever the script', () => {
  expect(wordsOf('Wir speichern: Antworten (drei) – und 2 Nummern.')).toBe(6)
  expect(wordsOf('این‌ها را ذخیره می‌کنیم:')).toBe(4)
  expect(wordsOf('wort '.repeat(MOST_IN_GERMAN + 1))).toBeGreaterThan(MOST_IN_GERMAN)
})

describe.each(languages.map(({ key }) => key))('%s', (language) => {
  const lines = consentLines(language)

  test('asks after few words', () => {
    expect(lines.length).toBeGreaterThan(5)
    expect(wordsOf(lines.join('\n'))).toBeLessThanOrEqual(language === 'de' ? MOST_IN_GERMAN : MOST)
  })

  test('says before the question that Telegram stores what is written', () => {
    const told = lines.findIndex((line) => /Telegram|تلگرام/.test(line))
    expect(told).toBeGreaterThan(0)
    expect(told).toBeLessThan(lines.length - 1)
  })
})
