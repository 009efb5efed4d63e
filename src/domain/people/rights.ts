// Who of the staff may do what, and where: one table, nothing else decides it.

export const ROLES = ['counsellor', 'lead', 'coordinator', 'administrator', 'volunteer'] as const
export type Role = (typeof ROLES)[number]

export const ACTIONS = [
  'see-day',
  'see-records',
  'work-on-record',
  'hand-over-record',
  'erase-record',
  'change-booking',
  'close-day',
  'see-audit',
  'see-utilisation',
  'edit-notices',
  'edit-city',
  'edit-staff',
  'edit-tokens',
  'record-voices',
  'manage-voices',
] as const
export type Action = (typeof ACTIONS)[number]

/**
 * How far a right reaches. body: the own centres, and there what nobody or the own carrier has
 * taken over · centre: everything in the own centres · city: every centre.
 */
type Reach = 'none' | 'body' | 'centre' | 'city'

const RIGHTS: Record<Role, Partial<Record<Action, Reach>>> = {
  counsellor: {
    'see-day': 'body',
    'see-records': 'body',
    'work-on-record': 'body',
    'hand-over-record': 'body',
    'erase-record': 'body',
    'change-booking': 'body',
    'close-day': 'centre',
  },
  lead: {
    'see-day': 'centre',
    'see-records': 'centre',
    'work-on-record': 'centre',
    'hand-over-record': 'centre',
    'erase-record': 'centre',
    'change-booking': 'centre',
    'close-day': 'centre',
    'see-audit': 'centre',
    'see-utilisation': 'centre',
    'edit-notices': 'centre',
  },
  coordinator: { 'see-utilisation': 'city', 'record-voices': 'city', 'manage-voices': 'city' },
  administrator: {
    'close-day': 'city',
    'see-audit': 'city',
    'edit-notices': 'city',
    'edit-city': 'city',
    'edit-staff': 'city',
    'edit-tokens': 'city',
    'record-voices': 'city',
    'manage-voices': 'city',
  },
  // Lends or hears a voice, and sees nothing of anybody who asks.
  volunteer: { 'record-voices': 'city' },
}

/** Who asks: a member of staff or a token. */
export type Holder = { role: Role; centres: readonly string[]; body: string | null }

/** What is asked for; `body` is the carrier that has taken a case over, `null` while nobody has. */
export type CaseLocation = { centre: string | null; body?: string | null }

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
  { centre, body = null }: CaseLocation,
): boolean {
  const reach = reachOf(holder.role, action)
  if (reach === 'city') return true
  if (reach === 'none' || centre === null || !holder.centres.includes(centre)) return false
  return reach === 'centre' || body === null || body === holder.body
}

/** Whether a word from outside is a role. */
export function isRole(word: string): word is Role {
  return ROLES.some((role) => role === word)
}
