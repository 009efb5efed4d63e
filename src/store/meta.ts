// Facts about the database itself.

import { migrations } from '../generated/migrations.ts'
import { type Database, first } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'

export function createMeta(db: Database, seal: Seal) {
  return {
    /** Whether the data were sealed with a key in hand; a new database takes the newest on. */
    async knowsKey(): Promise<boolean> {
      const fingerprints = await seal.fingerprints()
      await db.$executeRawUnsafe(
        'INSERT INTO "Meta" ("key", "value") VALUES (?, ?) ON CONFLICT DO NOTHING',
        'key-fingerprint',
        fingerprints[0],
      )
      const row = await first<{ value: string }>(
        db,
        'SELECT "value" FROM "Meta" WHERE "key" = ?',
        'key-fingerprint',
      )
      return row !== undefined && fingerprints.includes(row.value)
    },

    /** A fact by its name, `null` where it is not known yet. */
    async get(key: string): Promise<string | null> {
      const row = await first<{ value: string }>(
        db,
        'SELECT "value" FROM "Meta" WHERE "key" = ?',
        key,
      )
      return row?.value ?? null
    },

    async set(key: string, value: string): Promise<void> {
      await db.$executeRawUnsafe(
        `INSERT INTO "Meta" ("key", "value") VALUES (?, ?)
         ON CONFLICT ("key") DO UPDATE SET "value" = excluded."value"
         WHERE "Meta"."value" <> excluded."value"`,
        key,
        value,
      )
    },

    /** Names the key the data are sealed with, without telling it. */
    async keyName(): Promise<string> {
      const row = await first<{ value: string }>(
        db,
        `SELECT "value" FROM "Meta" WHERE "key" = 'key-fingerprint'`,
      )
      return row?.value ?? ''
    },

    /** Whether a key in hand has this name. */
    hasKey: async (name: string) => (await seal.fingerprints()).includes(name),

    /** From now on this database is a real one. */
    async noteLive(): Promise<void> {
      await db.$executeRawUnsafe(
        `INSERT INTO "Meta" ("key", "value") VALUES ('live', 'yes') ON CONFLICT DO NOTHING`,
      )
    },

    /** Whether Lotse has ever run live on this database. */
    async isLive(): Promise<boolean> {
      return (await first(db, `SELECT 1 AS "one" FROM "Meta" WHERE "key" = 'live'`)) !== undefined
    },

    /** Whether the database has every migration of this version. Throws where it does not answer. */
    async isMigrated(): Promise<boolean> {
      const rows = await db.$queryRawUnsafe<{ name: string }[]>(
        'SELECT "name" FROM "d1_migrations"',
      )
      const applied = new Set(rows.map(({ name }) => name))
      return migrations.every((name) => applied.has(name))
    },
  }
}
