// Puts the lists of all languages into one matcher: trees of words, and the phrases they make.

import { common } from './common.ts'
import { CRY_KINDS, type CryList } from './cry-list.ts'
import { BREAK, normalise } from './normalise.ts'
import { type Pattern, Patterns } from './patterns.ts'
import { type Choice, EDGE, type Phrase, PhraseReader } from './phrase.ts'
import { Rows } from './rows.ts'
import { signs } from './signs.ts'
import { spellingsOf } from './spellings.ts'
import { WordTree } from './word-tree.ts'

/** Words that stand behind one of several beginnings, as Arabic verbs do. */
type Begun = { beginnings: string[]; words: WordTree }

/** All lists, ready to be read at once. */
export type Cries = {
  languages: string[]
  words: WordTree
  begun: Begun[]
  /** By word: the slots it is in, by itself or by a group. */
  slotsOf: Rows
  /** How many slots there are. */
  slots: number
  /** The slots of bare calls for help. */
  slotsOfCalls: ReadonlySet<number>
  /** By word: bits of the languages whose lists have it, and of those to which it is a "no". */
  knownBy: Int32Array
  notIn: Int32Array
  patterns: Patterns
}

/** Compiles the lists, by language. Throws where a phrase cannot be read, and names it. */
export function compileCries(lists: Record<string, CryList>): Cries {
  const steps = compiling(lists)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** The same in steps of a language, between which others may have their turn. */
export function* compiling(lists: Record<string, CryList>): Generator<undefined, Cries> {
  const compiler = new Compiler(Object.keys(lists))
  for (const [language, list] of Object.entries(lists)) {
    compiler.add(language, list)
    yield
  }
  compiler.add('', signs)
  yield
  return compiler.finish()
}

class Compiler {
  readonly #languages: string[]
  readonly #words = new WordTree()
  readonly #allBegun: Begun[] = []
  readonly #patterns = new Patterns()
  readonly #slotsOf: number[][] = []
  readonly #knownBy: number[] = []
  readonly #notIn: number[] = []
  readonly #slotsOfCalls = new Set<number>()
  readonly #slots = new Map<Choice, number>()
  readonly #numbers = new Map<string, number[]>()
  /** By slot: those that hold it as one of their groups. */
  readonly #wider: number[][] = []
  #begun = new Map<string, Begun>()
  #notWords = new Set<string>()

  constructor(languages: string[]) {
    this.#languages = languages
  }

  add(language: string, list: Omit<CryList, 'reviewed' | 'reviewedBy'>): void {
    this.#begun = new Map(
      Object.entries(list.prefixes ?? {}).map(([sign, beginnings]) => [
        sign,
        { beginnings: beginnings.split('|').map(normalise), words: new WordTree(this.#words) },
      ]),
    )
    this.#allBegun.push(...this.#begun.values())
    this.#notWords = new Set(list.not)
    for (const number of (list.not ?? []).flatMap((word) => this.#numbersOf(word, language))) {
      this.#notIn[number] = (this.#notIn[number] ?? 0) | this.#bitOf(language)
    }
    const reader = new PhraseReader(list.groups ?? {})
    const kinds = { harmless: list.harmless ?? [], ...list.cries }
    for (const kind of ['harmless', ...CRY_KINDS] as const) {
      const shared = kind === 'harmless' ? [] : common[kind].filter((line) => reader.knows(line))
      for (const line of [...kinds[kind], ...shared]) {
        try {
          for (const phrase of reader.read(line)) this.#pattern(line, phrase, kind, language)
        } catch (cause) {
          throw new Error(`"${line}" (${language}, ${kind}) cannot be read`, { cause })
        }
      }
    }
  }

  /** Hangs each pattern on its rarest slot, so that "I" and "he" alone set nothing going. */
  finish(): Cries {
    const uses: number[] = []
    const patterns = this.#patterns.slots()
    for (const slots of patterns) for (const slot of slots) uses[slot] = (uses[slot] ?? 0) + 1
    // How often a word leads to a pattern, and the busiest word of each slot.
    const busiest: number[] = []
    const slotsOf = Array.from(this.#slotsOf, (slots) => this.#closureOf(slots ?? []))
    for (const slots of slotsOf) {
      const busy = slots.reduce((sum, slot) => sum + (uses[slot] ?? 0), 0)
      for (const slot of slots) busiest[slot] = Math.max(busiest[slot] ?? 0, busy)
    }
    const hung: number[][] = []
    for (const [number, slots] of patterns.entries()) {
      const rarest = slots.reduce((a, b) => ((busiest[b] ?? 0) < (busiest[a] ?? 0) ? b : a))
      put(hung, rarest, number)
    }
    this.#patterns.hang(hung)
    for (const { words } of [{ words: this.#words }, ...this.#allBegun]) words.settle()
    return {
      languages: this.#languages,
      words: this.#words,
      begun: this.#allBegun,
      slotsOf: new Rows(slotsOf),
      slots: this.#slots.size,
      slotsOfCalls: this.#slotsOfCalls,
      knownBy: Int32Array.from(this.#knownBy),
      notIn: Int32Array.from(this.#notIn),
      patterns: this.#patterns,
    }
  }

  #pattern(line: string, phrase: Phrase, kind: Pattern['kind'], language: string): void {
    const hasNot = phrase.flat().some(({ choice }) => this.#hasNot(choice))
    const runs = phrase.map((run) =>
      run.map(({ choice, gap, repeats }) => ({ slot: this.#slot(choice, language), gap, repeats })),
    )
    if (kind === 'help') for (const { slot } of runs.flat()) this.#slotsOfCalls.add(slot)
    const number = this.#languages.indexOf(language)
    this.#patterns.add({ line, kind, language: number, runs, hasNot })
  }

  /** Slots with all that hold one of them as a group. */
  #closureOf(slots: number[]): number[] {
    const all = new Set(slots)
    for (const slot of all) for (const outer of this.#wider[slot] ?? []) all.add(outer)
    return [...all]
  }

  #hasNot({ words, groups }: Choice): boolean {
    return (
      words.some((word) => this.#notWords.has(word)) || groups.some((group) => this.#hasNot(group))
    )
  }

  /** The number of a choice: its own words are put into it, and the choices it opens. */
  #slot(choice: Choice, language: string): number {
    const known = this.#slots.get(choice)
    if (known !== undefined) return known
    const slot = this.#slots.size
    this.#slots.set(choice, slot)
    for (const word of choice.words) {
      for (const number of this.#numbersOf(word, language)) put(this.#slotsOf, number, slot)
    }
    for (const group of choice.groups) put(this.#wider, this.#slot(group, language), slot)
    return slot
  }

  #bitOf(language: string): number {
    return 1 << this.#languages.indexOf(language)
  }

  /** The numbers of a word of a list in all its spellings. */
  #numbersOf(word: string, language: string): number[] {
    const name = `${language} ${word}`
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    const begun = this.#begun.get(word[0] ?? '')
    const isStem = word.endsWith('*')
    const bare = word.slice(begun ? 1 : 0, isStem ? -1 : undefined).normalize('NFC')
    const spellings = word === EDGE ? [BREAK] : spellingsOf(language, bare, isStem).map(normalise)
    const tree = begun?.words ?? this.#words
    const numbers = spellings.map((spelling) => {
      if (spelling === '' || spelling.includes(' ')) throw new Error(`"${word}" is not one word`)
      const number = tree.add(spelling, isStem)
      this.#knownBy[number] = (this.#knownBy[number] ?? 0) | this.#bitOf(language)
      return number
    })
    this.#numbers.set(name, numbers)
    return numbers
  }
}

function put<T>(rows: T[][], index: number, value: T): void {
  const row = rows[index]
  if (row === undefined) rows[index] = [value]
  else row.push(value)
}
