// Calls owed to other systems, as the tick takes them.

import type { WebhookEvent } from '../../domain/appointment/webhooks.ts'
import { statement, word } from './statement.ts'

/**
 * `CLAIM_DELIVERY(now, interrupted, ahead)`: also what a sender took before and never finished. Where the clock
 * was set back: also what was tried, or owed at once, by the old one.
 */
export const CLAIM_DELIVERY = statement('webhooks.claim', {
  why: 'a claim: the first in an order and nobody else’s, with where it goes',
  sql: `UPDATE "WebhookDelivery" SET "status" = 'sending', "claimedAt" = ?1,
      "attempts" = "attempts" + 1
    WHERE "id" = (SELECT d."id" FROM "WebhookDelivery" d
        WHERE (d."status" = 'queued' AND (d."dueAt" <= ?1 OR d."claimedAt" > ?1
            OR (d."createdAt" > ?1 AND d."dueAt" <= d."createdAt")))
          OR (d."status" = 'sending' AND (d."claimedAt" < ?2 OR d."claimedAt" > ?3))
        ORDER BY d."dueAt", d."id" LIMIT 1)
      AND ("status" = 'queued' OR "claimedAt" < ?2 OR "claimedAt" > ?3)
    RETURNING "id", "event", "subject", "attempts", "createdAt",
      (SELECT w."sealed" FROM "Webhook" w WHERE w."id" = "webhookId") AS "sealed"`,
  values: ['text', 'text', 'text'],
  rows: {
    id: 'integer',
    event: word<WebhookEvent>(),
    subject: 'text',
    attempts: 'integer',
    createdAt: 'text',
    sealed: 'text',
  },
})
