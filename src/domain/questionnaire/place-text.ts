// The name of a place as it stands on a button.

import { say, type Text } from '../dialog/text.ts'
import type { NamedPlace } from '../profile/place-names.ts'

/** The name, with what the city calls the place in `language` beside it, where it does. */
export function placeText({ name, names }: NamedPlace, language: string): Text {
  const own = names?.[language]
  if (own === undefined) return say('common.name', { name })
  return say('common.place', { name, own: { words: { [language]: own } } })
}
