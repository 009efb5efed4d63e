// An appointment as it is read from its booking.

import type { Appointment } from '../domain/appointment/appointment.ts'
import { fromText } from './engine/database.ts'

/** The columns of a booking that make an appointment. */
export type AppointmentRow = Omit<Appointment, 'centre' | 'startsAt' | 'endsAt' | 'changedAt'> & {
  centreId: string
  startsAt: string
  endsAt: string
  changedAt: string
}

export function appointmentOf(row: AppointmentRow): Appointment {
  const { id, ref, centreId: centre, seat, remind, state, sequence, interpreter } = row
  return {
    id,
    ref,
    centre,
    startsAt: fromText(row.startsAt),
    endsAt: fromText(row.endsAt),
    seat,
    remind,
    state,
    changedAt: fromText(row.changedAt),
    sequence,
    interpreter,
  }
}
