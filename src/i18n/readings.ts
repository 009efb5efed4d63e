// What each language has to say aloud, put together of its files.

import type { Profile } from '../domain/profile/profile.ts'
import { type Book, bookOf } from '../domain/spoken/clips.ts'
import type { Reading } from '../domain/spoken/reading.ts'
import { flatten } from './keys.ts'
import type { Language } from './languages.ts'
import type { Locale, Locales } from './locale.ts'
import { persianDate } from './persian-date.ts'
import { spokenLanguages } from './spoken.ts'

/** The books of a city by language; `undefined` for what Lotse cannot be read in. */
export type Books = (profile: Profile) => (language: string) => Book | undefined

/** Books made at their first use, and anew where the city's profile is another. */
export function createBooks(languages: readonly Language[], locales: Locales): Books {
  const known = new WeakMap<Profile, Map<string, Book>>()
  return (profile) => (language) => {
    const books = known.get(profile) ?? new Map<string, Book>()
    known.set(profile, books)
    const held = books.get(language)
    if (held) return held
    const row = languages.find(({ key }) => key === language)
    const locale = locales[language]
    if (!row || !locale) return undefined
    const book = bookOf(readingOf(row, locale), profile)
    books.set(language, book)
    return book
  }
}

/** A language as it is read aloud. */
export function readingOf({ key, plural }: Language, { dates, speech, messages }: Locale): Reading {
  const { weekdays, today, tomorrow, dayAfterTomorrow, listSeparator, listLast } = dates
  const { persianMonths } = dates
  const rules = new Intl.PluralRules(plural)
  return {
    language: key,
    texts: flatten(messages),
    formOf: (count) => rules.select(count),
    ...{ weekdays, today, tomorrow, dayAfterTomorrow, listSeparator, listLast },
    ...(persianMonths ? { persianMonths, persianDate } : {}),
    speech,
    languageNames: spokenLanguages.map(({ key, nativeName: name, german }) => ({
      ...{ key, name, german },
    })),
  }
}
