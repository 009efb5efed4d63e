// A day as the actor may see it: who comes to their centres, and what waits for an answer.

import type { Deps } from '../../deps.ts'
import type { DayBooking, Unopened, UnreadReplies } from '../../domain/appointment/day.ts'
import { addDays, atWall, dateOf } from '../../domain/calendar/wall-clock.ts'
import { interpretingList, type Pressing, pressing } from '../../domain/interpreting/list.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { cityAt } from '../city.ts'
import { type Actor, noteSeen, type Seen, sightOf } from './actor.ts'
import { seenIn, visible } from './interpreting.ts'

const FAR = 60 * 24 * 60 * 60_000

export type SeenDay = {
  /** The day in Germany, YYYY-MM-DD, and the instant at which it begins (epoch ms). */
  date: string
  dayAt: number
  isToday: boolean
  now: number
  centres: readonly { id: string; name: string; bookings: DayBooking[] }[]
  /** When the next appointment begins, where this day has none. */
  next: number | null
  /** Requests with answers nobody has read yet, whatever the day. */
  unread: readonly UnreadReplies[]
  /** Red and orange requests nobody has opened yet, whatever the day. */
  unopened: readonly Unopened[]
  /** Interpreters to be ordered or cancelled before it is too late, whatever the day. */
  interpreting: Pressing
  profile: Profile
}

/** One day of the actor's centres, in one statement; today where no other is asked for. */
export async function seeDay(deps: Deps, actor: Actor, asked: string | null): Promise<SeenDay> {
  const now = deps.clock.now()
  const today = dateOf(now)
  const date = asked ?? today
  const [from, until] = [atWall(date, 0), atWall(addDays(date, 1), 0)]
  const { cityVersion, bookings, next, unread, unopened, needing, orders } =
    await deps.store.staff.dayPage(deps.config.profile, sightOf(actor, 'see-day'), {
      from,
      until,
      far: until + FAR,
      now,
    })
  const { profile } = await cityAt(deps, cityVersion)
  const centres = profile.centres
    .filter(({ id }) => actor.centres.includes(id))
    .map(({ id, name }) => ({
      id,
      name,
      bookings: bookings.filter(({ centre }) => centre === id),
    }))
  const ahead = bookings.length === 0 ? next : null
  const list = visible(interpretingList(needing, orders, profile, now), actor)
  const interpreting = pressing(list, now, profile.state)
  await noteSeen(deps, actor, 'see-day', [
    ...centres.flatMap((one) => one.bookings.flatMap(seenOf)),
    ...unread,
    ...unopened,
    ...seenIn(interpreting),
  ])
  const shown = { centres, next: ahead, unread, unopened, interpreting, profile }
  return { date, dayAt: from, isToday: date === today, now, ...shown }
}

/** Whose data stand in an appointment: nobody's once its request is gone. */
export const seenOf = ({ intake, centre }: DayBooking): Seen[] =>
  intake ? [{ id: intake.id, centre }] : []

/** Appointments that start in a stretch (epoch ms), for a machine. Not noted down: see `requestsAfter`. */
export async function appointmentsBetween(
  deps: Deps,
  actor: Actor,
  from: number,
  until: number,
): Promise<DayBooking[]> {
  return await deps.store.staff.day.bookings(sightOf(actor, 'see-day'), from, until)
}
