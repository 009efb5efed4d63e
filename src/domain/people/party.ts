// The people who stand behind one address: whose address it is, and those they speak for there.

import { mayAskAgain } from '../appointment/booking.ts'
import type { RefusalCode } from '../dialog/refusal.ts'
import type { Profile } from '../profile/profile.ts'

/** What somebody is to the person whose address it is. */
export const RELATIONS = ['mother', 'father', 'partner', 'child', 'sibling', 'other'] as const
export type Relation = (typeof RELATIONS)[number]

/** As it stands in the record; German and exact. */
export const RELATION_TERMS: Record<Relation, string> = {
  mother: 'für die Mutter',
  father: 'für den Vater',
  partner: 'für die Partnerin oder den Partner',
  child: 'für ein Kind',
  sibling: 'für die Schwester oder den Bruder',
  other: 'für jemand anderen',
}

/** One of them. */
export type PartyMember = {
  id: string
  /** `null`: whose address it is. */
  relation: Relation | null
  /** What they are called there, where somebody typed it. Personal. */
  label: string | null
  /** Who speaks, or is spoken for, just now. */
  isMeant: boolean
}

/** Stands for whose address it is, where others have a sign of their own. */
export const OWN = 'self'

/** Everybody behind an address together. */
export const EVERYBODY = 'all'

/** How many may stand behind one address where the city says nothing. */
const MOST_PEOPLE = 3

/** The sign by which a button knows whom it is about; says nothing of them. */
export function signOf({ id, relation }: Pick<PartyMember, 'id' | 'relation'>): string {
  return relation === null ? OWN : id.slice(-6)
}

export function memberBy(party: readonly PartyMember[], sign: string): PartyMember | undefined {
  return party.find((member) => signOf(member) === sign)
}

export function meant(party: readonly PartyMember[]): PartyMember | undefined {
  return party.find(({ isMeant }) => isMeant)
}

/** The sign of whoever speaks, or is spoken for, just now. */
export function signIn(party: readonly PartyMember[]): string {
  const now = meant(party)
  return now ? signOf(now) : OWN
}

export function mostPeople({ peopleTogether }: Profile['limits']): number {
  return peopleTogether ?? MOST_PEOPLE
}

/**
 * Whether one more may stand behind an address.
 * @param requests how many requests all of them began in the last seven days
 */
export function mayBring(
  limits: Profile['limits'],
  party: readonly PartyMember[],
  requests: number,
): RefusalCode | undefined {
  if (party.length >= mostPeople(limits)) return 'too-many-people'
  return mayAskAgain(requests)
}
