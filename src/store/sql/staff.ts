// Accounts of staff: what two people at once must not both be told.

import { statement } from './statement.ts'

// Who was invited and has set no password yet, or whose phone was taken away from them, gets in by nothing.
const GETS_IN = (who: string) =>
  `EXISTS (SELECT 1 FROM "StaffAccount" a WHERE a."userId" = ${who}."id")`

/**
 * Changes nothing, but finds the account only where it is no administrator's, or another administrator can sign in; or,
 * of one who cannot sign in, where there is any other.
 */
export const UNLESS_LAST = statement('staff.unless-last', {
  why: 'a guard that looks at other rows: two administrators cannot end each other at once',
  sql: `UPDATE "Staff" SET "role" = "role" WHERE "id" = ?1 AND "disabledAt" IS NULL
    AND ("role" <> 'administrator' OR EXISTS (SELECT 1 FROM "Staff" o
      WHERE o."role" = 'administrator' AND o."disabledAt" IS NULL AND o."id" <> ?1
      AND (${GETS_IN('o')} OR NOT ${GETS_IN('"Staff"')})))`,
  values: ['text'],
})
