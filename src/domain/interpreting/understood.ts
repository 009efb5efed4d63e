// Whether somebody who speaks some languages understands a person.

// Bahdini is the Kurmanji of Dohuk. The other way round is not said: who speaks Bahdini need not follow the
// Kurmanji of Turkey. Kurmanji and Sorani are not mutually intelligible, Dari and Farsi differ in speech
// (Translators without Borders, factsheets on Kurdish and on Farsi and Dari).
const ALSO: Readonly<Record<string, readonly string[]>> = { 'kmr-bahdini': ['kmr'] }

/** Whether one of `languages` (keys of i18n/spoken.ts) is understood by who speaks `language`. */
export const isUnderstoodBy = (languages: readonly string[], language: string): boolean =>
  languages.includes(language) || (ALSO[language] ?? []).some((one) => languages.includes(one))
