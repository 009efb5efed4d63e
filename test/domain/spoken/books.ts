// The books of all languages in Duisburg, as those who listen there have them.

import type { Book } from '../../../src/domain/spoken/clips.ts'
import type { Part } from '../../../src/domain/spoken/part.ts'
import type { Reading } from '../../../src/domain/spoken/reading.ts'
import { locales } from '../../../src/generated/locales.ts'
import { languages } from '../../../src/i18n/languages.ts'
import { createBooks, readingOf } from '../../../src/i18n/readings.ts'
import { duisburg } from '../../support/duisburg.ts'

export const keys = languages.map(({ key }) => key)

export function reading(language: string): Reading {
  const row = languages.find(({ key }) => key === language)
  const locale = locales[language]
  if (!row || !locale) throw new Error(`no reading for ${language}`)
  return readingOf(row, locale)
}

const known = createBooks(languages, locales)(duisburg())

export function book(language: string): Book {
  const found = known(language)
  if (!found) throw new Error(`no book for ${language}`)
  return found
}

/** What is heard, as one reads it: clips by their words, `|` a pause, `‖` a long one. */
export function heard(parts: readonly Part[], language: string): string {
  const words = parts.map((part) => {
    if ('pause' in part) return part.pause < 300 ? '·' : part.pause < 600 ? '|' : '‖'
    return book(part.language ?? language).clips.get(part.clip)?.words
  })
  return words.join(' ')
}
