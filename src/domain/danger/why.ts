// What stands beside a call for help: "Help! He hits me" is violence, whichever comes first.

import type { Cries } from './compile.ts'
import { findIn, isOfCall } from './find.ts'
import { wordsOf } from './normalise.ts'

// What ends a part is kept with it: it tells a question.
const PARTS = /[^.!?;,\n؟،؛۔]+[^\p{L}\p{N}]*/gu
const WORDS = /\S+\s*/g
/** So many words has the longest call that is looked for: "ji kerema xwe alîkariya min bikin". */
const LONGEST = 6
/** A longer story says by itself what it is about. */
const MOST_PARTS = 12

/** A text without the calls for help its parts begin or end with; empty where it is nothing else. */
export function withoutCalls(text: string, cries: Cries): string {
  const parts = text.match(PARTS) ?? []
  return parts.length > MOST_PARTS ? text : parts.map((part) => uncalled(part, cries)).join('')
}

function uncalled(part: string, cries: Cries): string {
  let words: string[] = part.match(WORDS) ?? []
  for (let length = 1; length > 0; words = words.slice(length)) {
    length = callIn((most) => words.slice(0, most), cries)
  }
  for (let length = 1; length > 0; words = words.slice(0, words.length - length)) {
    length = callIn((most) => words.slice(-most), cries)
  }
  return words.join('')
}

/** How many words the longest call has, of those that are at one end of a part. */
function callIn(wordsAt: (most: number) => string[], cries: Cries): number {
  for (let length = wordsAt(LONGEST).length; length > 0; length--) {
    if (isCall(wordsAt(length), cries)) return length
  }
  return 0
}

/** Whether words are a bare call for help. Each is looked up first: that is quick, and mostly all there is to do. */
function isCall(typed: readonly string[], cries: Cries): boolean {
  const words = typed.flatMap((word) => wordsOf(word))
  if (!words.every((word) => isOfCall(word, cries))) return false
  const { kind, isAll } = findIn(typed.join(''), cries)
  return kind === 'help' && isAll
}
