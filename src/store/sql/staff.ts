// Accounts of staff: what two people at once must not both be told.

import { statement } from './statement.ts'

/** Changes nothing, but finds the account only where another administrator is in or it is none. */
export const UNLESS_LAST = statement('staff.unless-last', {
  why: 'a guard that looks at other rows: two administrators cannot end each other at once',
  sql: `UPDATE "Staff" SET "role" = "role" WHERE "id" = ?1 AND "disabledAt" IS NULL
    AND ("role" <> 'administrator' OR EXISTS (SELECT 1 FROM "Staff" o
      WHERE o."role" = 'administrator' AND o."disabledAt" IS NULL AND o."id" <> ?1))`,
  values: ['text'],
})
