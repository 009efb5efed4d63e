// Statements of a batch on D1, which runs them as one transaction of its own.

import type { Together } from './batches.ts'
import { bound, resultSet } from './result-set.ts'

type Prepared = { bind: (...values: unknown[]) => Prepared }
type Result = { results: Record<string, unknown>[]; meta: { changes?: number } }
/** What is used of a D1 binding. */
export type D1 = {
  prepare: (sql: string) => Prepared
  batch: (statements: Prepared[]) => Promise<Result[]>
}

/** One statement at a time, in the binding's own words: Prisma would guess at the types of columns. */
export function queriesOnD1(binding: D1) {
  const ask = async (sql: string, values: readonly unknown[]) => {
    const [result] = await binding.batch([binding.prepare(sql).bind(...values)])
    return result as Result
  }
  return {
    query: async (sql: string, values: readonly unknown[]) => (await ask(sql, values)).results,
    change: async (sql: string, values: readonly unknown[]) =>
      (await ask(sql, values)).meta.changes ?? 0,
  }
}

// Nothing can be decided between two statements of a batch, but one can fail: then none has happened.
const OR_NOTHING = `SELECT json('nothing changed') WHERE changes() = 0`

export function togetherOnD1(binding: D1): Together {
  return async (held, must) => {
    const statements = held.map(({ query }) =>
      binding
        .prepare(query.sql)
        .bind(...query.args.map((value, at) => bound(value, query.argTypes[at]))),
    )
    if (must !== null) statements.splice(must + 1, 0, binding.prepare(OR_NOTHING))
    try {
      const results = await binding.batch(statements)
      if (must !== null) results.splice(must + 1, 1)
      return held.map(({ rows }, index) => {
        const { results: found, meta } = results[index] as Result
        if (!rows) return meta.changes ?? 0
        const names = Object.keys(found[0] ?? {})
        return resultSet(
          names,
          found.map((row) => names.map((name) => row[name])),
        )
      })
    } catch (fault) {
      if (must !== null && /malformed JSON/.test(String(fault))) return null
      throw fault
    }
  }
}
