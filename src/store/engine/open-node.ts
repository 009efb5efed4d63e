// The embedded database: opened, tuned and migrated on Node.

import { AsyncLocalStorage } from 'node:async_hooks'
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import Sqlite from 'better-sqlite3'
import { PrismaClient } from '../../generated/node/client.ts'
import { holdingBack } from './batches.ts'
import type { Database } from './database.ts'
import { rawOver } from './raw.ts'
import { statementsOn } from './statements-node.ts'

const MIGRATIONS = fileURLToPath(new URL('../../../prisma/migrations', import.meta.url))

// The adapter sets none of these. NORMAL keeps every commit when the process is killed; with the
// write-ahead log a power cut can only cost the last moments, never the file. What is deleted is
// overwritten, so that the file holds nothing that was erased.
const PRAGMAS = [
  'synchronous = NORMAL',
  'busy_timeout = 5000',
  'foreign_keys = ON',
  'secure_delete = ON',
]

/**
 * Opens the file, creating it and its folder where they are missing, and brings it up to date.
 * Throws what SQLite or the file system says; the door words it.
 */
export async function openDatabase(file: string): Promise<PrismaClient & Database> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  // For its owner alone: SQLite gives its log and its index the rights of the file.
  closeSync(openSync(file, 'a', 0o600))
  migrate(file)
  const adapter = await new PrismaBetterSqlite3({ url: `file:${file}` }).connect()
  // One connection for both: beside a second one, a transaction of Prisma's would lock statements out.
  const { client: connection } = adapter as typeof adapter & { client: Sqlite.Database }
  for (const pragma of PRAGMAS) connection.pragma(pragma)
  const { provider, adapterName } = adapter
  const { together, ...statements } = statementsOn(connection)
  const { adapter: held, ...batches } = holdingBack(adapter, together, new AsyncLocalStorage())
  const prisma = new PrismaClient({
    adapter: { provider, adapterName, connect: async () => held },
  })
  const own: Record<string | symbol, unknown> = {
    ...statements,
    ...rawOver({
      query: (sql, values) => statements.$queryRawUnsafe(sql, ...values),
      change: (sql, values) => statements.$executeRawUnsafe(sql, ...values),
    }),
    ...batches,
    // Prisma connects when a model is first used, which may be never.
    $disconnect: async () => {
      await prisma.$disconnect()
      if (connection.open) connection.close()
    },
  }
  return new Proxy(prisma, {
    get: (client, name) => own[name] ?? Reflect.get(client, name),
  }) as PrismaClient & Database
}

/** Applies the migrations this file has not seen, each as a whole, in the order of their names. */
export function migrate(file: string): void {
  const db = new Sqlite(file, { timeout: 5000 })
  try {
    db.pragma('journal_mode = WAL')
    // The table wrangler keeps for D1, so that a file and a D1 database tell the same history.
    db.exec(`CREATE TABLE IF NOT EXISTS "d1_migrations" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT,
      "name" TEXT UNIQUE,
      "applied_at" TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP
    )`)
    const has = db.prepare('SELECT 1 FROM "d1_migrations" WHERE "name" = ?')
    const note = db.prepare('INSERT INTO "d1_migrations" ("name") VALUES (?)')
    const apply = db.transaction((name: string) => {
      if (has.get(name)) return
      db.exec(readFileSync(join(MIGRATIONS, name), 'utf8'))
      note.run(name)
    })
    for (const name of migrationNames()) apply.immediate(name)
  } finally {
    db.close()
  }
}

/** The migrations of this version. */
function migrationNames(): string[] {
  return readdirSync(MIGRATIONS)
    .filter((name) => name.endsWith('.sql'))
    .sort()
}
