// One tap on the day page: attended, missed, or somebody who came without an appointment.

import type { Deps } from '../../deps.ts'
import { mayMark, type Outcome } from '../../domain/appointment/attendance.ts'
import { type Caller, mayHere, noteDown } from './caller.ts'

/** @returns whether it was done; twice the same tap is done once and still true */
export async function markBooking(
  deps: Deps,
  caller: Caller,
  id: string,
  to: Outcome,
): Promise<'done' | 'not-now' | 'unknown'> {
  const { day } = deps.store.staff
  const booking = await day.place(id)
  if (!booking) return 'unknown'
  if (!(await mayHere(deps, caller, 'change-booking', id, booking))) return 'unknown'
  if (booking.state === to) return 'done'
  const now = deps.clock.now()
  if (!mayMark(booking.state, to, { startsAt: booking.startsAt, now })) return 'not-now'
  if (!(await day.mark(id, booking.state, to, caller.id, now))) return 'not-now'
  await noteDown(deps, caller, `mark-${to}`, { subject: id, centre: booking.centre })
  return 'done'
}

/** `id` was drawn when the page was shown, so that a double tap counts once. */
export async function serveWalkIn(
  deps: Deps,
  caller: Caller,
  id: string,
  centre: string,
): Promise<boolean> {
  if (!(await mayHere(deps, caller, 'change-booking', id, { centre }))) return false
  await deps.store.staff.day.walkIn(id, centre, caller.id, deps.clock.now())
  await noteDown(deps, caller, 'walk-in', { subject: id, centre })
  return true
}
