// The inbox: a page of requests with what is unread of them, what waits in each box, and whether anything has changed.

import type { Box, Listing } from '../../domain/people/inbox.ts'
import { countToCall, toCallOrReached } from './calls.ts'
import { family } from './family.ts'

/** The columns of the view CaseRow. */
const CASE = [
  'id personId ref questionnaire submittedAt centreId language talk sealed callBack calledAt source',
  'hasPhone unreachable channels unread byChat byPage urgency rank status takenBy takenByName',
  'takenByBody bodyId walledAt walledFor bookedCentre startsAt endsAt state changedAt displaced',
  'undelivered untold relation findings bookingId seat orders voices followUpOn followUpSealed',
  'followUpByName calls',
].flatMap((names) => names.split(' '))

const SEEN = `i."centreId" IN (SELECT "value" FROM json_each(?1)) AND (?2 OR i."bodyId" IS NULL OR i."bodyId" = ?3)
  AND i."submittedAt" IS NOT NULL`

const REPLIED = `EXISTS (SELECT 1 FROM "Reply" y WHERE y."intakeId" = i."id" AND y."readAt" IS NULL)`

// Who was written to, or asked about a referral, and has said nothing since.
const WAITING = `i."status" IN ('in-care', 'referred') AND (EXISTS (SELECT 1 FROM "Outbox" o
    WHERE o."personId" = i."personId" AND o."kind" = 'staff-message' AND o."status" <> 'dropped'
    AND o."payload" ->> 'intake' = i."id" AND NOT EXISTS (SELECT 1 FROM "Reply" y
      WHERE y."intakeId" = i."id" AND y."createdAt" > o."createdAt"))
  OR EXISTS (SELECT 1 FROM "Referral" f WHERE f."intakeId" = i."id" AND f."answer" IS NULL
    AND f."outcome" IS NULL))`

// Taken over, and not given on before the account was closed. Also who is back after years was with somebody once.
const LEFT = `i."takenBy" IN (SELECT s."id" FROM "Staff" s WHERE s."disabledAt" IS NOT NULL) AND i."takenBy" IS NOT NULL
  AND i."bodyId" IS NOT NULL AND i."status" IN ('in-care', 'referred')`

const IN: Record<Box, string> = {
  new: `i."status" IN ('new', 'in-care') AND (i."status" = 'new' OR i."takenBy" IS NULL)
    AND (i."followUpOn" IS NULL OR i."followUpOn" <= ?25)`,
  mine: `i."takenBy" = ?4 AND i."takenBy" IS NOT NULL AND i."status" <> 'closed'`,
  waiting: WAITING,
  left: LEFT,
  all: `i."status" IN (SELECT "value" FROM json_each(?7))`,
}

// Which index is best SQLite cannot know, since it has counted no rows: left alone, it reads each request a centre ever had.
const BY: Record<Box, string> = {
  new: 'INDEXED BY "Intake_listed"',
  mine: 'INDEXED BY "Intake_taken"',
  waiting: 'INDEXED BY "Intake_listed"',
  left: 'INDEXED BY "Intake_taken"',
  all: 'INDEXED BY "Intake_listed"',
}

const count = (box: Exclude<Box, 'all'>) =>
  `(SELECT count(*) FROM "Intake" i ${BY[box]} WHERE ${IN[box]} AND ${SEEN})`

// Before how urgent it is: 0 for what is due again, or was answered to whoever has it, 2 for what rests until a day.
const RESTS = `iif(i."followUpOn" <= ?25, 0, iif(i."followUpOn" > ?25, 2, 1))`
const LATE = (box: Box) => (box === 'mine' ? `iif(${REPLIED}, 0, ${RESTS})` : RESTS)

const RANK = `MIN(i."rank", ?8)`

/** Which filters are in use besides the box, and in which direction the page goes on. */
export type Narrowed = {
  box: Listing | 'counts' | 'pulse'
  has: readonly (keyof typeof FILTERS)[]
  turn: 'first' | 'on' | 'back' | 'around'
}

/** Nothing but rows, or but whether anything has changed. */
const isBare = ({ box, turn }: Pick<Narrowed, 'box' | 'turn'>) =>
  box === 'pulse' || turn === 'around'

const FILTERS = {
  centre: `i."centreId" = ?10`,
  language: `i."talk" ->> '$.answers.spoken' = ?11`,
  topic: `EXISTS (SELECT 1 FROM json_each(i."talk", '$.answers.topics') t WHERE t."value" = ?12)`,
  ranks: `${RANK} IN (SELECT "value" FROM json_each(?13))`,
  from: `i."submittedAt" >= ?14`,
  until: `i."submittedAt" < ?15`,
  day: `(i."submittedAt" >= ?16 AND i."submittedAt" < ?17 OR EXISTS (SELECT 1 FROM "Booking" b
    WHERE b."intakeId" = i."id" AND b."state" IN ('booked', 'attended', 'missed', 'unmarked')
    AND b."startsAt" >= ?16 AND b."startsAt" < ?17))`,
  signs: `instr(replace(i."ref", '-', ''), ?18) > 0`,
  refs: `i."ref" IN (SELECT "value" FROM json_each(?19))`,
} as const

const PLACES = {
  first: '',
  on: `AND (k."late" > ?20 OR k."late" = ?20 AND (k."rank" > ?21 OR k."rank" = ?21
    AND (k."submittedAt" < ?22 OR k."submittedAt" = ?22 AND k."id" < ?23)))`,
  back: `AND (k."late" < ?20 OR k."late" = ?20 AND (k."rank" < ?21 OR k."rank" = ?21
    AND (k."submittedAt" > ?22 OR k."submittedAt" = ?22 AND k."id" > ?23)))`,
}
const ORDERS = {
  on: `"late", "rank", "submittedAt" DESC, "id" DESC`,
  back: `"late" DESC, "rank" DESC, "submittedAt", "id"`,
}

const REPLIES = `(SELECT count(DISTINCT i."id") FROM "Reply" y CROSS JOIN "Intake" i ON i."id" = y."intakeId"
  WHERE y."readAt" IS NULL AND ${SEEN})`

/**
 * A text that is another one once something has happened that a list or the page of a day shows: requests, what staff
 * did at these centres, answers, appointments. Takes the parameters of the centres (JSON) and of now.
 */
export const pulseSql = (centres: string, now: string): string => `(SELECT COALESCE(group_concat(
    COALESCE((SELECT MAX(i."submittedAt") FROM "Intake" i WHERE i."centreId" = o."value"), '')
    || ' ' || (SELECT count(*) FROM "Intake" i WHERE i."centreId" = o."value" AND i."status" IN ('new', 'in-care', 'referred')
      AND i."rank" <= 1 AND i."submittedAt" IS NOT NULL)
    || ' ' || COALESCE((SELECT a."id" FROM "Audit" a WHERE a."centreId" = o."value" AND a."outcome" = 'done'
      AND a."action" NOT LIKE 'see-%' AND a."action" NOT LIKE 'export-%' ORDER BY a."at" DESC LIMIT 1), '')
    || ' ' || COALESCE((SELECT MAX(b."answeredAt") FROM "Booking" b WHERE b."centreId" = o."value"
      AND b."startsAt" >= strftime('%Y-%m-%dT%H:%M:%fZ', ${now}, '-12 hours')
      AND b."startsAt" < strftime('%Y-%m-%dT%H:%M:%fZ', ${now}, '+36 hours')), ''), ','), '')
    || ' ' || COALESCE((SELECT MAX(e."id") FROM "BookingEvent" e), '')
    || ' ' || COALESCE((SELECT MAX(y."createdAt") FROM "Reply" y WHERE y."readAt" IS NULL), '')
    || ' ' || (SELECT count(*) FROM "Reply" y WHERE y."readAt" IS NULL)
  FROM json_each(${centres}) o)`

const object = [
  ...CASE.map((name) => `'${name}', r."${name}"`),
  ...['late', 'actedAt', 'repliedAt', 'lateAt', 'movedAt', 'handedAt', 'left'].map(
    (name) => `'${name}', r."${name}"`,
  ),
].join(', ')

/** The requests of a list with what they are ordered by. */
function listed({ box, has, turn }: Narrowed & { box: Listing }): string {
  const [of, where, late] =
    box === 'calls'
      ? [
          `${toCallOrReached(SEEN, turn !== 'around')} w CROSS JOIN "Intake" i ON i."id" = w."id"`,
          // Who is closed and has still to be told is called.
          `(w."late" = 0 OR ${IN.all})`,
          'w."late"',
        ]
      : [`"Intake" i ${has.includes('signs') ? '' : BY[box]}`, IN[box], LATE(box)]
  return `SELECT i."id", i."submittedAt", ${RANK} AS "rank", ${late} AS "late" FROM ${of}
        WHERE ${[where, SEEN, ...has.map((name) => FILTERS[name])].join('\n        AND ')}`
}

// What has the place itself may have another one by now, and is no neighbour of its own.
function aroundSql(narrowed: Narrowed & { box: Listing }): string {
  const one = (side: string, where: string, order: string) =>
    `SELECT * FROM (SELECT '${side}' AS "side", k.* FROM "listed" k WHERE ${where} ORDER BY ${order} LIMIT 1)`
  return `(WITH "listed" AS MATERIALIZED (${listed(narrowed)})
    SELECT json_group_array(json_object('side', n."side", 'id', n."id", 'late', n."late", 'rank', n."rank",
        'submittedAt', n."submittedAt")) FROM (
      ${one('previous', `k."id" <> ?23 ${PLACES.back}`, ORDERS.back)}
      UNION ALL ${one('next', `k."id" <> ?23 ${PLACES.on}`, ORDERS.on)}
      UNION ALL ${one('here', 'k."id" = ?23', ORDERS.on)}) n)`
}

function rowsSql(narrowed: Narrowed & { box: Listing }): string {
  const { turn } = narrowed
  if (turn === 'around') return aroundSql(narrowed)
  const order = ORDERS[turn === 'back' ? 'back' : 'on']
  return `(WITH "chosen" AS MATERIALIZED (SELECT k."id", k."late" FROM (${listed(narrowed)}) k
      WHERE 1 ${PLACES[turn]} ORDER BY ${order} LIMIT ?9)
    SELECT json_group_array(json_object(${object})) FROM (SELECT c.*,
      (SELECT k."late" FROM "chosen" k WHERE k."id" = c."id") AS "late",
      (SELECT MAX(a."at") FROM "Audit" a WHERE a."subject" IN (c."id", c."bookingId") AND a."outcome" = 'done'
        AND a."centreId" = c."centreId" AND a."action" IN (SELECT "value" FROM json_each(?24))) AS "actedAt",
      (SELECT MAX(y."createdAt") FROM "Reply" y WHERE y."intakeId" = c."id" AND y."readAt" IS NULL) AS "repliedAt",
      (SELECT b."answeredAt" FROM "Booking" b WHERE b."id" = c."bookingId" AND b."answer" = 'late') AS "lateAt",
      (SELECT b."changedAt" FROM "Booking" b WHERE b."id" = c."bookingId" AND b."changedBy" = 'person') AS "movedAt",
      (SELECT h."handedAt" FROM "Intake" h WHERE h."id" = c."id") AS "handedAt",
      c."bodyId" IS NOT NULL AND EXISTS (SELECT 1 FROM "Staff" s WHERE s."id" = c."takenBy" AND s."disabledAt" IS NOT NULL) AS "left"
      FROM "CaseRow" c WHERE c."id" IN (SELECT k."id" FROM "chosen" k)) r)`
}

/**
 * Takes the centres (JSON), whether every carrier is seen, the carrier, the member of staff, the city and now; of a
 * page: the statuses (JSON), the last rank that is told apart, how many, the filters, the place it goes on from, the acts
 * of staff (JSON), the day in Germany (YYYY-MM-DD), and the instants that decide who is to be called.
 */
export const INBOX = family(
  'inbox.page',
  [{ box: 'calls', has: Object.keys(FILTERS) as (keyof typeof FILTERS)[], turn: 'on' }],
  ({ box, has, turn }: Narrowed) => ({
    why: 'the page, its counts and whether anything changed in one round trip, chosen before it is read in full',
    sql: `SELECT c."version", ${(['new', 'mine', 'waiting', 'left'] as const).map((one) => `${isBare({ box, turn }) ? 0 : count(one)} AS "${one}"`).join(', ')},
    ${isBare({ box, turn }) ? 0 : countToCall(SEEN)} AS "calls", ${isBare({ box, turn }) ? 0 : REPLIES} AS "replies", ${turn === 'around' ? "''" : pulseSql('?1', '?6')} AS "pulse",
    ${box === 'counts' || box === 'pulse' ? `'[]'` : rowsSql({ box, has, turn })} AS "rows"
    FROM "City" c WHERE c."id" = ?5`,
    values: [
      ...([
        'text',
        'boolean',
        'text?',
        'text',
        'text',
        'text',
        'text',
        'integer',
        'integer',
      ] as const),
      ...([
        'text?',
        'text?',
        'text?',
        'text',
        'text?',
        'text?',
        'text?',
        'text?',
        'text',
        'text?',
      ] as const),
      ...(['integer', 'integer', 'text', 'text', 'text', 'text'] as const),
      ...(['text', 'text', 'text', 'text', 'text', 'text'] as const),
    ],
    rows: {
      version: 'integer',
      new: 'integer',
      mine: 'integer',
      waiting: 'integer',
      left: 'integer',
      calls: 'integer',
      replies: 'integer',
      pulse: 'text',
      rows: 'text',
    },
  }),
)
