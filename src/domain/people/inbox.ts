// The inbox of staff: in which boxes requests stand, what is asked of them, where a page of them ends.

import { RANKS, type Urgency } from '../questionnaire/triage.ts'
import type { CaseIntake, Sight } from './case.ts'
import type { Happened } from './news.ts'

/**
 * new: nobody has taken it over · mine: I have · waiting: we wrote or asked, and the person has not answered since ·
 * left: whose account is closed has it still · all: whatever may be seen.
 */
export const BOXES = ['new', 'mine', 'waiting', 'left', 'all'] as const
export type Box = (typeof BOXES)[number]

export const LISTED_STATUSES = ['open', 'closed', 'all'] as const

/** A list of requests: a box, or `calls`: whom staff have to call, see `callTimes`. */
export type Listing = Box | 'calls'

/** What a list of requests is asked for; `null`: whatever it is. Instants are epoch milliseconds, `until` is past the end. */
export type InboxFilter = {
  box: Listing
  status: (typeof LISTED_STATUSES)[number]
  centre: string | null
  /** The language they want to speak. */
  language: string | null
  topic: string | null
  urgencies: readonly Urgency[]
  received: { from: number | null; until: number | null }
  /** A day on which it was received, or on which its appointment is. */
  day: { from: number; until: number } | null
  /** A piece of the code, as `codeSigns` reads it; '' for any. */
  signs: string
  /** Those with these codes alone. */
  refs: readonly string[] | null
}

/**
 * The place of a request in its list: pages go on from it, whatever has come in since. `late`: 0 for what is due again
 * or was answered, 2 for what rests, as of the day `on` (YYYY-MM-DD); of the call list 1 for who was reached on it.
 */
export type InboxPlace = { on: string; late: number; rank: number; submittedAt: number; id: string }

/** The order of every list of requests: what is due, then the urgent, then the latest. */
export const inOrder = (a: InboxPlace, b: InboxPlace): number =>
  a.late - b.late || a.rank - b.rank || b.submittedAt - a.submittedAt || (a.id < b.id ? 1 : -1)

/** From where a page goes on, and in which direction. */
export type InboxTurn = InboxPlace & { back: boolean }

/** Who looks: of whom they see requests, which are their own, and up to which rank they tell urgencies apart. */
export type InboxSight = Sight & { me: string; lastRank: number }

/** A request in a list, with what has happened to it and its place there. */
export type ListedIntake = CaseIntake & {
  happened: Happened
  place: InboxPlace
  /** Whose account is closed has it. */
  isLeft: boolean
}

/** How many requests are in each list, and how many have answers that nobody has read. */
export type InboxCounts = Record<Exclude<Listing, 'all'>, number> & { replies: number }

/** What stands before and after a place in a list, and whether what had that place is in the list still. */
export type Around = {
  previous: InboxPlace | null
  next: InboxPlace | null
  isThere: boolean
}

export type InboxState = {
  cityVersion: number
  counts: InboxCounts
  /** Another text once something has changed that a list or the page of a day shows. */
  pulse: string
}

/** What somebody is to look at first, in the title of the page: what is new, and what was answered. */
export const pressingIn = ({ new: fresh, replies }: InboxCounts): number => fresh + replies

/**
 * Up to which rank urgencies are told apart. Who is not shown a paper that alone makes a request yellow must not learn
 * it from where the request stands in a list.
 */
export const lastRank = (isKept: boolean): number => (isKept ? RANKS.yellow : RANKS.green)

/** The ranks behind the urgencies that were asked for, as far as they may be told apart. */
export function ranksOf(urgencies: readonly Urgency[], isKept: boolean): number[] {
  const last = lastRank(isKept)
  return [...new Set(urgencies.map((one) => Math.min(RANKS[one], last)))].sort((a, b) => a - b)
}
