// Closing hours that are booked already.

import type { Deps } from '../../deps.ts'
import { type Closing, fromNowOn } from '../../domain/appointment/closing.ts'
import { isClosedBy } from '../../domain/calendar/closures.ts'
import { customDaysOffered } from '../../domain/calendar/custom-days.ts'
import { atWall, dateOf } from '../../domain/calendar/wall-clock.ts'
import { type Unreached, unreachedOf } from '../../domain/people/reach.ts'
import { reachOf } from '../../domain/people/rights.ts'
import { type Centre, calendarOf } from '../../domain/profile/profile.ts'
import { currentCity } from '../city.ts'
import { type Actor, mayHere, noteDown } from './actor.ts'
import { displace } from './displace.ts'

/** An appointment that closing would displace; epoch ms. */
export type Affected = { centre: string; startsAt: number }

/** The centres whose hours the actor may close. */
export async function closableCentres(deps: Deps, actor: Actor): Promise<readonly Centre[]> {
  const { centres } = (await currentCity(deps)).profile
  if (reachOf(actor.role, 'close-day') === 'city') return centres
  return centres.filter(({ id }) => actor.centres.includes(id))
}

/**
 * What is closed from now on at these centres, how many seats there are to close, and on which days they offer times on
 * which hardly anybody works (epoch ms).
 */
export async function closuresAhead(
  deps: Deps,
  actor: Actor,
): Promise<{
  centres: readonly Centre[]
  closures: readonly Closing[]
  seats: number
  custom: readonly number[]
}> {
  const { profile, closures: closed } = await currentCity(deps)
  const { calendar } = profile
  const centres = await closableCentres(deps, actor)
  const ids = centres.map(({ id }) => id)
  const now = deps.clock.now()
  const closures = await deps.store.closures.upcoming(ids, now)
  const calendars = centres.map((centre) => calendarOf(profile, centre))
  const custom = customDaysOffered(calendars, closed, now)
  const last = centres.flatMap(({ openings }) =>
    openings.map(({ firstSeat = 1, seats = calendar.seats }) => firstSeat + seats - 1),
  )
  return { centres, closures, seats: Math.max(calendar.seats, ...last), custom }
}

/** Why hours are not closed: they begin on a day that is over, or are over · closed already, so that nothing would change · not the actor's to close. */
export type NotClosed = 'past' | 'closed-already' | 'unknown'

/**
 * What closing would do, from now on: which appointments it would displace, how many of these people no message comes
 * to by itself, and which of it is closed already. Changes nothing.
 */
export async function affectedBy(
  deps: Deps,
  actor: Actor,
  asked: readonly Closing[],
): Promise<
  | {
      closings: readonly Closing[]
      already: readonly Closing[]
      appointments: readonly Affected[]
      unreached: Unreached
    }
  | NotClosed
> {
  if (!(await mayClose(deps, actor, asked))) return 'unknown'
  const now = deps.clock.now()
  const closings = await toClose(deps, asked, now)
  if (typeof closings === 'string') return closings
  const under = await deps.store.closures.under(closings, now)
  const affected = closings.flatMap(({ id, centre }) =>
    (under.get(id) ?? []).filter(({ isOpen }) => isOpen).map((one) => ({ ...one, centre })),
  )
  const unreached = unreachedOf(affected.map(({ reach }) => reach))
  const { closures } = await currentCity(deps)
  const already = closings.filter((one) => isClosedBy(closures, one))
  return { closings, already, appointments: affected, unreached }
}

/**
 * Closes hours of centres or seats from now on. Each person whose appointment falls into them is told and has
 * three new times held for a day; whoever cannot be told, or does not answer, is on the call list.
 * May run twice. Where anything but 'done' comes of it, none is closed.
 */
export async function closeDays(
  deps: Deps,
  actor: Actor,
  asked: readonly Closing[],
): Promise<'done' | NotClosed> {
  if (!(await mayClose(deps, actor, asked))) return 'unknown'
  const { closures } = deps.store
  const now = deps.clock.now()
  const form = await isOwnForm(deps, actor, asked)
  if (form === 'other') return 'unknown'
  // What came a second time is closed already, and by it.
  const closings = form === 'standing' ? aheadOf(asked, now) : await toClose(deps, asked, now)
  if (typeof closings === 'string') return closings
  if (closings.length === 0) return 'done'
  // All are closed before anybody is offered another time, which might be closed next.
  await noteAll(deps, actor, 'close-day', closings)
  await closures.add(closings, `staff:${actor.id}`, now)
  await displace(deps, await currentCity(deps), closings)
  return 'done'
}

/** What of these hours is still to come, unless a day of them is past or all of it is closed already. */
async function toClose(
  deps: Deps,
  asked: readonly Closing[],
  now: number,
): Promise<readonly Closing[] | NotClosed> {
  const closings = aheadOf(asked, now)
  const today = atWall(dateOf(now), 0)
  if (closings.length === 0 || asked.some(({ startsAt }) => startsAt < today)) return 'past'
  const { closures } = await currentCity(deps)
  return closings.every((one) => isClosedBy(closures, one)) ? 'closed-already' : closings
}

const aheadOf = (asked: readonly Closing[], now: number) =>
  asked.flatMap((one) => fromNowOn(one, now) ?? [])

/** A line in the audit for each. */
export async function noteAll(
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
async function isOwnForm(
  deps: Deps,
  actor: Actor,
  closings: readonly Closing[],
): Promise<'new' | 'standing' | 'other'> {
  const [{ id = '', centre = null } = {}] = closings
  const [form = ''] = id.split('.')
  const said = ({ id, centre, seat, endsAt }: Closing) => JSON.stringify([id, centre, seat, endsAt])
  const wanted = new Map(closings.map((one) => [said(one), one.startsAt]))
  const standing = await deps.store.closures.find(form)
  const now = deps.clock.now()
  // What had begun by then was closed from that moment on.
  const isWanted = (one: Closing) => {
    const from = wanted.get(said(one))
    return from === one.startsAt || (from !== undefined && from < one.startsAt && from < now)
  }
  if (standing.every(isWanted)) return standing.length > 0 ? 'standing' : 'new'
  await noteDown(deps, actor, 'close-day', { subject: form, centre, refused: true })
  return 'other'
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
