// What others are owed once something has happened: part of the batch that makes it happen.

import type { WebhookEvent } from '../../domain/appointment/webhooks.ts'
import { statement, word } from './statement.ts'

/**
 * Owes an event to every webhook that asked for it, after the statement that makes it so.
 * `OWE_WEBHOOKS(event, JSON list of the ids it is about, instant)`. When: `tellsOfRequest` and
 * `tellsOfAppointment` (domain/appointment/webhooks.ts).
 */
export const OWE_WEBHOOKS = statement('owed.webhooks', {
  why: 'INSERT … SELECT: who is to be told is known to the database alone',
  sql: `INSERT INTO "WebhookDelivery" ("webhookId", "event", "subject", "dueAt", "createdAt")
    SELECT w."id", ?1, s."value", ?3, ?3 FROM json_each(?2) s, "Webhook" w
    WHERE EXISTS (SELECT 1 FROM json_each(w."events") e WHERE e."value" = ?1)
    ORDER BY s."key"`,
  values: [word<WebhookEvent>(), 'text', 'text'],
})

const NOTICES = (when: string) => `INSERT INTO "Outbox"
      ("key", "kind", "personId", "payload", "rank", "dueAt", "createdAt")
    SELECT 'notice:' || t."kind" || ':' || i."id" || ':' || t."centreId" || ':' ||
        (COALESCE(i."urgency", '') IN ('red', 'orange')),
      'notice-' || t."kind", i."personId", json_object('intake', i."id"), 0, ?2, ?2
    FROM "Intake" i JOIN "NoticeTarget" t ON t."centreId" = i."centreId"
    WHERE ${when} AND i."submittedAt" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Address" a
      WHERE a."personId" = i."personId" AND a."channel" = 'staff')
    ON CONFLICT ("key") DO NOTHING`

/**
 * Owes the centre of a request, as it is after the statements before, a notice in its group and its
 * mailbox: `OWE_NOTICES(intake, instant)`. The same notice is never owed twice. When: `owesNotice`
 * (domain/people/notices.ts). Who was written down by staff themselves needs none.
 */
export const OWE_NOTICES = statement('owed.notices', {
  why: 'INSERT … SELECT: where a centre wants its notices is known to the database alone',
  sql: NOTICES('i."id" = ?1'),
  values: ['text', 'text'],
})

/** As `OWE_NOTICES`, for the request of an appointment ?1 whose centre the statement before has changed. */
export const OWE_NOTICES_IF_CHANGED = statement('owed.notices-if-changed', {
  why: 'INSERT … SELECT: where a centre wants its notices is known to the database alone',
  sql: NOTICES(`changes() > 0 AND i."id" = (SELECT "intakeId" FROM "Booking" WHERE "id" = ?1)`),
  values: ['text', 'text'],
})
