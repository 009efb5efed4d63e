// Rows of every table as SQLite itself writes them, to carry a city to another database unchanged.
// Sealed columns are carried sealed: nothing here has the key.

import { type Database, first } from './engine/database.ts'

/** `rows` are JSON arrays in the order of `columns`; `next` is where the following page begins. */
export type Page = { rows: string[]; next: number | undefined }

const PAGE = 200

const OWN_TABLES = `SELECT "name" FROM sqlite_schema WHERE "type" = 'table'
  AND "name" NOT LIKE 'sqlite%' AND "name" NOT LIKE '\\_cf%' ESCAPE '\\'`

export function createCopies(db: Database) {
  const names = async (sql: string) =>
    (await db.$queryRawUnsafe<{ name: string }[]>(sql)).map(({ name }) => name)

  return {
    /** The migrations that were applied, which decide what tables look like. */
    migrations: () => names('SELECT "name" FROM "d1_migrations" ORDER BY "name"'),

    /** Every table of Lotse with its columns, those that others point to first. */
    async tables(): Promise<{ name: string; columns: string[] }[]> {
      const waiting = new Map<string, string[]>()
      for (const name of await names(
        `${OWN_TABLES} AND "name" <> 'd1_migrations' ORDER BY "name"`,
      )) {
        const parents = await db.$queryRawUnsafe<{ table: string }[]>(
          `PRAGMA foreign_key_list("${name}")`,
        )
        waiting.set(
          name,
          parents.map(({ table }) => table).filter((table) => table !== name),
        )
      }
      const tables: { name: string; columns: string[] }[] = []
      while (waiting.size > 0) {
        const ready = [...waiting].find(([, parents]) => !parents.some((one) => waiting.has(one)))
        if (!ready) throw new Error('tables point at each other in a circle')
        waiting.delete(ready[0])
        const columns = await names(`PRAGMA table_info("${ready[0]}")`)
        tables.push({ name: ready[0], columns })
      }
      return tables
    },

    /** The rows after `from`, in the order in which they were written. */
    async page(table: string, columns: readonly string[], from: number): Promise<Page> {
      const list = columns.map((column) => `"${column}"`).join(', ')
      const rows = await db.$queryRawUnsafe<{ at: number | bigint; row: string }[]>(
        `SELECT "rowid" AS "at", json_array(${list}) AS "row" FROM "${table}"
         WHERE "rowid" > ? ORDER BY "rowid" LIMIT ${PAGE}`,
        from,
      )
      const last = rows.at(-1)
      return {
        rows: rows.map(({ row }) => row),
        next: last && rows.length === PAGE ? Number(last.at) : undefined,
      }
    },

    /** Adds rows as `page` gave them; one statement. */
    async put(table: string, columns: readonly string[], rows: readonly string[]): Promise<void> {
      const list = columns.map((column) => `"${column}"`).join(', ')
      const values = columns.map((_, index) => `json_extract("value", '$[${index}]')`).join(', ')
      await db.$executeRawUnsafe(
        `INSERT INTO "${table}" (${list}) SELECT ${values} FROM json_each(?) ORDER BY "key"`,
        `[${rows.join(',')}]`,
      )
    },

    async clear(table: string): Promise<void> {
      await db.$executeRawUnsafe(`DELETE FROM "${table}"`)
    },

    /** The database is used by nobody yet: it has no person, no staff and no appointment. */
    async isUnused(): Promise<boolean> {
      const row = await first<{ used: number | bigint }>(
        db,
        `SELECT EXISTS (SELECT 1 FROM "Person") OR EXISTS (SELECT 1 FROM "Booking")
           OR EXISTS (SELECT 1 FROM "Staff") AS "used"`,
      )
      return Number(row?.used) === 0
    },

    /** Runs `work` without the triggers, which would write a second time what is carried over. */
    async withoutTriggers(work: () => Promise<void>): Promise<void> {
      const triggers = await db.$queryRawUnsafe<{ name: string; sql: string }[]>(
        `SELECT "name", "sql" FROM sqlite_schema WHERE "type" = 'trigger'`,
      )
      for (const { name } of triggers) await db.$executeRawUnsafe(`DROP TRIGGER "${name}"`)
      try {
        await work()
      } finally {
        for (const { sql } of triggers) await db.$executeRawUnsafe(sql)
      }
    },
  }
}
