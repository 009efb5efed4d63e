// The name of a place as it stands on a button and in a line.

import { say, type Text } from '../dialog/text.ts'
import { lengthOf } from '../people/typed-text.ts'
import type { NamedPlace } from '../profile/place-names.ts'

// As many letters as a button across a small phone shows.
const LONGEST = 34

/**
 * The name, with what the city calls the place in `language` beside it, where it does. Where both would be cut off, as much of
 * that as there is room for beside the name that stands on signs; all of it alone where there is none.
 */
export function placeText(place: NamedPlace, language: string): Text {
  const { name, names } = place
  const text = names?.[language]
  const fits = (own: string) => lengthOf(`${own} · ${name}`) <= LONGEST
  if (text === undefined || fits(text)) return placeLine(place, language)
  const parts = text.split('/')
  const most = parts.findLastIndex((_, nth) => fits(parts.slice(0, nth + 1).join('/')))
  const own = parts.slice(0, most + 1).join('/')
  return own === ''
    ? say('common.name', { name: { words: { de: name, [language]: text } } })
    : placeLine({ ...place, names: { ...names, [language]: own } }, language)
}

/** The same where there is room for both. */
export function placeLine({ name, names }: NamedPlace, language: string): Text {
  const text = names?.[language]
  if (text === undefined) return say('common.name', { name })
  return say('common.place', { name, own: { words: { de: name, [language]: text } } })
}
