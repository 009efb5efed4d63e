// What people answered to messages of staff: sealed, kept once for each input.

import { type Database, numbered, toText } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'

export type NewReply = {
  request: string
  personId: string
  /** The name of the input it came with: the same one delivered again is kept once. */
  input: string
  /** What the person reads, so most likely what they write. */
  language: string
  text: string
}

const ADD = numbered(`
INSERT INTO "Reply" ("intakeId", "input", "language", "sealed", "createdAt")
SELECT i."id", ?2, ?3, ?4, ?5 FROM "Intake" i WHERE i."id" = CAST(?1 AS TEXT)
  AND i."personId" = CAST(?6 AS TEXT)
ON CONFLICT DO NOTHING`)

export function createReplies(db: Database, seal: Seal) {
  return {
    /** Keeps an answer with the request, as long as that is there and is the person's. */
    async add(reply: NewReply, now: number): Promise<void> {
      const { request, input, language, text, personId } = reply
      const sealed = await seal.seal(text)
      await db.$executeRawUnsafe(...ADD(request, input, language, sealed, toText(now), personId))
    },

    /** Notes that staff have read what came until an instant; false where nothing was unread. */
    async setRead(request: string, until: number, now: number): Promise<boolean> {
      const read = await db.$executeRawUnsafe(
        `UPDATE "Reply" SET "readAt" = ? WHERE "intakeId" = ? AND "readAt" IS NULL
         AND "createdAt" <= ?`,
        toText(now),
        request,
        toText(until),
      )
      return read > 0
    },
  }
}
