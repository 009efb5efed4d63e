// Accounts of staff: what one may reach, in which language its owner reads.

import type { Profile } from '../profile/profile.ts'
import { CASE_ROLES, type Holder, isRole, type Role } from './rights.ts'
import { cleanText, lengthOf } from './typed-text.ts'

export const STAFF_LANGUAGES = ['de', 'en'] as const
export type StaffLanguage = (typeof STAFF_LANGUAGES)[number]

/** German for anything unknown. */
export function asStaffLanguage(word: string | undefined): StaffLanguage {
  return word === 'en' ? 'en' : 'de'
}

/** How many signs the name of an account or a token has at most. */
export const LONGEST_NAME = 100

/** A name as it is kept; `null` where nothing of it is to be seen, or it is too long. */
export function readName(typed: string): string | null {
  const name = cleanText(typed)
  return name === '' || lengthOf(name) > LONGEST_NAME ? null : name
}

const EMAIL = /^[^\s@<>"]{1,100}@[^\s@<>"]{1,100}\.[^\s@<>"]{2,}$/

/** An e-mail address as an account has it, in small letters; `null` for anything else. */
export function readEmail(typed: string): string | null {
  const email = typed.trim().toLowerCase()
  return EMAIL.test(email) && email.length <= 200 ? email : null
}

/** A member of staff who is signed in. */
export type StaffMember = Holder & {
  id: string
  name: string
  email: string
  language: StaffLanguage
}

/** What an account or a token may reach: a role, the centres it holds for, the carrier. */
export type Scope = { role: Role; centres: readonly string[]; body: string | null }

export type NewAccount = Scope & { name: string; email: string; language: StaffLanguage }

/** An account as administrators see it. */
export type StaffPerson = {
  id: string
  name: string
  email: string
  role: string
  centres: readonly string[]
  body: string | null
  closed: boolean
  secondFactor: boolean
  /** How they have signed in so far; `null`: not yet. */
  way: 'password' | 'provider' | null
}

export type ScopeFault =
  | { fault: 'role' }
  | { fault: 'centre' | 'body'; value: string }
  | { fault: 'centreNeeded' | 'bodyNeeded'; role: Role }

/** Checks what somebody typed against the city's profile. */
export function readScope(
  profile: Profile,
  { role, centres, body }: { role: string; centres: readonly string[]; body: string },
): Scope | ScopeFault {
  if (!isRole(role)) return { fault: 'role' }
  const unknown = centres.find((id) => !profile.centres.some((centre) => centre.id === id))
  if (unknown !== undefined) return { fault: 'centre', value: unknown }
  const worksOnCases = CASE_ROLES.includes(role)
  if (centres.length === 0 && worksOnCases) {
    return { fault: 'centreNeeded', role }
  }
  if (body !== '' && !(profile.bodies ?? []).some(({ id }) => id === body)) {
    return { fault: 'body', value: body }
  }
  if (body === '' && worksOnCases) return { fault: 'bodyNeeded', role }
  return { role, centres, body: body === '' ? null : body }
}
