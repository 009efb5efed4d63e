// Raw statements straight on Prisma's own connection, each text prepared once: passing them on and
// preparing them again took more CPU than everything else in a tap (decision 20).

import type Sqlite from 'better-sqlite3'
import type { Database } from './database.ts'

type Kept = { statement: Sqlite.Statement<unknown[]>; booleans: readonly string[] }
type Row = Record<string, unknown>

// The store has about a hundred texts; only lists written into a text could make more.
const MOST_KEPT = 500

/** Runs raw SQL on an open connection, with values as Prisma gives them. Faults are SQLite's own. */
export function rawStatements(
  connection: Sqlite.Database,
): Pick<Database, '$queryRawUnsafe' | '$executeRawUnsafe'> {
  const kept = new Map<string, Kept>()

  function prepared(sql: string): Kept {
    const found = kept.get(sql)
    if (found) return found
    // The adapter asks for bigints everywhere; counts and versions are far below 2^53.
    const statement = connection.prepare<unknown[]>(sql).safeIntegers(false)
    const columns = statement.reader ? statement.columns() : []
    const booleans = columns.filter(({ type }) => type === 'BOOLEAN').map(({ name }) => name)
    if (kept.size >= MOST_KEPT) kept.clear()
    kept.set(sql, { statement, booleans })
    return { statement, booleans }
  }

  return {
    async $queryRawUnsafe<T>(sql: string, ...values: unknown[]): Promise<T> {
      const { statement, booleans } = prepared(sql)
      if (!statement.reader) {
        statement.run(...values)
        return [] as T
      }
      const rows = statement.all(...values) as Row[]
      for (const row of rows) for (const name of booleans) row[name] = truth(row[name])
      return rows as T
    },
    async $executeRawUnsafe(sql, ...values) {
      return prepared(sql).statement.run(...values).changes
    },
  }
}

function truth(value: unknown): boolean | null {
  return value === null ? null : value !== 0
}
