// The reading languages: one row each, in the order of the menu.

import { hasEvery } from './keys.ts'
import type { Locales } from './locale.ts'

/** A language a person can read Lotse in; its texts are locales/<key>/. */
export type Language = {
  /** Own key, never run through Intl.getCanonicalLocales: that turns kmr into ku and prs into fa. */
  key: string
  /** How readers name it; the menu shows nothing else. */
  nativeName: string
  german: string
  english: string
  /** ISO 15924. */
  script: string
  direction: 'ltr' | 'rtl'
  /** Tag for engine data (CLDR): Gregorian calendar, Latin digits. */
  intl: string
  /** Tag whose plural rules the texts follow. */
  plural: string
  /** Spoken languages its readers are likely to speak, likeliest first: keys of spoken.ts. */
  spoken: readonly string[]
}

export const languages: readonly Language[] = [
  {
    key: 'ar',
    nativeName: 'العربية',
    german: 'Arabisch',
    english: 'Arabic',
    script: 'Arab',
    direction: 'rtl',
    intl: 'ar-u-ca-gregory-nu-latn',
    plural: 'ar',
    spoken: ['ar', 'kmr', 'kmr-bahdini', 'ckb', 'so', 'ti', 'fr'],
  },
  {
    key: 'fa',
    nativeName: 'فارسی',
    german: 'Farsi',
    english: 'Farsi',
    script: 'Arab',
    direction: 'rtl',
    intl: 'fa-u-ca-gregory-nu-latn',
    plural: 'fa',
    spoken: ['fa', 'prs', 'ckb', 'kmr', 'ps', 'tr', 'en'],
  },
  {
    key: 'prs',
    nativeName: 'دری',
    german: 'Dari',
    english: 'Dari',
    script: 'Arab',
    direction: 'rtl',
    intl: 'fa-AF-u-ca-gregory-nu-latn',
    plural: 'fa-AF',
    spoken: ['prs', 'ps', 'fa', 'en', 'tr', 'ar'],
  },
  {
    key: 'ckb',
    nativeName: 'کوردیی ناوەندی (سۆرانی)',
    german: 'Sorani (Zentralkurdisch)',
    english: 'Sorani (Central Kurdish)',
    script: 'Arab',
    direction: 'rtl',
    intl: 'ckb-u-ca-gregory-nu-latn',
    plural: 'ckb',
    spoken: ['ckb', 'kmr-bahdini', 'ar', 'fa', 'kmr', 'tr', 'en'],
  },
  {
    key: 'kmr',
    nativeName: 'Kurdî (Kurmancî)',
    german: 'Kurmandschi (Nordkurdisch)',
    english: 'Kurmanji (Northern Kurdish)',
    script: 'Latn',
    direction: 'ltr',
    intl: 'ku-u-ca-gregory-nu-latn',
    plural: 'ku',
    spoken: ['kmr', 'kmr-bahdini', 'tr', 'ar', 'ckb', 'fa', 'de'],
  },
  {
    key: 'tr',
    nativeName: 'Türkçe',
    german: 'Türkisch',
    english: 'Turkish',
    script: 'Latn',
    direction: 'ltr',
    intl: 'tr-u-ca-gregory-nu-latn',
    plural: 'tr',
    spoken: ['tr', 'kmr', 'ar', 'bg', 'de', 'en'],
  },
  {
    key: 'uk',
    nativeName: 'Українська',
    german: 'Ukrainisch',
    english: 'Ukrainian',
    script: 'Cyrl',
    direction: 'ltr',
    intl: 'uk-u-ca-gregory-nu-latn',
    plural: 'uk',
    spoken: ['uk', 'ru', 'pl', 'ro', 'en', 'de'],
  },
  {
    key: 'bg',
    nativeName: 'Български',
    german: 'Bulgarisch',
    english: 'Bulgarian',
    script: 'Cyrl',
    direction: 'ltr',
    intl: 'bg-u-ca-gregory-nu-latn',
    plural: 'bg',
    spoken: ['bg', 'tr', 'rom', 'ro', 'ru', 'de'],
  },
  {
    key: 'ro',
    nativeName: 'Română',
    german: 'Rumänisch',
    english: 'Romanian',
    script: 'Latn',
    direction: 'ltr',
    intl: 'ro-u-ca-gregory-nu-latn',
    plural: 'ro',
    spoken: ['ro', 'rom', 'it', 'es', 'ru', 'uk', 'de'],
  },
  {
    key: 'en',
    nativeName: 'English',
    german: 'Englisch',
    english: 'English',
    script: 'Latn',
    direction: 'ltr',
    intl: 'en-GB-u-ca-gregory-nu-latn',
    plural: 'en',
    spoken: ['en', 'fr', 'so', 'ti', 'am', 'ar', 'de'],
  },
  {
    key: 'de',
    nativeName: 'Deutsch',
    german: 'Deutsch',
    english: 'German',
    script: 'Latn',
    direction: 'ltr',
    intl: 'de-u-ca-gregory-nu-latn',
    plural: 'de',
    // Who reads German here often asks for somebody else.
    spoken: ['de', 'ar', 'fa', 'prs', 'kmr', 'tr', 'uk'],
  },
]

/** German is written first; every other locale is measured against it. */
export const REFERENCE = 'de'

/**
 * The rows whose locale has every text the German one has, so that the menu never leads to an
 * empty page. A locale that lacks one key is held back until it is complete.
 */
export function offeredLanguages(rows: readonly Language[], locales: Locales): Language[] {
  const wanted = locales[REFERENCE]?.messages ?? {}
  return rows.filter(({ key }) => {
    const locale = locales[key]
    return locale !== undefined && hasEvery(locale.messages, wanted)
  })
}
