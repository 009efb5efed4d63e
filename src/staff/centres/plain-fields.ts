// Fields of a centre that are a line of text or a list of lines. One entry is the whole of it: the form,
// what is read from it, and what a change is told as. Its check is that of the profile.

import type { Centre } from '../../domain/profile/profile.ts'
import type { Fields } from '../frame/route.ts'
import type { Word } from '../frame/words.ts'

type PlainField = { key: keyof Centre; as: 'line' | 'lines'; word: Word; fault: Word }

/** In the order of the form. */
export const PLAIN_FIELDS = [
  { key: 'name', as: 'line', word: 'name', fault: 'faultRequired' },
  { key: 'short', as: 'line', word: 'shortName', fault: 'faultRequired' },
  { key: 'address', as: 'line', word: 'address', fault: 'faultRequired' },
  { key: 'phones', as: 'lines', word: 'phonesPerLine', fault: 'faultPhones' },
] as const satisfies readonly PlainField[]

/** What a centre has in a field, line by line; none where nothing was entered. */
export function plainLines(centre: Centre, key: keyof Centre): readonly string[] {
  const value = centre[key]
  if (Array.isArray(value)) return value.map(String)
  return typeof value === 'string' && value !== '' ? [value] : []
}

/** The fields as they were typed, not checked yet. */
export function plainFrom(fields: Fields): Record<string, string | string[]> {
  return Object.fromEntries(
    PLAIN_FIELDS.map(({ key, as }) => {
      const text = (fields[key] ?? '').trim()
      return [key, as === 'line' ? text : linesOf(text)]
    }),
  )
}

const linesOf = (text: string) =>
  text
    .split(/[\n;]/)
    .map((line) => line.trim())
    .filter(Boolean)
