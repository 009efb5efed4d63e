// The embedded database: opened, tuned and migrated on Node.

import { AsyncLocalStorage } from 'node:async_hooks'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type { SqlDriverAdapterFactory, SqlQuery } from '@prisma/driver-adapter-utils'
import type Sqlite from 'better-sqlite3'
import { PrismaClient } from '../../generated/node/client.ts'
import { holdingBack } from './batches.ts'
import type { Database, Upkeep } from './database.ts'
import { type ErasedList, watchErasures } from './erasures-node.ts'
import { migrateOn } from './migrate-node.ts'
import { isReading, plannedOnce } from './planned-once.ts'
import { rawOver } from './raw.ts'
import { statementsOn } from './statements-node.ts'
import { watchTroubles } from './troubles.ts'

// The adapter sets none of these. NORMAL keeps every commit when the process is killed; with the
// write-ahead log a power cut can only cost the last moments, never the file. What is deleted is
// overwritten, so that the file holds nothing that was erased.
const PRAGMAS = [
  'synchronous = NORMAL',
  'busy_timeout = 5000',
  'foreign_keys = ON',
  'secure_delete = ON',
]

// For a file that is thrown away unless it becomes whole: it is one transaction, and on the disk once it is closed.
const HASTY = [
  'locking_mode = EXCLUSIVE',
  'journal_mode = MEMORY',
  'synchronous = OFF',
  'cache_size = -65536',
  'temp_store = MEMORY',
  'foreign_keys = ON',
]

/**
 * Opens the file, creating it and its folder where they are missing, and brings it up to date. Whoever
 * is erased is added to the list before it is committed. `isHasty`: a power cut may cost the file. `clientOver`: who
 * asks the adapter, where it is not a new client.
 * Throws what SQLite or the file system says; the door words it.
 */
export async function openDatabase(
  file: string,
  list?: ErasedList,
  {
    isHasty = false,
    clientOver = (adapter: SqlDriverAdapterFactory) => new PrismaClient({ adapter }),
  } = {},
): Promise<PrismaClient & Database> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  // For its owner alone: SQLite gives its log and its index the rights of the file.
  closeSync(openSync(file, 'a', 0o600))
  const adapter = await new PrismaBetterSqlite3({ url: `file:${file}` }).connect()
  // One connection for both: beside a second one, a transaction of Prisma's would lock statements out.
  const { client: connection } = adapter as typeof adapter & { client: Sqlite.Database }
  // It is opened once, as it reads all its tables each time.
  try {
    migrateOn(connection)
  } catch (fault) {
    connection.close()
    throw fault
  }
  for (const pragma of isHasty ? HASTY : PRAGMAS) connection.pragma(pragma)
  const { provider, adapterName } = adapter
  const erasures = watchErasures(connection, list)
  // What a process that was killed has left in it.
  erasures.emptyLog()
  if (isHasty) connection.exec('BEGIN')
  const troubles = watchTroubles()
  const { together, flush, ...asked } = statementsOn(connection, erasures)
  const statements = { query: troubles.noting(asked.query), change: troubles.noting(asked.change) }
  const atOnce = troubles.noting(together)
  const one = (rows: boolean) => async (query: SqlQuery) =>
    (await atOnce([{ query: plannedOnce(query), rows }], null))?.[0]
  const read = troubles.noting(asked.read)
  const byAdapter = troubles.noting(adapter.queryRaw.bind(adapter))
  // Prisma's own words prepare each statement again; what only reads needs nothing else of them.
  const queryRaw = (query: SqlQuery) =>
    isReading(query) ? read(plannedOnce(query)) : byAdapter(query)
  const noted = Object.create(adapter, {
    queryRaw: { value: isHasty ? one(true) : queryRaw },
    executeRaw: { value: isHasty ? one(false) : troubles.noting(adapter.executeRaw.bind(adapter)) },
  }) as typeof adapter
  const { adapter: held, ...batches } = holdingBack(noted, atOnce, new AsyncLocalStorage())
  const prisma = clientOver({ provider, adapterName, connect: async () => held })
  const pragma = (name: string) => Number(connection.pragma(name, { simple: true }))
  const own: Record<string | symbol, unknown> = {
    ...rawOver(statements),
    // Benches and tests ask in words of their own, and get what the store gets.
    $queryRawUnsafe: (sql: string, ...values: unknown[]) => statements.query(sql, values),
    $executeRawUnsafe: (sql: string, ...values: unknown[]) => statements.change(sql, values),
    ...batches,
    troubles,
    upkeep: {
      emptyLog: async () => erasures.emptyLog(),
      async rewrite() {
        if (isHasty) return
        connection.exec('VACUUM')
        erasures.emptyLog()
      },
      size: async () => pragma('page_count') * pragma('page_size'),
    } satisfies Upkeep,
    // Prisma connects when a model is first used, which may be never.
    $disconnect: async () => {
      flush()
      if (isHasty && connection.inTransaction) connection.exec('COMMIT')
      await prisma.$disconnect()
      if (connection.open) connection.close()
    },
  }
  return new Proxy(prisma, {
    get: (client, name) => own[name] ?? Reflect.get(client, name),
  }) as PrismaClient & Database
}
