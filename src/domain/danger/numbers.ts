// Numbers in words, as people say their age: "fünfzehn", "on beş", "بیست و هفت".

import type { CryList } from './cry-list.ts'
import { normalise } from './normalise.ts'

/** What each word of a language counts for, and what stands between the words of one number. */
export type Numbers = { values: ReadonlyMap<string, number>; between: ReadonlySet<string> }

/** The numbers of a list. */
export function numbersOf({ numbers = {}, and = '' }: Pick<CryList, 'numbers' | 'and'>): Numbers {
  const wordsIn = (line: string) => line.split('|').map(normalise)
  const values = Object.entries(numbers).flatMap(([number, line]) =>
    wordsIn(line).map((word): [string, number] => [word, Number(number)]),
  )
  return { values: new Map(values), between: new Set(wordsIn(and)) }
}

/** Words with their numbers in digits: words of numbers that follow each other are added up to one. */
export function inDigits(words: readonly string[], { values, between }: Numbers): string[] {
  const read: string[] = []
  for (let at = 0; at < words.length; at++) {
    let sum = values.get(words[at] ?? '')
    if (sum === undefined) {
      read.push(words[at] ?? '')
      continue
    }
    for (;;) {
      const next = between.has(words[at + 1] ?? '') ? at + 2 : at + 1
      const more = values.get(words[next] ?? '')
      if (more === undefined) break
      sum += more
      at = next
    }
    read.push(String(sum))
  }
  return read
}
