// The message about an appointment that staff booked, moved or cancelled.

import { knowing } from '../../domain/dialog/fitting.ts'
import { type StaffChange, showStaffChange } from '../../domain/dialog/show/staff-change.ts'
import { calendarFile } from '../appointment/calendar-file.ts'
import { factsOf } from '../conversation/step.ts'
import type { Compose } from './outbox.ts'

/** Drops where the appointment has changed again since: that change has its own message. */
export const composeStaffChange: Compose = async (deps, city, message, now) => {
  const { what } = message.payload as { what: StaffChange }
  const booking = await deps.store.appointments.find(message.bookingId ?? '')
  if (!booking) return { drop: 'gone' }
  if ((what === 'cancelled') !== (booking.state === 'cancelled')) return { drop: booking.state }
  const screen = showStaffChange(what, booking, {
    ...factsOf(deps, city, now),
    ...knowing(booking),
    hasChat: message.hasChat,
  })
  return { screen, file: calendarFile(deps, city, booking, message) }
}
