// Opening closed hours again: who has their appointment back, and who does not.

import type { Deps } from '../../deps.ts'
import type { Closing, Displaced } from '../../domain/appointment/closing.ts'
import { type Closure, closuresOf } from '../../domain/calendar/closures.ts'
import { fitOfSeat } from '../../domain/dialog/fitting.ts'
import { may } from '../../domain/people/rights.ts'
import { bookingsOutside } from '../../domain/profile/outside.ts'
import { centreOf } from '../../domain/profile/profile.ts'
import { handOn } from '../appointment/hand-on.ts'
import { currentCity } from '../city.ts'
import { factsOf } from '../conversation/step.ts'
import { type Actor, noteDown } from './actor.ts'
import { noteAll } from './close-day.ts'
import { displacedMessage } from './offer-others.ts'

/** How many have their appointment back and are told, and how many are left without one. */
export type Reopened = { back: number; stay: number }

/**
 * What opening again would open, and for whom. Changes nothing; `null` where there is none the actor may open.
 * `apart`: to how many nobody at their old time speaks their language by now.
 */
export async function reopening(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<
  | ({ closings: readonly Closing[]; nameOf: (centre: string) => string; apart: number } & Reopened)
  | null
> {
  const closings = await toReopen(deps, actor, id)
  if (!closings) return null
  const city = await currentCity(deps)
  const { profile } = city
  const { back, stay, seats } = await returning(deps, closings)
  const world = factsOf(deps, city, deps.clock.now())
  const fits = await Promise.all(
    back.map(async ({ id }) => {
      const booking = await deps.store.appointments.find(id)
      const seat = seats.get(id)?.seat ?? null
      return booking && fitOfSeat({ ...booking, seat }, booking, world).language
    }),
  )
  const apart = fits.filter((fit) => fit === 'nobody' || fit === 'interpreter').length
  const people = new Set(back.flatMap(({ personId }) => personId ?? []))
  const nameOf = (centre: string) => centreOf(profile, centre)?.name ?? centre
  return { closings, nameOf, back: people.size, stay: stay.length, apart }
}

/**
 * Opens closed hours again: one closure, or all that one form made. Who has not taken another time
 * yet has the old one back and is told, where nothing else is closed and the hours of now still hold it; with the
 * others everything stays as it is. `null` where there is none the actor may open.
 */
export async function reopenDays(deps: Deps, actor: Actor, id: string): Promise<Reopened | null> {
  const own = await toReopen(deps, actor, id)
  if (!own) return null
  const now = deps.clock.now()
  const { back, stay } = await returning(deps, own)
  // Whoever does not have it back after all is told nothing: the message looks before it leaves.
  const told = back.flatMap(({ id: bookingId, personId, closure }) =>
    personId ? [displacedMessage('reopened', { closure, personId, bookingId }, now)] : [],
  )
  const left = [...Map.groupBy(stay, ({ under }) => under?.id)].flatMap(([closure, all]) =>
    closure === undefined ? [] : [{ closure, ids: all.map((one) => one.id) }],
  )
  const [ids, bookings] = [own.map((one) => one.id), back.map((one) => one.id)]
  await noteAll(deps, actor, 'reopen-day', own)
  const { appointments } = deps.store
  const by = `staff:${actor.id}` as const
  const given = await appointments.reopen(ids, bookings, by, now, { told, left })
  await handOn(deps, await currentCity(deps))
  return { back: given, stay: stay.length + back.length - given }
}

/** What displaced an appointment from now on: another closure of staff, else the hours or the city's closed days. */
type Stays = Displaced & { under: Closing | null }

/** The seat that each of them had last, by id. */
type Seats = Awaited<ReturnType<Deps['store']['closures']['lastSeats']>>

/** Of those whose people have no other time yet and that are still to come: which can take place again. */
async function returning(
  deps: Deps,
  own: readonly Closing[],
): Promise<{ back: Displaced[]; stay: Stays[]; seats: Seats }> {
  const { closures } = deps.store
  const now = deps.clock.now()
  const displaced = (await closures.displaced(own)).filter(({ startsAt }) => startsAt > now)
  const { profile } = await currentCity(deps)
  const ids = new Set(own.map(({ id }) => id))
  const others = (
    await closures.upcoming([...new Set(own.map(({ centre }) => centre))], now)
  ).filter(({ id }) => !ids.has(id))
  const left: Closure[] = [
    ...(profile.closedDays ?? []).flatMap(closuresOf),
    ...others.map(({ centre: centreId, ...one }) => ({ ...one, centreId })),
  ]
  const seats = await closures.lastSeats(displaced.map(({ id }) => id))
  const bookings = displaced.flatMap(({ id, startsAt, endsAt }) => {
    const seat = seats.get(id)
    return seat ? [{ id, ref: '', startsAt, endsAt, ...seat }] : []
  })
  const outside = new Set(bookingsOutside(profile, left, bookings).map(({ booking }) => booking.id))
  const isUnder = (one: Displaced, closing: Closing) => {
    const last = seats.get(one.id)
    const isThere = closing.centre === last?.centre && (closing.seat ?? last.seat) === last.seat
    return isThere && closing.startsAt < one.endsAt && closing.endsAt > one.startsAt
  }
  const stay = displaced.filter(({ id }) => outside.has(id))
  return {
    seats,
    back: displaced.filter(({ id }) => !outside.has(id)),
    stay: stay.map((one) => ({ ...one, under: others.find((it) => isUnder(one, it)) ?? null })),
  }
}

/** The closures under an id that the actor may open; that there is none is noted. */
async function toReopen(deps: Deps, actor: Actor, id: string): Promise<Closing[] | null> {
  const found = await deps.store.closures.find(id)
  const own = found.filter(({ centre }) => may(actor, 'close-day', { centre }))
  if (own.length > 0) return own
  const centre = found[0]?.centre ?? null
  await noteDown(deps, actor, 'reopen-day', { subject: id, centre, refused: true })
  return null
}
