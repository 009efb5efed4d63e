// What a step of the talk asks for, done outside: booked, moved, cancelled, agreed, withdrawn.

import type { Deps } from '../../deps.ts'
import type { Outcome } from '../../domain/dialog/booking.ts'
import type { RefusalCode } from '../../domain/dialog/refusal.ts'
import type { Intent } from '../../domain/dialog/talk.ts'
import type { City } from '../city.ts'
import { offered } from './free-times.ts'

export type Who = { personId: string; intakeId: string; language: string }

type BookIntent = Extract<Intent, { do: 'book' }>
type MoveIntent = Extract<Intent, { do: 'move' }>

const WHY: Record<'closed' | 'too-soon' | 'too-far' | 'full', RefusalCode> = {
  closed: 'time-closed',
  'too-far': 'time-closed',
  'too-soon': 'time-past',
  full: 'time-taken',
}

/** Books a time for a person. May run twice: the second run finds the first one's booking. */
export async function bookSlot(
  deps: Deps,
  city: City,
  who: Who,
  intent: Omit<BookIntent, 'do'>,
  ref: string,
  by: 'person' | 'offer' = 'person',
): Promise<Outcome> {
  const now = deps.clock.now()
  const { centre, startsAt, remind } = intent
  const time = offered(city, centre, startsAt, now)
  if ('not' in time) return { of: 'refused', code: WHY[time.not], centre }
  const booking = {
    id: deps.newId(),
    ref,
    personId: who.personId,
    intakeId: who.intakeId,
    centre,
    startsAt,
    endsAt: time.endsAt,
    seats: time.seats,
    remind,
    channel: 'telegram',
    by,
  } as const
  let booked = await deps.store.bookings.book(booking, now)
  // An appointment that is over but that nobody marked stands in the way only until it is closed.
  if ('not' in booked && (await deps.store.bookings.closePast(who.personId, now))) {
    booked = await deps.store.bookings.book(booking, now)
  }
  if ('not' in booked) return { of: 'refused', code: booked.not, centre }
  return { of: 'booked', appointment: booked }
}

/** Moves an appointment; the old seat is kept until the new one is held. */
export async function moveBooking(
  deps: Deps,
  city: City,
  intent: Pick<MoveIntent, 'centre' | 'startsAt'>,
  appointment: { id: string; ref: string; remind: boolean; centre: string; startsAt: number },
  by: 'person' | 'offer' = 'person',
): Promise<Outcome> {
  const now = deps.clock.now()
  const { centre, startsAt } = intent
  const time = offered(city, centre, startsAt, now)
  if ('not' in time) return { of: 'refused', code: WHY[time.not], centre }
  const wanted = { centre, startsAt, endsAt: time.endsAt, seats: time.seats }
  const there = appointment.centre === centre && appointment.startsAt === startsAt
  const moved = there || (await deps.store.bookings.move(appointment.id, wanted, by, now))
  if (!moved) return { of: 'refused', code: 'time-taken', centre }
  const { id, ref, remind } = appointment
  return {
    of: 'moved',
    appointment: { id, ref, remind, centre, startsAt, endsAt: time.endsAt, state: 'booked' },
  }
}

/** Forgets a person: the appointment is cancelled first, so that its seat is free again. */
export async function erasePerson(deps: Deps, personId: string): Promise<void> {
  await deps.store.bookings.cancelAllOf(personId, deps.clock.now())
  await deps.store.people.erase(personId)
}
