// What stands before and after a record in the list it was opened from. Only ids leave here: nothing is shown of
// anybody, and whoever opens one is asked again whether they may.

import type { Deps } from '../../deps.ts'
import { atWall } from '../../domain/calendar/wall-clock.ts'
import type { Around, InboxFilter, InboxPlace } from '../../domain/people/inbox.ts'
import { leadsReachOf, viewOf } from '../../domain/people/wall.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { type Actor, sightOf } from './actor.ts'
import { inboxSight, ranksFor, whenNow } from './inbox.ts'

/** Both, and whether the record itself is in the list still. */
export type Neighbours<One extends { id: string }> = {
  previous: One | null
  next: One | null
  isThere: boolean
}

/** Where an appointment of a day is: a centre and an instant (epoch ms). */
export type DayPlace = { centre: string; startsAt: number }

/** From a date until before another (YYYY-MM-DD). */
type Days = { from: string; until: string }

/** In the inbox or the call list, around a place in it: also of what has left the list, or stands elsewhere in it by now. */
export function aroundInInbox(
  deps: Deps,
  actor: Actor,
  { filter, place }: { filter: InboxFilter; place: InboxPlace },
  profile: Profile,
): Promise<Around> {
  return deps.store.staff.inbox.around(deps.config.profile, inboxSight(actor, profile), {
    ...{ filter, place, ranks: ranksFor(actor, filter, profile), ...whenNow(deps, profile) },
  })
}

/**
 * Among the appointments between two dates (YYYY-MM-DD, past the last), of one centre or of all, in the order of their
 * page. Who is there no more is missed from where their appointment was.
 */
export async function aroundOnDays(
  deps: Deps,
  actor: Actor,
  { days, centre, id, was }: { days: Days; centre: string | null; id: string; was: DayPlace },
  profile: Profile,
): Promise<Neighbours<DayPlace & { id: string }>> {
  const [from, until] = [atWall(days.from, 0), atWall(days.until, 0)]
  const found = await deps.store.staff.day.bookings(sightOf(actor, profile), from, until)
  const leads = leadsReachOf(profile)
  const order = profile.centres.map((one) => one.id)
  const after = (a: DayPlace, b: DayPlace) =>
    order.indexOf(a.centre) - order.indexOf(b.centre) || a.startsAt - b.startsAt
  const listed = found
    .flatMap(({ intake, ...one }) =>
      intake && (centre === null || one.centre === centre)
        ? [{ ...one, id: intake.id, urgency: intake.urgency }]
        : [],
    )
    .filter((one, nth, all) => all.findIndex((other) => other.id === one.id) === nth)
    .filter((one) => viewOf(actor, one, leads) !== null)
    .sort(after)
  const here = listed.findIndex((one) => one.id === id)
  if (here >= 0) return between(listed, here - 1, here + 1, true)
  const next = listed.findIndex((one) => after(one, was) >= 0)
  return between(listed, next < 0 ? listed.length - 1 : next - 1, next, false)
}

/** Among requests by their codes, in this order. */
export async function aroundAmong(
  deps: Deps,
  actor: Actor,
  { refs, id }: { refs: readonly string[]; id: string },
  profile: Profile,
): Promise<Neighbours<{ id: string }>> {
  const leads = leadsReachOf(profile)
  const found = await deps.store.staff.intakes.locate(refs)
  const seen = new Map(
    found.filter((one) => viewOf(actor, one, leads) !== null).map((one) => [one.ref, one]),
  )
  const listed = refs.flatMap((ref) => seen.get(ref) ?? [])
  const here = listed.findIndex((one) => one.id === id)
  if (here < 0) return { previous: null, next: null, isThere: false }
  return between(listed, here - 1, here + 1, true)
}

const between = <One extends { id: string }>(
  listed: readonly One[],
  previous: number,
  next: number,
  isThere: boolean,
): Neighbours<One> => ({
  previous: (previous < 0 ? undefined : listed[previous]) ?? null,
  next: (next < 0 ? undefined : listed[next]) ?? null,
  isThere,
})
