// One tap on the day page: attended, missed, or somebody who came without an appointment.

import type { Deps } from '../../deps.ts'
import type { AppointmentNow } from '../../domain/appointment/appointment.ts'
import {
  markableFrom,
  mayMark,
  mayTakeBack,
  type Outcome,
} from '../../domain/appointment/attendance.ts'
import { transition } from '../../domain/appointment/transitions.ts'
import { dateOf } from '../../domain/calendar/wall-clock.ts'
import { countedHour } from '../../domain/figures/counted-hour.ts'
import type { AuditAction } from '../../domain/people/audit.ts'
import { CHANGES } from '../../domain/people/news.ts'
import { type Actor, mayHere, noteDown } from './actor.ts'

/**
 * Whoever marks somebody as arrived has them before them: where nobody has their request, or nobody of the
 * actor's carrier that it came to, it is the actor's from then on, by the same tap.
 * @param isSure asked already whether somebody is there before it begins
 * @returns from when on it can be said, or that it is to be asked about since it begins later (epoch ms); else whether it
 * was done, and the id of a request that was taken over with it; twice the same tap is done once and still true
 */
export async function markBooking(
  deps: Deps,
  actor: Actor,
  id: string,
  to: Outcome,
  isSure: boolean,
): Promise<
  'done' | 'not-now' | 'unknown' | { taken: string } | { from: number } | { begins: number }
> {
  const booking = await bookingHere(deps, actor, id)
  if (!booking) return 'unknown'
  if (booking.state === to) return 'done'
  const now = deps.clock.now()
  const { startsAt } = booking
  if (booking.state !== 'cancelled' && now < markableFrom(to, startsAt)) {
    return { from: markableFrom(to, startsAt) }
  }
  if (!mayMark(booking.state, to, { startsAt, now })) return 'not-now'
  if (now < startsAt && !isSure) return { begins: startsAt }
  const taken = to === 'attended' && (await takeArrived(deps, actor, booking, now))
  const marked = [transition(booking.state, to, now)]
  const by = `staff:${actor.id}` as const
  if (!(await deps.store.appointments.change({ ids: [id] }, marked, by, now))) return 'not-now'
  await noteDown(deps, actor, `mark-${to}`, { subject: id, centre: booking.centre })
  return taken ? { taken } : 'done'
}

/**
 * Takes back what was said of an appointment, on the day on which it was said: it is to come again, or over with
 * nothing noted. A request that the same press took over is given back, unless something has been done about it since.
 * May run twice.
 */
export async function takeBackMark(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<'done' | 'not-now' | 'unknown'> {
  const booking = await bookingHere(deps, actor, id)
  if (!booking) return 'unknown'
  const now = deps.clock.now()
  const { state, endsAt, hasOther } = booking
  if (state === 'booked' || state === 'unmarked') return 'done'
  if (!mayTakeBack(booking, now)) return 'not-now'
  const isOver = endsAt <= now
  // They have taken another time since: of two that are to come, one would be nobody's.
  if (!isOver && hasOther) return 'not-now'
  // Before its record changes with the appointment: by that it is known to be as the press left it.
  if (state === 'attended') await giveBackArrived(deps, actor, booking)
  const back = [transition(state, isOver ? 'unmarked' : 'booked', now)]
  const by = `staff:${actor.id}` as const
  if (!(await deps.store.appointments.change({ ids: [id] }, back, by, now))) return 'not-now'
  await noteDown(deps, actor, 'mark-back', { subject: id, centre: booking.centre })
  return 'done'
}

// What a press leaves behind by itself.
const BY_THE_PRESS: readonly AuditAction[] = ['take-over', 'mark-attended', 'mark-back']

async function giveBackArrived(
  deps: Deps,
  actor: Actor,
  { id, centre, changedAt: at }: AppointmentNow,
): Promise<void> {
  const { care, changes } = deps.store.staff
  const request = await changes.requestOf(id)
  if (request === null || actor.body === null) return
  // Of what was written since, the next carrier would read.
  const acts = CHANGES.filter((act) => !BY_THE_PRESS.includes(act))
  const since = await changes.since(request, at, acts)
  if (since.some(({ action }) => action !== null)) return
  const now = deps.clock.now()
  if (!(await care.giveBackArrived(request, actor.body, { at, now }))) return
  await noteDown(deps, actor, 'status-new', { subject: request, centre })
}

/** An appointment that the actor may change; what they may not is as one that is not there. */
async function bookingHere(deps: Deps, actor: Actor, id: string): Promise<AppointmentNow | null> {
  const booking = await deps.store.appointments.find(id)
  if (!booking || !(await mayHere(deps, actor, 'change-booking', id, booking))) return null
  return booking
}

async function takeArrived(
  deps: Deps,
  actor: Actor,
  { id, centre, body }: AppointmentNow,
  now: number,
): Promise<string | null> {
  if (actor.body === null || (body !== null && body !== actor.body)) return null
  const to = { takenBy: actor.id, body: actor.body }
  const taken = await deps.store.staff.care.takeArrived(id, to, now)
  if (taken) await noteDown(deps, actor, 'take-over', { subject: taken, centre })
  return taken
}

/** `id` was drawn when the page was shown, so that a double tap counts once. */
export async function serveWalkIn(
  deps: Deps,
  actor: Actor,
  id: string,
  centre: string,
): Promise<boolean> {
  if (!(await mayHere(deps, actor, 'change-booking', id, { centre }))) return false
  const now = deps.clock.now()
  const came = { id, centre, counted: countedHour(now) }
  await deps.store.appointments.walkIn(came, `staff:${actor.id}`, now)
  await noteDown(deps, actor, 'walk-in', { subject: id, centre })
  return true
}

/** Takes back that somebody without an appointment was counted, on the same day. May run twice. */
export async function takeBackWalkIn(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<'done' | 'not-now' | 'unknown'> {
  const booking = await bookingHere(deps, actor, id)
  if (!booking) return 'unknown'
  const now = deps.clock.now()
  if (dateOf(booking.startsAt) !== dateOf(now)) return 'not-now'
  const isDone = await deps.store.appointments.takeBackWalkIn(id, `staff:${actor.id}`, now)
  if (!isDone) return booking.state === 'attended' ? 'not-now' : 'done'
  await noteDown(deps, actor, 'walk-in-back', { subject: id, centre: booking.centre })
  return 'done'
}
