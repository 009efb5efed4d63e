// Updates that have been answered, and for two days which messages they left in the chat.

import { type Database, numbered, toText } from './engine/database.ts'

/** Messages in a person's chat, by the numbers Telegram gave them. */
export type LeftMessages = { personId: string; messages: readonly number[] }

// More than anybody taps in two days, and few enough calls of Telegram that one chat holds up nobody.
const MOST_MESSAGES = 1000

const MESSAGES = numbered(`
SELECT m."value" AS "id" FROM "AnsweredUpdate" u, json_each(u."messages") m
WHERE u."personId" = ?1 AND u."at" >= ?2
UNION SELECT o."messageId" FROM "Outbox" o
WHERE o."personId" = ?1 AND o."doneAt" >= ?2 AND o."messageId" IS NOT NULL
ORDER BY 1 DESC LIMIT ${MOST_MESSAGES}`)

export function createUpdates(db: Database) {
  return {
    /** From now on a repeated delivery of this update changes nothing and sends nothing. */
    async markAnswered(id: number, now: number, left?: LeftMessages): Promise<void> {
      await db.$executeRawUnsafe(
        `INSERT INTO "AnsweredUpdate" ("id", "at", "personId", "messages")
         VALUES (?, ?, (SELECT "id" FROM "Person" WHERE "id" = ?), ?) ON CONFLICT DO NOTHING`,
        id,
        toText(now),
        left?.personId ?? null,
        left ? JSON.stringify(left.messages) : null,
      )
    },

    /** Messages in a person's chat since an instant, the latest first: answers, what they wrote, reminders. */
    async messagesOf(personId: string, since: number): Promise<number[]> {
      const rows = await db.$queryRawUnsafe<{ id: number | bigint }[]>(
        ...MESSAGES(personId, toText(since)),
      )
      return rows.map((row) => Number(row.id))
    },
  }
}
