// Which seat may be taken: the condition inside every statement that takes one.

import { isTaken, toText } from './engine/database.ts'

/** A time with the seats that may be given away in it, the preferred one first. */
export type Wanted = { centre: string; startsAt: number; endsAt: number; seats: readonly number[] }

const LONGEST_SLOT = 24 * 3_600_000

/**
 * The first wanted seat that is free, as a query that uses the values of {@link seatValues} as ?1 to
 * ?6. A seat counts as free only if nothing overlaps it: opening rules are edited while bookings
 * stand, and then the old grid and the new one lie across each other. What is held for `holder` (an
 * SQL expression) is free to them; a closed hour is free to nobody, whatever a process still
 * remembers of the calendar.
 */
export function freeSeat(holder: string): string {
  return `
SELECT s."value" AS "seat" FROM json_each(?1) s WHERE NOT EXISTS (
  SELECT 1 FROM "Booking" o WHERE o."centreId" = ?2 AND o."seat" = s."value"
  AND o."startsAt" < ?4 AND o."endsAt" > ?3 AND o."startsAt" > ?5 AND o."id" <> ?6
  AND NOT (o."state" = 'offered' AND o."personId" IS ${holder} AND o."personId" IS NOT NULL))
AND NOT EXISTS (SELECT 1 FROM "Closure" c WHERE (c."centreId" IS NULL OR c."centreId" = ?2)
  AND (c."seat" IS NULL OR c."seat" = s."value") AND c."startsAt" < ?4 AND c."endsAt" > ?3)
ORDER BY s."key" LIMIT 1`
}

/** The values ?1 to ?6 of {@link freeSeat}; `id` is the booking that takes the seat. */
export function seatValues(wanted: Wanted, id: string): unknown[] {
  return [
    JSON.stringify(wanted.seats),
    wanted.centre,
    toText(wanted.startsAt),
    toText(wanted.endsAt),
    toText(wanted.startsAt - LONGEST_SLOT),
    id,
  ]
}

/** Runs a statement that a unique key may refuse; a refusal counts as nothing written. */
export async function inserting(run: () => Promise<number>): Promise<number> {
  try {
    return await run()
  } catch (fault) {
    if (isTaken(fault)) return 0
    throw fault
  }
}
