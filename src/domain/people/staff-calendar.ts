// A private address by which somebody's calendar program fetches their appointments, or those of a centre. Instants
// are epoch milliseconds.

import type { ShownBooking } from './wall.ts'

/** full: time, code and language · busy: times alone. */
export const DETAILS = ['full', 'busy'] as const
export type Detail = (typeof DETAILS)[number]

export type StaffCalendar = {
  id: string
  /** `null`: the owner's own appointments. */
  centre: string | null
  detail: Detail
  createdAt: number
  /** To the hour. */
  fetchedAt: number | null
}

export type NewCalendar = Pick<StaffCalendar, 'id' | 'centre' | 'detail'> & {
  staffId: string
  hash: string
}

/** With whose it is, and what they may at this moment. */
export type FoundCalendar = StaffCalendar & {
  owner: { id: string; role: string; centres: readonly string[]; body: string | null }
}

/** Days from today on, and before it, that a calendar has. */
export const DAYS_AHEAD = 56
export const DAYS_BACK = 14

/**
 * Whether an appointment is somebody's own: they have taken its request over, or nobody has and they are entered as who
 * counsels at its seat.
 */
export function isOwnAppointment(
  { shown, intake }: ShownBooking,
  staffId: string,
  counsellorThere: string | undefined,
): boolean {
  if (shown === 'seat') return false
  if (intake?.counsellor?.hasTaken) return intake.counsellor.id === staffId
  return counsellorThere === staffId
}
