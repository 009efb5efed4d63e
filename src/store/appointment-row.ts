// An appointment as it is read from its booking.

import type { Appointment } from '../domain/dialog/talk.ts'
import { fromText } from './engine/database.ts'

/** The columns of a booking `b`; all of them NULL where an outer join finds none. */
export const APPOINTMENT = `b."id" AS "bookingId", b."ref" AS "bookingRef",
  b."centreId" AS "bookingCentre", b."startsAt", b."endsAt", b."state", b."remind"`

export type AppointmentRow = {
  bookingId: string | null
  bookingRef: string | null
  bookingCentre: string | null
  startsAt: string | null
  endsAt: string | null
  state: Appointment['state'] | null
  remind: number | boolean | null
}

/** The appointment of a row; `null` where there is none. */
export function appointmentOf(row: AppointmentRow | undefined): Appointment | null {
  if (!row) return null
  const { bookingId: id, bookingCentre: centre, startsAt, endsAt, state } = row
  if (!id || !centre || !startsAt || !endsAt || !state) return null
  return {
    id,
    centre,
    startsAt: fromText(startsAt),
    endsAt: fromText(endsAt),
    ref: row.bookingRef ?? '',
    remind: Boolean(row.remind),
    state,
  }
}
