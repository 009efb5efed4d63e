// The words of danger of all languages and what was learned of it, put together at the first text read.

import { hearingAge } from '../domain/danger/age.ts'
import { compiling } from '../domain/danger/compile.ts'
import { CRY_KINDS } from '../domain/danger/cry-list.ts'
import { type Heard, heardIn } from '../domain/danger/heard.ts'
import { unpacked } from '../domain/danger/packed.ts'
import type { Taught } from '../domain/danger/taught.ts'
import { taught as bundled, cries as lists } from '../generated/locales.ts'

let hears: ((text: string) => Heard | undefined) | undefined
let steps: ReturnType<typeof preparing> | undefined

/** Whether a typed text is a cry for help, in whatever language; see {@link heardIn} and {@link hearingAge}. */
export function hear(text: string): Heard | undefined {
  while (!hears) prepareToHear()
  return hears(text)
}

/** A step, of some milliseconds, towards being ready for the first text. False once nothing is left to prepare. */
export function prepareToHear(): boolean {
  if (hears) return false
  steps ??= preparing()
  const { done, value } = steps.next()
  if (done) hears = value
  return !done
}

function* preparing(): Generator<undefined, (text: string) => Heard | undefined> {
  const { weights, kinds, ...measures } = bundled
  const taught: Taught = {
    ...measures,
    weights: unpacked(weights, 2 ** measures.bits),
    kinds: unpacked(kinds, CRY_KINDS.length * 2 ** measures.kindBits),
  }
  yield
  const cries = yield* compiling(lists)
  const withAge = hearingAge(lists)
  return (text) => {
    const heard = heardIn(text, cries, taught)
    return heard && withAge(heard, text)
  }
}
