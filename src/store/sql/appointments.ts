// What goes with a change of appointments, and how one stands now.

import { APPOINTMENT, interpreterOf } from './columns.ts'
import { statement } from './statement.ts'

// Some of them by id (?1, JSON), of a request ?2, of a person ?3. In state ?4, and over by ?5 if that is said.
const CHOSEN = `("id" IN (SELECT "value" FROM json_each(?1)) OR "intakeId" = ?2 OR "personId" = ?3)
  AND "state" = ?4 AND (?5 IS NULL OR "endsAt" <= ?5)`
const CHOICE = ['text?', 'text?', 'text?', 'text', 'text?'] as const

export const CHANGE_STATE = statement('appointments.change-state', {
  why: 'whether there are reminders, and which seat is kept, stands in each row',
  sql: `UPDATE "Booking" SET "state" = ?6, "seat" = CASE WHEN ?7 THEN "seat" END,
      "remindAt" = CASE WHEN "remind" THEN ?8 END, "changedAt" = ?9, "changedBy" = ?10,
      "sequence" = "sequence" + 1
    WHERE ${CHOSEN}`,
  values: [...CHOICE, 'text', 'boolean', 'text?', 'text', 'text'],
})

/** Before they are changed: afterwards nothing tells which they were. */
export const OWE_CHANGED = statement('appointments.owe-changed', {
  why: 'one row for each appointment and each webhook that asked for it',
  sql: `INSERT INTO "WebhookDelivery" ("webhookId", "event", "subject", "dueAt", "createdAt")
    SELECT w."id", 'appointment.changed', b."id", ?6, ?6 FROM "Webhook" w,
      (SELECT "id" FROM "Booking" WHERE ${CHOSEN}) b
    WHERE EXISTS (SELECT 1 FROM json_each(w."events") e WHERE e."value" = 'appointment.changed')`,
  values: [...CHOICE, 'text'],
})

/** Whoever takes a time lets go of every seat held for them: the one they take changes hands. */
export const LET_GO = statement('appointments.let-go', {
  why: 'on the way of a booking',
  sql: `UPDATE "Booking" SET "seat" = NULL, "changedAt" = ?4, "changedBy" = ?5, "state" =
      CASE WHEN "centreId" = ?2 AND "startsAt" = ?3 THEN 'offer-taken' ELSE 'offer-released' END
    WHERE "personId" = ?1 AND "state" = 'offered'`,
  values: ['text', 'text', 'text', 'text', 'text'],
})

/**
 * Frees seats whose time to answer is over by ?4, those held for what a person ?5 waits for, and those
 * held in place of displaced appointments (?6, ids as JSON).
 */
export const END_OFFERS = statement('appointments.end-offers', {
  why: 'the few that are open are found in an index, in the tick as well',
  sql: `UPDATE "Booking" SET "state" = ?1, "seat" = NULL, "changedAt" = ?2, "changedBy" = ?3
    WHERE "state" = 'offered' AND ("heldUntil" <= ?4 OR "heldFor" IN (SELECT w."id" FROM "Waiting" w
        WHERE w."personId" = ?5 AND w."state" = 'waiting')
      OR EXISTS (SELECT 1 FROM json_each(?6) d WHERE "heldFor" LIKE d."value" || ':%'))`,
  values: ['text', 'text', 'text', 'text?', 'text?', 'text?'],
})

/**
 * A request is where its appointment is: whoever expects the person must be able to read it. Where staff moved it
 * (?3), it stays with their carrier; where the person went there, nobody has it, one in care is new again, and what
 * was written by the carrier that had it stays with that one (at ?4).
 */
export const REQUEST_FOLLOWS = statement('appointments.request-follows', {
  why: 'on the way of a booking',
  sql: `UPDATE "Intake" SET "centreId" = ?2,
      "takenBy" = CASE WHEN ?3 THEN "takenBy" END, "bodyId" = CASE WHEN ?3 THEN "bodyId" END,
      "walledFor" = CASE WHEN ?3 OR "bodyId" IS NULL THEN "walledFor"
        WHEN "walledAt" IS NULL OR "walledFor" = "bodyId" THEN "bodyId" END,
      "walledAt" = CASE WHEN ?3 OR "bodyId" IS NULL THEN "walledAt" ELSE ?4 END,
      "followUpOn" = CASE WHEN ?3 THEN "followUpOn" END, "followUpBy" = CASE WHEN ?3 THEN "followUpBy" END,
      "followUpSealed" = CASE WHEN ?3 THEN "followUpSealed" END,
      "status" = CASE WHEN "status" = 'in-care' AND NOT ?3 THEN 'new' ELSE "status" END
    WHERE "id" = (SELECT b."intakeId" FROM "Booking" b WHERE b."id" = ?1 AND b."state" = 'booked')
      AND "centreId" <> ?2`,
  values: ['text', 'text', 'boolean', 'text'],
})

/** By id ?1, or the open one of a person ?2. */
export const APPOINTMENT_NOW = statement('appointments.now', {
  why: 'with its request’s answers and carrier, and whether there is another; asked for each message that goes out',
  sql: `SELECT b."id", b."ref", b."centreId", b."startsAt", b."endsAt", b."seat", b."state", b."remind",
      b."changedAt", b."sequence", ${interpreterOf('b')},
      i."talk" -> '$.answers' AS "answers", i."bodyId", EXISTS (SELECT 1 FROM "Booking" o WHERE o."personId" = b."personId"
        AND o."state" = 'booked' AND o."id" <> b."id") AS "hasOther",
      (SELECT s."id" FROM "Intake" x JOIN "Staff" s ON s."id" = x."takenBy" AND s."disabledAt" IS NULL
        WHERE x."personId" = b."personId" ORDER BY x."submittedAt" DESC LIMIT 1) AS "counsellor"
    FROM "Booking" b LEFT JOIN "Intake" i ON i."id" = b."intakeId"
    WHERE b."id" = ?1 OR (b."personId" = ?2 AND b."state" = 'booked')`,
  values: ['text?', 'text?'],
  rows: {
    ...APPOINTMENT,
    answers: 'text?',
    bodyId: 'text?',
    hasOther: 'boolean',
    counsellor: 'text?',
  },
})

/** Held for somebody who waits and has no message about it queued, of bookings `b`. */
export const UNTOLD_WHERE = `b."state" = 'offered'
    AND EXISTS (SELECT 1 FROM "Waiting" w WHERE w."id" = b."heldFor")
    AND NOT EXISTS (SELECT 1 FROM "Outbox" m WHERE m."key" = 'offer:' || b."id")`

export const UNTOLD = statement('appointments.untold', {
  why: 'compares keys of messages with ids',
  sql: `SELECT b."id", b."personId", b."heldUntil" FROM "Booking" b WHERE ${UNTOLD_WHERE}`,
  rows: { id: 'text', personId: 'text?', heldUntil: 'text!' },
})
