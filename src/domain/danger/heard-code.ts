// What was heard ↔ a short text, for buttons and addresses: 64 bytes are few.

import { HEARD_KINDS, type HeardKind, type HeardKinds } from './cry-list.ts'

const SIGNS: Record<HeardKind, string> = {
  medical: 'm',
  suicide: 's',
  child: 'c',
  violence: 'v',
  held: 'h',
  help: 'p',
  alone: 'a',
  young: 'y',
}

/** One kind by its name, as buttons have had it since the first; several by a letter each. */
export const codeOfHeard = (kinds: HeardKinds): string =>
  kinds.length === 1 ? kinds[0] : kinds.map((kind) => SIGNS[kind]).join('')

/** Reads it back; `undefined` for anything that was not written here. */
export function heardOfCode(code: string): HeardKinds | undefined {
  const kinds = kindsOf(code)
  const [first, ...others] = kinds
  if (!first || new Set(kinds).size < kinds.length) return undefined
  return codeOfHeard([first, ...others]) === code ? [first, ...others] : undefined
}

function kindsOf(code: string): HeardKind[] {
  const one = HEARD_KINDS.filter((kind) => kind === code)
  return one.length > 0
    ? one
    : [...code].flatMap((sign) => HEARD_KINDS.filter((kind) => SIGNS[kind] === sign))
}
