// What others are owed once something has happened: part of the batch that makes it happen.

import type { WebhookEvent } from '../../domain/appointment/webhooks.ts'
import { statement, word } from './statement.ts'

const EVENTS = statement('owed.webhooks', {
  why: 'INSERT … SELECT: who is to be told is known to the database alone, as is whether a carrier was left',
  sql: `INSERT INTO "WebhookDelivery" ("webhookId", "event", "subject", "dueAt", "createdAt")
    SELECT w."id", s."event", s."subject", ?3, ?3
    FROM (SELECT ?1 AS "event", "value" AS "subject", "key" AS "nth" FROM json_each(?2)
      UNION ALL SELECT 'care.changed', i."id", -1 FROM "Booking" b JOIN "Intake" i ON i."id" = b."intakeId"
        WHERE b."id" = ?4 AND i."walledAt" = ?3) s, "Webhook" w
    WHERE EXISTS (SELECT 1 FROM json_each(w."events") e WHERE e."value" = s."event")
    ORDER BY s."nth"`,
  values: [word<WebhookEvent>(), 'text', 'text', 'text?'],
})

/**
 * Owes an event to every webhook that asked for it, after the statement that makes it so.
 * `OWE_WEBHOOKS(event, JSON list of the ids it is about, instant)`. When: `tellsOfRequest`
 * (domain/appointment/webhooks.ts), `isTold` (domain/appointment/transitions.ts).
 */
export const OWE_WEBHOOKS = (event: WebhookEvent, ids: string, at: string) =>
  EVENTS(event, ids, at, null)

/** That an appointment was booked or moved, and where its person left a carrier by it, that nobody has the request. */
export const OWE_BOOKED = (booking: string, at: string) =>
  EVENTS('appointment.changed', JSON.stringify([booking]), at, booking)

/** Tells that the care of these requests has changed, where what is told of it has: domain/people/care-state.ts. */
export const OWE_CARE = (ids: readonly string[], at: string) =>
  OWE_WEBHOOKS('care.changed', JSON.stringify(ids), at)

const NOTICES = statement('owed.notices', {
  why: 'INSERT … SELECT: where a centre wants its notices is known to the database alone',
  sql: `INSERT INTO "Outbox" ("key", "kind", "personId", "payload", "rank", "dueAt", "createdAt")
    SELECT 'notice:' || t."kind" || ':' || i."id" || ':' || t."centreId" || ':' ||
        ((COALESCE(i."urgency", '') IN ('red', 'orange')) + (COALESCE(i."urgency", '') = 'orange')),
      'notice-' || t."kind", i."personId", json_object('intake', i."id"), 0, ?3, ?3
    FROM "Intake" i JOIN "NoticeTarget" t ON t."centreId" = i."centreId"
    WHERE i."id" = COALESCE(?1,
        (SELECT b."intakeId" FROM "Booking" b WHERE b."id" = ?2 AND changes() > 0))
      AND i."submittedAt" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Address" a
        WHERE a."personId" = i."personId" AND a."channel" = 'staff')
    ON CONFLICT ("key") DO NOTHING`,
  values: ['text?', 'text?', 'text'],
})

/**
 * Owes the centre of a request, as it is after the statements before, a notice in its group and its
 * mailbox: `OWE_NOTICES(intake, instant)`. The same notice is never owed twice. When: `owesNotice`
 * (domain/people/notices.ts). Who was written down by staff themselves needs none.
 */
export const OWE_NOTICES = (intake: string, at: string) => NOTICES(intake, null, at)

/** As `OWE_NOTICES`, for the request of an appointment whose centre the statement before has changed. */
export const OWE_NOTICES_IF_CHANGED = (booking: string, at: string) => NOTICES(null, booking, at)
