// Taking an offered seat: an ordinary booking or move to a time that is held for this person.

import type { Deps } from '../../deps.ts'
import { type Appointment, isOpen } from '../../domain/appointment/appointment.ts'
import { type Change, mayBook, mayMove } from '../../domain/appointment/booking.ts'
import type { Need } from '../../domain/appointment/language-fit.ts'
import type { Outcome } from '../../domain/dialog/booking.ts'
import type { Talk } from '../../domain/dialog/talk.ts'
import type { City } from '../city.ts'
import { bookSlot, moveBooking, type Who } from './book-slot.ts'
import { handOn } from './hand-on.ts'

/**
 * Takes what an offer was about, also a moment after it ended where nobody else has it by then. An
 * open appointment moves there; moves that were offered do not count as the person's own changes. An
 * offer that has ended is a time like any other: what the person may change in a week holds for it.
 */
export async function takeOffer(
  deps: Deps,
  city: City,
  who: Who,
  offerId: string,
  has: {
    appointment: Appointment | null
    changes: readonly Change[]
    talk: Talk
    need: Need
    newCode: () => string
  },
): Promise<Outcome> {
  const offer = await deps.store.offers.find(offerId)
  if (offer?.personId !== who.personId) return { of: 'refused', code: 'time-taken' }
  const { centre, startsAt } = offer
  const { appointment } = has
  const open = appointment !== null && isOpen(appointment, deps.clock.now())
  // Pressed twice: it is theirs already.
  if (open && appointment.centre === centre && appointment.startsAt === startsAt) {
    return { of: 'booked', appointment }
  }
  if (!offer.open) {
    const may = open ? mayMove : mayBook
    const code = may(city.profile.limits, has.changes, deps.clock.now())
    if (code) return { of: 'refused', code }
  }
  const { talk, need } = has
  const taking = { by: offer.open ? 'offer' : 'person', grantsWish: true, need } as const
  const remind = talk.agreed.reminders
  const outcome = open
    ? await moveBooking(deps, city, who, { centre, startsAt }, appointment, taking)
    : await bookSlot(deps, city, who, { centre, startsAt, remind }, has.newCode(), taking)
  // A move leaves the old seat free.
  if (open && outcome.of !== 'refused') await handOn(deps, city)
  return outcome
}
