// What every staff page stands in: whose it is, in which words, with which form token.

import type { StaffLanguage, StaffMember } from '../../domain/people/accounts.ts'
import type { Action, Role } from '../../domain/people/rights.ts'
import type { Word, Words } from './words.ts'

/** A line of the navigation, for whoever may. */
export type Link = { href: `/${string}`; word: Word; action: Action }

export type Frame = {
  language: StaffLanguage
  words: Words
  staff: StaffMember | null
  /** Path of this page, to mark it in the navigation. */
  path: string
  links: readonly Link[]
  formToken: string
  /** What waits behind a link of the navigation, on the pages that know it. */
  counts?: Readonly<Record<string, number>>
  demo: boolean
}

const ROLE_WORDS = {
  counsellor: 'roleCounsellor',
  lead: 'roleLead',
  coordinator: 'roleCoordinator',
  administrator: 'roleAdministrator',
  volunteer: 'roleVolunteer',
} as const satisfies Record<Role, Word>

export function roleWord(words: Words, role: Role): string {
  return words[ROLE_WORDS[role]]
}
