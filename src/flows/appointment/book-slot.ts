// What a step of the talk asks for, done outside: booked, moved, cancelled, agreed, withdrawn.

import type { Deps } from '../../deps.ts'
import { type Appointment, seatAt } from '../../domain/appointment/appointment.ts'
import type { Need } from '../../domain/appointment/language-fit.ts'
import { lettingGo, makingWay } from '../../domain/appointment/transitions.ts'
import type { Outcome } from '../../domain/dialog/booking.ts'
import type { Intent } from '../../domain/dialog/intent.ts'
import { WHY_NOT } from '../../domain/dialog/refusal.ts'
import { stoppedHours } from '../../domain/people/retention.ts'
import { type City, currentCity } from '../city.ts'
import { offered } from './free-times.ts'

export type Who = { personId: string; intakeId: string; language: string }

/** How a time is taken: by whom, what they need, and whether what they wait for is granted by it. */
type Taking = { by: 'person' | 'offer'; need: Need; grantsWish?: boolean }

type BookIntent = Extract<Intent, { do: 'book' }>
type MoveIntent = Extract<Intent, { do: 'move' }>

/** Books a time for a person. May run twice: the second run finds the first one's booking. */
export async function bookSlot(
  deps: Deps,
  city: City,
  who: Who,
  intent: Omit<BookIntent, 'do'>,
  ref: string,
  { need, ...taking }: Taking,
): Promise<Outcome> {
  const now = deps.clock.now()
  const { centre, startsAt, remind } = intent
  const time = offered(city, centre, startsAt, now, 'public')
  if ('not' in time) return { of: 'refused', code: WHY_NOT[time.not], centre }
  const { personId, intakeId } = who
  const whose = { id: deps.newId(), ref, personId, intakeId, remind, channel: 'telegram' } as const
  const booking = { ...seatAt(centre, time, need), ...whose, ...taking }
  const booked = await deps.store.appointments.book(booking, makingWay(now), now)
  if ('not' in booked) return { of: 'refused', code: booked.not, centre }
  return { of: 'booked', appointment: booked }
}

/** Moves an appointment; the old seat is kept until the new one is held. */
export async function moveBooking(
  deps: Deps,
  city: City,
  { personId }: Pick<Who, 'personId'>,
  intent: Pick<MoveIntent, 'centre' | 'startsAt'>,
  appointment: Appointment,
  { need, ...taking }: Taking,
): Promise<Outcome> {
  const now = deps.clock.now()
  const { centre, startsAt } = intent
  const time = offered(city, centre, startsAt, now, 'public')
  if ('not' in time) return { of: 'refused', code: WHY_NOT[time.not], centre }
  const { id } = appointment
  const taker = { personId, ...taking }
  if (appointment.centre === centre && appointment.startsAt === startsAt)
    return { of: 'moved', appointment }
  const seat = await deps.store.appointments.move(id, seatAt(centre, time, need), taker, now)
  if (seat === null) return { of: 'refused', code: 'time-taken', centre }
  const sequence = appointment.sequence + 1
  const at = { centre, startsAt, endsAt: time.endsAt, seat, interpreter: null }
  const after = { ...at, state: 'booked', changedAt: now, sequence } as const
  return { of: 'moved', appointment: { ...appointment, ...after } }
}

/** Gives an appointment one of these seats of its own time, where one is free. May run twice. */
export async function reseat(
  deps: Deps,
  appointment: Appointment,
  { seats, isWish }: Pick<Extract<Intent, { do: 'reseat' }>, 'seats' | 'isWish'>,
): Promise<Outcome> {
  const now = deps.clock.now()
  const { id, centre } = appointment
  const wanted = seatAt(centre, { ...appointment, seats })
  // Nobody takes another time, so nothing that is held for them ends, and it is no change of theirs.
  const taker = { personId: null, by: 'system' } as const
  const seat = await deps.store.appointments.move(id, wanted, taker, now)
  if (seat === null) return { of: 'reseated', appointment, isWish }
  const sequence = appointment.sequence + 1
  return { of: 'reseated', appointment: { ...appointment, seat, changedAt: now, sequence }, isWish }
}

/** Forgets a person; what they have is cancelled with it, so that the seats are free again. */
export async function erasePerson(deps: Deps, personId: string): Promise<void> {
  const now = deps.clock.now()
  const { profile } = await currentCity(deps)
  const hours = stoppedHours(profile.retention)
  await deps.store.forgetting.person(personId, lettingGo(now), hours, now)
}
