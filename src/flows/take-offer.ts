// Taking an offered seat: an ordinary booking or move to a time that is held for this person.

import type { Deps } from '../deps.ts'
import type { Outcome } from '../domain/dialog/booking.ts'
import type { Appointment, Talk } from '../domain/dialog/talk.ts'
import { bookSlot, moveBooking, type Who } from './book-slot.ts'
import type { City } from './city.ts'
import { handOn } from './hand-on.ts'

/**
 * Takes what an offer was about, also a moment after it ended where nobody else has it by then. An
 * open appointment moves there; moves that were offered do not count as the person's own changes.
 */
export async function takeOffer(
  deps: Deps,
  city: City,
  who: Who,
  offerId: string,
  has: { appointment: Appointment | null; talk: Talk; newCode: (centre: string) => string },
): Promise<Outcome> {
  const offer = await deps.store.offers.find(offerId)
  if (offer?.personId !== who.personId) return { of: 'refused', code: 'time-taken' }
  const { centre, startsAt } = offer
  const { appointment } = has
  const open = appointment?.state === 'booked' && appointment.endsAt > deps.clock.now()
  // Pressed twice: it is theirs already.
  if (open && appointment.centre === centre && appointment.startsAt === startsAt) {
    return { of: 'booked', appointment }
  }
  const remind = has.talk.agreed.reminders
  const outcome = open
    ? await moveBooking(deps, city, { centre, startsAt }, appointment, 'offer')
    : await bookSlot(deps, city, who, { centre, startsAt, remind }, has.newCode(centre), 'offer')
  if (outcome.of === 'refused') return outcome
  await deps.store.waiting.finish(who.personId, deps.clock.now())
  // A move leaves the old seat free.
  if (open) await handOn(deps, city)
  return outcome
}
