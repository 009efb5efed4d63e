import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'

const folder = 'prisma/migrations'

/** The migrations in the order in which they are applied. */
export function migrations(): { name: string; sql: string }[] {
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, sql: readFileSync(join(folder, name), 'utf8') }))
}

/** A new SQLite file with every migration applied; `remove` deletes it. */
export function migratedFile(): { file: string; remove: () => void } {
  const home = mkdtempSync(join(tmpdir(), 'lotse-'))
  const file = join(home, 'lotse.db')
  const database = new Database(file)
  for (const { sql } of migrations()) database.exec(sql)
  database.close()
  return { file, remove: () => rmSync(home, { recursive: true, force: true }) }
}
