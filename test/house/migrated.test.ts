import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import Database from 'better-sqlite3'
import { afterAll, expect, test } from 'vitest'
import { unstable_splitSqlQuery } from 'wrangler'
import { needed } from '../../src/generated/migrations.ts'
import { Prisma, PrismaClient } from '../../src/generated/node/client.ts'
import { STATEMENTS } from '../../src/store/sql/statement.ts'
import { splitLikeD1 } from '../support/d1-splitter.ts'
import { drift } from '../support/drift.ts'
import { migratedFile, migrations } from '../support/migrated.ts'

const { file, remove } = migratedFile()
const client = new PrismaClient({ adapter: new PrismaBetterSqlite3({ url: `file:${file}` }) })

afterAll(async () => {
  await client.$disconnect()
  remove()
})

test('a freshly migrated file is what the schema describes', async () => {
  expect(await drift(file, 'prisma/schema.prisma')).toBe('')
})

test('a table that no migration makes is found', async () => {
  const schema = `${file}.prisma`
  const lines = [
    'datasource db {',
    'provider = "sqlite"',
    '}',
    'model Absent {',
    'id String @id',
    '}',
  ]
  writeFileSync(schema, lines.join('\n'))
  expect(await drift(file, schema)).toContain('CREATE TABLE "Absent"')
})

test.each(Object.values(Prisma.ModelName))('a freshly migrated file serves %s', async (model) => {
  const delegate = Reflect.get(client, `${model.charAt(0).toLowerCase()}${model.slice(1)}`) as {
    findFirst: () => Promise<unknown>
  }
  await expect(delegate.findFirst()).resolves.toBeDefined()
})

test.each(migrations())('$name can be applied to D1 as well', ({ name, sql }) => {
  expect(name).toMatch(/^\d{4}_[a-z0-9_]+\.sql$/)
  expect(sql).not.toMatch(/^\s*(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|VACUUM|ATTACH)\b/im)
})

/** What a new file holds after each statement has been sent on its own. */
function madeBy(statements: readonly string[]): unknown[] {
  const database = new Database(':memory:')
  for (const statement of statements) database.exec(statement)
  const made = database.prepare('SELECT "type", "name" FROM sqlite_schema ORDER BY "name"').all()
  database.close()
  return made
}

test('taken apart as D1 takes it apart, the migrations make the same', () => {
  const pieces = migrations().flatMap(({ sql }) => splitLikeD1(sql))
  expect(madeBy(pieces)).toEqual(madeBy(migrations().map(({ sql }) => sql)))
})

// As wrangler's own takes it apart: what it sends is what D1 is asked.
test('each statement that goes to D1 is one to it: raw ones, what models send, what an import makes anew', async () => {
  for (const name of readdirSync('src/store/sql')) {
    await import(new URL(`../../src/store/sql/${name}`, import.meta.url).href)
  }
  const sent = readFileSync('src/store/sent.sql', 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('--'))
  const all = [...STATEMENTS.map(({ sql }) => sql), ...sent, ...needed.map(({ sql }) => sql)]
  expect(all.length).toBeGreaterThan(300)
  expect(all.filter((sql) => splitLikeD1(sql).length !== 1)).toEqual([])
  expect(all.filter((sql) => unstable_splitSqlQuery(sql).length !== 1)).toEqual([])
})

test('taken apart by wrangler, the migrations make the same', () => {
  const pieces = migrations().flatMap(({ sql }) => unstable_splitSqlQuery(sql))
  expect(madeBy(pieces)).toEqual(madeBy(migrations().map(({ sql }) => sql)))
})

test('a bare CASE in a trigger would be cut off, one in parentheses is not', () => {
  const trigger = (value: string) =>
    splitLikeD1(`CREATE TRIGGER "T" AFTER INSERT ON "A" BEGIN
      UPDATE "A" SET "x" = ${value}; DELETE FROM "B"; END; SELECT 1;`)
  expect(trigger('(CASE WHEN 1 THEN 2 END)')).toHaveLength(2)
  expect(trigger('CASE WHEN 1 THEN 2 END')).toHaveLength(4)
})

test('triggers are few', () => {
  const made = migrations().map(({ sql }) => [...sql.matchAll(/^CREATE TRIGGER/gm)].length)
  expect(made.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(16)
})
