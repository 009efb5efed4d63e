// What is kept about signing in, beside what better-auth keeps itself. Instants are epoch ms.

import type { Attempts } from '../domain/people/throttle.ts'
import { type Database, first, fromText, toText } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'

export type StaffAccess = {
  /** The secret that signs and encrypts for better-auth: drawn once, kept sealed. */
  secret: () => Promise<string>
  /** Keyed hash of something that must not be readable in the database. */
  keyOf: (text: string) => Promise<string>
  addInvite: (tokenHash: string, staffId: string, expiresAt: number) => Promise<void>
  /** Ends every link of this person. */
  dropInvites: (staffId: string) => Promise<void>
  /** Whose invitation this is; `null` once it is used or expired. */
  readInvite: (tokenHash: string, now: number) => Promise<string | null>
  /** As `readInvite`, and nobody can use it again, nor another one of the same account. */
  useInvite: (tokenHash: string, now: number) => Promise<string | null>
  attempts: (key: string) => Promise<Attempts | null>
  /** Counts one more try if nobody else did since `seen` was read. */
  countAttempt: (key: string, seen: Attempts | null, now: number) => Promise<boolean>
  clearAttempts: (key: string, olderThan: number) => Promise<void>
  /** Whether the code had not been used yet; it is from now on. */
  useCode: (key: string, now: number, olderThan: number) => Promise<boolean>
}

export function createStaffAccess(db: Database, seal: Seal): StaffAccess {
  const keyOf = async (text: string) => (await seal.lookup(text))[0]
  return {
    keyOf,
    secret: async () => {
      const drawn = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))
      await db.$executeRawUnsafe(
        `INSERT INTO "Meta" ("key", "value") VALUES ('staff-secret', ?) ON CONFLICT DO NOTHING`,
        await seal.seal(drawn),
      )
      const row = await first<{ value: string }>(
        db,
        `SELECT "value" FROM "Meta" WHERE "key" = 'staff-secret'`,
      )
      if (!row) throw new Error('the sign-in secret is missing')
      return seal.open(row.value)
    },
    addInvite: async (tokenHash, staffId, expiresAt) => {
      await db.$executeRawUnsafe(
        'INSERT INTO "StaffInvite" ("tokenHash", "staffId", "expiresAt") VALUES (?, ?, ?)',
        tokenHash,
        staffId,
        toText(expiresAt),
      )
    },
    dropInvites: async (staffId) => {
      await db.$executeRawUnsafe('DELETE FROM "StaffInvite" WHERE "staffId" = ?', staffId)
    },
    readInvite: async (tokenHash, now) => {
      const row = await first<{ staffId: string }>(
        db,
        `SELECT "staffId" FROM "StaffInvite"
         WHERE "tokenHash" = ? AND "usedAt" IS NULL AND "expiresAt" > ?`,
        tokenHash,
        toText(now),
      )
      return row?.staffId ?? null
    },
    useInvite: async (tokenHash, now) => {
      const row = await first<{ staffId: string }>(
        db,
        `UPDATE "StaffInvite" SET "usedAt" = ?
         WHERE "usedAt" IS NULL AND "staffId" = (SELECT v."staffId" FROM "StaffInvite" v
           WHERE v."tokenHash" = ? AND v."usedAt" IS NULL AND v."expiresAt" > ?)
         RETURNING "staffId"`,
        toText(now),
        tokenHash,
        toText(now),
      )
      return row?.staffId ?? null
    },
    attempts: async (key) => {
      const row = await first<{ failures: number; lastAt: string }>(
        db,
        'SELECT "failures", "lastAt" FROM "StaffAttempt" WHERE "key" = ?',
        key,
      )
      return row ? { failures: Number(row.failures), lastAt: fromText(row.lastAt) } : null
    },
    countAttempt: async (key, seen, now) => {
      const changed = seen
        ? await db.$executeRawUnsafe(
            `UPDATE "StaffAttempt" SET "failures" = "failures" + 1, "lastAt" = ?
             WHERE "key" = ? AND "failures" = ? AND "lastAt" = ?`,
            toText(now),
            key,
            seen.failures,
            toText(seen.lastAt),
          )
        : await db.$executeRawUnsafe(
            `INSERT INTO "StaffAttempt" ("key", "failures", "lastAt") VALUES (?, 1, ?)
             ON CONFLICT DO NOTHING`,
            key,
            toText(now),
          )
      return changed === 1
    },
    clearAttempts: async (key, olderThan) => {
      await db.$executeRawUnsafe(
        'DELETE FROM "StaffAttempt" WHERE "key" = ? OR "lastAt" < ?',
        key,
        toText(olderThan),
      )
    },
    useCode: async (key, now, olderThan) => {
      await db.$executeRawUnsafe('DELETE FROM "StaffUsedCode" WHERE "at" < ?', toText(olderThan))
      const made = await db.$executeRawUnsafe(
        'INSERT INTO "StaffUsedCode" ("key", "at") VALUES (?, ?) ON CONFLICT DO NOTHING',
        key,
        toText(now),
      )
      return made === 1
    },
  }
}
