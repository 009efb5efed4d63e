// What people said of their own accord, taken out of requests again.

import type { Database } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'
import type { StoredTalk } from './kept-talk.ts'

type Row = { id: string; version: number; talk: string; sealed: string | null }

export function createDetails(db: Database, seal: Seal) {
  return {
    /**
     * Leaves only some of the answers in a person's requests, but for one that is in the hands of the
     * talk; a telephone number for a call-back stays. May run twice.
     */
    async drop(personId: string, but: string, kept: ReadonlySet<string>): Promise<void> {
      const rows = await db.$queryRawUnsafe<Row[]>(
        `SELECT "id", "version", "talk", "sealed" FROM "Intake"
         WHERE "personId" = ? AND "id" <> ?`,
        personId,
        but,
      )
      for (const { id, version, talk, sealed } of rows) {
        const held = JSON.parse(talk) as StoredTalk
        const answers = Object.entries(held.answers).filter(([question]) => kept.has(question))
        const { phone } = (sealed ? JSON.parse(await seal.open(sealed)) : {}) as { phone?: string }
        const { cityQuestions: _, ...rest } = held
        await db.$executeRawUnsafe(
          `UPDATE "Intake" SET "talk" = ?, "sealed" = ?, "version" = "version" + 1
           WHERE "id" = ? AND "version" = ?`,
          JSON.stringify({ ...rest, answers: Object.fromEntries(answers) }),
          phone === undefined ? null : await seal.seal(JSON.stringify({ phone })),
          id,
          version,
        )
      }
    },
  }
}
