// Free seats handed on to those who wait: offered to one person at a time, held, and taken back.

import type { Deps } from '../../deps.ts'
import { seatAt } from '../../domain/appointment/appointment.ts'
import { needOf } from '../../domain/appointment/language-fit.ts'
import { transition } from '../../domain/appointment/transitions.ts'
import {
  fits,
  knownOf,
  knownStill,
  knownWithoutOwn,
  nextOffers,
  type OfferMade,
  type Waiter,
} from '../../domain/appointment/waiting-list.ts'
import { unmet, type Wishes } from '../../domain/appointment/wishes.ts'
import type { BookableTime } from '../../domain/calendar/bookable.ts'
import type { Outcome } from '../../domain/dialog/booking.ts'
import { type Asking, languageAt } from '../../domain/dialog/fitting.ts'
import type { City } from '../city.ts'
import { enqueue } from '../outbox/outbox.ts'
import type { TickReads } from '../outbox/tick-reads.ts'
import { hasSpare } from '../query-budget.ts'
import type { Who } from './book-slot.ts'
import { freeTimes } from './free-times.ts'

const MOST_TIMES = 1000
// With what is left to send messages with.
const QUERIES_OF_AN_OFFER = 400

/**
 * Offers every seat that has become free and somebody waits for. Called whenever one may have, and by
 * the tick for those that nobody reported: added hours, a day that has come into reach. May run any
 * number of times at once. One statement while nobody waits.
 * @returns how many offers were made
 */
export async function handOn(deps: Deps, city: City): Promise<number> {
  const now = deps.clock.now()
  const listed = await deps.store.waiting.list(now)
  if (listed.length === 0) return 0
  const sought = { now, audience: 'public', most: MOST_TIMES } as const
  const times = await freeTimes(deps, city, city.profile.centres, sought)
  const waiters: Waiter[] = []
  for (const { answers, takenBy, ...one } of listed) {
    const asked = languageAt({ answers }, { profile: city.profile, now })
    const waiter = { ...one, need: needOf(answers, takenBy), languageAt: asked }
    waiters.push(await withoutLost(deps, waiter, times, now))
  }
  const offers = nextOffers(city.profile, times, waiters, now)
  let made = 0
  for (const { waiter, time, why, known, writeAt, heldUntil } of offers) {
    // The others are offered theirs by the next minute.
    if (!hasSpare(deps, QUERIES_OF_AN_OFFER)) return made
    const id = deps.newId()
    const { personId, id: heldFor } = waiter
    const offer = { ...seatAt(time.centreId, time), id, personId, heldFor, heldUntil }
    if (!(await deps.store.appointments.offer(offer, now))) continue
    made += 1
    await deps.store.waiting.know(waiter, known)
    await tellOffer(deps, personId, id, writeAt, why)
  }
  for (const waiter of waiters) {
    const known = knownStill(waiter, times, now)
    if (known === waiter.wishes.known || offers.some((offer) => offer.waiter === waiter)) continue
    if (!hasSpare(deps, QUERIES_OF_AN_OFFER)) return made
    await deps.store.waiting.know(waiter, known)
  }
  return made
}

/** A waiter who may have lost the appointment that they waited to be earlier than. */
async function withoutLost(
  deps: Deps,
  waiter: Waiter,
  times: readonly BookableTime[],
  now: number,
): Promise<Waiter> {
  const known = knownWithoutOwn(waiter, times, now)
  const { known: before, ...wished } = waiter.wishes
  if (known === before) return waiter
  if (hasSpare(deps, QUERIES_OF_AN_OFFER)) await deps.store.waiting.know(waiter, known)
  return { ...waiter, wishes: known ? { ...wished, known } : wished }
}

/** The waiting list's part of the tick: unanswered offers end, free seats go to the next person. */
export async function tickWaitlist(deps: Deps, city: City, { due }: TickReads): Promise<void> {
  if (due.offersOver) await deps.store.appointments.endOffers('offer-expired', deps.clock.now())
  if (due.waiters) await handOn(deps, city)
  if (!due.untold) return
  // An offer whose message was never queued, because the process ended in between.
  for (const { id, personId, heldUntil } of await deps.store.offers.untold()) {
    if (!hasSpare(deps, QUERIES_OF_AN_OFFER)) return
    // Whether it was news is not known any more: it is said to be free, which is so.
    if (personId) await tellOffer(deps, personId, id, heldUntil - holdOf(city), 'free')
  }
}

/**
 * Begins to wait, or changes the wish. Nobody waits for what is free: where something that is wished is
 * free already, or never there, that is shown first.
 * @param asking what they answered, and the start of the appointment they have
 */
export async function wait(
  deps: Deps,
  city: City,
  who: Who,
  asking: Asking & { has: number | null },
  { wishes, still }: { wishes: Wishes; still?: true },
): Promise<Outcome> {
  const now = deps.clock.now()
  const sought = { now, audience: 'public', most: MOST_TIMES } as const
  const times = await freeTimes(deps, city, city.profile.centres, sought)
  const { has } = asking
  const asked = languageAt(asking, { profile: city.profile, now })
  const seeker = { wishes, has, declined: [], languageAt: asked }
  const isMet = times.some((time) => fits(seeker, time))
  if (!still && (isMet || unmet(wishes, city.profile, now, asked))) return { of: 'fitting', wishes }
  const known = knownOf(seeker, times, now)
  const wish = known ? { ...wishes, known } : wishes
  await deps.store.waiting.wish(deps.newId(), who, wish, now)
  return { of: 'waiting' }
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

function tellOffer(
  deps: Deps,
  personId: string,
  bookingId: string,
  dueAt: number,
  why: OfferMade['why'],
): Promise<boolean> {
  const about = { key: `offer:${bookingId}`, kind: 'offer', personId, bookingId }
  return enqueue(deps, { ...about, payload: { why }, dueAt, rank: 0 })
}

function holdOf(city: City): number {
  return city.profile.waitingList.holdMinutes * 60_000
}
