// The books of all languages in Duisburg, as those who listen there have them.

import { type Book, bookOf } from '../../../src/domain/spoken/clips.ts'
import type { Part } from '../../../src/domain/spoken/part.ts'
import type { Reading } from '../../../src/domain/spoken/reading.ts'
import { languages } from '../../../src/i18n/languages.ts'
import { readingOf } from '../../../src/i18n/readings.ts'
import { duisburg } from '../../support/duisburg.ts'

export const keys = languages.map(({ key }) => key)

export function reading(language: string): Reading {
  const found = readingOf(language)
  if (!found) throw new Error(`no reading for ${language}`)
  return found
}

const books = new Map(keys.map((key) => [key, bookOf(reading(key), duisburg())]))

export function book(language: string): Book {
  const found = books.get(language)
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
