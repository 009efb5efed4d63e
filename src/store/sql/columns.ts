// Columns that several statements give.

import type { BookingState } from '../../domain/appointment/attendance.ts'
import { word } from './statement.ts'

/** An appointment, as `appointmentOf` reads it. */
export const APPOINTMENT = {
  id: 'text',
  ref: 'text',
  centreId: 'text',
  startsAt: 'text',
  endsAt: 'text',
  state: word<BookingState>(),
  remind: 'boolean',
  changedAt: 'text',
  sequence: 'integer',
} as const
