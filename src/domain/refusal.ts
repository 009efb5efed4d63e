// The closed list of reasons a person can be told; each has the locale key `refusal.<code>`.

export const REFUSALS = [
  'time-taken',
  'time-past',
  'time-closed',
  'has-appointment',
  'no-appointment',
  'too-many-changes',
  'too-many-messages',
  'too-late',
] as const

export type RefusalCode = (typeof REFUSALS)[number]

/** A refusal is a value, never thrown: the person hears why and what they can do instead. */
export type Refused = { refused: RefusalCode }

export function refuse(refused: RefusalCode): Refused {
  return { refused }
}

export function isRefused(value: object): value is Refused {
  return 'refused' in value
}
