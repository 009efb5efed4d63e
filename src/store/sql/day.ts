// The page of a day; a week is a longer one.

import { pulseSql } from './inbox.ts'
import { UNOPENED } from './requests.ts'
import { statement } from './statement.ts'

const COLUMNS = [
  ...['id', 'ref', 'centreId', 'startsAt', 'endsAt', 'state', 'channel', 'answer', 'intakeId'],
  ...[
    'talk',
    'sealed',
    'urgency',
    'status',
    'bodyId',
    'takenByName',
    'takenByBody',
    'language',
    'unreachable',
  ],
  ...['hasPhone', 'channels', 'unread', 'seat', 'orders', 'takenBy', 'changedAt'],
]
const NEEDING = [
  ...[
    'id',
    'centreId',
    'startsAt',
    'endsAt',
    'seat',
    'changedAt',
    'intakeId',
    'personId',
    'bodyId',
    'spoken',
  ],
  ...['counsellor', 'topics'],
]
const ORDERS = [
  ...[
    'id',
    'bookingId',
    'centreId',
    'startsAt',
    'endsAt',
    'language',
    'gender',
    'pool',
    'poolName',
    'mode',
  ],
  ...[
    'state',
    'orderedAt',
    'changedAt',
    'changedBy',
    'nowCentreId',
    'nowStartsAt',
    'nowState',
    'personId',
  ],
]
const object = (columns: readonly string[], row: string) =>
  `json_object(${columns.map((name) => `'${name}', ${row}."${name}"`).join(', ')})`
const COMING = `"centreId" IN (SELECT "value" FROM json_each(?1)) AND "startsAt" >= ?8`

const SEEN = `(?2 OR "bodyId" IS NULL OR "bodyId" = ?3)`
const SHOWN = `"state" IN ('booked', 'attended', 'missed', 'unmarked')`

/**
 * Takes the centres (JSON), whether requests of every carrier are wanted, the carrier, from when until when, how far
 * to look for the next appointment, the city, now, who looks, and the day in Germany (YYYY-MM-DD). `bookings` are rows of BookingRow, as JSON, of every carrier:
 * that a seat is taken is for all to see. Seats held for somebody are among them.
 */
export const DAY_PAGE = statement('day.page', {
  why: 'eight lists and whether anything changed in one round trip: whoever opens the page in the morning waits once',
  // Each centre's next appointment is one step in the index; all later ones would be months of rows.
  // CROSS JOIN begins with the few unread answers rather than with every request of the centres.
  sql: `SELECT c."version",
    (SELECT json_group_array(${object(COLUMNS, 'd')})
      FROM (SELECT * FROM "BookingRow" WHERE "centreId" IN (SELECT "value" FROM json_each(?1))
        AND "startsAt" >= ?4 AND "startsAt" < ?5 AND ("state" = 'offered' OR ${SHOWN})
        ORDER BY "startsAt", "rank", "seat") d) AS "bookings",
    (SELECT MIN((SELECT "startsAt" FROM "BookingRow" WHERE "centreId" = o."value"
        AND "startsAt" >= ?5 AND "startsAt" < ?6 AND ${SHOWN}
        ORDER BY "startsAt" LIMIT 1))
      FROM json_each(?1) o) AS "next",
    (SELECT json_group_array(json_object('id', u."id", 'ref', u."ref", 'centre', u."centreId",
        'body', u."bodyId", 'urgency', u."urgency", 'since', u."since"))
      FROM (SELECT i."id", i."ref", i."centreId", i."bodyId", i."urgency", MIN(r."createdAt") AS "since" FROM "Reply" r
        CROSS JOIN "Intake" i ON i."id" = r."intakeId" WHERE r."readAt" IS NULL
        AND i."centreId" IN (SELECT "value" FROM json_each(?1)) AND ${SEEN}
        GROUP BY i."id" ORDER BY "since" LIMIT 100) u) AS "unread",
    (SELECT json_group_array(json_object('id', n."id", 'ref', n."ref", 'urgency', n."urgency",
        'centre', n."centreId", 'body', n."bodyId", 'talk', n."talk", 'sealed', n."sealed", 'since', n."submittedAt"))
      FROM (SELECT i.* FROM "Intake" i
        WHERE i."centreId" IN (SELECT "value" FROM json_each(?1)) AND i."rank" <= 1
        AND ${SEEN} AND i."submittedAt" IS NOT NULL AND ${UNOPENED}
        ORDER BY i."rank", i."submittedAt" LIMIT 50) n) AS "unopened",
    (SELECT json_group_array(json_object('id', f."id", 'ref', f."ref", 'centre', f."centreId", 'body', f."bodyId",
        'urgency', f."urgency", 'on', f."followUpOn", 'sealed', f."followUpSealed"))
      FROM (SELECT i.* FROM "Intake" i INDEXED BY "Intake_followUpOn_idx"
        WHERE i."followUpOn" <= ?10 AND i."status" <> 'closed' AND i."centreId" IN (SELECT "value" FROM json_each(?1))
        AND ${SEEN} AND (i."takenBy" IS NULL OR i."takenBy" = ?9
          OR EXISTS (SELECT 1 FROM "Staff" s WHERE s."id" = i."takenBy" AND s."disabledAt" IS NOT NULL))
        ORDER BY i."followUpOn", i."rank" LIMIT 50) f) AS "due",
    (SELECT json_group_array(${object(NEEDING, 'e')})
      FROM (SELECT * FROM "InterpretingRow" WHERE ${COMING} ORDER BY "startsAt", "id") e) AS "needing",
    (SELECT json_group_array(${object(ORDERS, 'o')})
      FROM (SELECT * FROM "InterpreterOrderRow" WHERE ${COMING} ORDER BY "startsAt", "id") o) AS "orders",
    ${pulseSql('?1', '?8')} AS "pulse"
    FROM "City" c WHERE c."id" = ?7`,
  values: [
    ...(['text', 'boolean', 'text?', 'text', 'text', 'text', 'text', 'text'] as const),
    ...(['text', 'text'] as const),
  ],
  rows: {
    version: 'integer',
    bookings: 'text',
    next: 'text?',
    unread: 'text',
    unopened: 'text',
    due: 'text',
    needing: 'text',
    orders: 'text',
    pulse: 'text',
  },
})
