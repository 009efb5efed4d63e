// Who is told by HTTP, what is owed to them, and what could not be told.

import type { BookingState } from '../domain/appointment/attendance.ts'
import type { DeadDelivery, Webhook, WebhookEvent } from '../domain/appointment/webhooks.ts'
import type { Urgency } from '../domain/questionnaire/triage.ts'
import { type Database, fromText, numbered, toText, unlessThere } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'

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

// The next one and nobody else's, in one statement: Prisma can update one of many, but not the first
// of them in an order.
const CLAIM = numbered(`
UPDATE "WebhookDelivery" SET "status" = 'sending', "claimedAt" = ?1, "attempts" = "attempts" + 1
WHERE "id" = (SELECT d."id" FROM "WebhookDelivery" d WHERE (d."status" = 'queued' AND d."dueAt" <= ?1)
    OR (d."status" = 'sending' AND d."claimedAt" < ?2) ORDER BY d."dueAt", d."id" LIMIT 1)
  AND ("status" = 'queued' OR "claimedAt" < ?2)
RETURNING "id"`)

export function createWebhooks(db: Database, seal: Seal) {
  const { webhook, webhookDelivery, intake, booking } = db
  const opened = async (sealed: string) =>
    JSON.parse(await seal.open(sealed)) as { url: string; secret: string }

  return {
    async add(
      { id, url, secret, events, createdBy }: Omit<Webhook, 'createdAt'> & { createdBy: string },
      now: number,
    ): Promise<void> {
      const sealed = await seal.seal(JSON.stringify({ url, secret }))
      const data = { id, sealed, events: JSON.stringify(events), createdAt: toText(now), createdBy }
      await unlessThere(webhook.createMany({ data }))
    },

    async list(): Promise<Webhook[]> {
      const rows = await webhook.findMany({ orderBy: { createdAt: 'asc' } })
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
      return (await webhook.deleteMany({ where: { id } })).count > 0
    },

    /** Takes the next that is due, or that a sender took before `interrupted` and never finished. */
    async claim(now: number, interrupted: number): Promise<ClaimedDelivery | null> {
      const [claimed] = await db.$queryRawUnsafe<{ id: number }[]>(
        ...CLAIM(toText(now), toText(interrupted)),
      )
      if (!claimed) return null
      const row = await webhookDelivery.findUnique({
        where: { id: Number(claimed.id) },
        include: { webhook: { select: { sealed: true } } },
      })
      if (!row) return null
      return {
        id: row.id,
        event: row.event as WebhookEvent,
        subject: row.subject,
        attempts: row.attempts,
        createdAt: fromText(row.createdAt),
        ...(await opened(row.webhook.sealed)),
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
      await webhookDelivery.updateMany({
        where: { id, status: 'sending', attempts },
        data: {
          status: end.status,
          reason: end.reason,
          doneAt: end.status === 'queued' ? null : toText(now),
          ...(end.dueAt === undefined ? {} : { dueAt: toText(end.dueAt) }),
        },
      })
    },

    /** What was given up, the latest first. */
    async dead(): Promise<DeadDelivery[]> {
      const rows = await webhookDelivery.findMany({
        where: { status: 'dead' },
        include: { webhook: { select: { sealed: true } } },
        orderBy: [{ doneAt: 'desc' }, { id: 'desc' }],
        take: 100,
      })
      return Promise.all(
        rows.map(async ({ id, event, subject, reason, attempts, doneAt, webhook: { sealed } }) => ({
          id,
          event: event as WebhookEvent,
          subject,
          url: (await opened(sealed)).url,
          reason: reason ?? '',
          attempts,
          doneAt: fromText(doneAt ?? ''),
        })),
      )
    },

    /** Owes it anew, from the first try on; false where it is none of the dead. */
    async again(id: number, now: number): Promise<boolean> {
      const queued = await webhookDelivery.updateMany({
        where: { id, status: 'dead' },
        data: { status: 'queued', attempts: 0, doneAt: null, dueAt: toText(now) },
      })
      return queued.count > 0
    },

    /** What `intake.submitted` says; `null` where the request is gone. */
    async intake(id: string) {
      const row = await intake.findUnique({ where: { id, submittedAt: { not: null } } })
      if (!row?.ref || !row.centreId || !row.submittedAt) return null
      const { ref: reference, centreId: centre, submittedAt } = row
      const urgency = (row.urgency ?? 'green') as Urgency
      return { intake: id, reference, centre, urgency, submittedAt }
    },

    /** What `appointment.changed` says. */
    async appointment(id: string) {
      const row = await booking.findUnique({ where: { id } })
      if (!row) return null
      const { centreId: centre, startsAt, endsAt, intakeId } = row
      const state = row.state as BookingState
      const reference = row.ref || null
      return { appointment: id, reference, centre, startsAt, endsAt, state, intake: intakeId }
    },
  }
}
