// Reads the phrases of a list. How they are written: locales/README.md, "Words of danger".

/** How many words may stand where a phrase has a gap, `..`. */
const GAP = 3

/** Words that fit a place, `stem*` with any ending; and the groups whose words fit as well. */
export type Choice = { words: string[]; groups: Choice[] }

/**
 * One place of a phrase: what fits, how many other words may stand before it, and whether several
 * of its own may follow each other. The same element of a list gives the same choice each time.
 */
type Place = { choice: Choice; gap: number; repeats: boolean }

/** Places that follow each other. */
export type Run = Place[]

/** Runs that stand near each other in one sentence, in any order; nearly always one. */
export type Phrase = Run[]

/** Where a sentence begins or ends: `^` and `$`. Nothing may lie between it and its phrase. */
export const EDGE = '^'

const ONCE = { gap: 0, repeats: false }
const EDGES: Choice = { words: [EDGE], groups: [] }

type Element = { ways: Run[]; optional: boolean }

/** Reads the phrases of one list, whose groups they name. */
export class PhraseReader {
  readonly #groups: Record<string, string>
  readonly #elements = new Map<string, Element>()

  constructor(groups: Record<string, string>) {
    this.#groups = groups
  }

  /** All phrases one line stands for; throws where it names a group that is not there. */
  read(line: string): Phrase[] {
    const parts = line.split(' & ').map((part) => this.#runs(part))
    return parts.reduce<Phrase[]>(
      (phrases, runs) => phrases.flatMap((phrase) => runs.map((run) => [...phrase, run])),
      [[]],
    )
  }

  /** Whether the list has every group the line names. */
  knows(line: string): boolean {
    const names = [...line.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name)
    return names.every((name) => this.#groups[name] !== undefined)
  }

  /** One run for each way through `[optional]` words, and through choices of several words, `a_b`. */
  #runs(part: string): Run[] {
    let runs: Run[] = [[]]
    let gap = 0
    for (const text of part.split(' ')) {
      if (text === '..') {
        gap = GAP
        continue
      }
      const { ways, optional } = this.#element(text)
      const before = gap
      const longer = runs.flatMap((run) => ways.map((way) => follow(run, way, before)))
      runs = optional ? [...longer, ...runs] : longer
      if (!optional) gap = 0
    }
    if (runs.some(([first, second]) => first?.choice === EDGES && second === undefined)) {
      throw new Error('the end of a sentence is no phrase')
    }
    return runs.filter((run) => run.length > 0)
  }

  #element(text: string): Element {
    const known = this.#elements.get(text)
    if (known !== undefined) return known
    const [, inner, plus] = /^\[(.+)\](\+?)$/.exec(text) ?? []
    const repeats = plus === '+'
    const single: Choice = { words: [], groups: [] }
    const ways: Run[] = []
    for (const choice of (inner ?? text).split('|')) {
      const name = /^\{(.+)\}$/.exec(choice)?.[1]
      if (choice === EDGE || choice === '$') ways.push([{ choice: EDGES, ...ONCE }])
      else if (name === undefined) this.#add(choice, repeats, single, ways)
      else this.#open(name, repeats, single, ways)
    }
    if (single.words.length > 0 || single.groups.length > 0) {
      ways.push([{ choice: single, gap: 0, repeats }])
    }
    const element = { ways, optional: inner !== undefined }
    this.#elements.set(text, element)
    return element
  }

  /** A choice of one word, or of several that follow each other; where those repeat, of each. */
  #add(choice: string, repeats: boolean, single: Choice, ways: Run[]): void {
    const words = choice.split('_')
    if (words.length === 1 || repeats) {
      single.words.push(...words)
    } else {
      ways.push(words.map((word) => ({ choice: { words: [word], groups: [] }, ...ONCE })))
    }
  }

  #open(name: string, repeats: boolean, single: Choice, ways: Run[]): void {
    const group = this.#groups[name]
    if (group === undefined) throw new Error(`there is no group "${name}"`)
    const element = this.#element(repeats ? `[${group}]+` : group)
    for (const way of element.ways) {
      const [only, ...rest] = way
      if (only !== undefined && rest.length === 0) single.groups.push(only.choice)
      else ways.push(way)
    }
  }
}

function follow(run: Run, way: Run, gap: number): Run {
  const [first, ...rest] = way
  if (first === undefined) return run
  const isNext = run.length === 0 || first.choice === EDGES
  return [...run, { ...first, gap: isNext ? 0 : gap }, ...rest]
}
