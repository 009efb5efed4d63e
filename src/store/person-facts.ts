// What else a talk must know of a person, read in the one statement that loads it.

import type { Change } from '../domain/appointment/booking.ts'
import type { Wishes } from '../domain/appointment/waiting-list.ts'
import type { Held, Written } from '../domain/dialog/talk.ts'
import type { EarlierCounsellor } from '../domain/people/care.ts'
import { fromText } from './engine/database.ts'

/** Columns beside a person `p` about the waiting list; takes now. */
export const WAITING_FACTS = `
  (SELECT w."wishes" FROM "Waiting" w WHERE w."personId" = p."id" AND w."state" = 'waiting')
    AS "waiting",
  (SELECT json_group_array(json_object('id', h."id", 'centre', h."centreId",
      'startsAt', h."startsAt", 'until', h."heldUntil"))
    FROM "Booking" h WHERE h."personId" = p."id" AND h."state" = 'offered' AND h."heldUntil" > CAST(? AS TEXT))
    AS "held"`

/**
 * The column beside a person `p` about the latest message of staff that can be answered; takes the
 * input being answered, which may have kept its answer already, and the instant since when it counts.
 * What a sender has taken in hand counts: it may have arrived before that is written down.
 */
const WRITTEN_FACT = `
  (SELECT json_object('request', v."id", 'centre', v."centreId", 'replies',
      (SELECT count(*) FROM "Reply" a WHERE a."intakeId" = v."id" AND a."input" <> CAST(? AS TEXT)
        AND a."createdAt" >= o."claimedAt"))
    FROM "Outbox" o JOIN "Intake" v ON v."id" = o."payload" ->> 'intake'
    WHERE o."personId" = p."id" AND o."kind" = 'staff-message' AND o."claimedAt" > CAST(? AS TEXT)
    ORDER BY o."claimedAt" DESC LIMIT 1) AS "written"`

/**
 * The column beside a person `p` and their request `i` about who of the staff had earlier ones, the
 * latest first; asked only until the request is submitted.
 */
const EARLIER_FACT = `
  CASE WHEN i."submittedAt" IS NULL THEN (SELECT json_group_array(json_object('id', s."id",
      'role', s."role", 'centres', json(s."centres"), 'body', s."body"))
    FROM (SELECT x."takenBy" FROM "Intake" x WHERE x."personId" = p."id" AND x."takenBy" IS NOT NULL
      ORDER BY x."submittedAt" DESC LIMIT 5) e
    JOIN "Staff" s ON s."id" = e."takenBy" AND s."disabledAt" IS NULL) END AS "earlier"`

/**
 * Columns beside a person `p`; takes the instant from which changes count, now, the input that is being
 * answered, and since when messages of staff count. The first line in the history of a booking is its
 * making, so every later "booked" is a move.
 */
export const PERSON_FACTS = `
  (SELECT group_concat(e."state" || '@' || e."at") FROM "Booking" z
    JOIN "BookingEvent" e ON e."bookingId" = z."id"
    WHERE z."personId" = p."id" AND e."by" = 'person' AND e."at" > CAST(? AS TEXT)
    AND e."state" IN ('booked', 'cancelled')
    AND EXISTS (SELECT 1 FROM "BookingEvent" f WHERE f."bookingId" = z."id" AND f."id" < e."id")
  ) AS "changes",
  ${WAITING_FACTS}, ${WRITTEN_FACT}, ${EARLIER_FACT}`

export type WaitingFactsRow = { waiting: string | null; held: string | null }
export type PersonFactsRow = WaitingFactsRow & {
  changes: string | null
  written: string | null
  earlier: string | null
}

/** What a talk must know of a person beside the talk itself. */
export type PersonFacts = {
  /** Moves and cancellations since the instant asked for. */
  changes: readonly Change[]
  waiting: Wishes | null
  held: readonly Held[]
  written: Written | null
  /** Who had earlier requests and may still sign in, the latest first; empty once the present one is
   * submitted. */
  earlier: readonly EarlierCounsellor[]
}

/** The facts of a row. */
export function personFactsOf(row: PersonFactsRow): PersonFacts {
  return {
    changes: changesOf(row),
    waiting: waitingOf(row),
    held: heldOf(row),
    written: row.written ? (JSON.parse(row.written) as Written) : null,
    earlier: row.earlier ? (JSON.parse(row.earlier) as EarlierCounsellor[]) : [],
  }
}

/** The changes a person made to their appointments. */
function changesOf(row: PersonFactsRow): Change[] {
  if (!row.changes) return []
  return row.changes.split(',').map((change) => {
    const [state = '', at = ''] = change.split('@')
    return { what: state === 'cancelled' ? 'cancelled' : 'moved', at: fromText(at) }
  })
}

/** What the person waits for. */
export function waitingOf(row: WaitingFactsRow | undefined): Wishes | null {
  return row?.waiting ? (JSON.parse(row.waiting) as Wishes) : null
}

/** The seats held for the person, the earliest first. */
export function heldOf(row: WaitingFactsRow | undefined): Held[] {
  const held = JSON.parse(row?.held ?? '[]') as Record<keyof Held, string>[]
  return held
    .map(({ id, centre, startsAt, until }) => ({
      id,
      centre,
      startsAt: fromText(startsAt),
      until: fromText(until),
    }))
    .sort((a, b) => a.startsAt - b.startsAt)
}
