// Copies: a text that is still German or English was forgotten.

import { flatten } from '../../../src/i18n/keys.ts'
import type { Messages } from '../../../src/i18n/locale.ts'
import { ownWords } from './terms.ts'

/** Words spelt alike by right. */
const ALIKE: Record<string, string[]> = {
  en: ['name', 'person', 'warm', 'start', 'code', 'ukraine'],
  ro: ['telefon', 'familie', 'urgent', 'document', 'important', 'minute'],
  kmr: ['telefon', 'wir'],
  tr: ['telefon'],
}

const GERMAN = /(?<!\p{L})(und|nicht|oder|bitte|wir|für|wenn|auch|ihre|ihren|können)(?!\p{L})/giu
const ENGLISH = /(?<!\p{L})(the|and|please|your|with|this)(?!\p{L})/giu

/** Letters only, lower case, without what is rightly the same in every language. */
function core(text: string): string {
  return (ownWords(text).match(/\p{L}+/gu) ?? []).join(' ').toLowerCase()
}

/** Texts equal to the German or English one, and texts with German or English words left in them. */
export function copyFaults(
  language: string,
  locale: Messages,
  sources: { de: Messages; en: Messages },
): string[] {
  const others = { de: flatten(sources.de), en: flatten(sources.en) }
  const faults: string[] = []
  for (const [key, text] of flatten(locale)) {
    const words = core(text)
    for (const source of ['de', 'en'] as const) {
      // English is measured against German, never the other way round.
      if (source === language || language === 'de') continue
      const copied = core(others[source].get(key) ?? '') === words
      const byRight = words.split(' ').every((word) => ALIKE[language]?.includes(word))
      if (copied && words.length > 2 && !byRight) faults.push(`${key} is a copy of ${source}`)
    }
    const german = language === 'de' ? [] : (ownWords(text).match(GERMAN) ?? [])
    const english = language === 'en' ? [] : (ownWords(text).match(ENGLISH) ?? [])
    for (const left of [...german, ...english]) {
      const byRight = ALIKE[language]?.includes(left.toLowerCase())
      if (!byRight) faults.push(`${key} has the foreign word "${left}"`)
    }
  }
  return faults
}
