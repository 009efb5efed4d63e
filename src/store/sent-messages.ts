// Messages that went out, as they were owed.

import { NOBODY, type SentMessage } from '../domain/appointment/messages.ts'
import type { Outbox as Row } from '../generated/node/client.ts'
import { type Database, fromText, toText } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'

export function createSentMessages(db: Database, seal: Seal) {
  const sentOf = async ({ id, kind, personId, bookingId, ...row }: Row): Promise<SentMessage> => ({
    ...{ id, kind, personId: personId ?? NOBODY, bookingId },
    payload: JSON.parse(row.payload),
    text: row.sealed === null ? null : await seal.open(row.sealed),
    createdAt: fromText(row.createdAt),
    sentAt: fromText(row.doneAt ?? row.dueAt),
  })

  return {
    /** What arrived at some people since an instant, the latest first, `most` at most. */
    async sentTo(people: readonly string[], since: number, most: number): Promise<SentMessage[]> {
      const rows = await db.outbox.findMany({
        where: { personId: { in: [...people] }, status: 'sent', doneAt: { gte: toText(since) } },
        orderBy: [{ doneAt: 'desc' }, { id: 'desc' }],
        take: most,
      })
      return await Promise.all(rows.map(sentOf))
    },

    /** One that a sender took in hand for some of these people, by its number; `null` where there is none. */
    async sent(people: readonly string[], id: number): Promise<SentMessage | null> {
      const where = { id, personId: { in: [...people] }, status: { in: ['sending', 'sent'] } }
      const row = await db.outbox.findFirst({ where })
      return row && (await sentOf(row))
    },

    /** The same by its message in the chat of one of them. */
    async sentAs(personId: string, messageId: number): Promise<SentMessage | null> {
      const row = await db.outbox.findFirst({ where: { personId, messageId, status: 'sent' } })
      return row && (await sentOf(row))
    },
  }
}
