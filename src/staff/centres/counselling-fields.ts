// Who counsels at a rule's seats as flat form fields and back: `openings.0.who.1.seat`.

import type { Counselling } from '../../domain/calendar/rules.ts'
import { ticked } from '../frame/boxes.ts'
import type { Fields } from '../frame/route.ts'
import { languageFields } from './language-fields.ts'
import { rowsOf } from './rows.ts'

const PLAIN = ['seat', 'from', 'until', 'gender', 'staffId'] as const

/** The fields of a rule's entries; `at` is the rule's place. */
export function counsellingFields(at: string, entries: readonly Counselling[] = []): Fields {
  const fields: Record<string, string> = {}
  for (const [row, entry] of entries.entries()) {
    const name = `${at}.who.${row}`
    for (const key of PLAIN)
      if (entry[key] !== undefined) fields[`${name}.${key}`] = `${entry[key]}`
    Object.assign(fields, languageFields(`${name}.speaks`, entry.languages))
  }
  return fields
}

/**
 * The entries that tidied fields describe, not checked yet. Where nothing is ticked, or "German alone" beside
 * another language, there are no languages, and the profile's check says so.
 */
export function counsellingFrom(fields: Fields, at: string): unknown[] {
  return rowsOf(fields, `${at}.who`).map((row) => {
    const name = `${at}.who.${row}`
    const said = PLAIN.flatMap((key) => {
      const text = (fields[`${name}.${key}`] ?? '').trim()
      if (text === '') return []
      return [[key, key === 'seat' && /^\d{1,3}$/.test(text) ? Number(text) : text]]
    })
    const chosen = ticked(fields, `${name}.speaks`)
    const others = chosen.filter((key) => key !== 'de')
    const isSaid = chosen.length > 0 && (others.length === 0 || others.length === chosen.length)
    return { ...Object.fromEntries(said), ...(isSaid ? { languages: others } : {}) }
  })
}

/** The field of an entry at which a fault is told; `rest` begins with the number of the entry. */
export function counsellingFieldOf(at: string, rest: readonly (string | number)[]): string {
  const [row, key] = rest
  if (row === undefined) return `${at}.who`
  if (key === undefined) return `${at}.who.${row}`
  return `${at}.who.${row}.${key === 'languages' ? 'speaks' : key}`
}
