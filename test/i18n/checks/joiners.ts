// The zero width non-joiner of Farsi and Dari: lost in many editors, and then words run together.

import { flatten } from '../../../src/i18n/keys.ts'
import type { Messages } from '../../../src/i18n/locale.ts'

const SPACED_PREFIX = /(?<![\p{L}\u200C])ن?می \p{L}+/u
const JOINED_PREFIX = /(?<![\p{L}\u200C])ن?می\p{L}{2,}/gu
const SPACED_PLURAL = /\p{L} (?:ها|های|هایی|هایتان)(?!\p{L})/u
// Words that begin so by themselves.
const OWN_WORDS =
  /^(?:میان|میانه|میانجی|میز|میزان|میزبان|میل|میلی|میلاد|میلیون|میلیارد|میدان|میوه|میراث|میهمان|میهن|میخ(?!و)|میسر|میکرو)/u

/** Verbs and plurals written apart or together that want the joiner. */
export function joinerFaults(locale: Messages): string[] {
  const faults: string[] = []
  for (const [key, text] of flatten(locale)) {
    const found = [
      SPACED_PREFIX.exec(text)?.[0],
      ...(text.match(JOINED_PREFIX) ?? []).filter((word) => !OWN_WORDS.test(word)),
      SPACED_PLURAL.exec(text)?.[0],
    ]
    for (const word of found)
      if (word !== undefined) faults.push(`${key} lacks the joiner: ${word}`)
  }
  return faults
}
