// What the tick asks each minute, all of it at once.

import { UNTOLD_WHERE } from './appointments.ts'
import { statement } from './statement.ts'
import { writtenDownOver } from './talk.ts'

/**
 * `DUE(now, names of facts as JSON, day, written down before, interrupted before, and after, shown before, when the day began)`: whether
 * there is anything to do, kind by kind. No row where no city is there yet.
 */
export const DUE = statement('tick.due', {
  why: 'each minute: ten questions that find nothing nearly always, as one statement and without the query compiler',
  sql: `SELECT "id", "version",
      (SELECT json_group_object(f."key", f."value") FROM "Meta" f
        WHERE f."key" IN (SELECT "value" FROM json_each(?2))) AS "facts",
      COALESCE((SELECT MAX("id") FROM "BookingEvent"), 0) AS "lastChange",
      EXISTS (SELECT 1 FROM "Closure" WHERE "pending" = TRUE) AS "closing",
      EXISTS (SELECT 1 FROM "Booking" WHERE "state" = 'offered' AND "heldUntil" <= ?1) AS "offersOver",
      EXISTS (SELECT 1 FROM "Waiting" WHERE "state" = 'waiting') AS "waiters",
      EXISTS (SELECT 1 FROM "Booking" b WHERE ${UNTOLD_WHERE}) AS "untold",
      EXISTS (SELECT 1 FROM "Booking" WHERE "remindAt" <= ?1) AS "reminders",
      EXISTS (SELECT 1 FROM "Intake" WHERE "followUpOn" <= ?3 AND "status" = 'closed') AS "followUps",
      EXISTS (SELECT 1 FROM "Intake" WHERE ${writtenDownOver('?4', '?8')}) AS "callers",
      EXISTS (SELECT 1 FROM "Told" WHERE "lookAt" <= ?1 AND ("kind" <> 'mention' OR "at" < ?7)) AS "told",
      EXISTS (SELECT 1 FROM "Outbox" WHERE "status" = 'sending'
        AND ("claimedAt" < ?5 OR "claimedAt" > ?6)) AS "interrupted",
      EXISTS (SELECT 1 FROM "Outbox" WHERE "status" = 'queued' AND "dueAt" > ?1
        AND ("createdAt" > ?1 OR "claimedAt" > ?1)) AS "aheadOfClock",
      (SELECT MIN("dueAt") FROM "Outbox" WHERE "status" = 'queued') AS "nextMessage"
    FROM "City"`,
  values: ['text', 'text', 'text', 'text', 'text', 'text', 'text', 'text'],
  rows: {
    id: 'text',
    version: 'integer',
    facts: 'text',
    lastChange: 'integer',
    closing: 'boolean',
    offersOver: 'boolean',
    waiters: 'boolean',
    untold: 'boolean',
    reminders: 'boolean',
    followUps: 'boolean',
    callers: 'boolean',
    told: 'boolean',
    interrupted: 'boolean',
    aheadOfClock: 'boolean',
    nextMessage: 'text?',
  },
})
