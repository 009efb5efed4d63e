// Lists of requests that machines fetch.

import type { Deps } from '../../deps.ts'
import { dateOf } from '../../domain/calendar/wall-clock.ts'
import type { CareState } from '../../domain/people/care-state.ts'
import { ranksOf } from '../../domain/people/inbox.ts'
import { allShownTo, notShownTo, type ShownIntake } from '../../domain/people/wall.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { RANKS, type Urgency } from '../../domain/questionnaire/triage.ts'
import { type Actor, sightOf } from './actor.ts'

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
