// Telephone numbers, codes and PINs, sign by sign.

import { BREATH, type Part } from './part.ts'

const DIGIT = /\d/
const LETTER = /[A-Z]/

/** Every sign that has a clip: digits, the letters of codes, and the + before a country's code. */
export const SIGNS: readonly string[] = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ+']

export const signKey = (sign: string) => `sign.${sign === '+' ? 'plus' : sign}`

/**
 * The clips of a number or code, one sign after the other, with a breath where it is parted; long runs
 * of digits are parted by twos from behind, as numbers are told over the telephone. `undefined` where
 * it holds anything else.
 */
export function signKeys(
  written: string,
): (string | Extract<Part, { pause: number }>)[] | undefined {
  const groups = written
    .trim()
    .split(/[\s/()-]+/)
    .filter(Boolean)
  const signs = [...groups.join('')]
  if (signs.length === 0) return undefined
  if (!signs.every((sign) => DIGIT.test(sign) || LETTER.test(sign) || sign === '+'))
    return undefined
  return groups
    .flatMap(inTwos)
    .flatMap((group, nth) => [...(nth === 0 ? [] : [BREATH]), ...[...group].map(signKey)])
}

// As many digits as are kept in mind at once (three, as in 116 and 016, are still one group).
const LONGEST_GROUP = 4

function inTwos(group: string): string[] {
  if (group.length <= LONGEST_GROUP || !/^\d+$/.test(group)) return [group]
  const odd = group.length % 2
  const first = odd ? [group.slice(0, 3)] : []
  const rest = group.slice(odd ? 3 : 0)
  return [...first, ...(rest.match(/../g) ?? [])]
}
