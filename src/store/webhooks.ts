// Who is told by HTTP, what is owed to them, and what could not be told.

import type { BookingState } from '../domain/appointment/attendance.ts'
import type {
  ClaimedDelivery,
  DeadDelivery,
  DeliveryEnd,
  Webhook,
  WebhookEvent,
} from '../domain/appointment/webhooks.ts'
import type { CareStatus } from '../domain/people/care.ts'
import type { AnswersById } from '../domain/questionnaire/question.ts'
import type { Urgency } from '../domain/questionnaire/triage.ts'
import { type Database, fromText, toText, unlessThere } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'
import { ordersIn } from './interpreting-rows.ts'
import { CLAIM_DELIVERY } from './sql/webhooks.ts'

export function createWebhooks(db: Database, seal: Seal) {
  const { webhook, webhookDelivery, intake, bookingRow } = db
  const opened = async (sealed: string) =>
    JSON.parse(await seal.open(sealed)) as { url: string; secret: string }

  return {
    /** How many calls were given up and not dealt with, and how many failed and are tried again. */
    async failing(): Promise<{ refusedCalls: number; callsAgain: number }> {
      const again = { status: { in: ['queued', 'sending'] }, reason: { not: null } }
      return {
        refusedCalls: await webhookDelivery.count({ where: { status: 'dead', heededAt: null } }),
        callsAgain: await webhookDelivery.count({ where: again }),
      }
    },

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

    /** Takes the next that is due, or that a sender took so long (milliseconds) ago and never finished. */
    async claim(now: number, interrupted: number): Promise<ClaimedDelivery | null> {
      const row = await db.first(
        CLAIM_DELIVERY(toText(now), toText(now - interrupted), toText(now + interrupted)),
      )
      if (!row) return null
      const { sealed, createdAt, ...claimed } = row
      return { ...claimed, createdAt: fromText(createdAt), ...(await opened(sealed)) }
    },

    /** Notes what came of a try: an end, or when it is due again. */
    async settle(
      { id, attempts }: Pick<ClaimedDelivery, 'id' | 'attempts'>,
      end: DeliveryEnd,
      now: number,
    ): Promise<void> {
      await webhookDelivery.updateMany({
        where: { id, status: 'sending', attempts },
        data: {
          status: end.status,
          reason: end.reason,
          doneAt: end.status === 'queued' ? null : toText(now),
          ...('dueAt' in end ? { dueAt: toText(end.dueAt) } : {}),
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
        data: { status: 'queued', attempts: 0, doneAt: null, heededAt: null, dueAt: toText(now) },
      })
      return queued.count > 0
    },

    /** What `intake.submitted` and `care.changed` say, and what its care is told by; `null` where it is gone. */
    async intake(id: string) {
      const row = await intake.findUnique({ where: { id, submittedAt: { not: null } } })
      if (!row?.ref || !row.centreId || !row.submittedAt) return null
      const { ref: reference, centreId: centre, submittedAt } = row
      const urgency = (row.urgency ?? 'green') as Urgency
      const inCare = {
        ...{ status: row.status as CareStatus, body: row.bodyId },
        followUp: row.followUpOn === null ? null : { on: row.followUpOn },
      }
      return { data: { intake: id, reference, centre, urgency, submittedAt }, inCare }
    },

    /** What `appointment.changed` says, and what decides how the seat suits its person. */
    async appointment(id: string) {
      const row = await bookingRow.findFirst({ where: { id } })
      if (!row) return null
      const { centreId: centre, startsAt, endsAt, intakeId, seat } = row
      const state = row.state as BookingState
      const reference = row.ref || null
      const kept = row.talk === null ? null : (JSON.parse(row.talk) as { answers: AnswersById })
      return {
        data: { appointment: id, reference, centre, startsAt, endsAt, state, intake: intakeId },
        seated: {
          ...{ id, centre, seat, orders: ordersIn(row.orders) },
          ...{ startsAt: fromText(startsAt), endsAt: fromText(endsAt) },
        },
        answers: kept?.answers ?? {},
      }
    },
  }
}
