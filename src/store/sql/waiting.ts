// Who waits for a seat, and how it ends.

import { statement } from './statement.ts'

/** Begins to wait; whoever waits already goes on. */
export const BEGIN_WAITING = statement('waiting.begin', {
  why: 'one wish a person, by a key that holds only while they wait',
  sql: `INSERT INTO "Waiting" ("id", "personId", "intakeId", "wishes", "since", "state", "changedAt")
    VALUES (?1, ?2, ?3, ?4, ?5, 'waiting', ?5)
    ON CONFLICT ("personId") WHERE "state" = 'waiting' DO NOTHING`,
  values: ['text', 'text', 'text?', 'text', 'text'],
})

/**
 * Ends the wish of a person ?3; where a time is named (centre ?4, start ?5), only if that time is held
 * for it.
 */
export const END_WISH = statement('waiting.end', {
  why: 'on the way of a booking',
  sql: `UPDATE "Waiting" SET "state" = ?1, "changedAt" = ?2
    WHERE "personId" = ?3 AND "state" = 'waiting' AND (?4 IS NULL OR "id" IN (
      SELECT h."heldFor" FROM "Booking" h WHERE h."personId" = ?3 AND h."state" = 'offered'
        AND h."centreId" = ?4 AND h."startsAt" = ?5))`,
  values: ['text', 'text', 'text', 'text?', 'text?'],
})

/** Nobody is offered two seats at once, nor one that cannot be told to them, in a chat or on their page. */
export const WAITERS = statement('waiting.list', {
  why: 'with what each needs, the appointment they have and the times each let go by, or had while they waited',
  sql: `SELECT w."id", w."personId", w."intakeId", w."wishes", w."since",
    i."talk" -> '$.answers' AS "answers", i."takenBy",
    (SELECT b."startsAt" FROM "Booking" b WHERE b."personId" = w."personId"
      AND b."state" = 'booked' AND b."endsAt" > ?1) AS "has",
    (SELECT json_group_array(json_object('centre', o."centreId", 'startsAt', o."startsAt",
        'at', o."changedAt"))
      FROM "Booking" o WHERE o."personId" = w."personId" AND o."startsAt" > ?1
      AND (o."state" IN ('offer-declined', 'offer-expired', 'offer-released')
        OR (o."state" = 'cancelled' AND o."changedAt" >= w."changedAt"))) AS "released"
    FROM "Waiting" w JOIN "Person" p ON p."id" = w."personId" LEFT JOIN "Intake" i ON i."id" = w."intakeId"
    WHERE w."state" = 'waiting' AND (p."unreachable" IS NULL OR (p."unreachable" <> 'no-chat'
      AND EXISTS (SELECT 1 FROM "Address" a WHERE a."personId" = p."id" AND a."channel" = 'web')))
      AND NOT EXISTS (
      SELECT 1 FROM "Booking" h WHERE h."personId" = w."personId" AND h."state" = 'offered')`,
  values: ['text'],
  rows: {
    id: 'text',
    personId: 'text',
    intakeId: 'text?',
    wishes: 'text',
    since: 'text',
    answers: 'text?',
    takenBy: 'text?',
    has: 'text?',
    released: 'text',
  },
})
