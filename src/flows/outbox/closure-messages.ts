// The messages about a closed day, worded in the moment they are sent.

import { showClosed, showReopened } from '../../domain/dialog/show/closure.ts'
import { factsOf } from '../conversation/step.ts'
import type { Compose } from './outbox.ts'

/** An apology with the held times; dropped where the person has a time by now. */
export const composeClosure: Compose = async (deps, city, message, now) => {
  const closed = await deps.store.appointments.find(message.bookingId ?? '')
  if (!closed) return { drop: 'gone' }
  const appointment = await deps.store.appointments.openOf(message.personId)
  if (appointment) return { drop: 'has-appointment' }
  const { held } = await deps.store.waiting.of(message.personId, now)
  const { why } = message.payload as { why?: 'changed' }
  return { screen: showClosed(closed, { ...factsOf(deps, city, now), held }, why) }
}

/** The old time holds after all; dropped where nobody had been told otherwise. */
export const composeReopened: Compose = async (deps, city, message, now) => {
  const appointment = await deps.store.appointments.openOf(message.personId)
  if (appointment?.id !== message.bookingId) return { drop: 'changed' }
  const told = await deps.store.outbox.ofBooking(appointment.id)
  const isTold = told.some(({ kind, status }) => kind === 'closure' && status === 'sent')
  if (!isTold && !(await deps.store.told.isCorrected(appointment.id))) return { drop: 'untold' }
  return { screen: showReopened(appointment, factsOf(deps, city, now)) }
}
