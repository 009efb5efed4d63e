// All words of all lists in one tree of letters: finds whole words and stems, one slip forgiven.

// Below this many letters another word is too near: "kill" and "ill". Arabic script writes fewer
// vowels, so that its words are nearer to each other.
const FORGIVEN_FROM = 7
const FORGIVEN_FROM_ARABIC = 8
// A stem that is slipped in near its end is only a shorter stem.
const SURE_AFTER_SLIP = 2

// A node in a row of numbers: its letter, its first child, its next sibling, and the numbers of the word that ends here
// and of the stem, or -1.
const LETTER = 0
const BELOW = 1
const BESIDE = 2
const WHOLE = 3
const STEM = 4
const NODE = 5
const FIRST_ROOM = 1024

/** Letters as nodes of a tree, all in one row of numbers; node 0 is before any letter. */
export class WordTree {
  #nodes = new Int32Array(FIRST_ROOM * NODE)
  #count = 0
  /** The first letters, which are too many to go through. */
  readonly #first = new Map<number, number>()
  readonly #counter: { next: number }

  /** Trees that number their words together share their counter. */
  constructor(beside?: WordTree) {
    this.#counter = beside === undefined ? { next: 0 } : beside.#counter
    this.#make(0, 0)
  }

  /** Gives back the room that was kept for more words. */
  settle(): void {
    this.#nodes = this.#nodes.slice(0, this.#count * NODE)
  }

  /** The number of a word, or of a stem, which has any ending; the same word has the same one. */
  add(word: string, isStem: boolean): number {
    let node = 0
    for (let i = 0; i < word.length; i++) node = this.#child(node, word.charCodeAt(i), true)
    const column = isStem ? STEM : WHOLE
    const known = this.#of(node, column)
    if (known >= 0) return known
    this.#nodes[node * NODE + column] = this.#counter.next
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
      if (deep >= stemLeast) take(this.#of(node, STEM), found)
      if (i === word.length) {
        if (deep >= least) take(this.#of(node, WHOLE), found)
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
      for (let child = this.#of(node, BELOW); child !== 0; child = this.#of(child, BESIDE)) {
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
    let child = node === 0 ? (this.#first.get(letter) ?? 0) : this.#of(node, BELOW)
    while (child !== 0 && this.#of(child, LETTER) !== letter) child = this.#of(child, BESIDE)
    if (child !== 0 || !make) return child
    const made = this.#make(letter, this.#of(node, BELOW))
    this.#nodes[node * NODE + BELOW] = made
    if (node === 0) this.#first.set(letter, made)
    return made
  }

  #of(node: number, column: number): number {
    return this.#nodes[node * NODE + column] ?? 0
  }

  #make(letter: number, beside: number): number {
    const at = this.#count * NODE
    if (at === this.#nodes.length) {
      const larger = new Int32Array(at * 2)
      larger.set(this.#nodes)
      this.#nodes = larger
    }
    this.#nodes.set([letter, 0, beside, -1, -1], at)
    return this.#count++
  }
}

const leastOf = (word: string) => (word > '\u0600' ? FORGIVEN_FROM_ARABIC : FORGIVEN_FROM)

function take(number: number, found: number[]): void {
  if (number >= 0 && !found.includes(number)) found.push(number)
}
