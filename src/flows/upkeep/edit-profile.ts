// A city's profile compared with another one, and replaced by it.

import type { Deps } from '../../deps.ts'
import { closuresOf } from '../../domain/calendar/closures.ts'
import type { OrderNow } from '../../domain/interpreting/order.ts'
import { ordersLeft } from '../../domain/interpreting/pool-gone.ts'
import type { StaffPerson } from '../../domain/people/accounts.ts'
import { OPERATOR } from '../../domain/people/audit.ts'
import { changesBetween } from '../../domain/profile/changes.ts'
import { type LaunchLack, launchLacks } from '../../domain/profile/launch.ts'
import { bookingsOutside, type Outside } from '../../domain/profile/outside.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { currentCity } from '../city.ts'
import { isOpenToPeople } from '../launch.ts'
import { noteDown } from '../staff/actor.ts'
import { tellLostSearches } from './tell-lost-search.ts'

/** What a profile would change: places `path: before → after`, and bookings it leaves outside. */
export type ProfileDifference = { changes: string[]; outside: Outside[] }

/** Compares a profile with the city's own. Bookings that fall outside today are not counted. */
export async function compareProfile(deps: Deps, profile: Profile): Promise<ProfileDifference> {
  const city = await currentCity(deps)
  const bookings = await deps.store.appointments.upcoming(deps.clock.now())
  const already = bookingsOutside(city.profile, city.closures, bookings).map(
    ({ booking }) => booking,
  )
  const standing = bookings.filter((booking) => !already.includes(booking))
  const closures = [
    ...(profile.closedDays ?? []).flatMap(closuresOf),
    ...(await deps.store.cities.closures()),
  ]
  return {
    changes: changesBetween(city.profile, profile),
    outside: bookingsOutside(profile, closures, standing),
  }
}

/** Orders in force for talks to come whose pool another profile does not have any more, by time. */
export async function ordersLeftBy(deps: Deps, profile: Profile): Promise<OrderNow[]> {
  const { profile: before } = await currentCity(deps)
  const centres = before.centres.map(({ id }) => id)
  const orders = await deps.store.interpreterOrders.coming(centres, deps.clock.now())
  return ordersLeft(before, profile, orders)
}

/** Open accounts of carriers that another profile does not have any more: what these have stays with them. */
export async function accountsLeftBy(deps: Deps, profile: Profile): Promise<StaffPerson[]> {
  const bodies = (profile.bodies ?? []).map(({ id }) => id)
  const people = await deps.store.staff.people.list()
  return people.filter(({ body, closed }) => !closed && body !== null && !bodies.includes(body))
}

/**
 * Makes this the city's profile; every process takes it up with its next step. Bookings stay as they
 * are, also those that fall outside; who has nobody left who could interpret is told. A city never becomes another one,
 * and one to which people come loses nothing that they have to be told: the next start would be refused.
 * @returns the version the city now has
 */
export async function replaceProfile(
  deps: Deps,
  profile: Profile,
): Promise<
  | { version: number }
  | { refused: 'another-city' }
  | { refused: 'facts'; lacks: readonly LaunchLack[] }
> {
  const id = deps.config.profile
  if (profile.id !== id) return { refused: 'another-city' }
  const { profile: before, version } = await currentCity(deps)
  const lacks = launchLacks(profile)
  if (lacks.length > 0 && launchLacks(before).length === 0 && (await mayPeopleCome(deps))) {
    return { refused: 'facts', lacks }
  }
  await tellLostSearches(deps, before, profile, { change: `profile-${version}` })
  await deps.store.cities.replace(id, profile, deps.clock.now())
  // Walls, oversight and carriers are in it, so whose rights reach where.
  const about = { subject: id, centre: null }
  await noteDown(deps, { id: OPERATOR, client: null }, 'edit-city', about)
  return { version: await deps.store.cities.version(id) }
}

// A command may run without the settings that say that it is live; the database knows that it has been.
const mayPeopleCome = async (deps: Deps): Promise<boolean> =>
  isOpenToPeople(deps) || (deps.config.mode === 'demo' && (await deps.store.meta.isLive()))
