// What Prisma asks is worded so that SQLite plans it once, and as well as with its values.

import { readFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { CHOOSING, plannedOnce } from '../../src/store/engine/planned-once.ts'
import { migratedFile } from '../support/migrated.ts'

const asked = (sql: string, ...args: unknown[]) => {
  const argTypes = args.map(() => ({ scalarType: 'string' as const, arity: 'scalar' as const }))
  const { sql: made, args: left, argTypes: types } = plannedOnce({ sql, args, argTypes })
  expect(types).toHaveLength(left.length)
  return [made, ...left]
}

test.each([
  ['a parameter gets a sign', ['a = ? AND b > ?', 1, 2], ['a = +? AND b > +?', 1, 2]],
  [
    'a limit is written out',
    ['a = ? LIMIT ? OFFSET ?', 1, 20, '0'],
    ['a = +? LIMIT 20 OFFSET 0', 1],
  ],
  ['so is none', ['1=1 LIMIT ? OFFSET ?', -1, '5'], ['1=1 LIMIT -1 OFFSET 5']],
  [
    'one further in is not',
    ['a IN (SELECT b LIMIT ? OFFSET ?) AND c = ?', 5, 0, 1],
    ['a IN (SELECT b LIMIT +? OFFSET +?) AND c = +?', 5, 0, 1],
  ],
  [
    'what chooses an index stays',
    ['(`B`.`state` = ? OR `B`.`state` IN (?,?)) AND `B`.`x` = ?', 'a', 'b', 'c', 1],
    ['(`B`.`state` = ? OR `B`.`state` IN (?,?)) AND `B`.`x` = +?', 'a', 'b', 'c', 1],
  ],
  [
    'whichever way it is compared',
    ['"C"."status" <> ? AND "C"."outcome" NOT IN (?)', 'a', 'b'],
    ['"C"."status" <> ? AND "C"."outcome" NOT IN (?)', 'a', 'b'],
  ],
])('%s', (_, [sql, ...args], made) => {
  expect(asked(String(sql), ...args)).toEqual(made)
  expect(asked(String(sql), ...args)).toEqual(made)
})

test('every column by whose value an index holds some rows alone is known', () => {
  const { file, remove } = migratedFile()
  const db = new Sqlite(file, { readonly: true })
  const made = db.prepare(
    "SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql LIKE '% WHERE %'",
  )
  const sought = (made.pluck().all() as string[]).map((sql) => sql.slice(sql.indexOf(' WHERE ')))
  db.close()
  remove()
  // Whether something is NULL or true is written in a statement and never bound.
  const compared = sought.flatMap((where) =>
    [...where.matchAll(/"(\w+)" (?:=|<>|IN|NOT IN)/g)].map(([, column = '']) => column),
  )
  expect([...new Set(compared)].sort()).toEqual([...CHOOSING])
})

test('an index of some rows alone is used by its value', () => {
  const { file, remove } = migratedFile()
  const db = new Sqlite(file)
  const sql =
    'SELECT `id` FROM `Booking` WHERE `Booking`.`state` = ? AND `startsAt` > ? LIMIT ? OFFSET ?'
  const query = plannedOnce({ sql, args: ['booked', '2026', 5, 0], argTypes: [] })
  const plan = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${query.sql}`)
  expect(plan.all(...query.args).map(({ detail }) => detail)).toEqual([
    'SEARCH Booking USING INDEX Booking_coming (startsAt>?)',
  ])
  const other = plan.all('missed', '2026').map(({ detail }) => detail)
  expect(other.join()).not.toMatch('Booking_coming')
  db.close()
  remove()
})

test('no table has values that SQLite would hand on otherwise than Prisma does', () => {
  const schema = readFileSync('prisma/schema.prisma', 'utf8')
  expect(schema).toMatch(/^ +\w+ +String/m)
  expect(schema).not.toMatch(/^ +\w+ +(BigInt|Bytes|Decimal|Float|Json)\b/m)
})
