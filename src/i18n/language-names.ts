// What a language is called, in itself and in every language Lotse can be read in.

import type { Language } from './languages.ts'
import { spokenLanguages } from './spoken.ts'

type Name = { text: string; language: string }

// What the engine knows of languages under other keys; who says "Kurdish" may mean any of the three.
const TAGS: Record<string, readonly string[]> = {
  prs: ['fa-AF'],
  ckb: ['ckb', 'ku'],
  kmr: ['kmr', 'ku'],
  'kmr-bahdini': ['ku'],
  // In some languages the engine has no name for it but one that Roma are insulted by.
  rom: [],
  dgs: [],
}

/** The names of a language by its key, each with the language it is a word of; looked up once. */
export function createLanguageNames(languages: readonly Language[]): (key: string) => Name[] {
  const known = new Map<string, Name[]>()
  return (key) => {
    const held = known.get(key)
    if (held) return held
    const row = languages.find((language) => language.key === key)
    const spoken = spokenLanguages.find((language) => language.key === key)
    const own = [row?.nativeName, spoken?.nativeName].map((text) => ({ text, language: key }))
    const german = [row?.german, spoken?.german].map((text) => ({ text, language: 'de' }))
    const others = languages.flatMap(({ key: language, intl }) => {
      const names = new Intl.DisplayNames([intl], { type: 'language', fallback: 'none' })
      return tagsOf(key).map((tag) => ({ text: names.of(tag), language }))
    })
    // However it is written: a slip in it is forgiven as in a German name.
    const also = (spoken?.also ?? []).map((text) => ({ text, language: 'de' }))
    const all = [...own, ...german, { text: row?.english, language: 'en' }, ...others, ...also]
    // "Farsi (Iran)" is also called by what stands before the brackets.
    const found = all.flatMap(({ text, language }) =>
      text
        ? [...new Set([text, text.replace(/ *\(.*/, '')])].map((one) => ({ text: one, language }))
        : [],
    )
    known.set(key, found)
    return found
  }
}

const tagsOf = (key: string): readonly string[] =>
  TAGS[key] ?? (/^[a-z]{2,3}$/.test(key) ? [key] : [])
