// Updates that have been answered. Holds a number and a time, nothing of the person.

import { type Database, toText } from './database.ts'

export function createUpdates(db: Database) {
  return {
    /** From now on a repeated delivery of this update changes nothing and sends nothing. */
    async markAnswered(id: number, now: number): Promise<void> {
      await db.$executeRawUnsafe(
        'INSERT INTO "AnsweredUpdate" ("id", "at") VALUES (?, ?) ON CONFLICT DO NOTHING',
        id,
        toText(now),
      )
    },
  }
}
