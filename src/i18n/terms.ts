// German names of languages, as the record has them, and the direction of a script.

import type { LanguageTerms } from '../domain/questionnaire/wording.ts'
import { languages } from './languages.ts'
import { spokenLanguages } from './spoken.ts'

const reading = new Map(languages.map(({ key, german }) => [key, german]))
const spoken = new Map(spokenLanguages.map(({ key, german }) => [key, german]))

/** In German, as in the record. */
export const languageTerms: LanguageTerms = {
  reading: (key) => reading.get(key) ?? key,
  spoken: (key) => spoken.get(key) ?? key,
}

/** Direction of a language's script, for the note in the original. */
export function isRightToLeft(key: string): boolean {
  return languages.find((language) => language.key === key)?.direction === 'rtl'
}
