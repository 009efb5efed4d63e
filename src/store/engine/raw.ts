// A raw statement asked for alone: its rows in the types that are declared, on every engine.

import type { Bound } from '../sql/statement.ts'
import type { Held, Outcome } from './result-set.ts'

export type Raw = {
  all: <Row>(bound: Bound<Row>) => Promise<Row[]>
  first: <Row>(bound: Bound<Row>) => Promise<Row | undefined>
  /** Whether it changed a row. How many nobody can say on D1, which counts what triggers change. */
  run: (bound: Bound<never>) => Promise<boolean>
}

/** What an engine does with a text: it gives rows, and says how many were changed. */
export type Statements = {
  query: (sql: string, values: readonly unknown[]) => Promise<Record<string, unknown>[]>
  change: (sql: string, values: readonly unknown[]) => Promise<number>
}

export function rawOver(engine: Statements): Raw {
  const all = async <Row>({ statement, values }: Bound<Row>) =>
    declared<Row>(statement.rows ?? {}, await engine.query(statement.sql, values))
  return {
    all,
    first: async (bound) => (await all(bound))[0],
    run: async ({ statement, values }) => (await engine.change(statement.sql, values)) > 0,
  }
}

/** A raw statement as an engine holds it. */
export function heldOf({ statement, values }: Bound<unknown>): Held {
  const args = [...values]
  const query = { sql: statement.sql, args, argTypes: [] }
  return { query, rows: statement.rows !== null }
}

/** What a raw statement of a batch gives: its rows, or whether it changed one. */
export function givenBy({ statement }: Bound<unknown>, outcome: Outcome): unknown {
  if (typeof outcome === 'number') return outcome > 0
  const { columnNames, rows } = outcome
  const named = rows.map((row) =>
    Object.fromEntries(columnNames.map((name, at) => [name, row[at]])),
  )
  return declared(statement.rows ?? {}, named)
}

// SQLite has no booleans; everything else is what it is declared to be.
function declared<Row>(columns: Readonly<Record<string, string>>, rows: Record<string, unknown>[]) {
  for (const [name, type] of Object.entries(columns)) {
    if (!type.startsWith('boolean')) continue
    for (const row of rows) if (row[name] !== null) row[name] = Number(row[name]) !== 0
  }
  return rows as Row[]
}
