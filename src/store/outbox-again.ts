// Messages that come back into the queue: from a sender that was killed, and from a time that has not come yet.

import { type Database, toText } from './engine/database.ts'

export function takingBack(db: Pick<Database, 'outbox'>) {
  return {
    /**
     * Gives back what a sender claimed before `before` and never finished, or after `now`, when the clock
     * stood elsewhere. Returns how many.
     */
    async giveBack(before: number, now: number): Promise<number> {
      const { count } = await db.outbox.updateMany({
        where: {
          status: 'sending',
          OR: [{ claimedAt: { lt: toText(before) } }, { claimedAt: { gt: toText(now) } }],
        },
        data: { status: 'queued', reason: 'interrupted' },
      })
      return count
    },

    /**
     * Where the clock was set back, what was due by the old one is due now: what was to leave at once, and
     * what was to be tried again. What was put down for a day stays as it is.
     */
    async followClock(now: number): Promise<void> {
      const at = toText(now)
      const atOnce = { createdAt: { gt: at }, dueAt: { lte: db.outbox.fields.createdAt } }
      await db.outbox.updateMany({
        where: {
          status: 'queued',
          dueAt: { gt: at },
          OR: [
            atOnce,
            { claimedAt: { gt: at }, OR: [{ reason: null }, { reason: { not: 'later' } }] },
          ],
        },
        data: { dueAt: at },
      })
    },
  }
}
