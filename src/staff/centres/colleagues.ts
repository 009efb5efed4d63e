// Whose account may stand as who counsels at a centre.

import type { StaffPerson } from '../../domain/people/accounts.ts'
import type { Words } from '../frame/words.ts'

/** Who has an account, wherever. */
export type People = readonly StaffPerson[]

/**
 * Those who counsel at a centre, by name; and whoever is entered (`entered`, an id) although they do not, or
 * have no account any more, so that nobody falls out of a form unseen.
 */
export function colleaguesAt(
  people: People,
  centre: string,
  words: Words,
  entered?: string,
): (readonly [id: string, name: string])[] {
  const here = people.filter(
    ({ closed, role, centres }) =>
      !closed && (role === 'counsellor' || role === 'lead') && centres.includes(centre),
  )
  const own = here.map(({ id, name }) => [id, name] as const)
  if (!entered || here.some(({ id }) => id === entered)) return own
  return [...own, [entered, nameOf(people, entered, words)]]
}

/** The name of an account. */
export function nameOf(people: People, id: string, words: Words): string {
  return people.find((one) => one.id === id)?.name ?? words.whoGone
}
