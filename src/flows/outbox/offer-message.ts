// The message with an offer, worded in the moment it is sent.

import { showOffer } from '../../domain/dialog/show/waiting.ts'
import { factsOf } from '../conversation/step.ts'
import type { Compose } from './outbox.ts'

/** Says what is held and until when; dropped where it is not held any more. */
export const composeOffer: Compose = async (deps, city, message, now) => {
  const offer = message.bookingId ? await deps.store.offers.find(message.bookingId) : null
  if (!offer?.open || offer.heldUntil <= now) return { drop: 'expired' }
  const { id, centre, startsAt, heldUntil } = offer
  const appointment = await deps.store.appointments.openOf(message.personId)
  const facts = { ...factsOf(deps, city, now), appointment }
  return { screen: showOffer({ id, centre, startsAt, until: heldUntil }, facts) }
}
