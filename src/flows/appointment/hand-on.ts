// Free seats handed on to those who wait: offered to one person at a time, held, and taken back.

import type { Deps } from '../../deps.ts'
import { seatAt } from '../../domain/appointment/appointment.ts'
import { transition } from '../../domain/appointment/transitions.ts'
import { nextOffers, type Wishes } from '../../domain/appointment/waiting-list.ts'
import type { Outcome } from '../../domain/dialog/booking.ts'
import type { City } from '../city.ts'
import { enqueue } from '../outbox/outbox.ts'
import type { Who } from './book-slot.ts'
import { freeTimes } from './free-times.ts'

const MOST_TIMES = 1000

/**
 * Offers every free seat that somebody waits for. Called whenever a seat may have become free, and
 * by the tick for those that nobody reported: added hours, a day that has come into reach. May run
 * any number of times at once. One statement while nobody waits.
 * @returns how many offers were made
 */
export async function handOn(deps: Deps, city: City): Promise<number> {
  const now = deps.clock.now()
  const waiters = await deps.store.waiting.list(now)
  if (waiters.length === 0) return 0
  const sought = { now, audience: 'public', most: MOST_TIMES } as const
  const times = await freeTimes(deps, city, city.profile.centres, sought)
  const offers = nextOffers(city.profile, times, waiters, now)
  let made = 0
  for (const { waiter, time, writeAt, heldUntil } of offers) {
    const id = deps.newId()
    const { personId, id: heldFor } = waiter
    const offer = { ...seatAt(time.centreId, time), id, personId, heldFor, heldUntil }
    if (!(await deps.store.appointments.offer(offer, now))) continue
    made += 1
    await tellOffer(deps, personId, id, writeAt)
  }
  return made
}

/** The waiting list's part of the tick: unanswered offers end, free seats go to the next person. */
export async function tickWaitlist(deps: Deps, city: City): Promise<void> {
  await deps.store.appointments.endOffers('offer-expired', deps.clock.now())
  await handOn(deps, city)
  // An offer whose message was never queued, because the process ended in between.
  for (const { id, personId, heldUntil } of await deps.store.offers.untold()) {
    if (personId) await tellOffer(deps, personId, id, heldUntil - holdOf(city))
  }
}

/** Begins to wait, or changes the wish. What is free already is offered at once. */
export async function wait(deps: Deps, city: City, who: Who, wishes: Wishes): Promise<void> {
  await deps.store.waiting.wish(deps.newId(), who, wishes, deps.clock.now())
  await handOn(deps, city)
}

/** Stops waiting; what was held goes to the next person. */
export async function stopWaiting(deps: Deps, city: City, personId: string): Promise<Outcome> {
  await deps.store.waiting.stop(personId, deps.clock.now())
  await handOn(deps, city)
  return { of: 'stopped-waiting' }
}

/** Lets an offer go to the next person and goes on waiting. */
export async function declineOffer(
  deps: Deps,
  city: City,
  personId: string,
  offerId: string,
): Promise<Outcome> {
  const offer = await deps.store.offers.find(offerId)
  if (offer?.personId === personId) {
    const now = deps.clock.now()
    const declined = [transition('offered', 'offer-declined', now)]
    await deps.store.appointments.change({ ids: [offerId] }, declined, 'person', now)
    await handOn(deps, city)
  }
  return { of: 'declined' }
}

function tellOffer(deps: Deps, personId: string, id: string, dueAt: number): Promise<boolean> {
  const key = `offer:${id}`
  return enqueue(deps, { key, kind: 'offer', personId, bookingId: id, payload: {}, dueAt, rank: 0 })
}

function holdOf(city: City): number {
  return city.profile.waitingList.holdMinutes * 60_000
}
