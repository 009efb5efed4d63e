// What was typed held against what can be pressed: one of it for sure, some of it perhaps, or none.

import Fuse from 'fuse.js/basic'
import { BREAK, wordsOf } from '../danger/normalise.ts'
import { spellingsOf } from '../danger/spellings.ts'

/** A name of something, and the language whose ways of spelling it can be typed in. */
export type Name = { text: string; language: string }

/** Something that can be pressed. Two with the same `key` do the same. */
export type Called<T> = { is: T; key: string; names: readonly Name[] }

export type Meant<T> = { sure: T } | { near: readonly T[] }

/** Who reads what, and words that say nothing here, such as the name of the city. */
type Reader = { language: string; idle: readonly string[] }

/** One name as it is compared: its words, made comparable. */
type Spelt<T> = {
  one: Called<T>
  words: string[]
  text: string
  isOwn: boolean
  isGerman: boolean
}

const GERMAN = 'de'
const LONGEST_TYPED = 200
const MOST_NEAR = 3
// From how many letters on one slip is forgiven, and two: below, another word is too near.
const ONE_SLIP_FROM = 5
const TWO_SLIPS_FROM = 8
// How much further than the nearest something may be and still be asked about.
const ALMOST = 1

/**
 * What a text means of what can be pressed: sure where it is exactly one name, near where it is in a
 * name, has one in it or is one or two slips away; `undefined` where nothing is. Never throws, and
 * never finds what was not given.
 */
export function meantBy<T>(
  typed: string,
  called: readonly Called<T>[],
  reader: Reader,
): Meant<T> | undefined {
  if (typed.length > LONGEST_TYPED) return undefined
  const idle = reader.idle.flatMap((word) => plainWords(word))
  const forms = formsOf(plainWords(typed), idle)
  if (forms.length === 0) return undefined
  const spelt = called.flatMap((one) => speltOf(one, reader.language))
  for (const words of forms) {
    const text = words.join(' ')
    const exact = spelt.filter((name) => name.text === text)
    const own = once(exact.filter(({ isOwn }) => isOwn))
    const all = own.length > 0 ? own : once(exact)
    const [only, ...others] = all
    if (only) return others.length === 0 ? { sure: only } : { near: all.slice(0, MOST_NEAR) }
  }
  const near = nearest(forms.at(-1) ?? [], spelt)
  return near.length > 0 ? { near } : undefined
}

const plainWords = (text: string): string[] => wordsOf(text).filter((word) => word !== BREAK)
const isPicture = (word: string): boolean => /\p{Extended_Pictographic}/u.test(word)
const isNumber = (word: string): boolean => /^\d+$/.test(word)

/** As it is, without pictures, and without what says nothing here; each only where something is left. */
function formsOf(words: string[], idle: readonly string[]): string[][] {
  const spoken = words.filter((word) => !isPicture(word))
  const telling = spoken.filter((word) => !idle.includes(word))
  return [words, spoken, telling].filter((form) => form.length > 0)
}

function speltOf<T>(one: Called<T>, language: string): Spelt<T>[] {
  return one.names.flatMap((name) =>
    formsOfName(name).map((words) => ({
      one,
      words,
      text: words.join(' '),
      isOwn: name.language === language,
      isGerman: name.language === GERMAN,
    })),
  )
}

// Labels are the same for everybody: spelt once, then looked up.
const known = new Map<string, string[][]>()

function formsOfName({ text, language }: Name): string[][] {
  const id = `${language} ${text}`
  const held = known.get(id)
  if (held) return held
  const forms = spellingsOf(language, text.toLowerCase(), false).flatMap((spelling) =>
    formsOf(plainWords(spelling), []),
  )
  const once = new Map(forms.map((words) => [words.join(' '), words]))
  if (known.size < 10_000) known.set(id, [...once.values()])
  return [...once.values()]
}

/** What is nearest, the nearest first. */
function nearest<T>(typed: string[], spelt: readonly Spelt<T>[]): T[] {
  const found: { name: Spelt<T>; far: number }[] = []
  const note = (name: Spelt<T>, far: number) =>
    found.push({ name, far: far - (name.isOwn ? 0.5 : 0) })
  for (const name of spelt) {
    const far = partly(typed, name.words)
    if (far !== undefined) note(name, far)
  }
  for (const { name, slips, isWhole } of slipped(typed, spelt)) {
    note(name, (isWhole ? 1 : 2) + slips / 10)
  }
  found.sort((a, b) => a.far - b.far)
  const most = (found[0]?.far ?? 0) + ALMOST
  return once(found.filter(({ far }) => far <= most).map(({ name }) => name)).slice(0, MOST_NEAR)
}

/** A name among what was typed, or what was typed within a name: how far that is. */
function partly(typed: string[], name: string[]): number | undefined {
  const [long, short] = typed.length >= name.length ? [typed, name] : [name, typed]
  const at = placeIn(long, short)
  if (at === undefined) return undefined
  const letters = short.join('').length
  if (short === name) return letters >= 3 ? 1 : undefined
  if (short.every(isNumber)) return letters >= 2 ? 1.5 : undefined
  // "Ja" begins "Ja, dringend"; within a name it must be a good part of it.
  if (at === 0 && letters >= 2) return 1.5
  return letters >= 4 || (letters >= 3 && letters * 2 >= name.join('').length) ? 1.8 : undefined
}

/** Where words stand among others, next to each other. */
function placeIn(words: readonly string[], sought: readonly string[]): number | undefined {
  for (let at = 0; at + sought.length <= words.length; at++) {
    if (sought.every((word, i) => words[at + i] === word)) return at
  }
  return undefined
}

type Slipped<T> = { name: Spelt<T>; slips: number; isWhole: boolean }

/**
 * Names, or long words of names, that are a slip or two away from what was typed or one of its words:
 * in the language one reads or in German, and never in the first letter.
 */
function slipped<T>(typed: string[], spelt: readonly Spelt<T>[]): Slipped<T>[] {
  const candidates = spelt
    .filter(({ isOwn, isGerman }) => isOwn || isGerman)
    .flatMap((name) => [
      { name, text: name.text, isWhole: true },
      ...(name.words.length > 1 ? name.words : []).map((text) => ({ name, text, isWhole: false })),
    ])
  const sought = new Set([typed.join(' '), ...typed.slice(0, MOST_WORDS)].filter(isLong))
  return [...sought].flatMap((text) => {
    const most = text.length < TWO_SLIPS_FROM ? 1 : 2
    const alike = candidates.filter(
      (one) =>
        isLong(one.text) &&
        one.text[0] === text[0] &&
        Math.abs(one.text.length - text.length) <= most,
    )
    // The library finds a word within a longer one, too: whole words are alike from both sides.
    return slipsTo(text, alike, most)
      .filter(({ one }) => slipsTo(one.text, [{ text }], most).length > 0)
      .map(({ one, slips }) => ({ ...one, slips }))
  })
}

/** Those in which a text stands with at most so many letters wrong, left out or too many. */
function slipsTo<O extends { text: string }>(
  text: string,
  among: readonly O[],
  most: number,
): { one: O; slips: number }[] {
  const options = {
    keys: ['text'],
    includeScore: true,
    ignoreLocation: true,
    ignoreFieldNorm: true,
  }
  return new Fuse(among, { ...options, threshold: most / text.length })
    .search(text)
    .map(({ item, score = 1 }) => ({ one: item, slips: Math.round(score * text.length) }))
    .filter(({ slips }) => slips <= most)
}

const isLong = (word: string): boolean =>
  word.length >= ONE_SLIP_FROM && word.length <= LONGEST_WORD && !isNumber(word)
// What the library compares as one piece.
const LONGEST_WORD = 32
// Who writes more than a sentence is not naming a button.
const MOST_WORDS = 12

/** Each once, by what it does. */
function once<T>(names: readonly Spelt<T>[]): T[] {
  const seen = new Map<string, T>()
  for (const { one } of names) if (!seen.has(one.key)) seen.set(one.key, one.is)
  return [...seen.values()]
}
