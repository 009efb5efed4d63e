// Requests: pages of their list, what is kept and dropped with them.

import { family } from './family.ts'
import { statement } from './statement.ts'

/** A row of the view CaseRow. */
const CASE = {
  id: 'text',
  personId: 'text',
  ref: 'text!',
  questionnaire: 'integer',
  submittedAt: 'text!',
  centreId: 'text!',
  language: 'text',
  talk: 'text',
  sealed: 'text?',
  callBack: 'text?',
  calledAt: 'text?',
  source: 'text?',
  hasPhone: 'boolean',
  unreachable: 'text?',
  channels: 'text',
  unread: 'integer',
  byChat: 'integer',
  byPage: 'integer',
  urgency: 'text?',
  rank: 'integer',
  status: 'text',
  takenBy: 'text?',
  takenByName: 'text?',
  takenByBody: 'text?',
  bodyId: 'text?',
  walledAt: 'text?',
  walledFor: 'text?',
  bookedCentre: 'text?',
  startsAt: 'text?',
  endsAt: 'text?',
  state: 'text?',
  changedAt: 'text?',
  displaced: 'integer',
  undelivered: 'integer',
  untold: 'integer',
  relation: 'text?',
  findings: 'text',
  bookingId: 'text?',
  seat: 'integer?',
  orders: 'text',
  voices: 'text',
  followUpOn: 'text?',
  followUpSealed: 'text?',
  followUpByName: 'text?',
  calls: 'text',
} as const

/**
 * A page of requests, the urgent first: takes the centres (JSON), whether every carrier is seen, the
 * carrier, the statuses (JSON), how many and after how many; of a search, what the code begins with:
 * from it and before the end of what begins so.
 */
export const LISTED = family('requests.listed', [true], (isSearch: boolean) => ({
  why: 'chosen in an index, and only these read in full: Prisma has no sub-select',
  sql: `SELECT * FROM "CaseRow" WHERE "id" IN (
      SELECT "id" FROM "Intake" WHERE "centreId" IN (SELECT "value" FROM json_each(?1))
      AND (?2 OR "bodyId" IS NULL OR "bodyId" = ?3)
      AND "status" IN (SELECT "value" FROM json_each(?4)) AND "submittedAt" IS NOT NULL
      ${isSearch ? 'AND "ref" >= ?7 AND "ref" < ?8' : ''}
      ORDER BY "rank", "submittedAt" DESC LIMIT ?5 OFFSET ?6)
    ORDER BY "rank", "submittedAt" DESC`,
  values: ['text', 'boolean', 'text?', 'text', 'integer', 'integer', 'text', 'text'],
  rows: CASE,
}))

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
