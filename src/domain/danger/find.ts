// What the lists of words find in a typed text, read in all languages at once.

import type { Cries } from './compile.ts'
import { CRY_KINDS, type CryKind } from './cry-list.ts'
import { BREAK, wordsOf } from './normalise.ts'
import type { Pattern } from './patterns.ts'
import { type Match, matchesOf } from './places.ts'

const LETTER = /\p{L}/u

type Reading = {
  matches: Match[]
  /** By word: bits of the languages whose lists know it, and of those to which it is a "no". */
  knownBy: number[]
  notIn: number[]
  isBreak: boolean[]
}

/** What the lists find in a text. */
export type Found = {
  words: readonly string[]
  /** The phrases that stand in it, without what is harmless or turned around. */
  phrases: readonly Pattern[]
  /** The kind of the gravest of them; none where there is no phrase. */
  kind: CryKind | undefined
  /** Whether they are all that stands in it. */
  isAll: boolean
  /** The language of the phrases, else the one whose lists know most of the words; found when asked for. */
  languageIn: () => string | undefined
}

/**
 * Reads a text in all languages at once. Pure; below 1 ms for an ordinary text. Where several kinds
 * stand in it, the first of {@link CRY_KINDS} counts. A "no" turns violence around ("nobody hits me"),
 * never the wish to die.
 */
export function findIn(text: string, cries: Cries): Found {
  const words = wordsOf(text)
  const reading = read(words, cries)
  const meant = meantIn(reading)
  const phrases = meant.map(({ pattern }) => pattern)
  for (const kind of CRY_KINDS) {
    const heard = meant.filter(({ pattern }) => pattern.kind === kind)
    if (heard.length === 0) continue
    const heardIn = heard.map(({ pattern }) => pattern.language)
    // A number is dialled in every language.
    const languageIn = () =>
      words.some((word) => LETTER.test(word)) ? languageOf(heardIn, reading, cries) : undefined
    return { words, phrases, kind, isAll: areAll(meant, reading), languageIn }
  }
  const languageIn = () => {
    const all = cries.languages.map((_, at) => at)
    const isKnown = reading.knownBy.some((bits) => bits !== 0)
    return isKnown ? languageOf(all, reading, cries) : undefined
  }
  return { words, phrases, kind: undefined, isAll: false, languageIn }
}

/** Whether every word stands in a phrase of words that follow each other. */
function areAll(meant: readonly Match[], { isBreak }: Reading): boolean {
  const outright = meant.filter(({ pattern }) => pattern.runs.length === 1)
  return isBreak.every(
    (is, at) => is || outright.some(({ start, end }) => start <= at && at <= end),
  )
}

/** What was found, without what is harmless or turned around. */
function meantIn(reading: Reading): Match[] {
  const harmless = reading.matches.filter(({ pattern }) => pattern.kind === 'harmless')
  return reading.matches.filter(
    (match) =>
      match.pattern.kind !== 'harmless' &&
      !harmless.some(({ start, end }) => start <= match.end && end >= match.start) &&
      !isTurnedAround(match, reading),
  )
}

/** Looks up each word once; only phrases whose rarest word was typed are looked at. */
function read(words: string[], cries: Cries): Reading {
  const row = [BREAK, ...words, BREAK]
  const wordAt = new Map<string, number[]>()
  for (const [place, word] of row.entries()) {
    const places = wordAt.get(word)
    if (places === undefined) wordAt.set(word, [place])
    else places.push(place)
  }
  const reading: Reading = {
    matches: [],
    knownBy: row.map(() => 0),
    notIn: row.map(() => 0),
    isBreak: row.map((word) => word === BREAK),
  }
  // By slot: the places of each of its words that were typed.
  const typed: (number[][] | undefined)[] = new Array(cries.slots)
  const slots: number[] = []
  for (const [word, places] of wordAt) {
    let known = 0
    let not = 0
    const numbers = numbersOf(word, cries)
    for (const number of numbers) {
      known |= cries.knownBy[number] ?? 0
      not |= cries.notIn[number] ?? 0
      for (const slot of cries.slotsOf.of(number)) {
        const others = typed[slot]
        if (others === undefined) {
          typed[slot] = [places]
          slots.push(slot)
        } else if (others.at(-1) !== places) others.push(places)
      }
    }
    for (const place of places) {
      reading.knownBy[place] = known
      reading.notIn[place] = not
    }
  }
  const isTyped = (slot: number) => typed[slot] !== undefined
  const text = { placesOf: inOrder(typed), ...breaksOf(reading.isBreak) }
  for (const slot of slots) {
    for (const pattern of cries.patterns.typedOn(slot, isTyped)) {
      reading.matches.push(...matchesOf(pattern, text))
    }
  }
  return reading
}

/** The places of a slot's words in order, put together once. */
function inOrder(typed: (number[][] | undefined)[]): (slot: number) => number[] {
  const ordered = new Map<number, number[]>()
  return (slot) => {
    const known = ordered.get(slot)
    if (known !== undefined) return known
    const all = typed[slot] ?? []
    const places = all.length === 1 ? (all[0] ?? []) : all.flat().sort((a, b) => a - b)
    ordered.set(slot, places)
    return places
  }
}

/** By place: the next end of a sentence after it, and the last before it. */
function breaksOf(isBreak: boolean[]): { nextBreak: number[]; lastBreak: number[] } {
  const nextBreak: number[] = []
  const lastBreak: number[] = []
  let last = 0
  isBreak.forEach((is, place) => {
    lastBreak[place] = last
    if (is) last = place
  })
  let next = isBreak.length
  for (let place = isBreak.length - 1; place >= 0; place--) {
    nextBreak[place] = next
    if (isBreak[place]) next = place
  }
  return { nextBreak, lastBreak }
}

/** Whether a word may be one of a bare call for help. */
export function isOfCall(word: string, cries: Cries): boolean {
  return numbersOf(word, cries).some((number) =>
    cries.slotsOf.of(number).some((slot) => cries.slotsOfCalls.has(slot)),
  )
}

/** The words of the lists that a typed word is, with its beginning or without. */
function numbersOf(word: string, { words, begun }: Cries): number[] {
  const numbers = words.findNear(word)
  // Only Arabic has beginnings.
  if (word < '\u0600') return numbers
  for (const { beginnings, words: tree } of begun) {
    for (const beginning of beginnings) {
      if (word.startsWith(beginning)) numbers.push(...tree.find(word.slice(beginning.length)))
    }
  }
  return numbers
}

/** "Nobody hits me", "er schlägt mich nicht": a no inside, close before, or last in the sentence. */
function isTurnedAround({ pattern, start, end }: Match, { notIn, isBreak }: Reading): boolean {
  if ((pattern.kind !== 'violence' && pattern.kind !== 'child') || pattern.hasNot) return false
  const isNot = (i: number) => ((notIn[i] ?? 0) & (1 << pattern.language)) !== 0
  for (let i = end; i >= start; i--) if (isNot(i)) return true
  for (let i = start - 1; i >= start - 2 && isBreak[i] === false; i--) if (isNot(i)) return true
  return (
    (isNot(end + 1) && isBreak[end + 2] === true) || (isNot(end + 2) && isBreak[end + 3] === true)
  )
}

/** Of these languages, the one that knows most of the words. */
function languageOf(
  heardIn: number[],
  { knownBy }: Reading,
  { languages }: Cries,
): string | undefined {
  const wordsKnown = (language: number) =>
    knownBy.filter((bits) => (bits & (1 << language)) !== 0).length
  const found = [...new Set(heardIn)].filter((language) => language >= 0)
  found.sort((a, b) => wordsKnown(b) - wordsKnown(a) || a - b)
  return languages[found[0] ?? -1]
}
