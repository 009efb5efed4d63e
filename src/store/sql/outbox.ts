// Messages owed, as the tick takes and settles them.

import { partyIn } from './party.ts'
import { statement } from './statement.ts'

/** `QUEUE(instant, JSON list of messages)`; who was forgotten gets nothing, what is about nobody (`''`) is queued. */
export const QUEUE = statement('outbox.queue', {
  why: 'many rows at once, each only where its key is new and its person still there, or where it has none',
  sql: `INSERT INTO "Outbox" ("key", "kind", "personId", "bookingId", "payload", "sealed", "rank",
      "dueAt", "createdAt")
    SELECT m."value" ->> 'key', m."value" ->> 'kind', NULLIF(m."value" ->> 'personId', ''),
      m."value" ->> 'bookingId', m."value" ->> 'payload', m."value" ->> 'sealed',
      m."value" ->> 'rank', m."value" ->> 'dueAt', ?1
    FROM json_each(?2) m
    WHERE m."value" ->> 'personId' = '' OR EXISTS (SELECT 1 FROM "Person" p WHERE p."id" = m."value" ->> 'personId')
    ON CONFLICT ("key") DO NOTHING RETURNING "id"`,
  values: ['text', 'text'],
  rows: { id: 'integer' },
})

// Where it arrives by itself; else where it can be read; of several pages the latest.
const FIRST_BY = `(a."channel" = 'telegram' AND p."unreachable" IS NULL) DESC, a."channel" = 'web' DESC,
  a."createdAt" DESC`

export const CLAIM_MESSAGE = statement('outbox.claim', {
  why: 'a claim: the first in an order and nobody else’s, with the person it goes to',
  sql: `UPDATE "Outbox" SET "status" = 'sending', "claimedAt" = ?1, "attempts" = "attempts" + 1
    WHERE "status" = 'queued' AND "id" = (SELECT o."id" FROM "Outbox" o WHERE o."status" = 'queued'
      AND o."dueAt" <= ?1 ORDER BY o."rank", o."dueAt", o."id" LIMIT 1)
    RETURNING "id", "key", "kind", "personId", "bookingId", "payload", "sealed", "dueAt",
      "createdAt", "attempts",
      (SELECT json_object('channel', a."channel", 'sealed', a."sealed", 'language', p."language",
          'unreachable', p."unreachable", 'hasPage', json(iif(EXISTS (SELECT 1 FROM "Address" w
            WHERE w."personId" = p."id" AND w."channel" = 'web'), 'true', 'false')),
          'talk', json((SELECT json_object('heard', i."talk" ->> '$.heard', 'needs', json(i."talk" -> '$.answers.needs'))
            FROM "Intake" i WHERE i."personId" = p."id" ORDER BY i."createdAt" DESC, i."rowid" DESC LIMIT 1)),
          'party', json(${partyIn('"Address" q WHERE q."key" = a."key"')})) FROM "Person" p JOIN "Address" a ON a."personId" = p."id"
        WHERE p."id" = "Outbox"."personId" ORDER BY ${FIRST_BY} LIMIT 1) AS "to"`,
  values: ['text'],
  rows: {
    id: 'integer',
    key: 'text',
    kind: 'text',
    personId: 'text?',
    bookingId: 'text?',
    payload: 'text',
    sealed: 'text?',
    dueAt: 'text',
    createdAt: 'text',
    attempts: 'integer',
    to: 'text?',
  },
})

// Why a message that was to leave did not yet; what was put down for a later hour is not owed before.
const PUT_OFF = `'flood', 'server', 'connection', 'interrupted'`

/** `OWED(instants as JSON)`: one number each, in their order. */
export const OWED = statement('outbox.owed', {
  why: 'several counts of the same rows, asked every few seconds by whoever watches',
  sql: `SELECT (SELECT count(*) FROM "Outbox" o WHERE o."status" IN ('queued', 'sending')
      AND (o."dueAt" <= s."value" OR o."reason" IN (${PUT_OFF}) AND o."createdAt" <= s."value")) AS "n"
    FROM json_each(?1) s ORDER BY s."key"`,
  values: ['text'],
  rows: { n: 'integer' },
})
