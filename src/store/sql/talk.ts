// A step of a talk, which is what Lotse does most: loaded with one statement, saved with one batch.

import type { Appointment } from '../../domain/appointment/appointment.ts'
import type { BookingState } from '../../domain/appointment/attendance.ts'
import type { BlockedReason } from '../../domain/appointment/delivery.ts'
import { interpreterOf } from './columns.ts'
import { partyIn } from './party.ts'
import { statement, wordOrNull } from './statement.ts'
import { soundsOf, toldOf } from './told.ts'

const why = 'on the way of every tap'

/** What a person `p` waits for, and what is held for them. */
const waits = (now: string) => `
  (SELECT w."wishes" FROM "Waiting" w WHERE w."personId" = p."id" AND w."state" = 'waiting')
    AS "waiting",
  (SELECT json_group_array(json_object('id', h."id", 'centre', h."centreId",
      'startsAt', h."startsAt", 'endsAt', h."endsAt", 'seat', h."seat", 'until', h."heldUntil"))
    FROM "Booking" h WHERE h."personId" = p."id" AND h."state" = 'offered' AND h."heldUntil" > ${now})
    AS "held"`
const WAITS = { waiting: 'text?', held: 'text' } as const

// Everybody behind the address.
const BEHIND = `behind AS MATERIALIZED (SELECT q."rowid" AS "rowid", q.* FROM "Address" q WHERE q."key" IN (?5, ?6))`

// What limits the changes of one limits all of them together: also those beside them at another address of theirs.
const DOORS = `doors AS MATERIALIZED (SELECT DISTINCT o."key" FROM behind me CROSS JOIN "Address" o ON o."personId" = me."personId")`
const TOGETHER = `together AS MATERIALIZED (SELECT DISTINCT q."personId" FROM doors d CROSS JOIN "Address" q ON q."key" = d."key")`

// The first line in the history of a booking is its making, so every later "booked" is a move. Those of
// whoever was erased since count on.
const CHANGES = `
  (SELECT group_concat(t."what" || '@' || t."at") FROM (
    SELECT e."state" AS "what", e."at" FROM together g CROSS JOIN "Booking" z ON z."personId" = g."personId"
      CROSS JOIN "BookingEvent" e ON e."bookingId" = z."id"
    WHERE e."by" = 'person' AND e."at" > ?2
      AND e."state" IN ('booked', 'cancelled')
      AND EXISTS (SELECT 1 FROM "BookingEvent" f WHERE f."bookingId" = z."id" AND f."id" < e."id")
    UNION ALL SELECT l."what", l."at" FROM doors d CROSS JOIN "AddressChange" l ON l."key" = d."key"
      WHERE l."at" > ?2
  ) t) AS "changes"`

// The latest message of staff that can be answered, to whomever behind the address. The input that is being answered may have kept its
// answer already. What a sender has taken in hand counts: it may have arrived before that is written down.
const WRITTEN = `
  (SELECT json_object('person', o."personId", 'request', v."id", 'centre', v."centreId", 'replies',
      (SELECT count(*) FROM "Reply" r WHERE r."intakeId" = v."id" AND r."input" <> ?1
        AND r."createdAt" >= o."claimedAt"))
    FROM behind q CROSS JOIN "Outbox" o ON o."personId" = q."personId"
      JOIN "Intake" v ON v."id" = o."payload" ->> 'intake'
    WHERE o."kind" = 'staff-message' AND o."claimedAt" > ?4
    ORDER BY o."claimedAt" DESC LIMIT 1) AS "written"`

// Also of the present request, once somebody has taken it: its appointment may be moved to where they counsel.
const EARLIER = `
  (SELECT json_group_array(json_object('id', s."id",
      'role', s."role", 'centres', json(s."centres"), 'body', s."body"))
    FROM (SELECT x."takenBy" FROM "Intake" x WHERE x."personId" = p."id" AND x."takenBy" IS NOT NULL
      ORDER BY x."submittedAt" DESC LIMIT 5) e
    JOIN "Staff" s ON s."id" = e."takenBy" AND s."disabledAt" IS NULL) AS "earlier"`

/**
 * `LOAD(input, changes since, now, written since, key, older key, city)`: whether an input was answered,
 * and who stands behind an address, with their latest request and its appointment.
 */
export const LOAD = statement('talk.load', {
  why,
  sql: `WITH ${BEHIND}, ${DOORS}, ${TOGETHER}
    SELECT EXISTS (SELECT 1 FROM "AnsweredInput" u WHERE u."id" = ?1) AS "answered",
    (SELECT t."messages" FROM "AnsweredInput" t WHERE t."id" = 'meant:' || ?1) AS "meant",
    c."version" AS "cityVersion",
    EXISTS (SELECT 1 FROM "Waiting" v WHERE v."state" = 'waiting') AS "waitedFor",
    p."id" AS "personId", p."language", p."unreachable", p."pinCount",
    COALESCE((SELECT group_concat(w."channel") FROM "Address" w WHERE w."personId" = p."id"), '') AS "channels",
    EXISTS (SELECT 1 FROM behind q CROSS JOIN "Outbox" n ON n."personId" = q."personId" WHERE n."status" = 'kept') AS "hasNews",
    (SELECT group_concat(k."scope" || '|' || k."textHash" || '|' || k."givenAt") FROM "Consent" k
      WHERE k."personId" = p."id" AND k."withdrawnAt" IS NULL) AS "consents",
    i."id" AS "intakeId", i."version", i."lastInput" = ?1 AS "decided", i."updatedAt" AS "savedAt",
    i."talk", i."sealed", i."ref", i."callBack", i."source", i."centreId", i."urgency",
    i."submittedAt" IS NOT NULL AS "submitted", i."handedAt" IS NOT NULL AS "isHandedOver",
    b."id" AS "bookingId", b."ref" AS "bookingRef", b."centreId" AS "bookingCentre",
    b."startsAt", b."endsAt", b."seat", b."state", b."remind", b."changedAt", b."sequence", ${interpreterOf('b')},
    ${CHANGES}, ${waits('?3')}, ${WRITTEN}, ${EARLIER},
    ${partyIn('behind q')} AS "party",
    ${toldOf('p."id"', 'a."channel"')}, ${soundsOf('(SELECT q."personId" FROM behind q)', 'a."channel"')}
  FROM "City" c
  LEFT JOIN "Address" a ON a."rowid" = (SELECT r."rowid" FROM behind r
    ORDER BY r."current" DESC, r."relation" IS NOT NULL, r."createdAt" LIMIT 1)
  LEFT JOIN "Person" p ON p."id" = a."personId"
  LEFT JOIN "Intake" i ON i."id" = (SELECT x."id" FROM "Intake" x WHERE x."personId" = p."id"
    ORDER BY x."createdAt" DESC, x."rowid" DESC LIMIT 1)
  LEFT JOIN "Booking" b ON b."id" = (SELECT y."id" FROM "Booking" y WHERE y."personId" = p."id"
    AND y."state" IN ('booked', 'cancelled', 'attended', 'missed', 'unmarked')
    AND (y."intakeId" = i."id" OR y."state" = 'booked')
    ORDER BY y."state" = 'booked' DESC, y."changedAt" DESC, y."rowid" DESC LIMIT 1)
  WHERE c."id" = ?7`,
  values: ['text', 'text', 'text', 'text', 'text', 'text', 'text'],
  rows: {
    answered: 'boolean',
    meant: 'text?',
    cityVersion: 'integer',
    waitedFor: 'boolean',
    personId: 'text?',
    language: 'text?',
    unreachable: wordOrNull<BlockedReason>(),
    pinCount: 'integer?',
    channels: 'text',
    hasNews: 'boolean',
    consents: 'text?',
    intakeId: 'text?',
    version: 'integer?',
    decided: 'boolean?',
    savedAt: 'text?',
    talk: 'text?',
    sealed: 'text?',
    ref: 'text?',
    callBack: 'text?',
    source: 'text?',
    centreId: 'text?',
    urgency: 'text?',
    submitted: 'boolean',
    isHandedOver: 'boolean',
    bookingId: 'text?',
    bookingRef: 'text?',
    bookingCentre: 'text?',
    startsAt: 'text?',
    endsAt: 'text?',
    seat: 'integer?',
    state: wordOrNull<BookingState>(),
    remind: 'boolean?',
    changedAt: 'text?',
    sequence: 'integer?',
    interpreter: wordOrNull<NonNullable<Appointment['interpreter']>>(),
    changes: 'text?',
    ...WAITS,
    written: 'text?',
    earlier: 'text',
    party: 'text',
    told: 'text',
    sounds: 'text',
  },
})

/** What `LOAD` tells of the waiting list, asked again after a step has changed it. */
export const WAITS_FOR = statement('talk.waits-for', {
  why,
  sql: `SELECT ${waits('?2')} FROM "Person" p WHERE p."id" = ?1`,
  values: ['text', 'text'],
  rows: WAITS,
})

// The most urgent first, in an order that an index has.
const RANK = "CASE ?11 WHEN 'red' THEN 0 WHEN 'orange' THEN 1 WHEN 'yellow' THEN 2 ELSE 3 END"

/**
 * Begins a request or saves it where it has still the version ?15. It stays where staff gave it, and
 * with whom it was submitted to; whoever asks anew to be called is on the call list again.
 */
export const SAVE = statement('talk.save', {
  why,
  sql: `INSERT INTO "Intake" ("id", "personId", "version", "lastInput", "questionnaire", "talk", "sealed",
    "ref", "callBack", "source", "centreId", "urgency", "status", "createdAt", "updatedAt",
    "submittedAt", "takenBy", "hasPhone", "rank", "bodyId", "bodySince", "recordAt")
  VALUES (?1, ?2, 1, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?13, ?14, ?16, ?17, ${RANK}, ?18, CASE WHEN ?18 IS NOT NULL THEN ?13 END, ?13)
  ON CONFLICT ("id") DO UPDATE SET "version" = "version" + 1, "lastInput" = ?3,
    "questionnaire" = ?4, "talk" = ?5, "sealed" = ?6, "ref" = COALESCE("ref", ?7), "callBack" = ?8,
    "calledAt" = CASE WHEN "callBack" IS ?8 THEN "calledAt" END,
    "source" = ?9, "urgency" = ?11, "hasPhone" = ?17, "rank" = ${RANK},
    "centreId" = CASE WHEN "handedAt" IS NULL THEN COALESCE(?10, "centreId") ELSE "centreId" END,
    "status" = CASE WHEN "status" = 'open' THEN ?12 ELSE "status" END, "updatedAt" = ?13, "recordAt" = ?13,
    "takenBy" = CASE WHEN "submittedAt" IS NULL THEN ?16 ELSE "takenBy" END,
    "submittedAt" = COALESCE("submittedAt", ?14)
  WHERE "version" = ?15`,
  values: [
    ...(['text', 'text', 'text?', 'integer', 'text', 'text?', 'text?', 'text?', 'text?'] as const),
    ...(['text?', 'text?', 'text', 'text', 'text?', 'integer', 'text?'] as const),
    'boolean',
    'text?',
  ],
})

/** The same consent given again changes nothing. */
export const CONSENT = statement('talk.consent', {
  why,
  sql: `INSERT INTO "Consent" ("id", "personId", "scope", "textHash", "language", "givenAt")
    VALUES (?1, ?2, ?3, ?4, ?5, ?6)
    ON CONFLICT ("personId", "scope", "textHash") WHERE "withdrawnAt" IS NULL DO NOTHING`,
  values: ['text', 'text', 'text', 'text', 'text', 'text'],
})

/**
 * `BEGIN(person, language, instant, key, older key, fewest, most, relation)`: makes a person where from
 * fewest to most people stand behind the address by now, and whose it is does not yet.
 */
export const BEGIN = statement('talk.begin', {
  why,
  sql: `INSERT INTO "Person" ("id", "language", "createdAt", "seenAt") SELECT ?1, ?2, ?3, ?3
    WHERE (SELECT count(*) FROM "Address" WHERE "key" IN (?4, ?5)) BETWEEN ?6 AND ?7
      AND (?8 IS NOT NULL OR NOT EXISTS (SELECT 1 FROM "Address"
        WHERE "key" IN (?4, ?5) AND "relation" IS NULL))`,
  values: ['text', 'text', 'text', 'text', 'text', 'integer', 'integer', 'text?'],
})

/**
 * Puts a person behind an address, where no more than so many stand there then: `STAND(person, channel, key,
 * sealed id, instant, relation, most)`.
 */
export const STAND = statement('talk.stand', {
  why,
  sql: `INSERT INTO "Address" ("personId", "channel", "key", "sealed", "createdAt", "relation")
    SELECT ?1, ?2, ?3, ?4, ?5, ?6
    WHERE (SELECT count(*) FROM "Address" WHERE "key" = ?3) < ?7`,
  values: ['text', 'text', 'text', 'text', 'text', 'text?', 'integer'],
})

/** `ANSWERED(input, instant, person, messages as JSON)`; a person who is gone by now is left out. */
export const ANSWERED = statement('talk.answered', {
  why,
  sql: `INSERT INTO "AnsweredInput" ("id", "at", "personId", "messages")
    VALUES (?1, ?2, (SELECT "id" FROM "Person" WHERE "id" = ?3), ?4) ON CONFLICT DO NOTHING`,
  values: ['text', 'text', 'text?', 'text?'],
})

/** `MESSAGES(person, since, how many)`: the latest first. */
export const MESSAGES = statement('talk.messages', {
  why: 'from JSON lists and another table, as one list',
  sql: `SELECT CAST(m."value" AS INTEGER) AS "id" FROM "AnsweredInput" u, json_each(u."messages") m
    WHERE u."personId" = ?1 AND u."at" >= ?2
    UNION SELECT f."value" FROM "Outbox" o, json_each(json_array(o."messageId", o."fileMessageId")) f
    WHERE o."personId" = ?1 AND o."doneAt" >= ?2 AND f."value" IS NOT NULL
    UNION SELECT t."messageId" FROM "Told" t
    WHERE t."personId" = ?1 AND t."kind" = 'sound' AND t."at" >= ?2
    ORDER BY 1 DESC LIMIT ?3`,
  values: ['text', 'text', 'integer'],
  rows: { id: 'integer' },
})

/**
 * Requests with a name or a number of people whom staff wrote down before an instant, and who have no appointment that
 * ends after another (people.forgetWrittenDown): begins with the few that staff wrote down.
 */
export const writtenDownOver = (
  before: string,
  today: string,
) => `"sealed" IS NOT NULL AND "personId" IN (
    SELECT a."personId" FROM "Address" a WHERE a."channel" = 'staff' AND a."createdAt" < ${before}
    AND NOT EXISTS (SELECT 1 FROM "Booking" b WHERE b."personId" = a."personId" AND b."endsAt" > ${today}
      AND (b."state" IN ('booked', 'attended', 'missed', 'unmarked')
        OR b."changedBy" LIKE 'closure:%' OR b."changedBy" LIKE 'staff:%')))`
