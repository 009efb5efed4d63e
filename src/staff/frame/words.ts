// The words of the dashboard, from locales/staff: a section a feature, no word in two of them.

import i18next from 'i18next'
import de from '../../../locales/staff/de.json' with { type: 'json' }
import en from '../../../locales/staff/en.json' with { type: 'json' }
import type { StaffLanguage } from '../../domain/people/accounts.ts'

type Keys<Sections> = { [Name in keyof Sections]: keyof Sections[Name] }[keyof Sections]
type Stem<Key> = Key extends `${infer Own}_${'one' | 'other'}` ? Own : Key
/** A word by its key; German has them all, and a test holds English to the same. */
export type Word = Stem<Keys<typeof de>>

export type Words = Readonly<Record<Word, string>> & {
  /** A sentence with its values set in; `count` also chooses between one and many. */
  readonly say: (word: Word, values: Readonly<Record<string, string | number>>) => string
}

const asOne = (sections: Readonly<Record<string, object>>) =>
  Object.assign({}, ...Object.values(sections)) as Record<string, string>
const resources = { de: { translation: asOne(de) }, en: { translation: asOne(en) } }
const engine = i18next.createInstance()
void engine.init({
  initAsync: false,
  fallbackLng: 'de',
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  resources,
})

function read(language: StaffLanguage): Words {
  const t = engine.getFixedT(language)
  const fixed = Object.keys(resources.de.translation).map((key) => [
    key,
    t(key, { skipInterpolation: true }),
  ])
  return { ...Object.fromEntries(fixed), say: (word, values) => t(word, values) }
}

const words: Record<StaffLanguage, Words> = { de: read('de'), en: read('en') }

/** The words of a language. */
export const wordsOf = (language: StaffLanguage): Words => words[language]
