// Several statements as one fact: all of them or none, on the file and on D1.

import { afterEach, beforeEach, expect, test } from 'vitest'
import { statement } from '../../src/store/sql/statement.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
})
afterEach(async () => lotse.stop())

const why = 'a test'
const PUT = statement('test.put', {
  why,
  sql: 'INSERT INTO "Meta" ("key", "value") VALUES (?1, ?2)',
  values: ['text', 'text'],
})
const CHANGE = statement('test.change', {
  why,
  sql: 'UPDATE "Meta" SET "value" = ?2 WHERE "key" = ?1 RETURNING "key", "value"',
  values: ['text', 'text'],
  rows: { key: 'text', value: 'text' },
})
const REMOVE = statement('test.remove', {
  why,
  sql: 'DELETE FROM "Meta" WHERE "key" = ?1',
  values: ['text'],
})
const TYPES = statement('test.types', {
  why,
  sql: `SELECT ?1 AS "text", 2 + ?2 AS "integer", ?3 AS "boolean", NULL AS "none",
    '2026-05-18T08:00:00.000Z' AS "instant", CAST(3 AS REAL) AS "real"`,
  values: ['text', 'integer', 'boolean'],
  rows: {
    text: 'text',
    integer: 'integer',
    boolean: 'boolean',
    none: 'boolean?',
    instant: 'text',
    real: 'real',
  },
})

const kept = async () => {
  const rows = await lotse.db.meta.findMany({ where: { key: { startsWith: 't' } } })
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]))
}

test('values and rows have the types that are declared, alone and in a batch', async () => {
  const row = {
    text: 'a',
    integer: 7,
    boolean: true,
    none: null,
    instant: '2026-05-18T08:00:00.000Z',
    real: 3,
  }
  expect(await lotse.db.all(TYPES('a', 5, true))).toEqual([row])
  expect(await lotse.db.first(TYPES('a', 5, true))).toEqual(row)
  expect(await lotse.db.batch([TYPES('a', 5, true), PUT('t1', 'x')])).toEqual([[row], true])
  expect(await lotse.db.first(CHANGE('absent', 'x'))).toBeUndefined()
})

test('a statement tells whether it changed anything', async () => {
  expect(await lotse.db.run(PUT('t1', 'a'))).toBe(true)
  expect(await lotse.db.run(REMOVE('t1'))).toBe(true)
  expect(await lotse.db.run(REMOVE('t1'))).toBe(false)
})

test('models and raw statements are one fact', async () => {
  const { meta } = lotse.db
  const given = await lotse.db.batch([
    PUT('t1', 'a'),
    meta.create({ data: { key: 't2', value: 'b' } }),
    CHANGE('t1', 'c'),
    meta.updateMany({ where: { key: 't2' }, data: { value: 'd' } }),
    REMOVE('absent'),
  ])
  expect(given).toEqual([
    true,
    { key: 't2', value: 'b' },
    [{ key: 't1', value: 'c' }],
    { count: 1 },
    false,
  ])
  expect(await kept()).toEqual({ t1: 'c', t2: 'd' })
})

test('where the last statement fails nothing has happened', async () => {
  const { meta } = lotse.db
  await lotse.db.run(PUT('t0', 'there'))
  const batches = [
    () => lotse.db.batch([PUT('t1', 'a'), PUT('t0', 'again')]),
    () => lotse.db.batch([PUT('t1', 'a'), meta.create({ data: { key: 't0', value: 'again' } })]),
    () =>
      lotse.db.batch([
        meta.createMany({ data: { key: 't1', value: 'a' } }),
        meta.deleteMany({ where: { key: 't0' } }),
        PUT('t1', 'b'),
      ]),
  ]
  for (const batch of batches) await expect(batch()).rejects.toThrow()
  expect(await kept()).toEqual({ t0: 'there' })
})

test('where the first statement changes nothing the others are not done', async () => {
  const { meta } = lotse.db
  const spent = () => meta.deleteMany({ where: { key: 't0' } })
  expect(await lotse.db.batchIf([spent(), PUT('t1', 'a')])).toBeNull()
  expect(await lotse.db.batchIf([REMOVE('t0'), PUT('t1', 'a')])).toBeNull()
  expect(await lotse.db.batchIf([CHANGE('t0', 'b'), PUT('t1', 'a')])).toBeNull()
  expect(await kept()).toEqual({})
  await lotse.db.run(PUT('t0', 'there'))
  expect(await lotse.db.batchIf([CHANGE('t0', 'b'), PUT('t1', 'a')])).toEqual([
    [{ key: 't0', value: 'b' }],
    true,
  ])
  expect(await kept()).toEqual({ t0: 'b', t1: 'a' })
})

test('where a later statement changes nothing what came before it is undone', async () => {
  const { meta } = lotse.db
  const change = () => meta.updateMany({ where: { key: 't0' }, data: { value: 'b' } })
  const none = () => meta.createMany({ data: [] })
  expect(await lotse.db.batchIf([PUT('t1', 'a'), REMOVE('t0'), PUT('t2', 'a')], 1)).toBeNull()
  expect(await lotse.db.batchIf([PUT('t1', 'a'), CHANGE('t0', 'b')], 1)).toBeNull()
  expect(await lotse.db.batchIf([PUT('t1', 'a'), change(), PUT('t2', 'a')], 1)).toBeNull()
  expect(await lotse.db.batchIf([PUT('t1', 'a'), none()], 1)).toBeNull()
  expect(await kept()).toEqual({})
  await lotse.db.run(PUT('t0', 'there'))
  const done = await lotse.db.batchIf([REMOVE('absent'), PUT('t1', 'a'), change()], 2)
  expect(done).toEqual([false, true, { count: 1 }])
  const undone = lotse.db.batchIf([PUT('t2', 'a'), change(), PUT('t1', 'again')], 1)
  await expect(undone).rejects.toThrow()
  expect(await kept()).toEqual({ t0: 'b', t1: 'a' })
})

test('batches that fail take nothing of their neighbours with them', async () => {
  const { meta } = lotse.db
  await lotse.db.run(PUT('t0', 'there'))
  const all = Array.from({ length: 60 }, (_, at) =>
    at % 3 === 0
      ? lotse.db.batch([PUT(`t-half-${at}`, ''), PUT('t0', 'again')]).catch(() => 'refused')
      : at % 3 === 1
        ? meta.create({ data: { key: `t-model-${at}`, value: '' } })
        : lotse.db.run(PUT(`t-raw-${at}`, '')),
  )
  const given = await Promise.all(all)
  expect(given.filter((one) => one === 'refused')).toHaveLength(20)
  const keys = Object.keys(await kept())
  expect(keys.filter((key) => key.startsWith('t-half'))).toEqual([])
  expect(keys).toHaveLength(41)
})

test('what would take several statements is refused before anything is written', async () => {
  const { person } = lotse.db
  const at = '2026-05-18T08:00:00.000Z'
  const nested = person.create({
    data: {
      id: 'p',
      language: 'ar',
      createdAt: at,
      seenAt: at,
      consents: { create: { id: 'c', scope: 'x', textHash: 'h', language: 'ar', givenAt: at } },
    },
  })
  await expect(nested).rejects.toThrow('takes several statements')
  expect(await person.count()).toBe(0)
})
