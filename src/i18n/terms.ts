// German names of languages, as the record has them, and the direction of a script.

import { spoken as spokenQuestion } from '../domain/questionnaire/place-questions.ts'
import type { LanguageTerms } from '../domain/questionnaire/wording.ts'
import { languages } from './languages.ts'
import { spokenLanguages } from './spoken.ts'

const reading = new Map(languages.map(({ key, german }) => [key, german]))
const spoken = new Map<string, string>([
  // What is none of them, but can be answered in their place.
  ...spokenQuestion.options.list.map(({ code, term }) => [code, term] as const),
  ...spokenLanguages.map(({ key, german }) => [key, german] as const),
])

/** In German, as in the record. */
export const languageTerms: LanguageTerms = {
  reading: (key) => reading.get(key) ?? key,
  spoken: (key) => spoken.get(key) ?? key,
}

/** In English, for whoever has the machine. */
export const englishName = (key: string): string =>
  languages.find((language) => language.key === key)?.english ?? key

/** Direction of a language's script, for the note in the original. */
export function isRightToLeft(key: string): boolean {
  return languages.find((language) => language.key === key)?.direction === 'rtl'
}
