// A centre's week as the actor may see it, also to choose a time in it for a request.

import type { Deps } from '../../deps.ts'
import { addDays, atWall, dateOf } from '../../domain/calendar/wall-clock.ts'
import { mondayOf, type WeekDay, weekOf } from '../../domain/calendar/week.ts'
import { lacksBody } from '../../domain/people/rights.ts'
import { bookingShownTo, type ShownBooking } from '../../domain/people/wall.ts'
import { type Centre, centreOf, hoursOf, type Profile } from '../../domain/profile/profile.ts'
import { cityAt } from '../city.ts'
import { type Actor, mayHere, noteSeen, type Seen, widestSight } from './actor.ts'
import { locationOf } from './read-record.ts'
import { seenOf } from './see-day.ts'

// Interpreters still to be ordered stand on the page of a day alone.
const NEVER = Date.UTC(9999, 0)

/** The request that a time is chosen for. */
type Choosing = { id: string; ref: string; centre: string }

export type SeenWeek = {
  centre: Centre
  /** All centres of the actor. */
  centres: readonly Centre[]
  /** The first day, YYYY-MM-DD. */
  monday: string
  /** The Monday of the present week. */
  now: string
  today: string
  /** Epoch ms. */
  at: number
  days: readonly WeekDay<ShownBooking>[]
  choosing: Choosing | null
  profile: Profile
  lacksBody: boolean
}

/**
 * A week of one of the actor's centres in one statement, of the first one where no other is asked for; with another
 * one where a time is chosen for a request. `null` where there is no such centre, or the request is not theirs to move.
 */
export async function seeWeek(
  deps: Deps,
  actor: Actor,
  asked: { centre: string; day: string | null; request: string },
): Promise<SeenWeek | null> {
  const request = asked.request === '' ? null : await choosing(deps, actor, asked.request)
  if (asked.request !== '' && request === null) return null
  const now = deps.clock.now()
  const monday = mondayOf(asked.day ?? dateOf(now))
  const wanted = [asked.centre, request?.centre ?? '', ...actor.centres]
  const id = wanted.find((one) => actor.centres.includes(one))
  if (id === undefined) return null
  const [from, until] = [atWall(monday, 0), atWall(addDays(monday, 7), 0)]
  const span = { from, until, far: until, now: NEVER, me: '', today: '' }
  const sight = { ...widestSight(actor), centres: [id] }
  const page = await deps.store.staff.dayPage(deps.config.profile, sight, span)
  const { profile, closures } = await cityAt(deps, page.cityVersion)
  const centre = centreOf(profile, id)
  if (!centre) return null
  const appointments = page.bookings
    .filter(({ channel }) => channel !== 'walk-in')
    .flatMap((booking) => bookingShownTo(actor, booking, profile) ?? [])
  const booked = { appointments, held: page.held }
  // Whoever sees nobody's appointment must not take their seats for free ones.
  const days = lacksBody(actor)
    ? []
    : weekOf(hoursOf(profile, centre), closures, booked, { monday, now })
  const sought: Seen[] = request ? [{ id: request.id, centre: request.centre }] : []
  await noteSeen(deps, actor, 'see-week', [...appointments.flatMap(seenOf), ...sought])
  return {
    ...{ centre, monday, days, profile, choosing: request, lacksBody: lacksBody(actor) },
    centres: profile.centres.filter((one) => actor.centres.includes(one.id)),
    now: mondayOf(dateOf(now)),
    today: dateOf(now),
    at: now,
  }
}

async function choosing(deps: Deps, actor: Actor, id: string): Promise<Choosing | null> {
  const intake = await deps.store.staff.intakes.find(id)
  if (!intake) return null
  if (!(await mayHere(deps, actor, 'work-on-record', id, locationOf(intake)))) return null
  return { id, ref: intake.ref, centre: intake.centre }
}
