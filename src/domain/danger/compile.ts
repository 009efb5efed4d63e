// Puts the lists of all languages into one matcher: a tree of words and the places they fit.

import { CRY_KINDS, type CryKind, type CryList } from './cry-list.ts'
import { BREAK, normalise } from './normalise.ts'
import { type Choice, EDGE, type Phrase, PhraseReader } from './phrase.ts'
import { signs } from './signs.ts'
import { spellingsOf } from './spellings.ts'
import { WordTree } from './word-tree.ts'

/** One line of a list, as it is heard. */
export type Pattern = {
  /** As it is written in the list, for those who want to know what was heard. */
  line: string
  kind: CryKind | 'harmless'
  /** Number of its language; -1 where it is made of signs alone. */
  language: number
  /** Numbers of the last places of its runs. */
  ends: number[]
  /** Whether one of its own words is a "no", which then turns nothing around. */
  hasNot: boolean
}

/** Place of a phrase in the one row of all places: the place before it is the number before. */
export type Place = {
  gap: number
  repeats: boolean
  isFirst: boolean
  isEnd: boolean
  pattern: Pattern
}

/** All lists, ready to be read at once. Nothing in it changes. */
export type Cries = {
  languages: string[]
  words: WordTree
  /** By word: the choices (slots) it is in. By slot: those that hold it as one of their groups. */
  slotsOf: number[][]
  wider: number[][]
  places: Place[]
  /** By slot: the places it fits, and the language it belongs to. */
  placesOf: number[][]
  languageOf: number[]
  /** The slots of the words for "no". */
  nots: Set<number>
}

/** Compiles the lists, by language. Throws where a phrase cannot be read, and names it. */
export function compileCries(lists: Record<string, CryList>): Cries {
  const compiler = new Compiler(Object.keys(lists))
  for (const [language, list] of Object.entries(lists)) compiler.add(language, list)
  compiler.add('', signs)
  return compiler.cries
}

class Compiler {
  readonly cries: Cries
  readonly #slots = new Map<Choice, number>()
  readonly #numbersOf = new Map<string, number[]>()
  #notWords = new Set<string>()

  constructor(languages: string[]) {
    this.cries = {
      languages,
      words: new WordTree(),
      slotsOf: [],
      wider: [],
      places: [],
      placesOf: [],
      languageOf: [],
      nots: new Set(),
    }
  }

  add(
    language: string,
    list: Pick<CryList, 'not' | 'harmless' | 'groups' | 'prefixes' | 'cries'>,
  ): void {
    const reader = new PhraseReader(list)
    this.#notWords = new Set(list.not)
    for (const word of list.not ?? [])
      this.cries.nots.add(this.#slot({ words: [word], groups: [] }, language))
    const kinds = { harmless: list.harmless ?? [], ...list.cries }
    for (const kind of ['harmless', ...CRY_KINDS] as const) {
      for (const line of kinds[kind]) {
        try {
          for (const phrase of reader.read(line)) this.#pattern(line, phrase, kind, language)
        } catch (cause) {
          throw new Error(`"${line}" (${language}, ${kind}) cannot be read`, { cause })
        }
      }
    }
  }

  #pattern(line: string, phrase: Phrase, kind: Pattern['kind'], language: string): void {
    const { languages, places, placesOf } = this.cries
    const hasNot = phrase.flat().some(({ choice }) => this.#hasNot(choice))
    const pattern: Pattern = {
      line,
      kind,
      language: languages.indexOf(language),
      ends: [],
      hasNot,
    }
    for (const run of phrase) {
      run.forEach(({ choice, gap, repeats }, index) => {
        const isFirst = index === 0
        const isEnd = index === run.length - 1
        const place = places.push({ gap, repeats, isFirst, isEnd, pattern }) - 1
        placesOf[this.#slot(choice, language)]?.push(place)
        if (isEnd) pattern.ends.push(place)
      })
    }
  }

  #hasNot({ words, groups }: Choice): boolean {
    return (
      words.some((word) => this.#notWords.has(word)) || groups.some((group) => this.#hasNot(group))
    )
  }

  /** The number of a choice: its own words are put into it, and the choices it opens. */
  #slot(choice: Choice, language: string): number {
    const { languages, placesOf, languageOf, slotsOf, wider } = this.cries
    const known = this.#slots.get(choice)
    if (known !== undefined) return known
    const slot = placesOf.push([]) - 1
    languageOf.push(languages.indexOf(language))
    this.#slots.set(choice, slot)
    for (const number of choice.words.flatMap((word) => this.#numbers(word, language))) {
      put(slotsOf, number, slot)
    }
    for (const group of choice.groups) put(wider, this.#slot(group, language), slot)
    return slot
  }

  /** The numbers of a word of a list in all its spellings. */
  #numbers(word: string, language: string): number[] {
    const name = `${language} ${word}`
    const known = this.#numbersOf.get(name)
    if (known !== undefined) return known
    const isStem = word.endsWith('*')
    const bare = (isStem ? word.slice(0, -1) : word).normalize('NFC')
    const spellings = word === EDGE ? [BREAK] : spellingsOf(language, bare).map(normalise)
    const numbers = spellings.map((spelling) => {
      if (spelling === '' || spelling.includes(' ')) throw new Error(`"${word}" is not one word`)
      return this.cries.words.add(spelling, isStem)
    })
    this.#numbersOf.set(name, numbers)
    return numbers
  }
}

function put(rows: number[][], index: number, value: number): void {
  const row = rows[index]
  if (row === undefined) rows[index] = [value]
  else row.push(value)
}
