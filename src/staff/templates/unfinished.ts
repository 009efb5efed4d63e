// What a template lacks: languages that are missing, and texts that are older than the German one.

import { languageTerms } from '../../i18n/terms.ts'
import type { Words } from '../frame/words.ts'

const named = (keys: readonly string[]) => keys.map((key) => languageTerms.reading(key)).join(', ')

/** Which texts are out of date; nothing where all fit. */
export const outdated = (words: Words, stale: readonly string[]): string[] =>
  stale.length > 0 ? [words.say('templateOutdated', { languages: named(stale) })] : []

/** Which languages are missing and which texts are out of date; '' where all are there and fit. */
export function unfinished(
  words: Words,
  missing: readonly string[],
  stale: readonly string[],
): string {
  const open =
    missing.length > 0 ? [words.say('templateMissing', { languages: named(missing) })] : []
  return [...open, ...outdated(words, stale)].join(' · ')
}
