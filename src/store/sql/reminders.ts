// When appointments are to be looked at again for reminders.

import { statement } from './statement.ts'

/** When to look again (JSON). What was changed meanwhile stays due. */
export const LOOKED_AT = statement('reminders.looked-at', {
  why: 'hundreds of rows at once, each with a time of its own',
  sql: `UPDATE "Booking" SET "remindAt" = l."value" ->> 'next' FROM json_each(?1) l
    WHERE "Booking"."id" = l."value" ->> 'id' AND "Booking"."remindAt" = l."value" ->> 'seen'`,
  values: ['text'],
})
