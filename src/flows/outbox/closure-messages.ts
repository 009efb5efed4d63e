// The messages about a closed day, worded in the moment they are sent.

import type { MessageStatus } from '../../domain/appointment/messages.ts'
import { knowing } from '../../domain/dialog/fitting.ts'
import { showClosed, showClosedBeside, showReopened } from '../../domain/dialog/show/closure.ts'
import { calendarFile } from '../appointment/calendar-file.ts'
import { factsOf } from '../conversation/step.ts'
import type { Compose } from './outbox.ts'

// On its way it may arrive any moment, and on a page it may be read.
const MAY_BE_TOLD: readonly MessageStatus[] = ['sent', 'sending', 'kept', 'read']

/**
 * An apology with the held times, or with the time the person has taken meanwhile; the calendar file
 * calls the old one off. Dropped where the closed one takes place after all.
 */
export const composeClosure: Compose = async (deps, city, message, now) => {
  const closed = await deps.store.appointments.find(message.bookingId ?? '')
  if (!closed) return { drop: 'gone' }
  if (closed.state !== 'cancelled') return { drop: closed.state }
  const file = calendarFile(deps, city, closed, message)
  const appointment = await deps.store.appointments.openOf(message.personId)
  if (appointment) {
    return { screen: showClosedBeside(closed, appointment, factsOf(deps, city, now)), file }
  }
  const { held } = await deps.store.waiting.of(message.personId, now)
  const { why } = message.payload as { why?: 'changed' }
  return { screen: showClosed(closed, { ...factsOf(deps, city, now), held }, why), file }
}

/** The old time holds after all; dropped where nobody had been told otherwise. */
export const composeReopened: Compose = async (deps, city, message, now) => {
  const appointment = await deps.store.appointments.openOf(message.personId)
  if (appointment?.id !== message.bookingId) return { drop: 'changed' }
  const told = await deps.store.outbox.ofBooking(appointment.id)
  const isTold = told.some(({ kind, status }) => kind === 'closure' && MAY_BE_TOLD.includes(status))
  if (!isTold && !(await deps.store.told.isCorrected(appointment.id))) return { drop: 'untold' }
  const file = calendarFile(deps, city, appointment, message)
  const booking = await deps.store.appointments.find(appointment.id)
  if (!booking) return { drop: 'gone' }
  const facts = { ...factsOf(deps, city, now), ...knowing(booking), hasChat: message.hasChat }
  return { screen: showReopened(booking, facts), file }
}
