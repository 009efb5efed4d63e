// The texts of a template as form fields and back.

import type { Deps } from '../../deps.ts'
import { cleanText } from '../../domain/people/typed-text.ts'
import type { Shipped } from '../../domain/profile/templates.ts'
import type { Fields } from '../frame/route.ts'

/** By language; no language has an empty one. */
export type Texts = Readonly<Record<string, string>>

const KEYS = {
  call: ['message.call', '{Telefon}'],
  papers: ['booking.appointment.bring-papers'],
  letter: ['booking.appointment.bring-letter'],
  come: ['centres.walk-in-page.come', '{Ort}'],
} as const satisfies Record<Shipped, readonly [key: string, field?: string]>

/** What Lotse brings, as the city would write it. */
export function shippedTexts({ i18n, clock }: Deps, id: Shipped): Texts {
  const [key, ...fields] = KEYS[id]
  return Object.fromEntries(
    i18n.languages.map(({ key: language }) => [
      language,
      // Lotse sets the marks of direction again when it is sent.
      [cleanText(i18n.t(language, { key }, clock.now())), ...fields].join('\n'),
    ]),
  )
}

/** German first, which the others are made from. */
export const inOrder = ({ i18n: { languages } }: Pick<Deps, 'i18n'>): string[] => {
  const keys = languages.map(({ key }) => key)
  return [...keys.filter((key) => key === 'de'), ...keys.filter((key) => key !== 'de')]
}

/** The field for a language. */
export const fieldOf = (language: string) => `text.${language}`

/** The field that says that the text of a language is older than the German one; the one that says that it fits. */
export const staleField = (language: string) => `stale.${language}`
export const fitsField = (language: string) => `fits.${language}`

export const textFields = (texts: Texts): Fields =>
  Object.fromEntries(Object.entries(texts).map(([language, text]) => [fieldOf(language), text]))

/** As they were typed, but for line ends and space around them: what must not be there is told, not taken away. */
export function textsFrom(fields: Fields): Texts {
  const texts = Object.entries(fields).flatMap(([name, value]) => {
    const language = /^text\.([a-z]{2,3})$/.exec(name)?.[1]
    const text = value.normalize('NFC').replace(/\r\n?/g, '\n').trim()
    return language && text !== '' ? [[language, text] as const] : []
  })
  return Object.fromEntries(texts)
}

/** Whether two have the same texts. */
export const areSame = (one: Texts, other: Texts): boolean =>
  [one, other].every((texts) =>
    Object.keys(texts).every((language) => one[language] === other[language]),
  )
