// Raw statements straight on Prisma's own connection, each text prepared once: passing them on and
// preparing them again took more CPU than everything else in a tap (decision 20).

import type { SqlQuery, SqlResultSet } from '@prisma/driver-adapter-utils'
import type Sqlite from 'better-sqlite3'
import type { Together } from './batches.ts'
import { commitsOn } from './commits-node.ts'
import type { Erasures } from './erasures-node.ts'
import type { Statements } from './raw.ts'
import { bound, type Held, type Outcome, resultSet } from './result-set.ts'

/** `names`, `booleans`: of its columns. */
type Kept = {
  statement: Sqlite.Statement<unknown[]>
  names: string[]
  booleans: readonly string[]
}
type Row = Record<string, unknown>

// The store has some hundred texts; lists of every length make more.
const MOST_KEPT = 1000

/**
 * Statements on an open connection: raw ones, with values as Prisma gives them, and several as one. What writes does so
 * with the others of its turn; `flush` ends the turn.
 */
export function statementsOn(
  connection: Sqlite.Database,
  erasures: Pick<Erasures, 'tell' | 'undo'>,
): Statements & {
  together: Together
  /** Rows of a statement of Prisma's that changes none. */
  read: (query: SqlQuery) => Promise<SqlResultSet>
  flush: () => void
} {
  const commits = commitsOn(connection, erasures)
  const kept = new Map<string, Kept>()

  function prepared(sql: string): Kept {
    const found = kept.get(sql)
    if (found) return found
    // The adapter asks for bigints everywhere; counts and versions are far below 2^53.
    const statement = connection.prepare<unknown[]>(sql).safeIntegers(false)
    const columns = statement.reader ? statement.columns() : []
    const booleans = columns.filter(({ type }) => type === 'BOOLEAN').map(({ name }) => name)
    if (kept.size >= MOST_KEPT) kept.clear()
    const made = { statement, names: columns.map(({ name }) => name), booleans }
    kept.set(sql, made)
    return made
  }

  function outcomeOf({ query: { sql, args, argTypes }, rows }: Held): Outcome {
    const { statement, names } = prepared(sql)
    const values = args.map((value, at) => bound(value, argTypes[at]))
    if (!rows) return statement.run(...values).changes
    return resultSet(names, statement.raw(true).all(...values) as unknown[][])
  }

  const whole = connection.transaction((held: readonly Held[], must: number | null) => {
    const outcomes = held.map((one, index) => {
      const outcome = outcomeOf(one)
      if (index === must && changes(outcome) === 0) throw MISSED
      return outcome
    })
    erasures.tell()
    return outcomes
  })

  function rowsOf({ statement, booleans }: Kept, values: readonly unknown[]): Row[] {
    const rows = statement.raw(false).all(...values) as Row[]
    for (const row of rows) for (const name of booleans) row[name] = truth(row[name])
    return rows
  }

  function asOneFact(held: readonly Held[], must: number | null): Outcome[] | null {
    const [alone, ...others] = held
    // One statement is a whole by itself.
    if (alone && others.length === 0) {
      const outcome = outcomeOf(alone)
      return must === 0 && changes(outcome) === 0 ? null : [outcome]
    }
    try {
      return whole.immediate(held, must)
    } catch (fault) {
      erasures.undo()
      if (fault === MISSED) return null
      throw fault
    }
  }

  return {
    async query(sql, values) {
      const one = prepared(sql)
      if (one.statement.readonly) return rowsOf(one, values)
      return await commits.join(() => {
        if (one.statement.reader) return rowsOf(one, values)
        one.statement.run(...values)
        return []
      })
    },
    read: async (query) => outcomeOf({ query, rows: true }) as SqlResultSet,
    change: (sql, values) => commits.join(() => prepared(sql).statement.run(...values).changes),
    together: (held, must) => commits.join(() => asOneFact(held, must)),
    flush: commits.flush,
  }
}

const MISSED = new Error('nothing changed')

const changes = (outcome: Outcome) => (typeof outcome === 'number' ? outcome : outcome.rows.length)

function truth(value: unknown): boolean | null {
  return value === null ? null : value !== 0
}
