// Keys of a locale's texts, with the plural forms of one text counted as one key.

import type { Messages } from './locale.ts'

const PLURAL_SUFFIX = /_(zero|one|two|few|many|other)$/

/** Every text under its full key, e.g. `consent.button.agree`; plural suffixes kept. */
export function flatten(
  messages: Messages,
  prefix = '',
  texts = new Map<string, string>(),
): Map<string, string> {
  for (const [part, value] of Object.entries(messages)) {
    const key = prefix === '' ? part : `${prefix}.${part}`
    if (typeof value === 'string') texts.set(key, value)
    else flatten(value, key, texts)
  }
  return texts
}

/** A key without its plural suffix: `days.left_few` → `days.left`. */
export function withoutPlural(key: string): string {
  return key.replace(PLURAL_SUFFIX, '')
}

/** All keys of a locale as the code names them, without plural suffixes. */
export function messageKeys(messages: Messages): Set<string> {
  return new Set([...flatten(messages).keys()].map(withoutPlural))
}

/** Whether a locale has every text another one has, in whatever plural forms. */
export function hasEvery(messages: Messages, wanted: Messages): boolean {
  const texts = Object.keys(messages).filter((part) => typeof messages[part] === 'string')
  return Object.entries(wanted).every(([part, value]) => {
    const own = messages[part]
    if (typeof value !== 'string') return typeof own === 'object' && hasEvery(own, value)
    if (typeof own === 'string') return true
    return texts.some((text) => withoutPlural(text) === withoutPlural(part))
  })
}
