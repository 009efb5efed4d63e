// Letters: each language is written in its own, with the marks it needs, and in nothing else.

import { flatten } from '../../../src/i18n/keys.ts'
import type { Messages } from '../../../src/i18n/locale.ts'
import { ownWords } from './terms.ts'

const LATIN = /[\p{Script=Latin}]/u
const ARABIC = /[\p{Script=Arabic}]/u
const CYRILLIC = /[\p{Script=Cyrillic}]/u

/** Letters that look right to a stranger and wrong to a reader: neighbours' keyboards, root data. */
const FOREIGN: Record<string, RegExp[]> = {
  ar: [/[یکگپچژەێۆڕڵھ]/u, LATIN, CYRILLIC],
  fa: [/[يكىەێۆڕڵھ]/u, LATIN, CYRILLIC],
  prs: [/[يكىەێۆڕڵھ]/u, LATIN, CYRILLIC],
  ckb: [/[يكىةھثذصضطظ]/u, LATIN, CYRILLIC],
  uk: [/[ыэёъЫЭЁЪ]/u, LATIN, ARABIC],
  bg: [/[ыэёіїєґЫЭЁІЇЄҐ]/u, LATIN, ARABIC],
  kmr: [/[^a-zçêîşû]/iu],
  tr: [/[^a-zçğıiöşüâîûİ]|[qwx]/iu],
  ro: [/[^a-zăâîșț]/iu],
  en: [/[^a-z]/iu],
  de: [/[^a-zäöüß]/iu],
}

/** Letters every longer text of the language has; without them it was typed on the wrong keyboard. */
const NEEDED: Record<string, string> = {
  kmr: 'êîûşç',
  ckb: 'ڕڵۆێەی',
  fa: 'یکگپچ',
  prs: 'یکگپچ',
  tr: 'ışğü',
  ro: 'ășțî',
  uk: 'іїє',
}

/** From this many letters on, a Kurmanji text has one of ê î û ş ç. */
const LONG_TEXT = 60
/** From this many letters on, a locale has every letter of its alphabet. */
const LONG_LOCALE = 2000

const CONTROLS = /\u200D|[\u061C\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u
const OTHER_DIGITS = /[\u0660-\u0669\u06F0-\u06F9]/u

/** Letters foreign to the language, direction controls, digits that are not Latin, loose marks. */
export function letterFaults(language: string, locale: Messages): string[] {
  const faults: string[] = []
  for (const [key, text] of flatten(locale)) {
    const letters = ownWords(text).match(/\p{L}/gu) ?? []
    for (const foreign of FOREIGN[language] ?? []) {
      const found = letters.filter((letter) => foreign.test(letter))
      if (found.length > 0) faults.push(`${key} has foreign letters: ${found.join(' ')}`)
    }
    if (language === 'kmr' && letters.length >= LONG_TEXT && !/[êîûşç]/iu.test(text)) {
      faults.push(`${key} has none of ê î û ş ç`)
    }
    if (CONTROLS.test(text.replace(/\p{Emoji}\u200D/gu, ''))) {
      faults.push(`${key} has an invisible control; directions are set when the text is shown`)
    }
    if (OTHER_DIGITS.test(text)) faults.push(`${key} has digits that are not Latin`)
    if (text !== text.normalize('NFC')) faults.push(`${key} is not in normal form C`)
    if (/[<>]/.test(text)) faults.push(`${key} has markup`)
    if (/^\s|\s$| {2}| \n/.test(text)) faults.push(`${key} has loose spaces`)
    if (text === '') faults.push(`${key} is empty`)
  }
  return faults
}

/** Letters of the alphabet that never occur in the whole locale. */
export function alphabetFaults(language: string, locale: Messages): string[] {
  const all = [...flatten(locale).values()].join(' ').toLowerCase()
  if (all.length < LONG_LOCALE) return []
  return [...(NEEDED[language] ?? '')]
    .filter((letter) => !all.includes(letter))
    .map((letter) => `the letter ${letter} never occurs`)
}

/** Lines of a right-to-left text that begin with a Latin word: clients would turn them round. */
export function lineStartFaults(locale: Messages): string[] {
  const faults: string[] = []
  for (const [key, text] of flatten(locale)) {
    for (const line of text.replace(/\{\{\w+\}\}/g, '').split('\n')) {
      const first = /\p{L}/u.exec(line)?.[0] ?? ''
      if (ARABIC.test(line) && !ARABIC.test(first))
        faults.push(`${key} has a line beginning ${first}`)
    }
  }
  return faults
}
