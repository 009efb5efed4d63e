// Whether a typed text is a cry for help, read before anything else.

import type { Cries } from './compile.ts'
import type { CryKind } from './cry-list.ts'
import { featuresOf } from './features.ts'
import { findIn } from './find.ts'
import { likelyKind, soundsLikeDanger, type Taught } from './taught.ts'

/** What was heard, and the language of the words; none where only signs were typed. */
export type Heard = { kind: CryKind; language: string | undefined }

/**
 * Whether a text is a cry; `undefined` where it is none. Pure; below 1 ms for an ordinary text. The
 * lists know what is said outright, and where that is all that is said it is a cry. Otherwise what was
 * learned from sentences weighs it and the words around it, and hears what is told in other words.
 */
export function heardIn(text: string, cries: Cries, taught: Taught): Heard | undefined {
  const { words, phrases, kind, isAll, languageIn } = findIn(text, cries)
  if (kind && isAll) return { kind, language: languageIn() }
  const features = featuresOf(words, phrases, taught.bits)
  if (!soundsLikeDanger(features, kind, taught)) return undefined
  return { kind: kind ?? likelyKind(features, taught), language: languageIn() }
}
