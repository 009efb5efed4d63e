// What else a talk must know of a person, read in the one statement that loads it.

import type { Change } from '../domain/booking.ts'
import type { Held } from '../domain/dialog/talk.ts'
import type { Wishes } from '../domain/waitlist.ts'
import { fromText } from './database.ts'

/** Columns beside a person `p` about the waiting list; takes now. */
export const WAITING_FACTS = `
  (SELECT w."wishes" FROM "Waiting" w WHERE w."personId" = p."id" AND w."state" = 'waiting')
    AS "waiting",
  (SELECT json_group_array(json_object('id', h."id", 'centre', h."centreId",
      'startsAt', h."startsAt", 'until', h."heldUntil"))
    FROM "Booking" h WHERE h."personId" = p."id" AND h."state" = 'offered' AND h."heldUntil" > CAST(? AS TEXT))
    AS "held"`

/**
 * Columns beside a person `p`; takes the instant from which changes count, and now. The first line
 * in the history of a booking is its making, so every later "booked" is a move.
 */
export const PERSON_FACTS = `
  (SELECT group_concat(e."state" || '@' || e."at") FROM "Booking" z
    JOIN "BookingEvent" e ON e."bookingId" = z."id"
    WHERE z."personId" = p."id" AND e."by" = 'person' AND e."at" > CAST(? AS TEXT)
    AND e."state" IN ('booked', 'cancelled')
    AND EXISTS (SELECT 1 FROM "BookingEvent" f WHERE f."bookingId" = z."id" AND f."id" < e."id")
  ) AS "changes",
  ${WAITING_FACTS}`

export type WaitingFactsRow = { waiting: string | null; held: string | null }
export type PersonFactsRow = WaitingFactsRow & { changes: string | null }

/** The changes a person made to their appointments. */
export function changesOf(row: PersonFactsRow): Change[] {
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
