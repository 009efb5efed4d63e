// Who is told by HTTP, what is owed to them, and what could not be told.

import type { BookingState } from '../domain/attendance.ts'
import type { Urgency } from '../domain/triage.ts'
import type { WebhookEvent } from '../domain/webhooks.ts'
import { type Database, first, fromText, numbered, toText } from './database.ts'
import type { Seal } from './seal.ts'

export type Webhook = {
  id: string
  url: string
  secret: string
  events: readonly WebhookEvent[]
  createdAt: number
}

/** Something owed to a webhook, in the hands of a sender. */
export type ClaimedDelivery = {
  id: number
  event: WebhookEvent
  subject: string
  attempts: number
  createdAt: number
  url: string
  secret: string
}

/** Something that was given up. */
export type DeadDelivery = {
  id: number
  event: WebhookEvent
  subject: string
  url: string
  reason: string
  attempts: number
  doneAt: number
}

type WebhookRow = { id: string; sealed: string; events: string; createdAt: string }
type DeliveryRow = {
  id: number | bigint
  webhookId: string
  event: WebhookEvent
  subject: string
  attempts: number | bigint
  createdAt: string
}

const CLAIM = numbered(`
UPDATE "WebhookDelivery" SET "status" = 'sending', "claimedAt" = ?1, "attempts" = "attempts" + 1
WHERE "id" = (SELECT d."id" FROM "WebhookDelivery" d WHERE (d."status" = 'queued' AND d."dueAt" <= ?1)
    OR (d."status" = 'sending' AND d."claimedAt" < ?2) ORDER BY d."dueAt", d."id" LIMIT 1)
  AND ("status" = 'queued' OR "claimedAt" < ?2)
RETURNING "id", "webhookId", "event", "subject", "attempts", "createdAt"`)

export function createWebhooks(db: Database, seal: Seal) {
  const opened = async (sealed: string) =>
    JSON.parse(await seal.open(sealed)) as { url: string; secret: string }

  return {
    async add(
      webhook: Omit<Webhook, 'createdAt'> & { createdBy: string },
      now: number,
    ): Promise<void> {
      const { id, url, secret, events, createdBy } = webhook
      await db.$executeRawUnsafe(
        `INSERT INTO "Webhook" ("id", "sealed", "events", "createdAt", "createdBy")
         VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
        id,
        await seal.seal(JSON.stringify({ url, secret })),
        JSON.stringify(events),
        toText(now),
        createdBy,
      )
    },

    async list(): Promise<Webhook[]> {
      const rows = await db.$queryRawUnsafe<WebhookRow[]>(
        'SELECT "id", "sealed", "events", "createdAt" FROM "Webhook" ORDER BY "createdAt"',
      )
      return Promise.all(
        rows.map(async ({ id, sealed, events, createdAt }) => ({
          id,
          ...(await opened(sealed)),
          events: JSON.parse(events) as WebhookEvent[],
          createdAt: fromText(createdAt),
        })),
      )
    },

    /** Ends a webhook with everything owed to it; false where there is none. */
    async remove(id: string): Promise<boolean> {
      return (await db.$executeRawUnsafe('DELETE FROM "Webhook" WHERE "id" = ?', id)) > 0
    },

    /** Takes the next that is due, or that a sender took before `interrupted` and never finished. */
    async claim(now: number, interrupted: number): Promise<ClaimedDelivery | null> {
      const rows = await db.$queryRawUnsafe<DeliveryRow[]>(
        ...CLAIM(toText(now), toText(interrupted)),
      )
      const row = rows[0]
      if (!row) return null
      const webhook = await first<{ sealed: string }>(
        db,
        'SELECT "sealed" FROM "Webhook" WHERE "id" = ?',
        row.webhookId,
      )
      if (!webhook) return null
      return {
        id: Number(row.id),
        event: row.event,
        subject: row.subject,
        attempts: Number(row.attempts),
        createdAt: fromText(row.createdAt),
        ...(await opened(webhook.sealed)),
      }
    },

    /** Notes what came of a try: an end, or when it is due again. */
    async settle(
      { id, attempts }: Pick<ClaimedDelivery, 'id' | 'attempts'>,
      end: {
        status: 'sent' | 'dropped' | 'dead' | 'queued'
        reason: string | null
        dueAt?: number
      },
      now: number,
    ): Promise<void> {
      await db.$executeRawUnsafe(
        `UPDATE "WebhookDelivery" SET "status" = ?, "reason" = ?, "dueAt" = COALESCE(?, "dueAt"),
           "doneAt" = ? WHERE "id" = ? AND "status" = 'sending' AND "attempts" = ?`,
        end.status,
        end.reason,
        end.dueAt === undefined ? null : toText(end.dueAt),
        end.status === 'queued' ? null : toText(now),
        id,
        attempts,
      )
    },

    /** What was given up, the latest first. */
    async dead(): Promise<DeadDelivery[]> {
      const rows = await db.$queryRawUnsafe<
        (DeliveryRow & { sealed: string; reason: string | null; doneAt: string })[]
      >(
        `SELECT d.*, w."sealed" FROM "WebhookDelivery" d JOIN "Webhook" w ON w."id" = d."webhookId"
         WHERE d."status" = 'dead' ORDER BY d."doneAt" DESC, d."id" DESC LIMIT 100`,
      )
      return Promise.all(
        rows.map(async (row) => ({
          id: Number(row.id),
          event: row.event,
          subject: row.subject,
          url: (await opened(row.sealed)).url,
          reason: row.reason ?? '',
          attempts: Number(row.attempts),
          doneAt: fromText(row.doneAt),
        })),
      )
    },

    /** Owes it anew, from the first try on; false where it is none of the dead. */
    async again(id: number, now: number): Promise<boolean> {
      const queued = await db.$executeRawUnsafe(
        `UPDATE "WebhookDelivery" SET "status" = 'queued', "attempts" = 0, "doneAt" = NULL,
           "dueAt" = ? WHERE "id" = ? AND "status" = 'dead'`,
        toText(now),
        id,
      )
      return queued > 0
    },

    /** What `intake.submitted` says; `null` where the request is gone. */
    async intake(id: string) {
      const row = await first<{
        ref: string
        centreId: string
        urgency: Urgency | null
        submittedAt: string
      }>(
        db,
        `SELECT "ref", "centreId", "urgency", "submittedAt" FROM "Intake"
         WHERE "id" = ? AND "submittedAt" IS NOT NULL`,
        id,
      )
      if (!row) return null
      const { ref: reference, centreId: centre, submittedAt } = row
      return { intake: id, reference, centre, urgency: row.urgency ?? 'green', submittedAt }
    },

    /** What `appointment.changed` says. */
    async appointment(id: string) {
      const row = await first<{
        ref: string
        centreId: string
        startsAt: string
        endsAt: string
        state: BookingState
        intakeId: string | null
      }>(
        db,
        `SELECT "ref", "centreId", "startsAt", "endsAt", "state", "intakeId" FROM "Booking"
         WHERE "id" = ?`,
        id,
      )
      if (!row) return null
      const { centreId: centre, startsAt, endsAt, state, intakeId: intake } = row
      return {
        appointment: id,
        reference: row.ref || null,
        centre,
        startsAt,
        endsAt,
        state,
        intake,
      }
    },
  }
}
