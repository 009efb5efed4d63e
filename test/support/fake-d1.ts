// A D1 as Cloudflare's API runs statements on it, over a file: a text is taken apart as D1 takes it apart, and a text or
// a batch is a transaction of its own.

import Sqlite from 'better-sqlite3'
import { splitLikeD1 } from './d1-splitter.ts'

type One = { sql: string; params?: unknown[] }
export type Statements = One | { batch: One[] }

export function openFakeD1(file: string) {
  const db = new Sqlite(file)
  db.pragma('foreign_keys = ON')
  const total = db.prepare('SELECT total_changes()').pluck()

  function ran({ sql, params = [] }: One, raw: boolean) {
    const before = total.get() as number
    const statement = db.prepare(sql)
    // D1 counts what triggers write as well.
    const told = (results: unknown) => {
      const changes = (total.get() as number) - before
      return { success: true, results, meta: { changes, duration: 1 } }
    }
    if (!statement.reader) {
      statement.run(...params)
      return told(raw ? { columns: [], rows: [] } : [])
    }
    if (!raw) return told(statement.all(...params))
    const columns = statement.columns().map(({ name }) => name)
    return told({ columns, rows: statement.raw().all(...params) })
  }

  return {
    db,
    /** What each statement gave; throws what SQLite says, and nothing has happened then. */
    answer(asked: Statements, raw: boolean) {
      const all =
        'batch' in asked
          ? asked.batch
          : asked.params
            ? [asked]
            : splitLikeD1(asked.sql).map((sql) => ({ sql }))
      return db.transaction(() => all.map((one) => ran(one, raw)))()
    },
  }
}
