// An appointment as it is read from its booking.

import type { Appointment } from '../domain/appointment/appointment.ts'
import { fromText } from './engine/database.ts'

/** The columns of a booking that make an appointment. */
export type AppointmentRow = Omit<Appointment, 'centre' | 'startsAt' | 'endsAt'> & {
  centreId: string
  startsAt: string
  endsAt: string
}

export function appointmentOf(row: AppointmentRow): Appointment {
  const { id, ref, centreId: centre, remind, state } = row
  return {
    id,
    ref,
    centre,
    startsAt: fromText(row.startsAt),
    endsAt: fromText(row.endsAt),
    remind,
    state,
  }
}

/** The columns of a booking `b` beside others; all of them NULL where an outer join finds none. */
export const JOINED_APPOINTMENT = `b."id" AS "bookingId", b."ref" AS "bookingRef",
  b."centreId" AS "bookingCentre", b."startsAt", b."endsAt", b."state", b."remind"`

export type JoinedAppointmentRow = {
  bookingId: string | null
  bookingRef: string | null
  bookingCentre: string | null
  startsAt: string | null
  endsAt: string | null
  state: Appointment['state'] | null
  remind: number | boolean | null
}

/** The appointment of a row; `null` where there is none. */
export function joinedAppointmentOf(row: JoinedAppointmentRow): Appointment | null {
  const { bookingId: id, bookingCentre: centreId, startsAt, endsAt, state } = row
  if (!id || !centreId || !startsAt || !endsAt || !state) return null
  const remind = Boolean(row.remind)
  return appointmentOf({ id, ref: row.bookingRef ?? '', centreId, startsAt, endsAt, state, remind })
}
