// Requests: erasing.

import { statement } from './statement.ts'

/** Messages about one request: of staff, and what was asked about its referrals. */
export const DROP_MESSAGES = statement('requests.drop-messages', {
  why: 'what a message is about stands in its payload, which is JSON',
  sql: `DELETE FROM "Outbox" WHERE "personId" = (SELECT i."personId" FROM "Intake" i WHERE i."id" = ?1)
    AND ("payload" ->> 'intake' = ?1 OR "payload" ->> 'referral' IN
      (SELECT r."id" FROM "Referral" r WHERE r."intakeId" = ?1))`,
  values: ['text'],
})
