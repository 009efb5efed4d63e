// Which appointments have reminders to be looked at.

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
