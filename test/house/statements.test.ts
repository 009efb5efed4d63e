import { readdirSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { afterAll, expect, test } from 'vitest'
import { STATEMENTS, type Statement, statement } from '../../src/store/sql/statement.ts'
import { migrate } from '../support/migrate-file.ts'
import { migratedFile } from '../support/migrated.ts'
import { faultsOfStatement } from '../support/statement-faults.ts'

const files = readdirSync('src/store/sql').filter((name) => name !== 'statement.ts')
for (const name of files) await import(new URL(`../../src/store/sql/${name}`, import.meta.url).href)
const all = [...STATEMENTS]

const { file, remove } = migratedFile()
// As a file in use is, with the list of its migrations.
migrate(`${file}.used`)
const db = new Sqlite(`${file}.used`)
afterAll(() => {
  db.close()
  remove()
})

test('every raw statement says what it takes and gives', () => {
  const faults = all.flatMap((one) =>
    faultsOfStatement(db, one).map((fault) => `${one.name} ${fault}`),
  )
  expect(faults).toEqual([])
})

// Each is one more text that no type of Prisma's checks. The audit by record and what was refused took four:
// many rows by rows that have no number yet, and sub-selects over JSON, which Prisma has not. Whether a city is
// being brought in took one: no model is the schema itself.
test('raw statements are few', () => {
  expect(all.length).toBeLessThanOrEqual(60)
})

test('no two statements share a name', () => {
  const names = all.map(({ name }) => name)
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})

const right = {
  why: 'a test',
  sql: `SELECT "id", "seat", "remind", "createdAt", count(*) AS "n" FROM "Booking" WHERE "id" = ?1`,
  values: ['text'],
  rows: { id: 'text', seat: 'integer?', remind: 'boolean', createdAt: 'text', n: 'integer' },
} as const

const made = (form: object): Statement => {
  statement('test.made', { ...right, ...form } as never)
  return STATEMENTS.at(-1) as Statement
}

test('a right one has no fault', () => {
  expect(faultsOfStatement(db, made({}))).toEqual([])
})

test.each([
  [{ sql: `${right.sql} AND` }, 'cannot be prepared'],
  [{ sql: right.sql.replace('"Booking"', '"Bokking"') }, 'no such table'],
  [{ sql: right.sql.replace('"createdAt"', '"createdAt" AS "at"') }, 'gives id,seat,remind,at,n'],
  [{ rows: { ...right.rows, seat: 'integer' } }, 'seat may be NULL'],
  [{ rows: { ...right.rows, seat: 'text?' } }, 'seat is INTEGER'],
  [{ rows: { ...right.rows, remind: 'integer' } }, 'remind is BOOLEAN'],
  [{ rows: { ...right.rows, id: 'text?' } }, 'id is never NULL'],
  [{ rows: undefined }, 'declares '],
  [{ values: ['text', 'text'] }, '?2, which it does not use'],
  [{ values: [] }, '?1, which it does not declare'],
  [{ why: ' ' }, 'why it is raw'],
  [
    {
      sql: 'SELECT p."language" FROM "Booking" b LEFT JOIN "Person" p ON p."id" = ?1',
      rows: { language: 'text' },
    },
    'LEFT JOIN',
  ],
])('%j is found out', (form, fault) => {
  expect(faultsOfStatement(db, made(form))).toEqual([expect.stringContaining(fault)])
})
