// An administrator's change to the city's profile: what it would do first, then the change itself.

import type { Deps } from '../../deps.ts'
import { displacing } from '../../domain/appointment/transitions.ts'
import type { InterpreterOrder } from '../../domain/interpreting/order.ts'
import { type Unreached, unreachedOf } from '../../domain/people/reach.ts'
import { changesBetween } from '../../domain/profile/changes.ts'
import { type MatchChange, matchesBetween } from '../../domain/profile/matches.ts'
import { bookingsOutside, type Outside } from '../../domain/profile/outside.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { handOn } from '../appointment/hand-on.ts'
import { type City, currentCity } from '../city.ts'
import { compareProfile, ordersLeftBy } from '../upkeep/edit-profile.ts'
import { tellLostSearches } from '../upkeep/tell-lost-search.ts'
import { type Actor, mayHere, noteDown } from './actor.ts'
import { closureMessages, offerOthers } from './offer-others.ts'
import { stayingBookings, tellLostMatches } from './tell-lost-match.ts'

/**
 * `id` was drawn when the change was shown, so that a form sent twice changes once. `version` is the
 * city's that was changed, `affected` the appointments whose end was shown, `subject` what is edited.
 */
export type CityEdit = {
  id: string
  version: number
  profile: Profile
  affected: readonly string[]
  subject: string
}

/** `matches`: of the appointments that stay; `orders`: in force at a pool that goes. */
export type EditEffect = {
  outside: readonly Outside[]
  unreached: Unreached
  matches: MatchChange
  orders: readonly InterpreterOrder[]
}

/** What a profile would do to booked appointments. Changes nothing. */
export async function effectOf(deps: Deps, profile: Profile): Promise<EditEffect> {
  const { store, clock } = deps
  const { outside } = await compareProfile(deps, profile)
  const ids = outside.map(({ booking }) => booking.id)
  const found = await store.closures.these(ids, clock.now())
  const before = (await currentCity(deps)).profile
  const matches = matchesBetween(before, profile, await stayingBookings(deps, ids, clock.now()))
  const unreached = unreachedOf(found.map(({ reach }) => reach))
  return { outside, unreached, matches, orders: await ordersLeftBy(deps, profile) }
}

/**
 * Makes the profile the city's own. Appointments that no longer fit are cancelled as by a closure:
 * their people are told and have three new times held, or are on the call list; who keeps theirs and loses who
 * speaks their language is told, too, as is who has nobody left who could be asked to interpret. May run twice.
 * @returns 'changed' where the city or the appointments are not those that were shown any more
 */
export async function editCity(
  deps: Deps,
  actor: Actor,
  edit: CityEdit,
): Promise<'done' | 'changed' | 'unknown'> {
  const { id, version, profile, affected, subject } = edit
  if (!(await mayHere(deps, actor, 'edit-city', subject, { centre: null }))) return 'unknown'
  const before = await currentCity(deps)
  const now = deps.clock.now()
  // Nothing differs when the form comes a second time: then only what was left undone is done.
  if (changesBetween(before.profile, profile).length > 0) {
    const { outside } = await compareProfile(deps, profile)
    const shown = outside.every(({ booking }) => affected.includes(booking.id))
    if (version !== before.version || !shown) return 'changed'
    await tellLostMatches(deps, before.profile, { id, profile, affected }, now)
    await tellLostSearches(deps, before.profile, profile, { change: id, ended: affected })
    if (!(await deps.store.cities.replaceAt(profile.id, version, profile, now))) return 'changed'
  }
  await displace(deps, await currentCity(deps), { id, affected }, now)
  await noteDown(deps, actor, 'edit-city', { subject, centre: null })
  return 'done'
}

async function displace(
  deps: Deps,
  city: City,
  { id, affected }: Pick<CityEdit, 'id' | 'affected'>,
  now: number,
): Promise<void> {
  const bookings = (await deps.store.appointments.upcoming(now)).filter((one) =>
    affected.includes(one.id),
  )
  const outside = bookingsOutside(city.profile, city.closures, bookings)
  const { closures, appointments } = deps.store
  const ids = outside.map(({ booking }) => booking.id)
  if (ids.length > 0) {
    await closures.askToCall(ids)
    const told = closureMessages(city, await closures.these(ids, now), id, now, 'changed')
    await appointments.change({ ids }, displacing(now), `closure:${id}`, now, told)
  }
  const stretches = await closures.displacedBy(id, affected)
  for (const stretch of stretches) await offerOthers(deps, city, [stretch], now, 'changed')
  await handOn(deps, city)
}
