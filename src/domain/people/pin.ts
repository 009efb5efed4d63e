// The PIN by which a person comes back to a request: six digits, worked out anew each time, kept nowhere.

import { cleanText, latinDigits } from './typed-text.ts'

export const DIGITS = 6

/**
 * The PIN that stands for some keyed bytes, such as 048213. Of 48 bits, so that no PIN is likelier than
 * another by more than one in 280 million.
 */
export function pinOf(bytes: Uint8Array): string {
  const number = bytes.subarray(0, 6).reduce((sum, byte) => sum * 256 + byte, 0)
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0')
}

/** As it is shown, so that it can be read aloud and copied: 048 213. */
export function pinText(pin: string): string {
  return `${pin.slice(0, 3)} ${pin.slice(3)}`
}

/** The six digits somebody typed, in Latin, Arabic or Persian ones, however parted; else `null`. */
export function readPin(typed: string): string | null {
  const digits = latinDigits(cleanText(typed).normalize('NFKC')).replace(/[^\p{L}\p{N}]/gu, '')
  return /^\d{6}$/.test(digits) ? digits : null
}
