// Phrases in plain words, held against what was typed: words next to each other, stems, and a gap between.

import { normalise } from './normalise.ts'

/** Whether a word of a text fits the word of a phrase in this place; `null` is a gap of up to three words. */
type Place = ((word: string) => boolean) | null

export type Said = readonly Place[]

const AGE = /^(?:[6-9]|1[0-7])$/
const MOST_BETWEEN = 3

/**
 * Reads a phrase: `#` is an age below 18, `stem*` any ending, `..` up to three words between; `a|b` is either word, and
 * `!a|b` no word, but none of these may come next.
 */
export function phraseOf(line: string): Said {
  return (
    line
      .trim()
      // «می» stands with its verb, as in what is typed.
      .replace(/(^| )(ن?می) /g, '$1$2')
      .split(/\s+/)
      .flatMap((part): Place[] => {
        if (part === '..') return [null]
        if (part === '#') return [(word) => AGE.test(word)]
        if (part.includes('|') || part.startsWith('!')) {
          const isNot = part.startsWith('!')
          const words = part
            .slice(isNot ? 1 : 0)
            .split('|')
            .map(wordOf)
          return [(word) => words.some((is) => is(word)) !== isNot]
        }
        if (part.endsWith('*')) return [wordOf(part)]
        // An apostrophe in the middle makes no second word; a hyphen does.
        return normalise(part)
          .split(' ')
          .map((own) => (word) => word === own)
      })
  )
}

function wordOf(part: string): (word: string) => boolean {
  const isStem = part.endsWith('*')
  const own = normalise(isStem ? part.slice(0, -1) : part)
  return isStem ? (word) => word.startsWith(own) : (word) => word === own
}

/** The words of a text as phrases are held against them; an age is written together with the word for years, too. */
export const wordsSaid = (text: string): readonly string[] =>
  normalise(text.replace(/(\p{N})(?=\p{L})|\u200C(?=سال)/gu, '$1 ')).split(' ')

/** Whether one of the phrases stands in a text. */
export function isSaid(words: readonly string[], phrases: readonly Said[]): boolean {
  return phrases.some((phrase) => words.some((_, at) => fits(words, at, phrase)))
}

function fits(words: readonly string[], at: number, [first, ...rest]: Said): boolean {
  if (first === undefined) return true
  if (first !== null) return first(words[at] ?? '') && fits(words, at + 1, rest)
  return Array.from({ length: MOST_BETWEEN + 1 }).some((_, gap) => fits(words, at + gap, rest))
}
