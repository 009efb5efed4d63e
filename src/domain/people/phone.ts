// Telephone numbers: read as people write them, kept in one form, shown as staff dial them.

import {
  findPhoneNumbersInText,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from '#phone-numbers'
import { cleanText, latinDigits, lengthOf } from './typed-text.ts'

const COUNTRY = 'DE'
const LONGEST_TYPED = 500
// Fewer digits after the area code's zero are no line somebody could be called back on.
const LEAST_DIGITS = 6

/**
 * A telephone number in E.164 (`+49203123456`), or `null` where there is none that can be dialled from
 * anywhere. Any digits, brackets, dashes and words around it; without a country it is a German one.
 */
export function readPhone(text: string): string | null {
  const plain = latinDigits(cleanText(text).normalize('NFKC'))
  if (lengthOf(plain) > LONGEST_TYPED) return null
  const whole = parsePhoneNumberFromString(plain, COUNTRY)
  const found = findPhoneNumbersInText(plain, COUNTRY)
  const read = [
    ...(whole ? [{ number: whole, written: plain }] : []),
    ...found.map(({ number, startsAt }) => ({ number, written: plain.slice(startsAt) })),
  ]
  for (const { number, written } of read) {
    const right = withCode(number, written)
    if (right?.isValid() && right.nationalNumber.length >= LEAST_DIGITS) return right.number
  }
  return null
}

/** As staff dial it: a German number with its area code, another with its country's. */
export function phoneText(kept: string): string {
  const number = parsePhoneNumberFromString(kept, COUNTRY)
  if (!number?.isValid()) return kept
  return number.country === COUNTRY ? number.formatNational() : number.formatInternational()
}

/**
 * The number where its beginning says which it is. Without a zero or a plus it may be one of this town
 * without its area code, or one with the country's code and no plus, as telephones share contacts.
 */
function withCode(number: PhoneNumber, written: string): PhoneNumber | undefined {
  const [first] = /[+\d]/.exec(written) ?? []
  if (first === '+' || first === '0') return number
  const digits = written.replace(/\D/g, '')
  if (digits.startsWith('49')) return parsePhoneNumberFromString(`+${digits}`)
  return /^1[567]\d{8,9}$/.test(digits) ? number : undefined
}
