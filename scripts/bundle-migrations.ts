// Writes what prisma/migrations/ make into src/generated/migrations.ts, so that a Worker, which reads no
// files, can tell a database that is not what it should be.

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'prisma/migrations')
const target = join(root, 'src/generated/migrations.ts')

/** Writes the generated module, and only if it changed. */
export function bundleMigrations(): void {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  const code = [
    '// Made by scripts/bundle-migrations.ts from prisma/migrations/; not to be edited.',
    `export const migrations: readonly string[] = ${JSON.stringify(names)}`,
    `export const needed: readonly { type: string; name: string; sql: string }[] = ${made(names)}`,
    '',
  ].join('\n')
  if (existsSync(target) && readFileSync(target, 'utf8') === code) return
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, code)
}

/** Every table, index, trigger and view as SQLite keeps it, in the order of making. */
function made(names: readonly string[]): string {
  const db = new Sqlite(':memory:')
  for (const name of names) db.exec(readFileSync(join(folder, name), 'utf8'))
  const rows = db
    .prepare(
      `SELECT "type", "name", "sql" FROM sqlite_schema
       WHERE "sql" IS NOT NULL AND "name" NOT LIKE 'sqlite%' ORDER BY "rowid"`,
    )
    .all()
  db.close()
  return JSON.stringify(rows, null, 2)
}
