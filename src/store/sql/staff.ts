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

/** Uses every link of the account whose link this is, once; gives whose it was. */
export const USE_INVITE = statement('staff.use-invite', {
  why: 'found, used and told by one statement, so that a link works once',
  sql: `UPDATE "StaffInvite" SET "usedAt" = ?2
    WHERE "usedAt" IS NULL AND "staffId" = (SELECT v."staffId" FROM "StaffInvite" v
      WHERE v."tokenHash" = ?1 AND v."usedAt" IS NULL AND v."expiresAt" > ?2)
    RETURNING "staffId"`,
  values: ['text', 'text'],
  rows: { staffId: 'text' },
})
