// Who of the staff may do what, and where: one table, nothing else decides it.

import type { Urgency } from '../questionnaire/triage.ts'

export const ROLES = [
  'counsellor',
  'lead',
  'coordinator',
  'administrator',
  'volunteer',
  'data-protection',
] as const
export type Role = (typeof ROLES)[number]

export const ACTIONS = [
  'see-day',
  'see-records',
  'take-over',
  'work-on-record',
  'hand-over-record',
  'erase-record',
  'change-booking',
  'close-day',
  'see-audit',
  'ask-inspection',
  'release-inspection',
  'see-utilisation',
  'edit-notices',
  'edit-city',
  'edit-staff',
  'edit-tokens',
  'see-barriers',
  'record-voices',
  'manage-voices',
] as const
export type Action = (typeof ACTIONS)[number]

/**
 * How far a right reaches. body: the own centres, and there what the own carrier has taken over ·
 * urgent: that, and what is red or orange while nobody has it · free: that, and whatever nobody has ·
 * centre: everything in the own centres · city: every centre.
 */
type Reach = 'none' | 'body' | 'urgent' | 'free' | 'centre' | 'city'

/** How far leads reach, as the profile says: to the cases of their own carrier, or of the whole centre. */
export const LEADS_REACH = ['body', 'centre'] as const
export type LeadsReach = (typeof LEADS_REACH)[number]

/** What counselling takes. A lead may do the same, and as far as the profile says with other carriers' cases. */
const COUNSELLING = {
  'see-day': 'free',
  'see-records': 'urgent',
  'take-over': 'free',
  'work-on-record': 'body',
  'hand-over-record': 'body',
  'erase-record': 'body',
  'change-booking': 'free',
  'close-day': 'centre',
  'see-audit': 'body',
} as const satisfies Partial<Record<Action, Reach>>

const RIGHTS: Record<Role, Partial<Record<Action, Reach>>> = {
  counsellor: COUNSELLING,
  lead: {
    ...COUNSELLING,
    'ask-inspection': 'body',
    'see-utilisation': 'centre',
    'edit-notices': 'centre',
  },
  coordinator: { 'see-utilisation': 'city', 'record-voices': 'city', 'manage-voices': 'city' },
  administrator: {
    'close-day': 'city',
    'see-audit': 'city',
    'ask-inspection': 'city',
    'edit-notices': 'city',
    'edit-city': 'city',
    'edit-staff': 'city',
    'edit-tokens': 'city',
    'see-barriers': 'city',
    'record-voices': 'city',
    'manage-voices': 'city',
  },
  // Lends or hears a voice, and sees nothing of anybody who asks.
  volunteer: { 'record-voices': 'city' },
  // Whom nobody of the staff answers to: for one carrier, or without one for the whole city.
  'data-protection': { 'release-inspection': 'city' },
}

/** Who asks: a member of staff or a token. */
export type Holder = { role: Role; centres: readonly string[]; body: string | null }

/** What is asked for; `body` is the carrier that has a case, `null` while nobody has taken it over. */
export type CaseLocation = { centre: string | null; body?: string | null; urgency?: Urgency | null }

/** Roles that work with cases: each holds for some centres, and belongs to a carrier. */
export const CASE_ROLES: readonly Role[] = ['counsellor', 'lead']

/** Whether whoever holds this works with cases and belongs to no carrier: then they reach none. */
export const lacksBody = ({ role, body }: Pick<Holder, 'role' | 'body'>): boolean =>
  CASE_ROLES.includes(role) && body === null

/** How far a role's right to an action reaches. */
export function reachOf(role: Role, action: Action): Reach {
  return RIGHTS[role][action] ?? 'none'
}

/** Whether the role may do this at all, somewhere. */
export function mayEver(holder: Holder, action: Action): boolean {
  return reachOf(holder.role, action) !== 'none'
}

/** Whether the holder may do this here. What belongs to no centre is the whole city's. */
export function may(
  holder: Holder,
  action: Action,
  { centre, body = null, urgency = null }: CaseLocation,
  leadsReach: LeadsReach = 'body',
): boolean {
  const reach = reachOf(holder.role, action)
  if (reach === 'city') return true
  if (reach === 'none' || centre === null || !holder.centres.includes(centre)) return false
  if (reach === 'centre') return true
  if (holder.body === null) return false
  if (body === null) return reach === 'free' || (reach === 'urgent' && isUrgent(urgency))
  if (body === holder.body) return true
  // What another carrier has goes to one's own by a hand-over alone.
  return holder.role === 'lead' && leadsReach === 'centre' && action !== 'take-over'
}

const isUrgent = (urgency: Urgency | null) => urgency === 'red' || urgency === 'orange'

/** Whether a word from outside is a role. */
export function isRole(word: string): word is Role {
  return ROLES.some((role) => role === word)
}
