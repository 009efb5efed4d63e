// Which appointments have reminders to be looked at, and whom nothing reaches.

import type { BookingState } from '../../domain/appointment/attendance.ts'
import { statement, word } from './statement.ts'

const state = word<BookingState>()

/** By ?1, the longest due first. */
export const DUE = statement('reminders.due', {
  why: 'in every tick',
  sql: `SELECT "id", "personId", "startsAt", "changedAt", "state", "remindAt" FROM "Booking"
    WHERE "remindAt" <= ?1 ORDER BY "remindAt" LIMIT ?2`,
  values: ['text', 'integer'],
  rows: {
    id: 'text',
    personId: 'text?',
    startsAt: 'text',
    changedAt: 'text',
    state,
    remindAt: 'text!',
  },
})

/** When to look again (JSON). What was changed meanwhile stays due. */
export const LOOKED_AT = statement('reminders.looked-at', {
  why: 'hundreds of rows at once, each with a time of its own',
  sql: `UPDATE "Booking" SET "remindAt" = l."value" ->> 'next' FROM json_each(?1) l
    WHERE "Booking"."id" = l."value" ->> 'id' AND "Booking"."remindAt" = l."value" ->> 'seen'`,
  values: ['text'],
})

/** Nobody is called about what reached them after all or is over, nor who has written since. */
export const TO_CALL = statement('reminders.to-call', {
  why: 'the last message about each',
  sql: `SELECT b."id" AS "bookingId", b."ref", b."startsAt", b."state",
      COALESCE(p."unreachable", o."reason", 'failed') AS "reason"
    FROM "Booking" b JOIN "Person" p ON p."id" = b."personId"
    LEFT JOIN "Outbox" o ON o."id" = (SELECT MAX(x."id") FROM "Outbox" x
      WHERE x."bookingId" = b."id" AND x."status" IN ('sent', 'blocked', 'failed'))
    WHERE b."centreId" = ?1 AND b."endsAt" > ?2 AND (o."status" = 'failed'
      OR (p."unreachable" <> 'no-chat' AND (b."state" = 'booked' OR o."status" = 'blocked')))
    ORDER BY b."startsAt"`,
  values: ['text', 'text'],
  rows: { bookingId: 'text', ref: 'text', startsAt: 'text', state, reason: 'text' },
})
