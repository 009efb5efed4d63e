// Free times: what the opening rules allow, less the seats that are taken.

import type { Deps } from '../../deps.ts'
import {
  type Audience,
  type BookableTime,
  checkTime,
  nextTimes,
  type Unavailable,
} from '../../domain/calendar/bookable.ts'
import type { Place } from '../../domain/dialog/talk.ts'
import { type Centre, calendarOf, centreOf } from '../../domain/profile/profile.ts'
import type { City } from '../city.ts'

const DAY = 86_400_000
// More than any screen shows: days are picked from these.
const MOST_TIMES = 400

/** The times a screen shows; none are looked up where it shows none. One statement. */
export async function timesFor(
  deps: Deps,
  city: City,
  place: Place,
  now: number,
): Promise<readonly BookableTime[]> {
  const ids = idsShown(place)
  if (!ids) return []
  const centres = city.profile.centres.filter(({ id }) => ids.length === 0 || ids.includes(id))
  return freeTimes(deps, city, centres, { now, audience: 'public', most: MOST_TIMES })
}

/** The centres of which a screen shows times, none meaning all; `null` where it shows no times. */
function idsShown(place: Place): readonly string[] | null {
  if (place.at === 'fitting') return place.wishes.centres
  if (place.at !== 'times' && place.at !== 'days') return null
  return place.centre ? [place.centre] : []
}

/** The free times of these centres for somebody, at most `most` of each. One statement. */
export async function freeTimes(
  deps: Deps,
  { profile, closures }: City,
  centres: readonly Centre[],
  { now, audience, most }: { now: number; audience: Audience; most: number },
): Promise<BookableTime[]> {
  const ids = centres.map(({ id }) => id)
  const until = now + (profile.calendar.horizonDays + 1) * DAY
  const taken = await deps.store.appointments.taken(ids, now, until)
  return centres.flatMap((centre) =>
    nextTimes(
      {
        calendar: calendarOf(profile, centre),
        closures,
        taken: taken.filter((seat) => seat.centreId === centre.id),
        now,
        audience,
      },
      most,
    ),
  )
}

/**
 * Whether the rules offer this time to somebody, and at which seats; whether one of them is free
 * is decided by the statement that takes it.
 */
export function offered(
  city: City,
  centreId: string,
  startsAt: number,
  now: number,
  audience: Audience,
): BookableTime | { not: Unavailable } {
  const centre = centreOf(city.profile, centreId)
  if (!centre) return { not: 'closed' }
  const calendar = calendarOf(city.profile, centre)
  return checkTime({ calendar, closures: city.closures, taken: [], now, audience }, startsAt)
}
