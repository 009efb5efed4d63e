// The words of danger of all languages, put together at the first text that is read.

import { type Cries, compileCries } from '../domain/danger/compile.ts'
import { type Heard, heardIn } from '../domain/danger/heard.ts'
import { cries as lists } from '../generated/locales.ts'

let compiled: Cries | undefined

/** Whether a typed text is a cry for help, in whatever language; see {@link heardIn}. */
export function hear(text: string): Heard | undefined {
  compiled ??= compileCries(lists)
  return heardIn(text, compiled)
}
