// The inbox of staff: a page of requests, what waits in each box, and whether anything has changed.

import type { CareStatus } from '../domain/people/care.ts'
import type { Sight } from '../domain/people/case.ts'
import type {
  Around,
  InboxFilter,
  InboxPlace,
  InboxSight,
  InboxState,
  InboxTurn,
  ListedIntake,
} from '../domain/people/inbox.ts'
import type { Happened } from '../domain/people/news.ts'
import type { CaseLocation } from '../domain/people/rights.ts'
import type { CallTimes } from '../domain/people/to-call.ts'
import type { Urgency } from '../domain/questionnaire/triage.ts'
import type { CaseRow } from '../generated/node/client.ts'
import { type Database, fromText, toText } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'
import { intakeOf, seen } from './intakes.ts'
import { INBOX, type Narrowed } from './sql/inbox.ts'

/**
 * A page that is asked for: the ranks that are wanted (empty: any), the actions of staff that deal with what came
 * before, from where on, and how many.
 */
type Asked = {
  filter: InboxFilter
  ranks: readonly number[]
  acts: readonly string[]
  turn: InboxTurn | null
  limit: number
  now: number
  today: string
  times: CallTimes
}

type When = Pick<Asked, 'now' | 'today' | 'times'>

type Row = CaseRow & {
  late: number
  actedAt: string | null
  repliedAt: string | null
  lateAt: string | null
  movedAt: string | null
  handedAt: string | null
  left: number
}

const OPEN: CareStatus[] = ['new', 'in-care', 'referred']
const BY_STATUS = { open: OPEN, closed: ['closed'], all: [...OPEN, 'closed'] } as const
// Whether anything has changed depends on none.
const NO_TIMES: CallTimes = {
  ...{ unansweredSince: 0, nearUntil: 0, tonight: 0, nearToday: 0, nearLater: 0, reachedSince: 0 },
}
// More than that nobody looks through after a search.
const MOST_NAMES = 20_000

export function createInbox(db: Database, seal: Seal) {
  const asked = async (
    city: string,
    { centres, allBodies, body, me, lastRank }: InboxSight,
    { now, today, times }: When,
    narrowed: Narrowed,
    { filter, ranks = [], acts = [], turn, limit = 0 }: Partial<Asked> = {},
  ) => {
    const instant = (at: number | null | undefined) => (typeof at === 'number' ? toText(at) : null)
    const row = await db.first(
      INBOX(narrowed)(
        ...([JSON.stringify(centres), allBodies, body, me, city, toText(now)] as const),
        ...([JSON.stringify(BY_STATUS[filter?.status ?? 'open']), lastRank, limit] as const),
        ...([filter?.centre ?? null, filter?.language ?? null, filter?.topic ?? null] as const),
        JSON.stringify(ranks),
        ...([instant(filter?.received.from), instant(filter?.received.until)] as const),
        ...([instant(filter?.day?.from), instant(filter?.day?.until)] as const),
        ...([filter?.signs ?? '', filter?.refs ? JSON.stringify(filter.refs) : null] as const),
        ...([
          turn?.late ?? 0,
          turn?.rank ?? 0,
          toText(turn?.submittedAt ?? 0),
          turn?.id ?? '',
        ] as const),
        ...([JSON.stringify(acts), today] as const),
        ...([toText(times.nearUntil), toText(times.tonight), toText(times.nearToday)] as const),
        ...([toText(times.nearLater), toText(times.unansweredSince)] as const),
        toText(times.reachedSince),
      ),
    )
    if (!row) throw new Error('the city has not been seeded')
    const { version, pulse, rows, ...counts } = row
    return { cityVersion: version, pulse, counts, rows: JSON.parse(rows) as unknown[] }
  }

  return {
    /**
     * A page of requests, from a place on; in which order they stand, their places say. One more than asked for tells
     * of another page.
     */
    async page(
      city: string,
      sight: InboxSight,
      page: Asked,
    ): Promise<InboxState & { intakes: ListedIntake[] }> {
      const { filter, turn, limit, now, times } = page
      const today = turn?.on ?? page.today
      const way = turn === null ? 'first' : turn.back ? 'back' : 'on'
      const narrowed = { box: filter.box, has: filtersIn(filter, page.ranks), turn: way } as const
      const more = { ...page, limit: limit + 1 }
      const { rows, ...state } = await asked(city, sight, { now, today, times }, narrowed, more)
      const intakes = await Promise.all(
        (rows as Row[]).map(async (row) => {
          const intake = await intakeOf(row, seal)
          const place = placeOf(row, today, sight)
          return { ...intake, happened: happenedIn(row), place, isLeft: row.left === 1 }
        }),
      )
      return { ...state, intakes }
    },

    /** What stands before and after a place in a list, wherever what had it stands by now. */
    async around(
      city: string,
      sight: InboxSight,
      {
        filter,
        ranks,
        place,
        now,
        times,
      }: Pick<Asked, 'filter' | 'ranks' | 'now' | 'times'> & { place: InboxPlace },
    ): Promise<Around> {
      const narrowed = { box: filter.box, has: filtersIn(filter, ranks), turn: 'around' } as const
      const more = { filter, ranks, turn: { ...place, back: false } }
      const { rows } = await asked(city, sight, { now, today: place.on, times }, narrowed, more)
      const at = (side: string) => {
        const found = (rows as (PlaceRow & { side: string })[]).find((row) => row.side === side)
        return found ? placeOf(found, place.on, sight) : null
      }
      return { previous: at('previous'), next: at('next'), isThere: at('here') !== null }
    },

    /** The same without the requests. */
    async state(city: string, sight: InboxSight, when: When): Promise<InboxState> {
      const narrowed = { box: 'counts', has: [], turn: 'first' } as const
      const { rows: _, ...state } = await asked(city, sight, when, narrowed)
      return state
    },

    /** Another text once something has changed at these centres that a list or the page of a day shows. */
    async pulse(city: string, centres: readonly string[], now: number): Promise<string> {
      const sight = { centres, allBodies: false, body: null, me: '', lastRank: 0 }
      const narrowed = { box: 'pulse', has: [], turn: 'first' } as const
      return (await asked(city, sight, { now, today: '', times: NO_TIMES }, narrowed)).pulse
    },

    /** What people want to be called, with their codes, of the requests that are looked through; the latest first. */
    async aliases(
      sight: Sight,
      isLookedThrough: (location: CaseLocation) => boolean,
    ): Promise<{ ref: string; alias: string }[]> {
      const rows = await db.intake.findMany({
        where: { AND: [seen(sight), { submittedAt: { not: null }, sealed: { not: null } }] },
        select: { ref: true, bodyId: true, urgency: true, centreId: true, sealed: true },
        orderBy: { submittedAt: 'desc' },
        take: MOST_NAMES,
      })
      const own = rows.filter(({ centreId, bodyId, urgency }) =>
        isLookedThrough({ centre: centreId, body: bodyId, urgency: urgency as Urgency | null }),
      )
      const named = await Promise.all(
        own.map(async ({ ref, sealed }) => {
          const { alias } = JSON.parse(await seal.open(sealed ?? '')) as { alias?: string }
          return { ref: ref ?? '', alias: alias ?? '' }
        }),
      )
      return named.filter(({ alias }) => alias !== '')
    },
  }
}

function filtersIn(filter: InboxFilter, ranks: readonly number[]): Narrowed['has'] {
  const { centre, language, topic, received, day, signs, refs } = filter
  const used = {
    ...{ centre, language, topic, day, refs, from: received.from, until: received.until },
    signs: signs || null,
    ranks: ranks.length > 0 ? ranks : null,
  }
  return (Object.keys(used) as (keyof typeof used)[]).filter((name) => used[name] !== null)
}

type PlaceRow = Pick<Row, 'id' | 'late' | 'rank' | 'submittedAt'>

const placeOf = (
  { id, late, rank, submittedAt }: PlaceRow,
  on: string,
  { lastRank }: InboxSight,
): InboxPlace => ({
  ...{ on, late, id },
  ...{ rank: Math.min(rank, lastRank), submittedAt: fromText(submittedAt) },
})

const at = (text: string | null) => (text === null ? null : fromText(text))

function happenedIn(row: Row): Happened {
  const came = [row.submittedAt, row.handedAt, row.walledAt].map((text) => at(text) ?? 0)
  return {
    ...{ cameAt: Math.max(...came), actedAt: at(row.actedAt), repliedAt: at(row.repliedAt) },
    ...{
      lateAt: at(row.lateAt),
      changedAt: at(row.movedAt),
      isCancelled: row.state === 'cancelled',
    },
  }
}
