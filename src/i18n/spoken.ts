// Spoken languages, for the interpreter: what people speak is not always what they read.

/** A language somebody can be talked to in; `german` is what staff and interpreters read. */
export type SpokenLanguage = { key: string; nativeName: string; german: string }

export const spokenLanguages: readonly SpokenLanguage[] = [
  { key: 'ar', nativeName: 'العربية', german: 'Arabisch' },
  { key: 'fa', nativeName: 'فارسی (ایران)', german: 'Farsi (Iran)' },
  { key: 'prs', nativeName: 'دری (افغانستان)', german: 'Dari (Afghanistan)' },
  { key: 'ps', nativeName: 'پښتو', german: 'Paschtu' },
  { key: 'ckb', nativeName: 'سۆرانی', german: 'Sorani (Zentralkurdisch)' },
  { key: 'kmr', nativeName: 'Kurmancî', german: 'Kurmandschi (Nordkurdisch)' },
  // Kurmanji of Dohuk and of many Yazidis, whose readers often know the Arabic script only.
  { key: 'kmr-bahdini', nativeName: 'بادینی (Behdînî)', german: 'Bahdini (Kurmandschi, Irak)' },
  { key: 'tr', nativeName: 'Türkçe', german: 'Türkisch' },
  { key: 'uk', nativeName: 'Українська', german: 'Ukrainisch' },
  { key: 'ru', nativeName: 'Русский', german: 'Russisch' },
  { key: 'bg', nativeName: 'Български', german: 'Bulgarisch' },
  { key: 'ro', nativeName: 'Română', german: 'Rumänisch' },
  { key: 'rom', nativeName: 'Romani ćhib', german: 'Romani' },
  { key: 'sq', nativeName: 'Shqip', german: 'Albanisch' },
  { key: 'pl', nativeName: 'Polski', german: 'Polnisch' },
  { key: 'it', nativeName: 'Italiano', german: 'Italienisch' },
  { key: 'es', nativeName: 'Español', german: 'Spanisch' },
  { key: 'fr', nativeName: 'Français', german: 'Französisch' },
  { key: 'en', nativeName: 'English', german: 'Englisch' },
  { key: 'ti', nativeName: 'ትግርኛ', german: 'Tigrinya' },
  { key: 'am', nativeName: 'አማርኛ', german: 'Amharisch' },
  { key: 'so', nativeName: 'Soomaali', german: 'Somali' },
  { key: 'de', nativeName: 'Deutsch', german: 'Deutsch' },
]
