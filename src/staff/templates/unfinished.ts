// What a template lacks: languages that are missing, and texts that are older than the German one.

import { languageTerms } from '../../i18n/terms.ts'
import type { Words } from '../frame/words.ts'

type NameOf = (key: string) => string

/** Which texts are out of date; nothing where all fit. */
export const outdated = (
  words: Words,
  stale: readonly string[],
  nameOf: NameOf = languageTerms.reading,
): string[] =>
  stale.length > 0
    ? [words.say('templateOutdated', { languages: stale.map(nameOf).join(', ') })]
    : []

/** Which languages are missing and which texts are out of date; '' where all are there and fit. */
export function unfinished(
  words: Words,
  missing: readonly string[],
  stale: readonly string[],
  nameOf: NameOf = languageTerms.reading,
): string {
  const languages = missing.map(nameOf).join(', ')
  const open = missing.length > 0 ? [words.say('templateMissing', { languages })] : []
  return [...open, ...outdated(words, stale, nameOf)].join(' · ')
}
