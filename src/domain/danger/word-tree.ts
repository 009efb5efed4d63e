// All words of all lists in one tree of letters: finds whole words and stems, one slip forgiven.

// Below this many letters another word is too near: "kill" and "ill". Arabic script writes fewer
// vowels, so that its words are nearer to each other.
const FORGIVEN_FROM = 7
const FORGIVEN_FROM_ARABIC = 8
// A stem that is slipped in near its end is only a shorter stem.
const SURE_AFTER_SLIP = 2

/** Letters as nodes of a tree, in columns: `below` is the first child, `beside` the next sibling. */
export class WordTree {
  readonly #letter: number[] = [0]
  readonly #below: number[] = [0]
  readonly #beside: number[] = [0]
  /** By node: the number of the word that ends here, of the stem; -1 where none does. */
  readonly #whole: number[] = [-1]
  readonly #stem: number[] = [-1]
  /** The first letters, which are too many to go through. */
  readonly #first = new Map<number, number>()
  readonly #counter: { next: number }

  /** Trees that number their words together share their counter. */
  constructor(beside?: WordTree) {
    this.#counter = beside === undefined ? { next: 0 } : beside.#counter
  }

  /** The number of a word, or of a stem, which has any ending; the same word has the same one. */
  add(word: string, isStem: boolean): number {
    let node = 0
    for (let i = 0; i < word.length; i++) node = this.#child(node, word.charCodeAt(i), true)
    const column = isStem ? this.#stem : this.#whole
    const known = column[node] ?? -1
    if (known >= 0) return known
    column[node] = this.#counter.next
    return this.#counter.next++
  }

  /** Numbers of the words and stems that a typed word is. */
  find(word: string): number[] {
    const found: number[] = []
    this.#walk(word, 0, 0, 0, found)
    return found
  }

  /** The same; where there are none, of those one slip away. */
  findNear(word: string): number[] {
    const found = this.find(word)
    if (found.length === 0 && word.length >= leastOf(word) - 1) this.#forgive(word, found)
    return found
  }

  /**
   * Follows `word` from its letter `from` on; `depth` letters of the tree are already behind, none
   * if no slip was made on the way. After a slip only long words and stems count.
   */
  #walk(word: string, from: number, start: number, depth: number, found: number[]): void {
    const least = depth === 0 ? 0 : leastOf(word)
    const stemLeast = depth === 0 ? 0 : Math.max(least, depth + SURE_AFTER_SLIP)
    let node = start
    for (let i = from, deep = depth; ; i++, deep++) {
      if (deep >= stemLeast) take(this.#stem[node], found)
      if (i === word.length) {
        if (deep >= least) take(this.#whole[node], found)
        return
      }
      node = this.#child(node, word.charCodeAt(i), false)
      if (node === 0) return
    }
  }

  /** A letter left out, or two changed places; the first letter is always right. */
  #forgive(word: string, found: number[]): void {
    let node = this.#child(0, word.charCodeAt(0), false)
    for (let i = 1; node !== 0 && i <= word.length; i++) {
      for (let child = this.#below[node] ?? 0; child !== 0; child = this.#beside[child] ?? 0) {
        this.#walk(word, i, child, i + 1, found)
      }
      if (i === word.length) return
      const later = i + 1 < word.length ? this.#child(node, word.charCodeAt(i + 1), false) : 0
      const both = later === 0 ? 0 : this.#child(later, word.charCodeAt(i), false)
      if (both !== 0) this.#walk(word, i + 2, both, i + 2, found)
      node = this.#child(node, word.charCodeAt(i), false)
    }
  }

  #child(node: number, letter: number, make: boolean): number {
    let child = node === 0 ? (this.#first.get(letter) ?? 0) : (this.#below[node] ?? 0)
    while (child !== 0 && this.#letter[child] !== letter) child = this.#beside[child] ?? 0
    if (child !== 0 || !make) return child
    const made = this.#letter.push(letter) - 1
    this.#below.push(0)
    this.#beside.push(this.#below[node] ?? 0)
    this.#whole.push(-1)
    this.#stem.push(-1)
    this.#below[node] = made
    if (node === 0) this.#first.set(letter, made)
    return made
  }
}

const leastOf = (word: string) => (word > '\u0600' ? FORGIVEN_FROM_ARABIC : FORGIVEN_FROM)

function take(number: number | undefined, found: number[]): void {
  if (number !== undefined && number >= 0 && !found.includes(number)) found.push(number)
}
