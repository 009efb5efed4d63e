// Wiedervorlage of requests: its day in the open, since lists go by it; what is to be done then, sealed.

import { type Database, toText } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'

export const NO_FOLLOW_UP = { followUpOn: null, followUpSealed: null, followUpBy: null }

export function createFollowUps(db: Database, seal: Seal) {
  const { intake } = db
  // Where no carrier has it, that it rests is told nobody: its record has not changed.
  const noted = (id: string, now: number) =>
    intake.updateMany({ where: { id, bodyId: { not: null } }, data: { recordAt: toText(now) } })

  return {
    /** In the place of the one there was. `now`: epoch ms. */
    async set(
      id: string,
      to: { on: string; line: string; staffId: string },
      now: number,
    ): Promise<void> {
      const sealed = await seal.seal(to.line)
      const data = { followUpOn: to.on, followUpSealed: sealed, followUpBy: to.staffId }
      await db.batch([intake.updateMany({ where: { id }, data }), noted(id, now)])
    },

    /** `now`: epoch ms. */
    async end(id: string, now: number): Promise<void> {
      await db.batch([intake.updateMany({ where: { id }, data: NO_FOLLOW_UP }), noted(id, now)])
    },

    /** Opens closed requests again whose day (YYYY-MM-DD) has come by `now` (epoch ms); how many. */
    async reopen(today: string, now: number): Promise<number> {
      const reopened = await intake.updateMany({
        where: { followUpOn: { lte: today }, status: 'closed' },
        data: { status: 'in-care', recordAt: toText(now) },
      })
      return reopened.count
    },
  }
}
