// Free times: what the opening rules allow, less the seats that are taken.

import type { Deps } from '../../deps.ts'
import {
  type BookableTime,
  checkTime,
  nextTimes,
  type Unavailable,
} from '../../domain/calendar/bookable.ts'
import type { Place } from '../../domain/dialog/talk.ts'
import { calendarOf, centreOf } from '../../domain/profile/profile.ts'
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
  if (place.at !== 'times' && place.at !== 'days') return []
  const { profile, closures } = city
  const until = now + (profile.calendar.horizonDays + 1) * DAY
  const centres = profile.centres.filter((centre) => !place.centre || centre.id === place.centre)
  const ids = centres.map(({ id }) => id)
  const taken = await deps.store.appointments.taken(ids, now, until)
  return centres.flatMap((centre) =>
    nextTimes(
      {
        calendar: calendarOf(profile, centre),
        closures,
        taken: taken.filter((seat) => seat.centreId === centre.id),
        now,
        audience: 'public',
      },
      MOST_TIMES,
    ),
  )
}

/**
 * Whether the rules offer this time to the public, and at which seats; whether one of them is free
 * is decided by the statement that takes it.
 */
export function offered(
  city: City,
  centreId: string,
  startsAt: number,
  now: number,
): BookableTime | { not: Unavailable } {
  const centre = centreOf(city.profile, centreId)
  if (!centre) return { not: 'closed' }
  const calendar = calendarOf(city.profile, centre)
  return checkTime(
    { calendar, closures: city.closures, taken: [], now, audience: 'public' },
    startsAt,
  )
}
