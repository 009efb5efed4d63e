// A database on a file that writes down what it is sent.

import { AsyncLocalStorage } from 'node:async_hooks'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type { SqlQuery } from '@prisma/driver-adapter-utils'
import type Sqlite from 'better-sqlite3'
import { PrismaClient } from '../../src/generated/node/client.ts'
import { holdingBack } from '../../src/store/engine/batches.ts'
import type { Database } from '../../src/store/engine/database.ts'
import { rawOver } from '../../src/store/engine/raw.ts'
import { statementsOn } from '../../src/store/engine/statements-node.ts'

/** Opens a migrated file; `sent` has every text in the order in which it went out. */
export async function openRecorded(file: string, sent: string[]): Promise<Database> {
  const adapter = await new PrismaBetterSqlite3({ url: `file:${file}` }).connect()
  const { client: connection } = adapter as typeof adapter & { client: Sqlite.Database }
  const { together, ...statements } = statementsOn(connection, { tell() {}, undo() {} })
  const heard =
    <Result>(send: (query: SqlQuery) => Promise<Result>) =>
    (query: SqlQuery) => {
      sent.push(query.sql)
      return send(query)
    }
  const hearing = Object.create(adapter, {
    queryRaw: { value: heard((query) => adapter.queryRaw(query)) },
    executeRaw: { value: heard((query) => adapter.executeRaw(query)) },
  }) as typeof adapter
  const { adapter: held, ...batches } = holdingBack(
    hearing,
    (all, ...rest) => {
      sent.push(...all.map(({ query }) => query.sql))
      return together(all, ...rest)
    },
    new AsyncLocalStorage(),
  )
  const { provider, adapterName } = adapter
  const prisma = new PrismaClient({
    adapter: { provider, adapterName, connect: async () => held },
  })
  const raw = rawOver({
    query: (sql, values) => {
      sent.push(sql)
      return statements.query(sql, values)
    },
    change: (sql, values) => {
      sent.push(sql)
      return statements.change(sql, values)
    },
  })
  const own: Record<string | symbol, unknown> = {
    ...raw,
    ...batches,
    troubles: { now: () => null, over() {} },
    upkeep: { emptyLog: async () => true, rewrite: async () => {}, size: async () => 0 },
  }
  return new Proxy(prisma, {
    get: (client, name) => own[name] ?? Reflect.get(client, name),
  }) as unknown as Database
}
