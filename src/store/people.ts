// People: who has agreed, in which language, whether they can be reached; and forgetting them.

import { type Database, numbered, toText } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'

/** A consent as it is given: which purpose, to which text, in which language. */
export type GivenConsent = { id: string; scope: string; textHash: string; language: string }

const WITHOUT_CHAT = 'none:'

const BEGIN = numbered(`
INSERT INTO "Person" ("id", "chatKey", "sealedChat", "language", "createdAt", "seenAt")
VALUES (?1, COALESCE((SELECT "chatKey" FROM "Person" WHERE "chatKey" IN (?2, ?6)), ?2), ?3, ?4, ?5, ?5)
ON CONFLICT ("chatKey") DO UPDATE SET "language" = ?4, "seenAt" = ?5, "unreachable" = NULL
RETURNING "id"`)

export function createPeople(db: Database, seal: Seal) {
  return {
    /** The person behind a chat, made if new; the language is set either way. May run twice. */
    async begin(id: string, chat: string, language: string, now: number): Promise<string> {
      // While keys rotate, a chat may still stand under the older one.
      const [key, olderKey] = await seal.lookup(chat)
      const rows = await db.$queryRawUnsafe<{ id: string }[]>(
        ...BEGIN(id, key, await seal.seal(chat), language, toText(now), olderKey),
      )
      const row = rows[0]
      if (!row) throw new Error('a person was neither made nor found')
      return row.id
    },

    /**
     * Somebody on the telephone or at the counter: no chat, and no message is ever tried. False where
     * the id is somebody's who has a chat.
     */
    async beginWithoutChat(id: string, language: string, now: number): Promise<boolean> {
      const rows = await db.$queryRawUnsafe<unknown[]>(
        `INSERT INTO "Person" ("id", "chatKey", "sealedChat", "language", "createdAt", "seenAt",
           "unreachable") VALUES (?, ?, ?, ?, ?, ?, 'no-chat')
         ON CONFLICT ("id") DO UPDATE SET "seenAt" = excluded."seenAt"
         WHERE "chatKey" = excluded."chatKey" RETURNING "id"`,
        id,
        `${WITHOUT_CHAT}${id}`,
        await seal.seal(''),
        language,
        toText(now),
        toText(now),
      )
      return rows.length === 1
    },

    /**
     * Erases what people without a chat are called and their numbers, once they have no appointment
     * to come; until then they may have to be called, also about one that was displaced.
     */
    async forgetWithoutChat(now: number): Promise<void> {
      await db.$executeRawUnsafe(
        `UPDATE "Intake" SET "sealed" = NULL WHERE "sealed" IS NOT NULL AND "personId" IN (
           SELECT p."id" FROM "Person" p WHERE p."chatKey" >= ? AND p."chatKey" < ?
           AND p."createdAt" < ? AND NOT EXISTS (SELECT 1 FROM "Booking" b
             WHERE b."personId" = p."id" AND b."endsAt" > ?
             AND (b."state" = 'booked' OR b."changedBy" LIKE 'closure:%')))`,
        WITHOUT_CHAT,
        // The sign after the colon, so that the index on the key is used.
        WITHOUT_CHAT.replace(':', ';'),
        // Somebody is being booked for just now.
        toText(now - 60_000),
        toText(now),
      )
    },

    async setLanguage(id: string, language: string): Promise<void> {
      await db.$executeRawUnsafe('UPDATE "Person" SET "language" = ? WHERE "id" = ?', language, id)
    },

    async withdraw(personId: string, scope: string, now: number): Promise<void> {
      await db.$executeRawUnsafe(
        `UPDATE "Consent" SET "withdrawnAt" = ?
         WHERE "personId" = ? AND "scope" = ? AND "withdrawnAt" IS NULL`,
        toText(now),
        personId,
        scope,
      )
    },

    /** Marks whether messages arrive: the reason why not, or `null`. */
    async setUnreachable(chat: string, reason: string | null): Promise<void> {
      const keys = await seal.lookup(chat)
      await db.$executeRawUnsafe(
        'UPDATE "Person" SET "unreachable" = ? WHERE "chatKey" IN (?, ?)',
        reason,
        ...keys,
      )
    },

    /** Everybody who can be written to, with the language they read; in the order of their ids. */
    async reachable(): Promise<{ id: string; language: string }[]> {
      return await db.$queryRawUnsafe<{ id: string; language: string }[]>(
        'SELECT "id", "language" FROM "Person" WHERE "unreachable" IS NULL ORDER BY "id"',
      )
    },

    /** Forgets a person at once: talks, answers and consents go with the row. */
    async erase(personId: string): Promise<void> {
      await db.$executeRawUnsafe('DELETE FROM "Person" WHERE "id" = ?', personId)
    },
  }
}
