// The name of a place as it stands on a button.

import { say, type Text } from '../dialog/text.ts'
import { lengthOf } from '../people/typed-text.ts'
import type { NamedPlace } from '../profile/place-names.ts'

// As many letters as a button across a small phone shows.
const LONGEST = 34

/**
 * The name, with what the city calls the place in `language` beside it, where it does; that alone
 * where both would be cut off.
 */
export function placeText({ name, names }: NamedPlace, language: string): Text {
  const text = names?.[language]
  if (text === undefined) return say('common.name', { name })
  const own = { words: { de: name, [language]: text } }
  return lengthOf(`${text} · ${name}`) > LONGEST
    ? say('common.name', { name: own })
    : say('common.place', { name, own })
}
