// The city's profile and closures, kept in memory until their version changes.

import type { Deps } from '../deps.ts'
import { type Closure, closuresOf } from '../domain/calendar/closures.ts'
import { type Profile, readProfile } from '../domain/profile/profile.ts'

export type City = { version: number; profile: Profile; closures: readonly Closure[] }

const known = new WeakMap<Deps['store'], City>()
const lookedAt = new WeakMap<City, number>()

// So long what has changed may be missing from a page that nobody is named on.
const LATELY = 60_000

/** The city as of `version`, which every load of a talk brings along. Throws on a broken profile. */
export async function cityAt(deps: Deps, version: number): Promise<City> {
  const held = known.get(deps.store)
  if (held?.version === version) return seenNow(deps, held)
  const loaded = await deps.store.cities.load(deps.config.profile)
  if (!loaded) throw new Error('the city has not been seeded')
  const read = readProfile(loaded.profile)
  if ('faults' in read) throw new Error(`the stored profile is broken: ${read.faults.join('; ')}`)
  const closures = [...(read.profile.closedDays ?? []).flatMap(closuresOf), ...loaded.closures]
  const city = { version: loaded.version, profile: read.profile, closures }
  known.set(deps.store, city)
  return seenNow(deps, city)
}

function seenNow({ clock }: Deps, city: City): City {
  lookedAt.set(city, clock.now())
  return city
}

/** The city as it stands now: one small statement where nothing has changed. */
export async function currentCity(deps: Deps): Promise<City> {
  return await cityAt(deps, await deps.store.cities.version(deps.config.profile))
}

/** The city as it was within the last minute: mostly no statement. For pages that are for everybody. */
export async function cityLately(deps: Deps): Promise<City> {
  const held = known.get(deps.store)
  const isLate = !held || Math.abs(deps.clock.now() - (lookedAt.get(held) ?? 0)) >= LATELY
  return isLate ? await currentCity(deps) : held
}
