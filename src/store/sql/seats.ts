// Seats taken, moved, held and given back, each with one statement, so that none can be sold twice.

import { statement } from './statement.ts'

/**
 * The first wanted seat (?1, JSON) of a centre ?2 that is free from ?3 to ?4; ?5 is ?3 less the longest
 * slot, ?6 the appointment that takes it. A seat counts as free only if nothing overlaps it: opening
 * rules are edited while bookings stand, and then the old grid and the new one lie across each other. A
 * closed hour is free to nobody, whatever a process still remembers of the calendar.
 */
const FREE_SEAT = `
SELECT s."value" AS "seat" FROM json_each(?1) s WHERE NOT EXISTS (
  SELECT 1 FROM "Booking" o WHERE o."centreId" = ?2 AND o."seat" = s."value"
  AND o."startsAt" < ?4 AND o."endsAt" > ?3 AND o."startsAt" > ?5 AND o."id" <> ?6)
AND NOT EXISTS (SELECT 1 FROM "Closure" c WHERE (c."centreId" IS NULL OR c."centreId" = ?2)
  AND (c."seat" IS NULL OR c."seat" = s."value") AND c."startsAt" < ?4 AND c."endsAt" > ?3)
ORDER BY s."key" LIMIT 1`

const SEAT = ['text', 'text', 'text', 'text', 'text', 'text'] as const
const COUNTED = ['text', 'text', 'integer', 'integer'] as const

export const BOOK = statement('seats.book', {
  why: 'takes the first free seat, found by the statement itself',
  sql: `INSERT INTO "Booking" ("id", "ref", "personId", "intakeId", "centreId", "startsAt", "endsAt", "seat",
      "state", "remind", "channel", "createdAt", "changedAt", "changedBy", "remindAt",
      "week", "block", "weekday", "hour")
    SELECT ?6, ?11, ?12, ?13, ?2, ?3, ?4, f."seat", 'booked', ?14, ?15, ?16, ?16, ?17, ?18,
      ?7, ?8, ?9, ?10 FROM (${FREE_SEAT}) f RETURNING "seat"`,
  values: [
    ...SEAT,
    ...COUNTED,
    ...(['text', 'text?', 'text?', 'boolean', 'text', 'text', 'text', 'text?'] as const),
  ],
  rows: { seat: 'integer!' },
})

/** Only from the start ?14. Somebody else's time is not what the person answered for. */
export const MOVE = statement('seats.move', {
  why: 'takes the first free seat and leaves the old one in the same moment',
  sql: `UPDATE "Booking" SET "centreId" = ?2, "startsAt" = ?3, "endsAt" = ?4, "seat" = f."seat",
      "week" = ?7, "block" = ?8, "weekday" = ?9, "hour" = ?10, "changedAt" = ?11, "changedBy" = ?12,
      "sequence" = "sequence" + 1, "remindAt" = CASE WHEN "remind" THEN ?13 END,
      "answer" = CASE WHEN "centreId" = ?2 AND "startsAt" = ?3 THEN "answer" END,
      "answeredAt" = CASE WHEN "centreId" = ?2 AND "startsAt" = ?3 THEN "answeredAt" END
    FROM (${FREE_SEAT}) f WHERE "Booking"."id" = ?6 AND "Booking"."state" = 'booked'
      AND (?14 IS NULL OR "Booking"."startsAt" = ?14)
    RETURNING "seat"`,
  values: [...SEAT, ...COUNTED, 'text', 'text', 'text?', 'text?'],
  rows: { seat: 'integer!' },
})

export const OFFER = statement('seats.offer', {
  why: 'holds the first free seat, found by the statement itself',
  sql: `INSERT INTO "Booking" ("id", "ref", "personId", "centreId", "startsAt", "endsAt", "seat",
      "state", "remind", "channel", "createdAt", "changedAt", "changedBy", "heldUntil", "heldFor",
      "week", "block", "weekday", "hour")
    SELECT ?6, '', ?11, ?2, ?3, ?4, f."seat", 'offered', 0, 'telegram', ?12, ?12, 'system', ?13, ?14,
      ?7, ?8, ?9, ?10 FROM (${FREE_SEAT}) f RETURNING "seat"`,
  values: [...SEAT, ...COUNTED, 'text', 'text', 'text', 'text'],
  rows: { seat: 'integer!' },
})

const LAST_SEAT = `(SELECT e."seat" FROM "BookingEvent" e WHERE e."bookingId" = "Booking"."id"
        AND e."state" = 'booked' ORDER BY e."id" DESC LIMIT 1)`

/**
 * The old seats of appointments (?1, ids as JSON) that closures displaced (?4, as JSON what changed them), whose people
 * have no other time, whose request nobody has erased, and where nothing else is closed. Where each had its seat stands
 * in its history alone. It cannot have been given to anybody else: while a closure stands, no statement takes it.
 */
export const GIVE_BACK = statement('seats.give-back', {
  why: 'the seat comes from the history of each',
  sql: `UPDATE "Booking" SET "state" = 'booked', "changedAt" = ?2, "changedBy" = ?3,
      "sequence" = "sequence" + 1,
      "remindAt" = CASE WHEN "remind" THEN ?5 END,
      "seat" = ${LAST_SEAT}
    WHERE "id" IN (SELECT "value" FROM json_each(?1)) AND "state" = 'cancelled'
      AND "changedBy" IN (SELECT "value" FROM json_each(?4)) AND "startsAt" > ?2 AND "intakeId" IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM "Booking" o
        WHERE o."personId" = "Booking"."personId" AND o."state" = 'booked')
      AND NOT EXISTS (SELECT 1 FROM "Closure" c WHERE 'closure:' || c."id" NOT IN (SELECT "value" FROM json_each(?4))
        AND c."startsAt" < "Booking"."endsAt" AND c."endsAt" > "Booking"."startsAt"
        AND (c."centreId" IS NULL OR c."centreId" = "Booking"."centreId")
        AND (c."seat" IS NULL OR c."seat" = ${LAST_SEAT}))
    RETURNING "id", "personId"`,
  values: ['text', 'text', 'text', 'text', 'text?'],
  rows: { id: 'text', personId: 'text?' },
})

/** Which seats are taken at some centres (JSON), by a start from ?2 until ?3. */
export const TAKEN = statement('seats.taken', {
  why: 'on the way of every tap that shows times',
  sql: `SELECT "centreId", "startsAt", "endsAt", "seat" FROM "Booking"
    WHERE "centreId" IN (SELECT "value" FROM json_each(?1)) AND "startsAt" >= ?2 AND "startsAt" < ?3
      AND "seat" IS NOT NULL`,
  values: ['text', 'text', 'text'],
  rows: { centreId: 'text', startsAt: 'text', endsAt: 'text', seat: 'integer!' },
})
