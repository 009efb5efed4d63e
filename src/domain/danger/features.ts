// What a text is made of, as numbers: what a taught reader weighs.

import { BREAK } from './normalise.ts'
import type { Pattern } from './patterns.ts'

/** A phrase of a list that stands in a text. */
type Phrase = Pick<Pattern, 'kind' | 'line'>

const SHORTEST = 3
const LONGEST = 5

/**
 * The numbers, each below 2^bits, of all that can speak for danger or against it: the phrases of the
 * lists that stand in a text, and how many of each kind; its length; its words ({@link wordsOf}), words
 * that follow each other or have one between them, and the pieces of 3 to 5 letters in them, so that
 * an ending, a slip of the hand or an unknown form of a known word counts for something. Different
 * ones may share a number.
 */
export function featuresOf(
  words: readonly string[],
  phrases: readonly Phrase[],
  bits: number,
): Set<number> {
  const mask = 2 ** bits - 1
  const found = new Set<number>()
  for (const name of namesOf(words, phrases)) found.add(hashOf(name, NAME) & mask)
  let last = ''
  let beforeLast = ''
  for (const word of words) {
    if (word === BREAK) continue
    found.add(hashOf(word, WORD) & mask)
    if (last !== '') found.add(hashOf(word, hashOf(last, PAIR)) & mask)
    if (beforeLast !== '') found.add(hashOf(word, hashOf(beforeLast, SKIPPED)) & mask)
    const edged = `_${word}_`
    for (let length = SHORTEST; length <= LONGEST; length++) {
      for (let at = 0; at + length <= edged.length; at++) {
        found.add(spread(hashed(edged, at, at + length, PIECE)) & mask)
      }
    }
    beforeLast = last
    last = word
  }
  return found
}

function namesOf(words: readonly string[], phrases: readonly Phrase[]): string[] {
  const counts = new Map<string, number>()
  for (const { kind } of phrases) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [
    ...phrases.map(({ kind, line }) => `${kind} ${line}`),
    ...[...counts].map(([kind, count]) => `${kind} ${Math.min(count, MOST_COUNTED)}`),
    `phrases ${Math.min(phrases.length, MOST_COUNTED)}`,
    `length ${Math.min(Math.round(Math.log2(words.length + 1) * 2), LONG)}`,
  ]
}

const MOST_COUNTED = 5
const LONG = 12

// Where each kind of piece begins to be hashed, so that a word and a piece of its letters differ.
const WORD = 0x811c9dc5
const PAIR = 0x1b873593
const SKIPPED = 0x85ebca6b
const PIECE = 0xc2b2ae35
const NAME = 0x27d4eb2f

const hashOf = (text: string, seed: number) => spread(hashed(text, 0, text.length, seed))

/** FNV-1a over UTF-16 units. */
function hashed(text: string, from: number, to: number, seed: number): number {
  let hash = seed
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}

/** Lets every bit of a hash reach the low ones, which alone are kept. */
function spread(hash: number): number {
  let mixed = hash ^ (hash >>> 15)
  mixed = Math.imul(mixed, 0x2c1b3c6d)
  return (mixed ^ (mixed >>> 12)) >>> 0
}
