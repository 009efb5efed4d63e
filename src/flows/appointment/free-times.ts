// Free times: what the opening rules allow, less the seats that are taken.

import type { Deps } from '../../deps.ts'
import { needsNothing } from '../../domain/appointment/language-fit.ts'
import {
  type Audience,
  type BookableTime,
  checkTime,
  nextTimes,
  type Unavailable,
} from '../../domain/calendar/bookable.ts'
import { needIn } from '../../domain/dialog/fitting.ts'
import type { Facts, Place, Talk } from '../../domain/dialog/talk.ts'
import { type Centre, calendarOf, centreOf } from '../../domain/profile/profile.ts'
import type { City } from '../city.ts'

const DAY = 86_400_000
// More than any screen shows: days are picked from these.
const MOST_TIMES = 400

/** The times a screen shows; none are looked up where it shows none. At most one statement. */
async function timesFor(
  deps: Deps,
  city: City,
  talk: Pick<Talk, 'place' | 'answers'>,
  facts: Facts,
): Promise<readonly BookableTime[]> {
  const { place } = talk
  const { now } = facts
  if (place.at === 'check') {
    return needsNothing(needIn(talk, facts)) ? [] : await theTime(deps, city, place, now)
  }
  const ids = idsShown(place, facts)
  if (!ids) return []
  const centres = city.profile.centres.filter(({ id }) => ids.length === 0 || ids.includes(id))
  return freeTimes(deps, city, centres, { now, audience: 'public', most: MOST_TIMES })
}

/** The times a screen shows. */
export type TimesAt = (
  talk: Pick<Talk, 'place' | 'answers'>,
  facts: Facts,
) => Promise<readonly BookableTime[]>

/** The same while nothing is booked: what has been looked up is not looked up once more. */
export function timesOnce(deps: Deps, city: City): TimesAt {
  const known = new Map<string, Promise<readonly BookableTime[]>>()
  return (talk, facts) => {
    const { place } = talk
    const of =
      place.at === 'check' ? [place, needIn(talk, facts)] : (idsShown(place, facts) ?? 'none')
    const key = JSON.stringify(of)
    const times = known.get(key) ?? timesFor(deps, city, talk, facts)
    known.set(key, times)
    return times
  }
}

/** The centres of which a screen shows times, none meaning all; `null` where it shows no times. */
function idsShown(place: Place, { appointment }: Facts): readonly string[] | null {
  if (place.at === 'wished') return appointment ? [appointment.centre] : null
  if (place.at === 'fitting') return place.wishes.centres
  if (place.at !== 'times' && place.at !== 'days') return null
  // Beside the first times of their own centre may stand one of another.
  const isOwn = place.at === 'times' && !place.day && place.centre === appointment?.centre
  return place.centre && !isOwn ? [place.centre] : []
}

/** One time with its free seats; who counsels there is the same whichever are free where nothing is entered. */
async function theTime(
  deps: Deps,
  { profile, closures }: City,
  { centre: id, startsAt }: { centre: string; startsAt: number },
  now: number,
): Promise<BookableTime[]> {
  const centre = centreOf(profile, id)
  if (!centre) return []
  const calendar = calendarOf(profile, centre)
  const sought = { calendar, closures, now, audience: 'public' } as const
  const time = checkTime({ ...sought, taken: [] }, startsAt)
  if ('not' in time || !time.counsellors) return 'not' in time ? [] : [time]
  const taken = await deps.store.appointments.taken([id], startsAt, time.endsAt)
  const free = checkTime({ ...sought, taken }, startsAt)
  return 'not' in free ? [] : [free]
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
