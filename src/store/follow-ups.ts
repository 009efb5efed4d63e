// Wiedervorlage of requests: its day in the open, since lists go by it; what is to be done then, sealed.

import { type Database, toText } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'
import { OWE_CARE } from './sql/owed.ts'

export const NO_FOLLOW_UP = { followUpOn: null, followUpSealed: null, followUpBy: null }

// As many ids as one statement takes; the others are opened by the next tick.
const MOST = 80

export function createFollowUps(db: Database, seal: Seal) {
  const { intake } = db
  // Where no carrier has it, that it rests is told nobody: its record has not changed.
  const noted = (id: string, { now, isTold }: When) => [
    intake.updateMany({ where: { id, bodyId: { not: null } }, data: { recordAt: toText(now) } }),
    ...(isTold ? [OWE_CARE([id], toText(now))] : []),
  ]

  return {
    /** In the place of the one there was. */
    async set(
      id: string,
      to: { on: string; line: string; staffId: string },
      when: When,
    ): Promise<void> {
      const sealed = await seal.seal(to.line)
      const data = { followUpOn: to.on, followUpSealed: sealed, followUpBy: to.staffId }
      await db.batch([intake.updateMany({ where: { id }, data }), ...noted(id, when)])
    },

    async end(id: string, when: When): Promise<void> {
      await db.batch([intake.updateMany({ where: { id }, data: NO_FOLLOW_UP }), ...noted(id, when)])
    },

    /** Opens closed requests again whose day (YYYY-MM-DD) has come by `now` (epoch ms); how many. */
    async reopen(today: string, now: number): Promise<number> {
      const due = { followUpOn: { lte: today }, status: 'closed' }
      // By their day, as its index has them: left to itself Prisma reads every request in the order of their ids.
      const orderBy = { followUpOn: 'asc' } as const
      const found = await intake.findMany({ where: due, select: { id: true }, orderBy, take: MOST })
      if (found.length === 0) return 0
      const [ids, at] = [found.map(({ id }) => id), toText(now)]
      const open = intake.updateMany({
        where: { id: { in: ids }, ...due },
        data: { status: 'in-care', recordAt: at },
      })
      return (await db.batchIf([open, OWE_CARE(ids, at)]))?.[0].count ?? 0
    },
  }
}

/** `now`: epoch ms. `isTold`: a carrier has the request and it is open, so that its care is another one now. */
type When = { now: number; isTold: boolean }
