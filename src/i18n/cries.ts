// The words of danger of all languages and what was learned of it, put together at the first text read.

import { compileCries } from '../domain/danger/compile.ts'
import { type Heard, heardIn } from '../domain/danger/heard.ts'
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
  const taught: Taught = { ...measures, weights: bytesOf(weights), kinds: bytesOf(kinds) }
  return (text) => heardIn(text, cries, taught)
}

const bytesOf = (base64: string) => new Int8Array(Uint8Array.fromBase64(base64).buffer)
