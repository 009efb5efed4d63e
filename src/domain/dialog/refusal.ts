// The closed list of reasons a person can be told; each has the locale key `refusal.<code>`.

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
