// What is kept about signing in, beside what better-auth keeps itself. Instants are epoch ms.

import { createHmac } from 'node:crypto'
import type { Attempts } from '../domain/people/throttle.ts'
import { type Database, fromText, toText, unlessThere } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'
import { keptSecret } from './kept-secret.ts'

export function createStaffAccess(db: Database, seal: Seal) {
  const { staffInvite, staffAttempt, staffUsedCode } = db
  const secret = () => keptSecret(db, seal, 'staff-secret')
  let kept: string | undefined
  return {
    /**
     * Keyed hash of something that must not be readable in the database. By a secret that outlives the data key:
     * a new one neither forgets tries and used codes, nor makes forms on open pages stale.
     */
    async keyOf(text: string): Promise<string> {
      kept ??= await secret()
      return createHmac('sha256', kept).update(`lotse ${text}`, 'utf8').digest('base64')
    },

    /** The secret that signs and encrypts for better-auth: drawn once, kept sealed. */
    secret,

    async addInvite(tokenHash: string, staffId: string, expiresAt: number): Promise<void> {
      await staffInvite.createMany({ data: { tokenHash, staffId, expiresAt: toText(expiresAt) } })
    },

    /** Ends every link of this person. */
    async dropInvites(staffId: string): Promise<void> {
      await staffInvite.deleteMany({ where: { staffId } })
    },

    /** Whose invitation this is; `null` once it is used or expired, or the account is closed. */
    async readInvite(tokenHash: string, now: number): Promise<string | null> {
      const open = { disabledAt: null }
      const row = await staffInvite.findFirst({
        where: { tokenHash, usedAt: null, expiresAt: { gt: toText(now) }, staff: open },
      })
      return row?.staffId ?? null
    },

    /** As `readInvite`, and nobody can use it again, nor another one of the same account. */
    async useInvite(tokenHash: string, now: number): Promise<string | null> {
      const link = { tokenHash, usedAt: null, expiresAt: { gt: toText(now) } }
      const used = await staffInvite.updateManyAndReturn({
        where: { usedAt: null, staff: { disabledAt: null, invites: { some: link } } },
        data: { usedAt: toText(now) },
        select: { staffId: true },
      })
      return used[0]?.staffId ?? null
    },

    async attempts(key: string): Promise<Attempts | null> {
      const row = await staffAttempt.findUnique({ where: { key } })
      return row && { failures: row.failures, lastAt: fromText(row.lastAt) }
    },

    /** Counts one more try if nobody else did since `seen` was read. */
    async countAttempt(key: string, seen: Attempts | null, now: number): Promise<boolean> {
      const lastAt = toText(now)
      if (!seen) {
        return await unlessThere(staffAttempt.createMany({ data: { key, failures: 1, lastAt } }))
      }
      const counted = await staffAttempt.updateMany({
        where: { key, failures: seen.failures, lastAt: toText(seen.lastAt) },
        data: { failures: { increment: 1 }, lastAt },
      })
      return counted.count > 0
    },

    async clearAttempts(key: string, olderThan: number): Promise<void> {
      await staffAttempt.deleteMany({
        where: { OR: [{ key }, { lastAt: { lt: toText(olderThan) } }] },
      })
    },

    /** Whether the code had not been used yet; it is from now on. */
    async useCode(key: string, now: number, olderThan: number): Promise<boolean> {
      await staffUsedCode.deleteMany({ where: { at: { lt: toText(olderThan) } } })
      return await unlessThere(staffUsedCode.createMany({ data: { key, at: toText(now) } }))
    },
  }
}
