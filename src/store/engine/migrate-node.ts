// A file brought up to date.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type Sqlite from 'better-sqlite3'

const MIGRATIONS = fileURLToPath(new URL('../../../prisma/migrations', import.meta.url))

/** Applies the migrations this file has not seen, each as a whole, in the order of their names. */
export function migrateOn(db: Sqlite.Database): void {
  db.pragma('journal_mode = WAL')
  db.pragma('secure_delete = ON')
  // The table wrangler keeps for D1, so that a file and a D1 database tell the same history.
  db.exec(`CREATE TABLE IF NOT EXISTS "d1_migrations" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "name" TEXT UNIQUE,
    "applied_at" TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP
  )`)
  const applied = db.prepare('SELECT "name" FROM "d1_migrations"').pluck().all() as string[]
  const names = migrationNames()
  // Another history than ours is left as it is: whoever opens the database refuses it.
  if (applied.some((name) => !names.includes(name))) return
  const missing = names.filter((name) => !applied.includes(name))
  if (missing.length === 0) return
  const has = db.prepare('SELECT 1 FROM "d1_migrations" WHERE "name" = ?')
  const note = db.prepare('INSERT INTO "d1_migrations" ("name") VALUES (?)')
  const apply = db.transaction((name: string) => {
    // Another process may have been faster.
    if (has.get(name)) return
    db.exec(readFileSync(join(MIGRATIONS, name), 'utf8'))
    note.run(name)
  })
  for (const name of missing) apply.immediate(name)
}

/** The migrations of this version. */
function migrationNames(): string[] {
  return readdirSync(MIGRATIONS)
    .filter((name) => name.endsWith('.sql'))
    .sort()
}
