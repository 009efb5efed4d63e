// New times for people whose appointment cannot take place, and the message about it.

import type { Deps } from '../../deps.ts'
import { seatAt } from '../../domain/appointment/appointment.ts'
import { type Closing, holdsFor } from '../../domain/appointment/closing.ts'
import { needOf } from '../../domain/appointment/language-fit.ts'
import { awake } from '../../domain/appointment/quiet-hours.ts'
import { interpretedAt } from '../../domain/dialog/fitting.ts'
import { canBeWrittenTo } from '../../domain/people/reach.ts'
import { centreOf } from '../../domain/profile/profile.ts'
import { freeTimes } from '../appointment/free-times.ts'
import type { City } from '../city.ts'
import { enqueue } from '../outbox/outbox.ts'

const MOST_TIMES = 1000

/**
 * Holds three new times for a day for each person whose appointment a closure displaced and who can
 * be written to, and tells them. May run twice.
 * @param why new hours rather than closed ones
 */
export async function offerOthers(
  deps: Deps,
  city: City,
  closing: Omit<Closing, 'reason'>,
  now: number,
  why?: 'changed',
): Promise<void> {
  const centre = centreOf(city.profile, closing.centre)
  const displaced = await deps.store.closures.displaced(closing)
  if (!centre || displaced.length === 0) return
  const writeAt = awake(city.profile.reminders.quietHours, now)
  const sought = { now, audience: 'public', most: MOST_TIMES } as const
  const times = await freeTimes(deps, city, [centre], sought)
  const reachable = displaced.filter(({ reach }) => canBeWrittenTo(reach))
  const people = new Map(reachable.map((one) => [one.id, one.personId]))
  const lead = city.profile.calendar.leadMinutes
  const world = { profile: city.profile, now }
  const seeking = reachable.map(({ id, answers }) => {
    const interpreted = interpretedAt({ answers }, world)
    return { id, need: needOf(answers), interpreted }
  })
  for (const { booking, nth, time, until: heldUntil } of holdsFor(seeking, times, writeAt, lead)) {
    const personId = people.get(booking)
    if (!personId) continue
    const held = { id: deps.newId(), personId, heldFor: `${booking}:${nth}`, heldUntil }
    await deps.store.appointments.offer({ ...seatAt(centre.id, time), ...held }, now)
  }
  for (const [bookingId, personId] of people) {
    if (!personId) continue
    const about = { closure: closing.id, personId, bookingId, ...(why ? { why } : {}) }
    await tellDisplaced(deps, 'closure', about, writeAt)
  }
}

/** Queues the message about a displaced appointment, or one that takes place after all. */
export async function tellDisplaced(
  deps: Deps,
  kind: 'closure' | 'reopened',
  about: { closure: string; personId: string; bookingId: string; why?: 'changed' },
  dueAt: number,
): Promise<void> {
  const { closure, personId, bookingId, why } = about
  const payload = why ? { why } : {}
  const key = `${kind}:${closure}:${bookingId}`
  await enqueue(deps, { key, kind, personId, bookingId, payload, dueAt, rank: 0 })
}
