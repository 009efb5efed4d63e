// The code of a request: short enough to read aloud, without signs that look or sound alike. It is the same
// at every centre, so it names none: an appointment may move.

import { latinDigits } from '../people/typed-text.ts'

// No 0/O, no 1/I/L, no U/V, no B/8: heard over the telephone and copied by hand.
const SIGNS = '2345679ACDEFGHJKMNPQRSTWXYZ'

// What a Cyrillic keyboard writes for signs that look the same.
const LIKE: Readonly<Record<string, string>> = {
  ...{ А: 'A', С: 'C', Е: 'E', Н: 'H', К: 'K', М: 'M', Р: 'P', Т: 'T', Х: 'X', З: '3', У: 'Y' },
  ...{ Ѕ: 'S', Ј: 'J', Ԍ: 'G', Ԛ: 'Q', Ԝ: 'W' },
}

/** A code such as 7F3-K2D; `random` gives a whole number below its argument. */
export function referenceCode(random: (below: number) => number): string {
  const three = () => Array.from({ length: 3 }, () => SIGNS[random(SIGNS.length)]).join('')
  return `${three()}-${three()}`
}

/**
 * The code somebody typed, in whatever spelling: small letters, other digits, parted otherwise or not at
 * all, letters of a Cyrillic keyboard. `null` where it can be none.
 */
export function readReferenceCode(typed: string): string | null {
  const signs = [...signsOf(typed)]
  if (signs.length !== 6 || !signs.every((sign) => SIGNS.includes(sign))) return null
  return `${signs.slice(0, 3).join('')}-${signs.slice(3).join('')}`
}

/**
 * The letters and digits of a code or a piece of one, as somebody looks for it, in whatever spelling; '' where
 * something else was typed.
 */
export function codeSigns(typed: string): string {
  const signs = signsOf(typed)
  return /^[A-Z0-9]{1,10}$/.test(signs) ? signs : ''
}

const signsOf = (typed: string): string =>
  [...latinDigits(typed.normalize('NFKC')).toUpperCase()]
    .filter((sign) => /[\p{L}\p{N}]/u.test(sign))
    .map((sign) => LIKE[sign] ?? sign)
    .join('')
