// Lists of requests: a page, all of it to take along, who is to be called, and what machines fetch.

import type { Deps } from '../../deps.ts'
import { HELD_FOR } from '../../domain/appointment/closing.ts'
import { atWall, dateOf } from '../../domain/calendar/wall-clock.ts'
import { reachedAt } from '../../domain/people/call-attempts.ts'
import type { IntakeFilter } from '../../domain/people/case.ts'
import { comingSoon } from '../../domain/people/reach.ts'
import { allShownTo, type ShownIntake } from '../../domain/people/wall.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { RANKS } from '../../domain/questionnaire/triage.ts'
import { type Actor, noteSeen, sightOf } from './actor.ts'

/** Which requests are asked for. */
export type Wanted = Pick<IntakeFilter, 'status' | 'reference'>

const PAGE = 50
const TABLE_PAGE = 500
/** More than a city's centres have open at once; a table beyond it is asked for in parts. */
const LONGEST_TABLE = 20_000

/** A page of requests, counted from 1, and whether there is another one. */
export async function listRequests(
  deps: Deps,
  actor: Actor,
  wanted: Wanted,
  page: number,
  profile: Profile,
): Promise<{ intakes: ShownIntake[]; hasMore: boolean }> {
  const filter = { ...wanted, limit: PAGE, offset: (page - 1) * PAGE }
  const found = await deps.store.staff.intakes.list(sightOf(actor, profile), filter)
  const intakes = byUrgency(allShownTo(actor, found.slice(0, PAGE), profile))
  await noteSeen(deps, actor, 'see-list', intakes)
  return { intakes, hasMore: found.length > PAGE }
}

// Where a paper makes it urgent that is not shown, its place in the list must not tell of it.
const byUrgency = (intakes: readonly ShownIntake[]) =>
  intakes.toSorted((a, b) => RANKS[a.urgency] - RANKS[b.urgency] || b.submittedAt - a.submittedAt)

/** Every page of the list; whose records left the house stands in the audit of each centre. */
export async function exportRequests(
  deps: Deps,
  actor: Actor,
  wanted: Wanted,
  profile: Profile,
): Promise<ShownIntake[]> {
  const sight = sightOf(actor, profile)
  const intakes: ShownIntake[] = []
  for (let offset = 0; offset < LONGEST_TABLE; offset += TABLE_PAGE) {
    const filter = { ...wanted, limit: TABLE_PAGE, offset }
    const found = await deps.store.staff.intakes.list(sight, filter)
    intakes.push(...allShownTo(actor, found.slice(0, TABLE_PAGE), profile))
    if (found.length <= TABLE_PAGE) break
  }
  await noteSeen(deps, actor, 'export-list', intakes)
  return byUrgency(intakes)
}

export type CallList = {
  /** Who waits for a call, or has to be called since nothing else tells them in time. */
  waiting: ShownIntake[]
  /** Who was reached today, so that a slip can be taken back. */
  reached: ShownIntake[]
}

/** The call list of the actor's centres and carrier. */
export async function requestsToCall(
  deps: Deps,
  actor: Actor,
  profile: Profile,
): Promise<CallList> {
  const now = deps.clock.now()
  const soon = comingSoon(profile.state, now)
  const calledSince = atWall(dateOf(now), 0)
  const when = { unansweredSince: now - HELD_FOR, soon, calledSince }
  const found = await deps.store.staff.intakes.calls(sightOf(actor, profile), when)
  const seen = byUrgency(allShownTo(actor, found, profile))
  await noteSeen(deps, actor, 'see-list', seen)
  const isWaiting = ({ calledAt, untold, appointment }: ShownIntake) =>
    calledAt === null ||
    (untold && appointment?.state === 'booked' && appointment.startsAt >= soon.from)
  const isReached = ({ calls }: ShownIntake) => (reachedAt(calls) ?? 0) >= calledSince
  return {
    waiting: seen.filter(isWaiting),
    reached: seen.filter((one) => !isWaiting(one) && isReached(one)),
  }
}

/**
 * The next requests after one, the oldest first, and whether there are more. Not noted down: the API does so once
 * it is known whether they are sent.
 */
export async function requestsAfter(
  deps: Deps,
  actor: Actor,
  after: { submittedAt: number; id: string } | null,
  most: number,
  profile: Profile,
): Promise<{ intakes: ShownIntake[]; hasMore: boolean }> {
  const sight = sightOf(actor, profile)
  const found = await deps.store.staff.intakes.page(sight, after, most + 1)
  return { intakes: allShownTo(actor, found.slice(0, most), profile), hasMore: found.length > most }
}
