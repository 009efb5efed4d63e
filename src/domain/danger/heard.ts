// Whether a typed text is a cry for help, read before anything else.

import type { Cries } from './compile.ts'
import { CRY_KINDS, type CryKind, type HeardKinds } from './cry-list.ts'
import { featuresOf } from './features.ts'
import { findIn } from './find.ts'
import { dangerIn, likelyKind, type Taught } from './taught.ts'
import { withoutCalls } from './why.ts'

/** What was heard, and the language of the words; none where only signs were typed. */
export type Heard = { kinds: HeardKinds; language: string | undefined }

/** So many kinds are told of one text. */
const MOST_KINDS = 3

// Where one thing ends and the next is said, as people write it in all scripts.
const PARTS = /[^.!?;,\n؟،؛۔]+[?؟]?/g
const ASKS = /[?؟]$/

/**
 * Whether a text is a cry; `undefined` where it is none. Pure; below 1 ms for an ordinary text. The
 * lists know what is said outright, and where that is all that is said it is a cry. Otherwise what was
 * learned from sentences weighs it and the words around it, and hears what is told in other words. Who is beaten
 * and asks for an appointment is beaten: with an everyday sentence beside it, each part is read by itself, and has to
 * say more: "he beat me" alone is less than what stands around it, "we are divorced since, who translates that?".
 * Who calls for help and says why is heard as what they say ({@link withoutCalls}), and who says several things outright
 * is heard as all of them, with the likeliest first.
 */
export function heardIn(text: string, cries: Cries, taught: Taught): Heard | undefined {
  const whole = readIn(text, cries, taught)
  const alone = heardAs(text, whole, cries, taught)
  if (!alone && !whole.found) return undefined
  const why = withoutCalls(text, cries)
  const isCalled = why !== '' && why !== text
  const rest = isCalled ? heardAs(why, readIn(why, cries, taught), cries, taught) : undefined
  const first = rest ?? alone
  if (!first) return undefined
  const others = CRY_KINDS.filter((kind) => kind !== first.kind && whole.outright.has(kind))
  const kinds: HeardKinds = [first.kind, ...others.slice(0, MOST_KINDS - 1)]
  return { kinds, language: (alone ?? first).language }
}

type Reading = ReturnType<typeof readIn>
type One = { kind: CryKind; language: string | undefined }

function heardAs(text: string, whole: Reading, cries: Cries, taught: Taught): One | undefined {
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
  const told = phrases.filter(({ kind, runs }) => kind !== 'help' && runs.length === 1)
  return {
    found,
    /** What the lists know to be said in words that follow each other, but for calls for help. */
    outright: new Set<string>(told.map(({ kind }) => kind)),
    danger: isSure ? Number.POSITIVE_INFINITY : dangerIn(features, found, taught),
    heard: (): One => ({
      kind: isSure ? found : likelyKind(features, kinds, taught),
      language: languageIn(),
    }),
  }
}
