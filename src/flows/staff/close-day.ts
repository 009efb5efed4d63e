// Closing hours that are booked already, and opening them again.

import type { Deps } from '../../deps.ts'
import type { Closing } from '../../domain/appointment/closing.ts'
import { type Unreached, unreachedOf } from '../../domain/people/reach.ts'
import { may, reachOf } from '../../domain/people/rights.ts'
import { type Centre, centreOf } from '../../domain/profile/profile.ts'
import { handOn } from '../appointment/hand-on.ts'
import { currentCity } from '../city.ts'
import { type Actor, mayHere, noteDown } from './actor.ts'
import { displace } from './displace.ts'
import { displacedMessage } from './offer-others.ts'

/** An appointment that closing would displace; epoch ms. */
export type Affected = { centre: string; startsAt: number }

/** The centres whose hours the actor may close. */
export async function closableCentres(deps: Deps, actor: Actor): Promise<readonly Centre[]> {
  const { centres } = (await currentCity(deps)).profile
  if (reachOf(actor.role, 'close-day') === 'city') return centres
  return centres.filter(({ id }) => actor.centres.includes(id))
}

/** What is closed from now on at these centres, and how many seats there are to close. */
export async function closuresAhead(
  deps: Deps,
  actor: Actor,
): Promise<{ centres: readonly Centre[]; closures: readonly Closing[]; seats: number }> {
  const { calendar } = (await currentCity(deps)).profile
  const centres = await closableCentres(deps, actor)
  const ids = centres.map(({ id }) => id)
  const closures = await deps.store.closures.upcoming(ids, deps.clock.now())
  const last = centres.flatMap(({ openings }) =>
    openings.map(({ firstSeat = 1, seats = calendar.seats }) => firstSeat + seats - 1),
  )
  return { centres, closures, seats: Math.max(calendar.seats, ...last) }
}

/**
 * Which appointments closing would displace, and how many of these people no message comes to by itself. Changes nothing; `null` where the actor may not close one of these.
 */
export async function affectedBy(
  deps: Deps,
  actor: Actor,
  closings: readonly Closing[],
): Promise<{ appointments: readonly Affected[]; unreached: Unreached } | null> {
  if (!(await mayClose(deps, actor, closings))) return null
  const now = deps.clock.now()
  const under = await deps.store.closures.under(closings, now)
  const affected = closings.flatMap(({ id, centre }) =>
    (under.get(id) ?? []).filter(({ isOpen }) => isOpen).map((one) => ({ ...one, centre })),
  )
  return { appointments: affected, unreached: unreachedOf(affected.map(({ reach }) => reach)) }
}

/**
 * Closes hours of centres or seats. Each person whose appointment falls into them is told and has
 * three new times held for a day; whoever cannot be told, or does not answer, is on the call list.
 * May run twice. False where the actor may not close one of these; then none is closed.
 */
export async function closeDays(
  deps: Deps,
  actor: Actor,
  closings: readonly Closing[],
): Promise<boolean> {
  if (!(await mayClose(deps, actor, closings))) return false
  const { closures } = deps.store
  const now = deps.clock.now()
  if (!(await isOwnForm(deps, actor, closings))) return false
  // All are closed before anybody is offered another time, which might be closed next.
  await noteAll(deps, actor, 'close-day', closings)
  await closures.add(closings, `staff:${actor.id}`, now)
  await displace(deps, await currentCity(deps), closings)
  return true
}

async function noteAll(
  deps: Deps,
  actor: Actor,
  action: 'close-day' | 'reopen-day',
  closings: readonly Closing[],
): Promise<void> {
  const [at, outcome] = [deps.clock.now(), 'done'] as const
  const by = { staffId: actor.id, client: actor.client, action } as const
  await deps.store.staff.audit.addAll(
    closings.map(({ id, centre }) => ({ ...by, at, outcome, subject: id, centreId: centre })),
  )
}

// The id comes with the form: under one that closes other hours, nothing would stand for what is
// cancelled, and those hours could be booked again at once.
async function isOwnForm(deps: Deps, actor: Actor, closings: readonly Closing[]): Promise<boolean> {
  const [{ id = '', centre = null } = {}] = closings
  const [form = ''] = id.split('.')
  const said = ({ id, centre, seat, startsAt, endsAt }: Closing) =>
    JSON.stringify([id, centre, seat, startsAt, endsAt])
  const wanted = new Set(closings.map(said))
  const standing = await deps.store.closures.find(form)
  if (standing.every((one) => wanted.has(said(one)))) return true
  await noteDown(deps, actor, 'close-day', { subject: form, centre, refused: true })
  return false
}

async function mayClose(deps: Deps, actor: Actor, closings: readonly Closing[]): Promise<boolean> {
  const first = new Map(closings.map((closing) => [closing.centre, closing.id]))
  const { centres } = (await currentCity(deps)).profile
  for (const [centre, id] of first) {
    if (!centres.some((one) => one.id === centre)) {
      await noteDown(deps, actor, 'close-day', { subject: id, centre, refused: true })
      return false
    }
    if (!(await mayHere(deps, actor, 'close-day', id, { centre }))) return false
  }
  return closings.length > 0
}

/**
 * What opening again would open, and how many people have their appointment back and are told. Changes nothing;
 * `null` where there is none the actor may open.
 */
export async function reopening(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<{
  closings: readonly Closing[]
  nameOf: (centre: string) => string
  told: number
} | null> {
  const closings = await toReopen(deps, actor, id)
  if (!closings) return null
  const { profile } = await currentCity(deps)
  const found = await deps.store.closures.displaced(closings)
  const told = new Set(found.flatMap(({ personId }) => personId ?? [])).size
  return { closings, nameOf: (centre) => centreOf(profile, centre)?.name ?? centre, told }
}

/**
 * Opens closed hours again: one closure, or all that one form made. Who has not taken another time
 * yet has the old one back and is told. False where there is none the actor may open.
 */
export async function reopenDays(deps: Deps, actor: Actor, id: string): Promise<boolean> {
  const own = await toReopen(deps, actor, id)
  if (!own) return false
  const { closures, appointments } = deps.store
  const now = deps.clock.now()
  const displaced = await closures.displaced(own)
  // Whoever does not have it back after all is told nothing: the message looks before it leaves.
  const told = displaced.flatMap(({ id: bookingId, personId, closure }) =>
    personId ? [displacedMessage('reopened', { closure, personId, bookingId }, now)] : [],
  )
  const [ids, bookings] = [own.map((one) => one.id), displaced.map((one) => one.id)]
  await noteAll(deps, actor, 'reopen-day', own)
  await appointments.reopen(ids, bookings, `staff:${actor.id}`, now, told)
  await handOn(deps, await currentCity(deps))
  return true
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
