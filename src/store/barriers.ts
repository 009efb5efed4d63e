// Reports of barriers: sealed, kept once for each input, and the mail that is owed of each.

import type { NewMessage } from '../domain/appointment/messages.ts'
import type { Channel } from '../domain/people/address.ts'
import type { Barrier, BarrierReport } from '../domain/people/barrier-report.ts'
import { type Database, fromText, toText, unlessThere } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'
import { NOBODY } from './nobody.ts'
import { queueing } from './queueing.ts'

/** `input`: by which the same one sent again is kept once; `personId`: whose it is, where that is known. */
export type NewBarrier = {
  id: string
  input: string
  personId: string | null
  channel: Channel
  language: string
  barrier: Barrier
}

// Two values each, and D1 takes a hundred.
const AT_ONCE = 40

export function createBarriers(db: Database, seal: Seal) {
  const { barrierReport, erased } = db
  const opened = async (sealed: string): Promise<Barrier> => JSON.parse(await seal.open(sealed))

  return {
    /** Keeps a report and owes its notice, of the `kind`. */
    async add({ barrier, ...report }: NewBarrier, kind: string, now: number): Promise<void> {
      const sealed = await seal.seal(JSON.stringify(barrier))
      const { id } = report
      const notice: NewMessage = {
        ...{ key: `${kind}:${id}`, kind, personId: NOBODY, payload: { barrier: id }, dueAt: now },
      }
      const data = { ...report, sealed, createdAt: toText(now) }
      await unlessThere(db.batch([barrierReport.createMany({ data }), queueing([notice], now)]))
    },

    /** How many of a person's are kept, beside the one that came with an input. */
    countOf: (personId: string, input: string): PromiseLike<number> =>
      barrierReport.count({ where: { personId, input: { not: input } } }),

    /** How many are open. */
    countOpen: (): PromiseLike<number> => barrierReport.count({ where: { settledAt: null } }),

    /** Where one was told, as long as it is open. */
    async openAt(id: string): Promise<Channel | null> {
      const where = { id, settledAt: null }
      const row = await barrierReport.findFirst({ where, select: { channel: true } })
      return (row?.channel as Channel | undefined) ?? null
    },

    /** Open ones first, each the longest there first; at most so many. */
    async list(most: number): Promise<BarrierReport[]> {
      const rows = await barrierReport.findMany({
        orderBy: [{ settledAt: { sort: 'asc', nulls: 'first' } }, { createdAt: 'asc' }],
        take: most,
      })
      return await Promise.all(
        rows.map(async ({ id, channel, language, sealed, createdAt, settledAt }) => ({
          ...{ id, channel: channel as Channel, language, at: fromText(createdAt) },
          settledAt: settledAt === null ? null : fromText(settledAt),
          ...(await opened(sealed)),
        })),
      )
    },

    /** Notes that one is settled, or open again (`null`); false where there is none. */
    async settle(id: string, at: number | null): Promise<boolean> {
      const data = { settledAt: at === null ? null : toText(at) }
      return (await barrierReport.updateMany({ where: { id }, data })).count > 0
    },

    /**
     * Erases some, false where there is none of them. Their ids are written down, so that a backup that is brought
     * back is told.
     */
    async erase(ids: readonly string[], now: number): Promise<boolean> {
      const where = { id: { in: [...ids] } }
      const gone = await db.batchIf([
        barrierReport.deleteMany({ where }),
        erased.deleteMany({ where }),
        erased.createMany({ data: ids.map((id) => ({ id, at: toText(now) })) }),
      ])
      return gone !== null
    },

    /**
     * Erases what was settled, or told, before an instant (UTC, as text), until there is no more or `mayGoOn` says no;
     * how many.
     */
    async eraseOver(
      settled: string,
      told: string,
      now: number,
      mayGoOn: () => boolean,
    ): Promise<number> {
      const where = { OR: [{ settledAt: { lt: settled } }, { createdAt: { lt: told } }] }
      for (let count = 0; ; ) {
        const over = await barrierReport.findMany({ where, select: { id: true }, take: AT_ONCE })
        const ids = over.map(({ id }) => id)
        if (ids.length > 0) await this.erase(ids, now)
        count += ids.length
        if (ids.length < AT_ONCE || !mayGoOn()) return count
      }
    },

    /** All of a person's, for the person. */
    async of(personId: string) {
      const rows = await barrierReport.findMany({
        where: { personId },
        orderBy: { createdAt: 'asc' },
        omit: { input: true, personId: true },
      })
      return await Promise.all(
        rows.map(async ({ sealed, ...row }) => ({ ...row, ...(await opened(sealed)) })),
      )
    },
  }
}
