// Columns that several statements give.

import type { Appointment } from '../../domain/appointment/appointment.ts'
import type { BookingState } from '../../domain/appointment/attendance.ts'
import { word, wordOrNull } from './statement.ts'

type Interpreter = NonNullable<Appointment['interpreter']>

/** An appointment, as `appointmentOf` reads it. */
export const APPOINTMENT = {
  id: 'text',
  ref: 'text',
  centreId: 'text',
  startsAt: 'text',
  endsAt: 'text',
  seat: 'integer?',
  state: word<BookingState>(),
  remind: 'boolean',
  changedAt: 'text',
  sequence: 'integer',
  interpreter: wordOrNull<Interpreter>(),
} as const

/**
 * What came of asking for an interpreter for a booking (by its name in the statement) where it is now and in the
 * language its request says: by the order in force, else by the latest.
 */
export const interpreterOf = (booking: string) =>
  `(SELECT NULLIF(n."state", 'cancelled') FROM "InterpreterOrder" n WHERE n."bookingId" = ${booking}."id"
    AND n."centreId" = ${booking}."centreId" AND n."startsAt" = ${booking}."startsAt"
    AND n."language" = (SELECT l."talk" ->> '$.answers.spoken' FROM "Intake" l WHERE l."id" = ${booking}."intakeId")
    ORDER BY n."state" IN ('ordered', 'confirmed') DESC, n."orderedAt" DESC, n."rowid" DESC LIMIT 1) AS "interpreter"`
