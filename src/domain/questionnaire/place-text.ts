// The name of a place as it stands on a button and in a line.

import { say, type Text } from '../dialog/text.ts'
import { lengthOf } from '../people/typed-text.ts'
import type { NamedPlace } from '../profile/place-names.ts'

// As many letters as a button across a small phone shows.
const LONGEST = 34

/**
 * The name, with what the city calls the place in `language` beside it, where it does; that alone
 * where both would be cut off.
 */
export function placeText(place: NamedPlace, language: string): Text {
  const { name, names } = place
  const text = names?.[language]
  const isLong = text !== undefined && lengthOf(`${text} · ${name}`) > LONGEST
  if (!isLong) return placeLine(place, language)
  return say('common.name', { name: { words: { de: name, [language]: text } } })
}

/** The same where there is room for both. */
export function placeLine({ name, names }: NamedPlace, language: string): Text {
  const text = names?.[language]
  if (text === undefined) return say('common.name', { name })
  return say('common.place', { name, own: { words: { de: name, [language]: text } } })
}
