// What else a talk must know of a person, read in the one statement that loads it.

import type { Change } from '../domain/booking.ts'
import { fromText } from './database.ts'

/**
 * Columns beside a person `p`; takes one value, the instant from which changes count. The first
 * line in the history of a booking is its making, so every later "booked" is a move.
 */
export const PERSON_FACTS = `
  (SELECT group_concat(e."state" || '@' || e."at") FROM "Booking" z
    JOIN "BookingEvent" e ON e."bookingId" = z."id"
    WHERE z."personId" = p."id" AND e."by" = 'person' AND e."at" > ?
    AND e."state" IN ('booked', 'cancelled')
    AND EXISTS (SELECT 1 FROM "BookingEvent" f WHERE f."bookingId" = z."id" AND f."id" < e."id")
  ) AS "changes"`

export type PersonFactsRow = { changes: string | null }

/** The changes a person made to their appointments. */
export function changesOf(row: PersonFactsRow): Change[] {
  if (!row.changes) return []
  return row.changes.split(',').map((change) => {
    const [state = '', at = ''] = change.split('@')
    return { what: state === 'cancelled' ? 'cancelled' : 'moved', at: fromText(at) }
  })
}
