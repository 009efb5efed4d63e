// What every staff page stands in: whose it is, in which words, with which form token.

import type { Deps } from '../../deps.ts'
import type { StaffLanguage, StaffMember } from '../../domain/people/accounts.ts'
import type { Action, Role } from '../../domain/people/rights.ts'
import type { Actor } from '../../flows/staff/actor.ts'
import type { Word, Words } from './words.ts'

/**
 * A line of the navigation, for whoever may; `count` tells on every page, by its path, what waits behind it; 0 on pages
 * that count it themselves.
 */
export type Link = {
  href: `/${string}`
  word: Word
  action: Action
  /** Needed every day: stays in sight on a phone. */
  isDaily?: boolean
  count?: (deps: Deps, actor: Actor, path: string) => Promise<number>
}

export type Frame = {
  language: StaffLanguage
  words: Words
  staff: StaffMember | null
  /** Path of this page, to mark it in the navigation. */
  path: string
  links: readonly Link[]
  formToken: string
  /** The list a record was opened from, as its address has it; '' where it was opened otherwise. */
  list: string
  /** What the form before has done. */
  said?: Word | null
  /** What waits behind a link of the navigation, where the page or the link knows it. */
  counts?: Readonly<Record<string, number>>
  /** The same of a page that answers a form: asked for once there is a page, since most forms lead to another. */
  countsLater?: () => Promise<Readonly<Record<string, number>>>
  demo: boolean
  /** It runs live without real people. */
  trial: boolean
  /** Of Lotse, to be told when something is reported. */
  version: string
  /** Of a page that goes on while it stands open: by which it asks for changes, when it was made (epoch ms), how much is new. */
  live?: { mark: string; madeAt: number; count: number }
}

const ROLE_WORDS = {
  counsellor: 'roleCounsellor',
  lead: 'roleLead',
  coordinator: 'roleCoordinator',
  administrator: 'roleAdministrator',
  volunteer: 'roleVolunteer',
  'data-protection': 'roleDataProtection',
} as const satisfies Record<Role, Word>

export function roleWord(words: Words, role: Role): string {
  return words[ROLE_WORDS[role]]
}
