// What may never stand before anybody, whatever went wrong: what Lotse is made of, and another language.

import { locales } from '../../src/generated/locales.ts'
import type { I18n } from '../../src/i18n/index.ts'
import type { Messages } from '../../src/i18n/locale.ts'

const INSIDE =
  /\bat .*\.[jt]s:\d+|node_modules|SQLITE_|SqliteError|Prisma|GrammyError|HttpError|TypeError|\[object|\bundefined\b|ECONNRESET/
const SHORTEST = 24
const NOW = 0

export type Seen = ReturnType<typeof createSeen>

export function createSeen(i18n: I18n) {
  const english = sentencesOf('en')
  const german = new Set(sentencesOf('de'))
  const only = english.filter((text) => !german.has(text))
  const notices = i18n.languages.map(({ key }) => {
    const text = i18n.t(key, { key: 'notice.fault', values: { id: '@@' } }, NOW)
    return text.split('@@')[0] ?? text
  })
  return {
    /** What Lotse is made of, in a text for people. */
    inside: (text: string) => INSIDE.exec(text)?.[0],
    /** A sentence that only English has. */
    english: (text: string) => only.find((sentence) => text.includes(sentence)),
    /** Whether it only says that something went wrong. */
    isNotice: (text: string) => notices.some((notice) => text.startsWith(notice)),
  }
}

// Without what is put in: only what stands whole in the text.
function sentencesOf(language: string): string[] {
  const texts = (one: string | Messages): string[] =>
    typeof one === 'string' ? [one] : Object.values(one).flatMap(texts)
  return texts(locales[language]?.messages ?? {}).filter(
    (text) => text.length >= SHORTEST && !text.includes('{{') && !text.includes('<'),
  )
}
