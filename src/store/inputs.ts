// Inputs that have been answered, and for two days which messages the answers left with the person.

import { type Database, numbered, toText } from './engine/database.ts'

/** Messages that stand with a person, by the numbers their channel gave them. */
export type LeftMessages = { personId: string; messages: readonly number[] }

// More than anybody taps in two days, and few enough calls of Telegram that one chat holds up nobody.
const MOST_MESSAGES = 1000

const MESSAGES = numbered(`
SELECT m."value" AS "id" FROM "AnsweredInput" u, json_each(u."messages") m
WHERE u."personId" = ?1 AND u."at" >= ?2
UNION SELECT o."messageId" FROM "Outbox" o
WHERE o."personId" = ?1 AND o."doneAt" >= ?2 AND o."messageId" IS NOT NULL
ORDER BY 1 DESC LIMIT ${MOST_MESSAGES}`)

export function createInputs(db: Database) {
  return {
    /** From now on this input (by its name) changes nothing and sends nothing when it comes again. */
    async markAnswered(input: string, now: number, left?: LeftMessages): Promise<void> {
      await db.$executeRawUnsafe(
        `INSERT INTO "AnsweredInput" ("id", "at", "personId", "messages")
         VALUES (?, ?, (SELECT "id" FROM "Person" WHERE "id" = ?), ?) ON CONFLICT DO NOTHING`,
        input,
        toText(now),
        left?.personId ?? null,
        left ? JSON.stringify(left.messages) : null,
      )
    },

    /** Messages with a person since an instant, the latest first: answers, what they wrote, reminders. */
    async messagesOf(personId: string, since: number): Promise<number[]> {
      const rows = await db.$queryRawUnsafe<{ id: number | bigint }[]>(
        ...MESSAGES(personId, toText(since)),
      )
      return rows.map((row) => Number(row.id))
    },
  }
}
