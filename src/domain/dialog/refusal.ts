// The closed list of reasons a person can be told; each has the locale key `refusal.<code>`.

import type { Unavailable } from '../calendar/bookable.ts'

export const REFUSALS = [
  'time-taken',
  'time-past',
  'time-closed',
  'has-appointment',
  'no-appointment',
  'too-many-changes',
  'too-many-messages',
  'too-many-people',
  'too-late',
] as const

export type RefusalCode = (typeof REFUSALS)[number]

/** Why a time cannot be had, as a person is told. */
export const WHY_NOT: Record<Unavailable, RefusalCode> = {
  closed: 'time-closed',
  'too-far': 'time-closed',
  'too-soon': 'time-past',
  full: 'time-taken',
}
