// Wiedervorlage of requests: its day in the open, since lists go by it; what is to be done then, sealed.

import type { Database } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'

export const NO_FOLLOW_UP = { followUpOn: null, followUpSealed: null, followUpBy: null }

export function createFollowUps({ intake }: Database, seal: Seal) {
  return {
    /** In the place of the one there was. */
    async set(id: string, to: { on: string; line: string; staffId: string }): Promise<void> {
      const sealed = await seal.seal(to.line)
      await intake.updateMany({
        where: { id },
        data: { followUpOn: to.on, followUpSealed: sealed, followUpBy: to.staffId },
      })
    },

    async end(id: string): Promise<void> {
      await intake.updateMany({ where: { id }, data: NO_FOLLOW_UP })
    },

    /** Opens closed requests again whose day (YYYY-MM-DD) has come; how many. */
    async reopen(today: string): Promise<number> {
      const reopened = await intake.updateMany({
        where: { followUpOn: { lte: today }, status: 'closed' },
        data: { status: 'in-care' },
      })
      return reopened.count
    },
  }
}
