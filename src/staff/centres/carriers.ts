// Which carriers run a centre: where none is ticked, nobody answers for its data but the centre itself.

import type { Centre, Profile } from '../../domain/profile/profile.ts'
import { boxes, ticked, tickedFields } from '../frame/boxes.ts'
import type { Frame } from '../frame/frame.ts'
import type { Shown } from '../frame/inputs.ts'
import type { Html } from '../frame/layout.ts'
import type { Fields } from '../frame/route.ts'
import type { Section } from './centre-words.ts'

const NAME = 'bodies'

/** The carriers of the city as boxes; nothing where it has none. */
export function carrierBoxes({ words }: Frame, shown: Shown, { bodies = [] }: Profile): Html | '' {
  if (bodies.length === 0) return ''
  const choices = bodies.map(({ id, name }) => [id, name] as const)
  return boxes(shown, NAME, words.centreBodies, choices, { fault: 'faultNobodyTicked' })
}

/** The boxes of those that run it. */
export const carrierFields = ({ bodies = [] }: Centre): Fields => tickedFields(NAME, bodies)

/** What is ticked, in the order it had. */
export function carriersFrom(fields: Fields, { bodies = [] }: Centre): { bodies?: string[] } {
  const chosen = ticked(fields, NAME)
  const kept = bodies.filter((id) => chosen.includes(id))
  const all = [...kept, ...chosen.filter((id) => !kept.includes(id))]
  return all.length > 0 ? { bodies: all } : {}
}

/** Those that run it, by name. */
export function carrierSection(
  { words }: Frame,
  { bodies = [] }: Profile,
  centre: Centre,
): Section {
  const names = bodies.filter(({ id }) => centre.bodies?.includes(id))
  return { label: words.centreBodies, lines: names.map(({ name }) => name) }
}
