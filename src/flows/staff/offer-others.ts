// New times for people whose appointment cannot take place, and the message about it.

import type { Deps } from '../../deps.ts'
import { seatAt } from '../../domain/appointment/appointment.ts'
import { type Closing, type Displaced, holdsFor } from '../../domain/appointment/closing.ts'
import { needOf } from '../../domain/appointment/language-fit.ts'
import type { NewMessage } from '../../domain/appointment/messages.ts'
import { awake } from '../../domain/appointment/quiet-hours.ts'
import { interpretedAt } from '../../domain/dialog/fitting.ts'
import { canBeWrittenTo } from '../../domain/people/reach.ts'
import { centreOf } from '../../domain/profile/profile.ts'
import { freeTimes } from '../appointment/free-times.ts'
import type { City } from '../city.ts'
import { hasSpare } from '../query-budget.ts'

const MOST_TIMES = 1000

/** What people are told whose appointment does not take place; those no message can be written to are called. */
export function closureMessages(
  city: City,
  displaced: readonly Pick<Displaced, 'id' | 'personId' | 'reach'>[],
  closure: string,
  now: number,
  why?: 'changed',
): NewMessage[] {
  const dueAt = awake(city.profile.reminders.quietHours, now)
  return displaced.flatMap(({ id: bookingId, personId, reach }) =>
    personId && canBeWrittenTo(reach)
      ? [displacedMessage('closure', { closure, personId, bookingId, why }, dueAt)]
      : [],
  )
}

// Times that are held are a service, and whoever is told without finds others; what comes after must be possible.
const KEPT = 40

/**
 * Holds three new times for a day for each person whose appointment closures of one centre displaced and who can be
 * written to, as far as the queries of this event go, the earliest appointments first; and tells whoever is not told
 * yet. May run twice.
 * @param why new hours rather than closed ones
 */
export async function offerOthers(
  deps: Deps,
  city: City,
  closings: readonly Omit<Closing, 'reason'>[],
  now: number,
  why?: 'changed',
): Promise<void> {
  const centre = centreOf(city.profile, closings[0]?.centre ?? '')
  const displaced = await deps.store.closures.displaced(closings)
  if (!centre || displaced.length === 0) return
  const messages = displaced.flatMap((one) => closureMessages(city, [one], one.closure, now, why))
  if (messages.length > 0) await deps.store.outbox.queue(messages, now)
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
    if (!hasSpare(deps, KEPT)) return
    const personId = people.get(booking)
    if (!personId) continue
    const offer = { id: deps.newId(), personId, heldFor: `${booking}:${nth}`, heldUntil }
    await deps.store.appointments.offer({ ...seatAt(centre.id, time), ...offer }, now)
  }
}

type About = { closure: string; personId: string; bookingId: string; why?: 'changed' | undefined }

/** The message about a displaced appointment, or one that takes place after all. */
export function displacedMessage(
  kind: 'closure' | 'reopened',
  { closure, personId, bookingId, why }: About,
  dueAt: number,
): NewMessage {
  const key = `${kind}:${closure}:${bookingId}`
  return { key, kind, personId, bookingId, payload: why ? { why } : {}, dueAt, rank: 0 }
}
