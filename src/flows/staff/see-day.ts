// A day as the actor may see it: who comes to their centres, and what waits for an answer.

import type { Deps } from '../../deps.ts'
import type { DueAgain, Unopened, UnreadReplies } from '../../domain/appointment/day.ts'
import { type ClosedDay, closedDay } from '../../domain/calendar/closed-day.ts'
import { touching } from '../../domain/calendar/closures.ts'
import { addDays, atWall, dateOf, dayNumber } from '../../domain/calendar/wall-clock.ts'
import { interpretingList, type Pressing, pressing } from '../../domain/interpreting/list.ts'
import { lacksBody } from '../../domain/people/rights.ts'
import {
  bookingShownTo,
  leadsReachOf,
  type ShownBooking,
  viewOf,
} from '../../domain/people/wall.ts'
import { hoursOf, type Profile } from '../../domain/profile/profile.ts'
import { cityAt, currentCity } from '../city.ts'
import { type Actor, noteSeen, type Seen, sightOf, widestSight } from './actor.ts'
import { type DisplacedPerson, displacedPeople, seenAmong } from './displaced-people.ts'
import { seenIn, toDo, visible } from './interpreting.ts'
import { remember } from './lately.ts'

const FAR = 60 * 24 * 60 * 60_000

/** A centre on that day; `closed` where nobody can come. */
type SeenCentre = {
  id: string
  name: string
  bookings: ShownBooking[]
  closed: ClosedDay | null
  /** Whose appointment was ended because of closed hours, and what has become of them. */
  displaced: readonly DisplacedPerson[]
}

export type SeenDay = {
  /** The day in Germany, YYYY-MM-DD, and the instant at which it begins (epoch ms). */
  date: string
  dayAt: number
  isToday: boolean
  now: number
  pulse: string
  centres: readonly SeenCentre[]
  /** When the next appointment begins, where this day has none. */
  next: number | null
  /** Requests with answers nobody has read yet, whatever the day. */
  unread: readonly UnreadReplies[]
  /** Red and orange requests nobody has opened yet, whatever the day. */
  unopened: readonly Unopened[]
  /** What is due again, of the actor's own and of nobody's. */
  due: readonly DueAgain[]
  /** How much of the list of interpreters is to be done, whenever. */
  interpretersToDo: number
  /** Interpreters to be ordered or cancelled before it is too late, whatever the day. */
  interpreting: Pressing
  profile: Profile
  /** The actor belongs to no carrier and sees nothing until they do. */
  lacksBody: boolean
}

/** One day of the actor's centres, in one statement; today where no other is asked for. */
export async function seeDay(deps: Deps, actor: Actor, asked: string | null): Promise<SeenDay> {
  const now = deps.clock.now()
  const today = dateOf(now)
  const date = asked ?? today
  const [from, until] = [atWall(date, 0), atWall(addDays(date, 1), 0)]
  const { cityVersion, pulse, bookings, next, unread, unopened, due, needing, orders } =
    await deps.store.staff.dayPage(deps.config.profile, widestSight(actor), {
      ...{ from, until, far: until + FAR, now, today, me: actor.id },
    })
  const { profile, closures } = await cityAt(deps, cityVersion)
  const own = profile.centres.filter(({ id }) => actor.centres.includes(id))
  const shut = own.filter(({ id }) => touching(closures, id, from, until).length > 0)
  const displaced =
    shut.length === 0 || lacksBody(actor)
      ? []
      : await displacedPeople(deps, actor, profile, {
          ...{ centres: shut.map(({ id }) => id), from, until },
        })
  const centres = own.map((centre) => ({
    displaced: displaced.filter((one) => one.centre === centre.id),
    id: centre.id,
    name: centre.name,
    closed: closedDay(hoursOf(profile, centre), closures, dayNumber(date)),
    bookings: bookings
      .filter((booking) => booking.centre === centre.id)
      .flatMap((booking) => bookingShownTo(actor, booking, profile) ?? []),
  }))
  const leads = leadsReachOf(profile)
  const isSeen = (one: Unopened | UnreadReplies) => viewOf(actor, one, leads) !== null
  const ahead = bookings.length === 0 ? next : null
  const list = visible(interpretingList(needing, orders, profile, now), actor, profile)
  remember(deps, actor, 'interpreting', Promise.resolve(toDo(list)))
  const interpreting = pressing(list, now, profile.state)
  const waiting = {
    ...{ unread: unread.filter(isSeen), unopened: unopened.filter(isSeen) },
    // What was to be done is for whoever sees the whole of it.
    due: due.filter((one) => viewOf(actor, one, leads) === 'whole'),
  }
  await noteSeen(deps, actor, 'see-day', [
    ...centres.flatMap((one) => one.bookings.flatMap(seenOf)),
    ...seenAmong(displaced),
    ...waiting.unread,
    ...waiting.unopened,
    ...waiting.due,
    ...seenIn(interpreting),
  ])
  const shown = {
    ...{ centres, next: ahead, interpreting, interpretersToDo: toDo(list), profile, ...waiting },
    lacksBody: lacksBody(actor),
  }
  return { date, dayAt: from, isToday: date === today, now, pulse, ...shown }
}

/** Whose data stand in an appointment: nobody's once its request is gone. */
export const seenOf = ({ intake, centre }: ShownBooking): Seen[] =>
  intake ? [{ id: intake.id, centre }] : []

/**
 * Appointments that start in a stretch (epoch ms), for a machine; those that another carrier has among them as taken
 * seats. Not noted down: see `requestsAfter`.
 */
export async function appointmentsBetween(
  deps: Deps,
  actor: Actor,
  from: number,
  until: number,
): Promise<ShownBooking[]> {
  const { profile } = await currentCity(deps)
  const found = await deps.store.staff.day.bookings(sightOf(actor, profile), from, until)
  return found.flatMap((booking) => bookingShownTo(actor, booking, profile) ?? [])
}
