// The postal code around a place on earth.

import type { Point, PostalCode } from './city.ts'
import type { Profile } from './profile.ts'

// Further from the middle of every postal code, somebody is not in the city.
const FAR_KM = 5
const KM_A_DEGREE = 111.2

/**
 * The postal code whose point is nearest; `far` where none is near, `undefined` where the profile has
 * no points.
 */
export function nearestCode(
  { postalCodes }: Pick<Profile, 'postalCodes'>,
  here: Point,
): PostalCode | 'far' | undefined {
  const known = postalCodes.flatMap((entry) =>
    entry.point ? [{ entry, km: kilometres(here, entry.point) }] : [],
  )
  const [nearest] = known.sort((a, b) => a.km - b.km)
  if (!nearest) return undefined
  return nearest.km <= FAR_KM ? nearest.entry : 'far'
}

/** Right to a few metres over the width of a city. */
function kilometres(a: Point, b: Point): number {
  const north = a.latitude - b.latitude
  const east = (a.longitude - b.longitude) * Math.cos((b.latitude * Math.PI) / 180)
  return Math.hypot(north, east) * KM_A_DEGREE
}
