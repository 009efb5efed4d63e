// The PIN by which a person comes back to a request: nine digits, worked out anew each time, kept nowhere.

import { cleanText, latinDigits } from './typed-text.ts'

export const DIGITS = 9

/**
 * The PIN that stands for some keyed bytes, such as 048213907. Of 48 bits, so that no PIN is likelier than
 * another by more than one in 280,000.
 */
export function pinOf(bytes: Uint8Array): string {
  const number = bytes.subarray(0, 6).reduce((sum, byte) => sum * 256 + byte, 0)
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0')
}

/** As it is shown, so that it can be read aloud and copied: 048 213 907. */
export function pinText(pin: string): string {
  return pin.replace(/\B(?=(\d{3})+$)/g, ' ')
}

/** The nine digits somebody typed, in Latin, Arabic or Persian ones, however parted; else `null`. */
export function readPin(typed: string): string | null {
  const digits = latinDigits(cleanText(typed).normalize('NFKC')).replace(/[^\p{L}\p{N}]/gu, '')
  return /^\d{9}$/.test(digits) ? digits : null
}
