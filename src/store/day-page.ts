// Everything the page of a day shows, in one statement: whoever opens it in the morning waits once.

import type { DayPage, UnreadReplies } from '../domain/appointment/day.ts'
import type { Sight } from '../domain/people/case.ts'
import { bookingOf, DAY_BOOKINGS, type DayRow } from './day.ts'
import { type Database, first, fromText, numbered, toText } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'
import { sightValues } from './intakes.ts'

const COLUMNS = [
  ...['id', 'ref', 'centreId', 'startsAt', 'endsAt', 'state', 'channel', 'answer', 'bodyId'],
  ...['intakeId', 'spoken', 'needs', 'sealed', 'urgency', 'status', 'takenByName', 'language'],
  'unreachable',
]

// Each centre's next appointment is one step in the index; all later ones would be months of rows.
// CROSS JOIN begins with the few unread answers rather than with every request of the centres.
const PAGE = numbered(`SELECT c."version",
  (SELECT json_group_array(json_object(${COLUMNS.map((name) => `'${name}', d."${name}"`).join(', ')}))
    FROM (${DAY_BOOKINGS}) d) AS "bookings",
  (SELECT MIN((SELECT b."startsAt" FROM "Booking" b LEFT JOIN "Intake" i ON i."id" = b."intakeId"
      WHERE b."centreId" = o."value" AND b."startsAt" >= ?5 AND b."startsAt" < ?6
      AND b."state" IN ('booked', 'attended', 'missed', 'unmarked')
      AND (?2 OR i."bodyId" IS NULL OR i."bodyId" = ?3) ORDER BY b."startsAt" LIMIT 1))
    FROM json_each(?1) o) AS "next",
  (SELECT json_group_array(json_object('id', u."id", 'ref', u."ref", 'centre', u."centreId",
      'since', u."since"))
    FROM (SELECT i."id", i."ref", i."centreId", MIN(r."createdAt") AS "since" FROM "Reply" r
      CROSS JOIN "Intake" i ON i."id" = r."intakeId" WHERE r."readAt" IS NULL
      AND i."centreId" IN (SELECT "value" FROM json_each(?1))
      AND (?2 OR i."bodyId" IS NULL OR i."bodyId" = ?3)
      GROUP BY i."id" ORDER BY "since" LIMIT 100) u) AS "unread"
  FROM "City" c WHERE c."id" = ?7`)

type Row = { version: number; bookings: string; next: string | null; unread: string }

export function createDayPage(db: Database, seal: Seal) {
  /** A day from one instant until another, looking for the next appointment no further than `far`. */
  return async (
    city: string,
    sight: Sight,
    { from, until, far }: { from: number; until: number; far: number },
  ): Promise<DayPage> => {
    const times = [from, until, far].map(toText)
    const row = await first<Row>(db, ...PAGE(...sightValues(sight), ...times, city))
    if (!row) throw new Error('the city has not been seeded')
    const bookings = JSON.parse(row.bookings) as DayRow[]
    const unread = JSON.parse(row.unread) as (Omit<UnreadReplies, 'since'> & { since: string })[]
    return {
      cityVersion: Number(row.version),
      bookings: await Promise.all(bookings.map((booking) => bookingOf(booking, seal))),
      next: row.next === null ? null : fromText(row.next),
      unread: unread.map((one) => ({ ...one, since: fromText(one.since) })),
    }
  }
}
