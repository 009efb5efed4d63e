// Whether a typed text is a cry for help, read before anything else.

import type { Cries } from './compile.ts'
import type { HeardKind } from './cry-list.ts'
import { featuresOf } from './features.ts'
import { findIn } from './find.ts'
import { dangerIn, likelyKind, type Taught } from './taught.ts'
import { withoutCalls } from './why.ts'

/** What was heard, and the language of the words; none where only signs were typed. */
export type Heard = { kind: HeardKind; language: string | undefined }

// Where one thing ends and the next is said, as people write it in all scripts.
const PARTS = /[^.!?;,\n؟،؛۔]+[?؟]?/g
const ASKS = /[?؟]$/

/**
 * Whether a text is a cry; `undefined` where it is none. Pure; below 1 ms for an ordinary text. The
 * lists know what is said outright, and where that is all that is said it is a cry. Otherwise what was
 * learned from sentences weighs it and the words around it, and hears what is told in other words. Who is beaten
 * and asks for an appointment is beaten: with an everyday sentence beside it, each part is read by itself, and has to
 * say more: "he beat me" alone is less than what stands around it, "we are divorced since, who translates that?".
 * Who calls for help and says why is heard as what they say ({@link withoutCalls}).
 */
export function heardIn(text: string, cries: Cries, taught: Taught): Heard | undefined {
  const whole = readIn(text, cries, taught)
  const heard = heardAs(text, whole, cries, taught)
  if (!heard && !whole.found) return undefined
  const why = withoutCalls(text, cries)
  if (why === '' || why === text) return heard
  const rest = heardAs(why, readIn(why, cries, taught), cries, taught)
  return rest && heard ? { ...heard, kind: rest.kind } : (heard ?? rest)
}

type Reading = ReturnType<typeof readIn>

function heardAs(text: string, whole: Reading, cries: Cries, taught: Taught): Heard | undefined {
  if (whole.danger > 0) return whole.heard()
  if (!whole.found) return undefined
  const parts = text.match(PARTS) ?? []
  for (const part of parts.length > 1 ? parts : []) {
    if (ASKS.test(part)) continue
    const { heard, found, danger } = readIn(part, cries, taught)
    // A bare call for help may be for help with what stands beside it.
    if (!found || found === 'help') continue
    if (danger + whole.danger / 2 > taught.moreForPart) return heard()
  }
  return undefined
}

/** What stands in a text, how much it sounds like danger, and what it is heard as where it does. */
function readIn(text: string, cries: Cries, taught: Taught) {
  const { words, phrases, kind: found, isAll, languageIn } = findIn(text, cries)
  const features = featuresOf(words, phrases, taught.bits)
  const isSure = found !== undefined && isAll
  const kinds = new Set(phrases.map(({ kind }) => kind))
  return {
    found,
    danger: isSure ? Number.POSITIVE_INFINITY : dangerIn(features, found, taught),
    heard: (): Heard => ({
      kind: isSure ? found : likelyKind(features, kinds, taught),
      language: languageIn(),
    }),
  }
}
