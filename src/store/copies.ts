// Rows of every table as SQLite itself writes them, to carry a city to another database unchanged.
// Sealed columns are carried sealed: nothing here has the key.

import { needed } from '../generated/migrations.ts'
import type { Database } from './engine/database.ts'
import { columnsOf, parentsOf } from './engine/readiness.ts'
import { ALTER, HALF, PAGE_OF, PUT_INTO, UNFINISHED } from './sql/copies.ts'

/** `rows` are JSON arrays in the order of `columns`; `next` is where the following page begins. */
export type Page = { rows: string[]; next: number | undefined }

const PAGE = 200
// Recordings are up to 670 kB each.
const PAGE_OF_SOUNDS = 20
// Up to 1.8 MB each; D1 takes no more than 2 MB at once.
const PAGE_OF_VOICES = 1
const MOST_MIGRATIONS = 1000

/** Names of the migrations that were applied, in order; there are few. */
export async function appliedMigrations(db: Database): Promise<string[]> {
  const rows = await db.all(PAGE_OF('d1_migrations', ['name'], MOST_MIGRATIONS)(0))
  return rows.flatMap(({ row }) => JSON.parse(row) as string[]).sort()
}

export function createCopies(db: Database) {
  const isHalf = async () => ((await db.first(HALF()))?.n ?? 0) > 0

  return {
    /** The migrations that were applied, which decide what tables look like. */
    migrations: () => appliedMigrations(db),

    /** Every table of Lotse with its columns, those that others point to first. */
    tables(): { name: string; columns: string[] }[] {
      const waiting = new Map(
        needed.filter(({ type }) => type === 'table').map((table) => [table.name, table]),
      )
      const tables: { name: string; columns: string[] }[] = []
      while (waiting.size > 0) {
        const ready = [...waiting.values()].find(
          (table) => !parentsOf(table).some((name) => name !== table.name && waiting.has(name)),
        )
        if (!ready) throw new Error('tables point at each other in a circle')
        waiting.delete(ready.name)
        tables.push({ name: ready.name, columns: columnsOf(ready) })
      }
      return tables
    },

    /** The rows after `from`, in the order in which they were written. */
    async page(table: string, columns: readonly string[], from: number): Promise<Page> {
      const most = mostOf(table, columns)
      const rows = await db.all(PAGE_OF(table, columns, most)(from))
      const next = rows.length === most ? rows.at(-1)?.place : undefined
      return { rows: rows.map(({ row }) => row), next }
    },

    /** Adds rows as `page` gave them; one statement. */
    async put(table: string, columns: readonly string[], rows: readonly string[]): Promise<void> {
      await db.run(PUT_INTO(table, columns)(`[${rows.join(',')}]`))
    },

    async clear(table: string): Promise<void> {
      await db.run(ALTER(`DELETE FROM "${table}"`)())
    },

    /** A city is being brought in, or its bringing in was cut off: nobody is to be answered from it. */
    isHalf,

    /** The database is used by nobody yet, or a city that was being brought in was cut off halfway. */
    async isFree(): Promise<boolean> {
      if (await isHalf()) return true
      const { person, booking, staff } = db
      return (
        ((await person.findFirst()) ?? (await booking.findFirst()) ?? (await staff.findFirst())) ===
        null
      )
    },

    /**
     * Runs `work` without the triggers, which would write a second time what is carried over. Until it is
     * done the database counts as unfinished; `work` may be begun anew.
     */
    async bringingIn(work: () => Promise<void>): Promise<void> {
      const triggers = needed.filter(({ type }) => type === 'trigger')
      await db.batch([
        ALTER(`CREATE TABLE IF NOT EXISTS "${UNFINISHED}" ("at" TEXT)`)(),
        ...triggers.map(({ name }) => ALTER(`DROP TRIGGER IF EXISTS "${name}"`)()),
      ])
      await work()
      await db.batch([
        ...triggers.map(({ sql }) => ALTER(sql)()),
        ALTER(`DROP TABLE "${UNFINISHED}"`)(),
      ])
    },
  }
}

function mostOf(table: string, columns: readonly string[]): number {
  if (table === 'VoiceMessage') return PAGE_OF_VOICES
  return columns.includes('sound') ? PAGE_OF_SOUNDS : PAGE
}
