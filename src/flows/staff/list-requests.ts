// Lists of requests: who is to be called, and what machines fetch.

import type { Deps } from '../../deps.ts'
import { HELD_FOR } from '../../domain/appointment/closing.ts'
import { atWall, dateOf } from '../../domain/calendar/wall-clock.ts'
import { reachedAt } from '../../domain/people/call-attempts.ts'
import { comingSoon } from '../../domain/people/reach.ts'
import { allShownTo, type ShownIntake } from '../../domain/people/wall.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { RANKS } from '../../domain/questionnaire/triage.ts'
import { type Actor, noteSeen, sightOf } from './actor.ts'

// Where a paper makes it urgent that is not shown, its place in the list must not tell of it.
const byUrgency = (intakes: readonly ShownIntake[]) =>
  intakes.toSorted((a, b) => RANKS[a.urgency] - RANKS[b.urgency] || b.submittedAt - a.submittedAt)

export type CallList = {
  /** Who waits for a call, or has to be called since nothing else tells them in time. */
  waiting: ShownIntake[]
  /** Who was reached today, so that a slip can be taken back. */
  reached: ShownIntake[]
}

/** The call list of the actor's centres and carrier; noted as seen. */
export async function requestsToCall(
  deps: Deps,
  actor: Actor,
  profile: Profile,
): Promise<CallList> {
  const list = await callListOf(deps, actor, profile)
  await noteSeen(deps, actor, 'see-list', [...list.waiting, ...list.reached])
  return list
}

/** The same, for what shows nobody of it. */
export async function callListOf(deps: Deps, actor: Actor, profile: Profile): Promise<CallList> {
  const now = deps.clock.now()
  const soon = comingSoon(profile.state, now)
  const calledSince = atWall(dateOf(now), 0)
  const when = { unansweredSince: now - HELD_FOR, soon, calledSince }
  const found = await deps.store.staff.intakes.calls(sightOf(actor, profile), when)
  const seen = byUrgency(allShownTo(actor, found, profile))
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
