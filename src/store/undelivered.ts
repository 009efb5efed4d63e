// What was refused for good, until somebody has heeded it or has it sent again.

import type { Undelivered } from '../domain/appointment/undelivered.ts'
import { type Database, fromText, toText } from './engine/database.ts'
import { inPieces } from './engine/pieces.ts'
import { UNDELIVERED, UNDELIVERED_COUNT } from './sql/undelivered.ts'

const AGAIN = { attempts: 0, doneAt: null } as const

export function createUndelivered(db: Database) {
  const { outbox, webhookDelivery } = db
  const centresOf = (centres: readonly string[] | null) => centres && JSON.stringify(centres)

  return {
    /** Messages about some centres (`null`: all), the latest first, 2000 at most. */
    async messages(centres: readonly string[] | null): Promise<Undelivered[]> {
      const rows = await db.all(UNDELIVERED(centresOf(centres)))
      return rows.map((row) => ({ ...row, doneAt: fromText(row.doneAt) }))
    },

    /** How many messages, and of the whole house also calls. */
    async count(centres: readonly string[] | null, withCalls: boolean): Promise<number> {
      return (await db.first(UNDELIVERED_COUNT(centresOf(centres), withCalls)))?.count ?? 0
    },

    /** Calls of webhooks that were given up, by reason. */
    async calls(): Promise<{ reason: string; count: number; since: number; last: number }[]> {
      const rows = await webhookDelivery.groupBy({
        by: ['reason'],
        where: { status: 'dead', heededAt: null },
        _count: true,
        _min: { doneAt: true },
        _max: { doneAt: true },
      })
      return rows.map(({ reason, _count, _min, _max }) => ({
        ...{ reason: reason ?? '', count: _count },
        ...{ since: fromText(_min.doneAt ?? ''), last: fromText(_max.doneAt ?? '') },
      }))
    },

    /** Owes messages anew from the first try on; whether they still hold is asked when they leave. */
    async sendAgain(ids: readonly number[], now: number): Promise<void> {
      const data = { ...AGAIN, status: 'queued', reason: null, dueAt: toText(now) }
      for (const piece of inPieces(ids)) {
        await outbox.updateMany({ where: { id: { in: piece }, status: 'failed' }, data })
      }
    },

    /** From now on these messages wait for nobody any more. */
    async heed(ids: readonly number[], now: number): Promise<void> {
      const data = { heededAt: toText(now) }
      for (const piece of inPieces(ids)) {
        await outbox.updateMany({ where: { id: { in: piece } }, data })
      }
    },

    /** The same for calls of webhooks that were given up for one reason. */
    async callAgain(reason: string, now: number): Promise<void> {
      const data = { ...AGAIN, status: 'queued', dueAt: toText(now) }
      await webhookDelivery.updateMany({ where: { status: 'dead', heededAt: null, reason }, data })
    },

    async heedCalls(reason: string, now: number): Promise<void> {
      const data = { heededAt: toText(now) }
      await webhookDelivery.updateMany({ where: { status: 'dead', heededAt: null, reason }, data })
    },
  }
}
