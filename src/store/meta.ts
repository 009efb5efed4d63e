// Facts about the database itself.

import { type Database, first } from './database.ts'
import type { Seal } from './seal.ts'

export function createMeta(db: Database, seal: Seal) {
  return {
    /** Whether the data were sealed with the key in hand; a new database takes it on. */
    async knowsKey(): Promise<boolean> {
      const fingerprint = await seal.fingerprint()
      await db.$executeRawUnsafe(
        'INSERT INTO "Meta" ("key", "value") VALUES (?, ?) ON CONFLICT DO NOTHING',
        'key-fingerprint',
        fingerprint,
      )
      const row = await first<{ value: string }>(
        db,
        'SELECT "value" FROM "Meta" WHERE "key" = ?',
        'key-fingerprint',
      )
      return row?.value === fingerprint
    },

    /** Whether the database answers. Throws where it does not. */
    async ping(): Promise<void> {
      await first(db, 'SELECT 1 AS "one" FROM "City" LIMIT 1')
    },
  }
}
