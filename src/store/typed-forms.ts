// What staff sent after their session had ended, until they are in again: under a key that only their browser has, so
// that what is left of it here, and in any copy, nobody can read.

import type { Database } from './engine/database.ts'
import { createSeal } from './engine/seal.ts'

// More tabs than somebody has open; a page that an account has left behind must not fill the disk.
const MOST = 30

/** Whose form it is, and the key of their browser: 32 bytes in base64. */
type Kept = { id: string; staffId: string; key: string }

const whose = (staffId: string) => `typed ${staffId}`

export function createTypedForms({ staffVerification }: Pick<Database, 'staffVerification'>) {
  return {
    /** Keeps a text until an instant (epoch ms); false where the account has too many. Its old ones go. */
    async keep({ id, staffId, key }: Kept, text: string, until: number, now: number) {
      const identifier = whose(staffId)
      await staffVerification.deleteMany({
        where: { identifier, expiresAt: { lt: new Date(now) } },
      })
      if ((await staffVerification.count({ where: { identifier } })) >= MOST) return false
      const value = await (await createSeal(key)).seal(text)
      const [at, expiresAt] = [new Date(now), new Date(until)]
      const data = { id, identifier, value, expiresAt, createdAt: at, updatedAt: at }
      await staffVerification.createMany({ data })
      return true
    },

    /** The text; `null` for another account or key, and for what is gone or too old. */
    async open({ id, staffId, key }: Kept, now: number): Promise<string | null> {
      const row = await staffVerification.findFirst({
        where: { id, identifier: whose(staffId), expiresAt: { gt: new Date(now) } },
      })
      if (!row) return null
      return await createSeal(key)
        .then((seal) => seal.open(row.value))
        .catch(() => null)
    },

    async drop(id: string, staffId: string): Promise<void> {
      await staffVerification.deleteMany({ where: { id, identifier: whose(staffId) } })
    },
  }
}
