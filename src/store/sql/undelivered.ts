// Messages that were refused for good, with the centre each is about.

import { statement, word } from './statement.ts'

const CENTRE = `COALESCE(o."payload" ->> 'centre',
    (SELECT "centreId" FROM "Intake" WHERE "id" = o."payload" ->> 'intake'),
    (SELECT "centreId" FROM "Booking" WHERE "id" = COALESCE(o."bookingId", o."payload" ->> 'booking')),
    (SELECT i."centreId" FROM "Intake" i WHERE i."personId" = o."personId" AND i."centreId" IS NOT NULL
      ORDER BY i."createdAt" DESC LIMIT 1))`

// Whom staff wrote down has no chat: that nothing arrives there is no refusal, but for what they have to be told.
const UNTOLD = `o."kind" IN ('staff-change', 'reopened') AND EXISTS (SELECT 1 FROM "Booking" b
      JOIN "Intake" i ON i."id" = b."intakeId" WHERE b."id" = o."bookingId" AND o."doneAt" > COALESCE(i."calledAt", ''))`
const REFUSED = `SELECT o."id", o."kind", o."reason", o."status", o."doneAt", ${CENTRE} AS "centre"
  FROM "Outbox" o WHERE o."status" IN ('failed', 'blocked') AND o."heededAt" IS NULL
    AND (o."reason" <> 'no-chat' OR ${UNTOLD})`
const THEIRS = `(?1 IS NULL OR "centre" IN (SELECT "value" FROM json_each(?1)))`

/** Takes the centres (JSON), `null` for all. */
export const UNDELIVERED = statement('undelivered.messages', {
  why: 'whose a message is stands in four places, one of them JSON',
  sql: `SELECT * FROM (${REFUSED}) WHERE ${THEIRS} ORDER BY "doneAt" DESC LIMIT 2000`,
  values: ['text?'],
  rows: {
    id: 'integer',
    kind: 'text',
    reason: 'text!',
    status: word<'failed' | 'blocked'>(),
    doneAt: 'text!',
    centre: 'text?',
  },
})

/** How much of it there is; with calls of webhooks and of setting up where the second value says so. */
export const UNDELIVERED_COUNT = statement('undelivered.count', {
  why: 'asked with every page of whoever can do something about it: one round trip',
  sql: `SELECT (SELECT count(*) FROM (${REFUSED}) WHERE ${THEIRS}) + iif(?2,
      (SELECT count(*) FROM "WebhookDelivery" WHERE "status" = 'dead' AND "heededAt" IS NULL)
      + (SELECT count(*) FROM "Meta" WHERE "key" = 'set-up-refused'), 0) AS "count"`,
  values: ['text?', 'boolean'],
  rows: { count: 'integer' },
})
