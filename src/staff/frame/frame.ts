// What every staff page stands in: whose it is, in which words, with which form token.

import type { StaffLanguage, StaffMember } from '../../domain/people/accounts.ts'
import type { Role } from '../../domain/people/rights.ts'
import { de, type Word, type Words } from '../words/de.ts'
import { en } from '../words/en.ts'

export type Frame = {
  language: StaffLanguage
  words: Words
  staff: StaffMember | null
  /** Path of this page, to mark it in the navigation. */
  path: string
  formToken: string
  demo: boolean
}

/** The words of a language; German for anything unknown. */
export function wordsOf(language: StaffLanguage): Words {
  return language === 'en' ? en : de
}

/** A sentence with its values set in for {0}, {1} … */
export function fill(words: Words, word: Word, ...values: (string | number)[]): string {
  return words[word].replace(/\{(\d)\}/g, (_all, index: string) => String(values[Number(index)]))
}

const ROLE_WORDS = {
  counsellor: 'roleCounsellor',
  lead: 'roleLead',
  coordinator: 'roleCoordinator',
  administrator: 'roleAdministrator',
} as const satisfies Record<Role, Word>

export function roleWord(words: Words, role: Role): string {
  return words[ROLE_WORDS[role]]
}
