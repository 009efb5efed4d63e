// Messages owed to people: queued once by key, claimed by one sender, kept with what came of them.

import type { BlockedReason } from '../domain/appointment/delivery.ts'
import type { Address, Channel } from '../domain/people/address.ts'
import { type Database, first, fromText, numbered, toText } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'

export type OutboxStatus = 'queued' | 'sending' | 'sent' | 'dropped' | 'blocked' | 'failed'

/** A message that is owed; instants are epoch milliseconds. */
export type NewMessage = {
  /** Names what is owed: a second message under the same key is never queued. */
  key: string
  kind: string
  personId: string
  bookingId?: string
  /** Codes only; what people typed goes into `text`. */
  payload: object
  /** Personal text, stored sealed. */
  text?: string
  dueAt: number
  /** 0 goes before everything else that is due; 1 when left out. */
  rank?: 0 | 1
}

/** A message in the hands of a sender, with the person it goes to as they are now. */
export type ClaimedMessage = {
  id: number
  key: string
  kind: string
  personId: string
  bookingId: string | null
  payload: unknown
  text: string | null
  dueAt: number
  createdAt: number
  /** How often it has been claimed, this time included. */
  attempts: number
  address: Address
  language: string
  /** Why messages do not arrive at this person; `null` while they do. */
  unreachable: BlockedReason | null
}

/** A message as staff see it: never its text. */
export type MessageReport = {
  kind: string
  payload: unknown
  status: OutboxStatus
  reason: string | null
  dueAt: number
  doneAt: number | null
  attempts: number
}

type Row = {
  id: number | bigint
  key: string
  kind: string
  personId: string
  bookingId: string | null
  payload: string
  sealed: string | null
  dueAt: string
  createdAt: string
  attempts: number | bigint
}

const QUEUE = `
INSERT INTO "Outbox" ("key", "kind", "personId", "bookingId", "payload", "sealed", "rank", "dueAt",
  "createdAt")
SELECT m."value" ->> 'key', m."value" ->> 'kind', m."value" ->> 'personId',
  m."value" ->> 'bookingId', m."value" ->> 'payload', m."value" ->> 'sealed',
  m."value" ->> 'rank', m."value" ->> 'dueAt', ?
FROM json_each(?) m
WHERE EXISTS (SELECT 1 FROM "Person" p WHERE p."id" = m."value" ->> 'personId') ON CONFLICT ("key") DO NOTHING`

const CLAIM = numbered(`
UPDATE "Outbox" SET "status" = 'sending', "claimedAt" = ?1, "attempts" = "attempts" + 1
WHERE "status" = 'queued' AND "id" = (SELECT o."id" FROM "Outbox" o WHERE o."status" = 'queued'
  AND o."dueAt" <= ?1 ORDER BY o."rank", o."dueAt", o."id" LIMIT 1)
RETURNING "id", "key", "kind", "personId", "bookingId", "payload", "sealed", "dueAt", "createdAt",
  "attempts"`)

const SETTLE = `
UPDATE "Outbox" SET "status" = ?, "doneAt" = ?, "reason" = ?, "messageId" = ?
WHERE "id" = ? AND "status" = 'sending' AND "attempts" = ?`

export function createOutbox(db: Database, seal: Seal) {
  return {
    /**
     * Queues what is not queued yet, all in one statement; who was forgotten gets nothing.
     * @returns how many are new
     */
    async queue(messages: readonly NewMessage[], now: number): Promise<number> {
      const rows = await Promise.all(
        messages.map(async ({ text, payload, dueAt, ...message }) => ({
          ...message,
          payload: JSON.stringify(payload),
          sealed: text === undefined ? null : await seal.seal(text),
          rank: message.rank ?? 1,
          dueAt: toText(dueAt),
        })),
      )
      return await db.$executeRawUnsafe(QUEUE, toText(now), JSON.stringify(rows))
    },

    /** Takes the next due message, which nobody else gets from then on; `null` where none is due. */
    async claim(now: number): Promise<ClaimedMessage | null> {
      const rows = await db.$queryRawUnsafe<Row[]>(...CLAIM(toText(now)))
      const row = rows[0]
      if (!row) return null
      const person = await first<{
        channel: Channel
        sealed: string
        language: string
        unreachable: BlockedReason | null
      }>(
        db,
        'SELECT a."channel", a."sealed", p."language", p."unreachable" FROM "Person" p ' +
          'JOIN "Address" a ON a."personId" = p."id" WHERE p."id" = ?',
        row.personId,
      )
      // The person was forgotten in this very moment, and the message with them.
      if (!person) return null
      return {
        id: Number(row.id),
        key: row.key,
        kind: row.kind,
        personId: row.personId,
        bookingId: row.bookingId,
        payload: JSON.parse(row.payload),
        text: row.sealed === null ? null : await seal.open(row.sealed),
        dueAt: fromText(row.dueAt),
        createdAt: fromText(row.createdAt),
        attempts: Number(row.attempts),
        address: { channel: person.channel, id: await seal.open(person.sealed) },
        language: person.language,
        unreachable: person.unreachable,
      }
    },

    /** Notes the end of a claimed message; does nothing where another sender has taken it over. */
    async settle(
      { id, attempts }: Pick<ClaimedMessage, 'id' | 'attempts'>,
      end: {
        status: Exclude<OutboxStatus, 'queued' | 'sending'>
        reason?: string
        messageId?: number
      },
      now: number,
    ): Promise<void> {
      await db.$executeRawUnsafe(
        SETTLE,
        end.status,
        toText(now),
        end.reason ?? null,
        end.messageId ?? null,
        id,
        attempts,
      )
    },

    /** Puts a claimed message back until `dueAt`, with the reason. */
    async requeue(
      { id, attempts }: Pick<ClaimedMessage, 'id' | 'attempts'>,
      dueAt: number,
      reason: string,
    ): Promise<void> {
      await db.$executeRawUnsafe(
        `UPDATE "Outbox" SET "status" = 'queued', "dueAt" = ?, "reason" = ?
         WHERE "id" = ? AND "status" = 'sending' AND "attempts" = ?`,
        toText(dueAt),
        reason,
        id,
        attempts,
      )
    },

    /** Gives back what a sender claimed before `before` and never finished. Returns how many. */
    async giveBack(before: number): Promise<number> {
      return await db.$executeRawUnsafe(
        `UPDATE "Outbox" SET "status" = 'queued', "reason" = 'interrupted'
         WHERE "status" = 'sending' AND "claimedAt" < ?`,
        toText(before),
      )
    },

    /** When the next queued message is due; `null` where none is queued. */
    async nextDue(): Promise<number | null> {
      const row = await first<{ dueAt: string | null }>(
        db,
        `SELECT MIN("dueAt") AS "dueAt" FROM "Outbox" WHERE "status" = 'queued'`,
      )
      return row?.dueAt ? fromText(row.dueAt) : null
    },

    /** What was sent about a booking, when, and what failed; oldest first. */
    async ofBooking(bookingId: string): Promise<MessageReport[]> {
      const rows = await db.$queryRawUnsafe<ReportRow[]>(
        `SELECT "kind", "payload", "status", "reason", "dueAt", "doneAt", "attempts" FROM "Outbox"
         WHERE "bookingId" = ? ORDER BY "dueAt", "id"`,
        bookingId,
      )
      return rows.map(reportOf)
    },
  }
}

type ReportRow = Omit<MessageReport, 'payload' | 'dueAt' | 'doneAt' | 'attempts'> & {
  payload: string
  dueAt: string
  doneAt: string | null
  attempts: number | bigint
}

function reportOf(row: ReportRow): MessageReport {
  return {
    ...row,
    payload: JSON.parse(row.payload),
    dueAt: fromText(row.dueAt),
    doneAt: row.doneAt === null ? null : fromText(row.doneAt),
    attempts: Number(row.attempts),
  }
}
