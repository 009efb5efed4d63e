// The words of danger of all languages and what was learned of it, put together at the first text read.

import { compileCries } from '../domain/danger/compile.ts'
import { CRY_KINDS } from '../domain/danger/cry-list.ts'
import { type Heard, heardIn } from '../domain/danger/heard.ts'
import { unpacked } from '../domain/danger/packed.ts'
import type { Taught } from '../domain/danger/taught.ts'
import { taught as bundled, cries as lists } from '../generated/locales.ts'

let hears: ((text: string) => Heard | undefined) | undefined

/** Whether a typed text is a cry for help, in whatever language; see {@link heardIn}. */
export function hear(text: string): Heard | undefined {
  hears ??= ready()
  return hears(text)
}

function ready(): (text: string) => Heard | undefined {
  const cries = compileCries(lists)
  const { weights, kinds, ...measures } = bundled
  const taught: Taught = {
    ...measures,
    weights: unpacked(weights, 2 ** measures.bits),
    kinds: unpacked(kinds, CRY_KINDS.length * 2 ** measures.kindBits),
  }
  return (text) => heardIn(text, cries, taught)
}
