// Lists of requests: who is to be called, and what machines fetch.

import type { Deps } from '../../deps.ts'
import { HELD_FOR } from '../../domain/appointment/closing.ts'
import { atWall, dateOf } from '../../domain/calendar/wall-clock.ts'
import { reachedAt } from '../../domain/people/call-attempts.ts'
import type { CareState } from '../../domain/people/care-state.ts'
import { ranksOf } from '../../domain/people/inbox.ts'
import { comingSoon } from '../../domain/people/reach.ts'
import { allShownTo, notShownTo, type ShownIntake } from '../../domain/people/wall.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { RANKS, type Urgency } from '../../domain/questionnaire/triage.ts'
import { type Actor, noteSeen, sightOf } from './actor.ts'

// Where a paper makes it urgent that is not shown, its place in the list must not tell of it.
const byUrgency = (intakes: readonly ShownIntake[]) =>
  intakes.toSorted((a, b) => RANKS[a.urgency] - RANKS[b.urgency] || b.submittedAt - a.submittedAt)

/** Who reads a page, and no chat that would remind them. */
const isPhoneOnly = ({ channels, unreachable, hasPhone }: ShownIntake['reach']) =>
  hasPhone && channels.includes('web') && !(unreachable === null && channels.includes('telegram'))

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
  // What came after the last call is to be called about all the same.
  const isWaiting = ({ calledAt, untold, undelivered, reach, appointment }: ShownIntake) => {
    if (calledAt === null) return true
    if (appointment?.state !== 'booked') return false
    const { startsAt } = appointment
    const wasSoon = startsAt < comingSoon(profile.state, calledAt).until
    const isSoon = startsAt >= soon.from && startsAt < soon.until
    return (
      undelivered || (startsAt >= soon.from && untold) || (isSoon && !wasSoon && isPhoneOnly(reach))
    )
  }
  const isReached = ({ calls }: ShownIntake) => (reachedAt(calls) ?? 0) >= calledSince
  return {
    waiting: seen.filter(isWaiting),
    reached: seen.filter((one) => !isWaiting(one) && isReached(one)),
  }
}

/**
 * The next requests after one, the oldest first (or what changed first, see `since`), and whether there are more. Not noted down: the API does so once
 * it is known whether they are sent.
 */
export async function requestsAfter(
  deps: Deps,
  actor: Actor,
  after: { at: number; id: string } | null,
  most: number,
  profile: Profile,
  narrowed: Narrowing = {},
): Promise<RequestsAfter> {
  const sight = sightOf(actor, profile)
  const { language, topic, urgency, care, ...more } = narrowed
  const isKept = notShownTo(actor.body, profile).length > 0
  // To whom a paper is not shown, yellow and green are one.
  const ranks = urgency
    ? ranksOf([urgency], isKept).flatMap((one) =>
        isKept && one === RANKS.yellow ? [one, RANKS.green] : [one],
      )
    : []
  const wanted = { ...more, ranks, care, today: dateOf(deps.clock.now()) }
  const found = await deps.store.staff.intakes.page(sight, after, most + 1, wanted)
  const page = found.slice(0, most)
  const isWanted = ({ answers }: ShownIntake) =>
    (language === undefined || answers.spoken === language) &&
    (topic === undefined || [answers.topics ?? []].flat().includes(topic))
  const last = page.at(-1)
  return {
    // What language and topic they chose stands among their answers: such a page may have fewer than were asked for.
    intakes: allShownTo(actor, page, profile).filter(isWanted),
    last: last ? { at: last.at, id: last.id } : after,
    hasMore: found.length > most,
  }
}

/** What requests are narrowed by; instants are epoch ms, `until` is past the end. */
export type Narrowing = {
  centre?: string | undefined
  language?: string | undefined
  topic?: string | undefined
  urgency?: Urgency | undefined
  from?: number | undefined
  until?: number | undefined
  /** In the order of their changes, what changed at this instant or after it. */
  since?: number | undefined
  care?: CareState | undefined
}

/** `last`: where this page ended, or the one before where there is nothing after it. */
type RequestsAfter = {
  intakes: ShownIntake[]
  last: { at: number; id: string } | null
  hasMore: boolean
}
