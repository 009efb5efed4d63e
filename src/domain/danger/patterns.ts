// The phrases of all lists as numbers: there are many thousands, and a text meets a few of them.

import { CRY_KINDS, type CryKind } from './cry-list.ts'
import { Rows } from './rows.ts'

/** One place of a phrase: the set of words that fits, by its number (slot). */
export type Place = { slot: number; gap: number; repeats: boolean }

/** One phrase of a list, as it is heard. */
export type Pattern = {
  /** As it is written in the list, for those who want to know what was heard. */
  line: string
  kind: CryKind | 'harmless'
  /** Number of its language; -1 where it is made of signs alone. */
  language: number
  runs: Place[][]
  /** Whether one of its own words is a "no", which then turns nothing around. */
  hasNot: boolean
}

const KINDS = [...CRY_KINDS, 'harmless'] as const

// A place in one number: its slot, whether it begins a run, whether it repeats, and its gap.
const SLOT = 4
const BEGINS = 8
const REPEATS = 4
const GAP = 3

// A phrase's traits in one number: its language, whether it has a "no", and its kind.
const LANGUAGE = 4
const HAS_NOT = 8
const KIND = 7

/** All phrases, each looked at only where a word of the slot it hangs on was typed. */
export class Patterns {
  readonly #lines: string[] = []
  readonly #traits: number[] = []
  #read: number[][] = []
  #places = new Rows([])
  /** By slot: the phrases that hang on it. */
  #hung = new Rows([])

  add({ line, kind, language, runs, hasNot }: Pattern): void {
    this.#lines.push(line)
    const traits = KINDS.indexOf(kind) | (hasNot ? HAS_NOT : 0)
    this.#traits.push(((language + 1) << LANGUAGE) | traits)
    this.#read.push(
      runs.flatMap((run) =>
        run.map(({ slot, gap, repeats }, at) => {
          const marks = (at === 0 ? BEGINS : 0) | (repeats ? REPEATS : 0)
          return (slot << SLOT) | marks | gap
        }),
      ),
    )
  }

  /** The slots of each phrase that was added, in their order. */
  slots(): number[][] {
    return this.#read.map((places) => places.map((place) => place >> SLOT))
  }

  /** Hangs the phrases up, by slot as `hung` says; nothing is added any more. */
  hang(hung: number[][]): void {
    this.#places = new Rows(this.#read)
    this.#hung = new Rows(hung)
    this.#read = []
  }

  /** The phrases that hang on a slot and have no place of which no word was typed. */
  typedOn(slot: number, isTyped: (slot: number) => boolean): Pattern[] {
    const isThere = (place: number) => isTyped(place >> SLOT)
    const found: Pattern[] = []
    for (const number of this.#hung.of(slot)) {
      if (this.#places.every(number, isThere)) found.push(this.#at(number))
    }
    return found
  }

  #at(number: number): Pattern {
    const runs: Place[][] = []
    for (const place of this.#places.of(number)) {
      const one = { slot: place >> SLOT, gap: place & GAP, repeats: (place & REPEATS) !== 0 }
      if ((place & BEGINS) !== 0) runs.push([one])
      else runs.at(-1)?.push(one)
    }
    const traits = this.#traits[number] ?? 0
    return {
      line: this.#lines[number] ?? '',
      kind: KINDS[traits & KIND] ?? 'harmless',
      language: (traits >> LANGUAGE) - 1,
      runs,
      hasNot: (traits & HAS_NOT) !== 0,
    }
  }
}
