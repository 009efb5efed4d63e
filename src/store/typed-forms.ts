// What staff sent that has not been done, until it is: under a key that only their browser has, so that what is left of
// it here, and in any copy, nobody can read.

import { type Database, unlessThere } from './engine/database.ts'
import { createSeal } from './engine/seal.ts'

// More than somebody goes back over; a page that an account has left behind must not fill the disk.
const MOST = 30

/** Whose form it is, and the key of their browser: 32 bytes in base64. */
type Kept = { id: string; staffId: string; key: string }

const whose = (staffId: string) => `typed ${staffId}`

export function createTypedForms({ staffVerification }: Pick<Database, 'staffVerification'>) {
  const sealed = async (key: string, text: string) => (await createSeal(key)).seal(text)
  return {
    /**
     * Keeps a text until an instant (epoch ms); false where the id is taken. Old ones of the account go, and the oldest
     * where it has many.
     */
    async keep(
      { id, staffId, key }: Kept,
      text: string,
      until: number,
      now: number,
    ): Promise<boolean> {
      const identifier = whose(staffId)
      await staffVerification.deleteMany({
        where: { identifier, expiresAt: { lt: new Date(now) } },
      })
      const many = await staffVerification.findMany({
        where: { identifier },
        orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
        skip: MOST - 1,
        select: { id: true },
      })
      const oldest = many.map((row) => row.id)
      if (oldest.length > 0) await staffVerification.deleteMany({ where: { id: { in: oldest } } })
      const value = await sealed(key, text)
      const [at, expiresAt] = [new Date(now), new Date(until)]
      const data = { id, identifier, value, expiresAt, createdAt: at, updatedAt: at }
      return await unlessThere(staffVerification.createMany({ data }))
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

    /** Another text in its place. */
    async exchange({ id, staffId, key }: Kept, text: string, now: number): Promise<void> {
      await staffVerification.updateMany({
        where: { id, identifier: whose(staffId) },
        data: { value: await sealed(key, text), updatedAt: new Date(now) },
      })
    },

    /** Nothing is kept under it any more. */
    async drop({ id, staffId }: Omit<Kept, 'key'>): Promise<void> {
      await staffVerification.deleteMany({ where: { id, identifier: whose(staffId) } })
    },
  }
}
