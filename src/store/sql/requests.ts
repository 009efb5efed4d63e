// Requests: what is kept and dropped with them.

import { statement } from './statement.ts'

/** Messages about one request: of staff, and what was asked about its referrals. */
export const DROP_MESSAGES = statement('requests.drop-messages', {
  why: 'what a message is about stands in its payload, which is JSON',
  sql: `DELETE FROM "Outbox" WHERE "personId" = (SELECT i."personId" FROM "Intake" i WHERE i."id" = ?1)
    AND ("payload" ->> 'intake' = ?1 OR "payload" ->> 'referral' IN
      (SELECT r."id" FROM "Referral" r WHERE r."intakeId" = ?1))`,
  values: ['text'],
})

/** An answer to a message of staff: its request, whose that must be, the input, language, text, instant. */
export const ADD_REPLY = statement('requests.add-reply', {
  why: 'kept only where the request is the person’s, and once for each input',
  sql: `INSERT INTO "Reply" ("intakeId", "input", "language", "sealed", "createdAt")
    SELECT i."id", ?3, ?4, ?5, ?6 FROM "Intake" i
    WHERE i."id" = ?1 AND i."personId" = ?2
    ON CONFLICT DO NOTHING`,
  values: ['text', 'text', 'text', 'text', 'text', 'text'],
})

/**
 * Whether nobody of staff has taken over or opened a request `i` at its centre. What a machine fetched,
 * nobody has read.
 */
export const UNOPENED = `i."status" = 'new' AND NOT EXISTS (SELECT 1 FROM "Audit" a
  JOIN "Staff" s ON s."id" = a."staffId" WHERE a."subject" = i."id" AND a."centreId" = i."centreId"
  AND a."action" = 'see-record' AND a."outcome" = 'done')`
