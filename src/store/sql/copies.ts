// What a database is made of, and the rows of any table, to carry a city to another one.

import { family } from './family.ts'
import { statement } from './statement.ts'

/** A table that stands while a city is being brought in: what is there is half of it. */
export const UNFINISHED = 'Unfinished'

const OURS = `m."name" NOT LIKE 'sqlite%' AND m."name" NOT LIKE '\\_cf%' ESCAPE '\\'`
const why = 'asks about the database itself'

/** Tables, indexes, triggers and views, each with the text that made it. */
export const MADE = statement('copies.made', {
  why,
  sql: `SELECT m."type", m."name", m."sql" FROM sqlite_schema m WHERE m."sql" IS NOT NULL AND ${OURS}`,
  rows: { type: 'text!', name: 'text!', sql: 'text!' },
})

/** 1 while a city is being brought in or stands there by half, otherwise 0. */
export const HALF = statement('copies.half', {
  why,
  sql: `SELECT count(*) AS "n" FROM sqlite_schema WHERE "name" = '${UNFINISHED}'`,
  rows: { n: 'integer' },
})

const quoted = (columns: readonly string[]) => columns.map((column) => `"${column}"`).join(', ')

type Rows = [table: string, columns: readonly string[], most: number]

/** `PAGE_OF(table, columns, most)(place)`: rows after a place, as SQLite itself writes them. */
export const PAGE_OF = family('copies.page-of', ['Meta', ['key'], 1], (...args: Rows) => ({
  why: 'rows of any table in the order in which they were written',
  sql: `SELECT "rowid" AS "place", json_array(${quoted(args[1])}) AS "row" FROM "${args[0]}"
    WHERE "rowid" > ?1 ORDER BY "rowid" LIMIT ${args[2]}`,
  values: ['integer'],
  rows: { place: 'integer', row: 'text' },
}))

/** `PUT_INTO(table, columns)(JSON list of rows)` */
export const PUT_INTO = family(
  'copies.put-into',
  ['Meta', ['key']],
  (table: string, columns: readonly string[]) => ({
    why: 'many rows of any table at once, unchanged',
    sql: `INSERT INTO "${table}" (${quoted(columns)})
      SELECT ${columns.map((_, index) => `json_extract("value", '$[${index}]')`).join(', ')}
      FROM json_each(?1) ORDER BY "key"`,
    values: ['text'],
  }),
)

/** Makes, drops or empties something. */
export const ALTER = family(
  'copies.alter',
  [`CREATE TABLE "${UNFINISHED}" ("at" TEXT)`],
  (sql: string) => ({
    why: 'no model makes or drops',
    sql,
  }),
)
