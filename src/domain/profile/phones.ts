// Telephone numbers that people are told to call: whether somebody could be reached by them. No part of the schema, so
// that a city that has entered another one before still starts.

import { readPhone } from '../people/phone.ts'
import type { Fault } from './faults.ts'
import type { Profile } from './profile.ts'

// 110 and 112, the 115 of the authorities, 116 117: dialled as they are, everywhere in Germany.
const SHORT = /^1\d\d(\s?\d{3})?$/

/** Whether it can be dialled from any telephone: with its area code, and as long as numbers there are. */
const isPlausible = (phone: string): boolean =>
  SHORT.test(phone.trim()) || readPhone(phone) !== null

/** Numbers nobody could be reached by, each with its place; those that are in `before` are let be. */
export function phoneFaults(profile: Profile, before?: Profile): Fault[] {
  const known = new Set(before ? phonesOf(before).map(({ phone }) => phone) : [])
  return phonesOf(profile)
    .filter(({ phone }) => !known.has(phone) && !isPlausible(phone))
    .map(({ path, phone }) => ({
      path,
      expected: `expected a telephone number with its area code, got ${JSON.stringify(phone)}`,
    }))
}

type Told = { path: Fault['path']; phone: string }

function phonesOf(profile: Profile): Told[] {
  const { imprint, accessibility, interpreting = [] } = profile
  const one = (path: Fault['path'], phone: string | undefined): Told[] =>
    phone === undefined ? [] : [{ path: [...path, 'phone'], phone }]
  const listed = (['centres', 'bodies', 'offices'] as const).flatMap((list) =>
    (profile[list] ?? []).flatMap(({ phones = [] }, at) =>
      phones.map((phone, nth) => ({ path: [list, at, 'phones', nth], phone })),
    ),
  )
  return [
    ...listed,
    ...interpreting.flatMap(({ contact }, at) =>
      one(['interpreting', at, 'contact'], contact.phone),
    ),
    ...one(['imprint'], imprint?.phone),
    ...one(['accessibility', 'contact'], accessibility?.contact?.phone),
    ...one(['accessibility', 'enforcement'], accessibility?.enforcement?.phone),
  ]
}
