// The message with an offer, worded in the moment it is sent.

import type { Deps } from '../../deps.ts'
import type { Offer } from '../../domain/appointment/offer.ts'
import { fits } from '../../domain/appointment/waiting-list.ts'
import type { BookableTime } from '../../domain/calendar/bookable.ts'
import { knowing } from '../../domain/dialog/fitting.ts'
import { showOffer, type WhyOffered } from '../../domain/dialog/show/waiting.ts'
import { freeTimes } from '../appointment/free-times.ts'
import type { City } from '../city.ts'
import { factsOf } from '../conversation/step.ts'
import type { Compose } from './outbox.ts'

// More than the message names, at each centre, with what they do not wish.
const MOST_TIMES = 400

/**
 * Says what is held and until when, why it is offered, and what else is free; dropped where it is not
 * held any more.
 */
export const composeOffer: Compose = async (deps, city, message, now) => {
  const offer = message.bookingId ? await deps.store.offers.find(message.bookingId) : null
  if (!offer?.open || offer.heldUntil <= now) return { drop: 'expired' }
  const { id, centre, startsAt, endsAt, seat, heldUntil } = offer
  if (seat === null) return { drop: 'expired' }
  const appointment = await deps.store.appointments.openOf(message.personId)
  const { answers, counsellor } = await deps.store.talks.answersOf(message.personId)
  const facts = { ...factsOf(deps, city, now), appointment, ...knowing({ counsellor }) }
  const { why } = message.payload as { why: 'news' | 'free' }
  const others = await othersFor(deps, city, offer, appointment?.startsAt ?? null, now)
  const held = { id, centre, startsAt, endsAt, seat, until: heldUntil }
  return { screen: showOffer(held, await whyOf(deps, offer, why), others, { answers }, facts) }
}

/** Only what somebody had and gave up has become free. */
async function whyOf(deps: Deps, offer: Offer, why: 'news' | 'free'): Promise<WhyOffered> {
  if (why === 'free') return 'free'
  return (await deps.store.offers.wasLeft(offer.centre, offer.startsAt)) ? 'freed' : 'new'
}

/** What else is free that the person wishes, the soonest first. */
async function othersFor(
  deps: Deps,
  city: City,
  offer: Offer,
  has: number | null,
  now: number,
): Promise<BookableTime[]> {
  const wishes = offer.personId && (await deps.store.waiting.of(offer.personId, now)).waiting
  if (!wishes) return []
  const sought = { now, audience: 'public', most: MOST_TIMES } as const
  const times = await freeTimes(deps, city, city.profile.centres, sought)
  const declined = [{ centre: offer.centre, startsAt: offer.startsAt, at: now }]
  return times
    .filter((time) => fits({ wishes, has, declined }, time))
    .sort((a, b) => a.startsAt - b.startsAt)
}
