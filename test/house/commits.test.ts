// Writes of one turn share a commit on the file, and each still succeeds or fails as if it had come by itself.

import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Commits, commitsOn } from '../../src/store/engine/commits-node.ts'
import { watchErasures } from '../../src/store/engine/erasures-node.ts'
import { migratedFile } from '../support/migrated.ts'

let place: ReturnType<typeof migratedFile>
let sent: string[]
let connection: Sqlite.Database
let beside: Sqlite.Database
let add: ReturnType<typeof vi.fn<(ids: readonly string[]) => void>>
let commits: Commits
beforeEach(() => {
  place = migratedFile()
  sent = []
  connection = new Sqlite(place.file, { verbose: (sql) => sent.push(String(sql)) })
  connection.pragma('journal_mode = WAL')
  // The key of a row is held against its parent when it is committed, no sooner.
  connection.exec(`CREATE TABLE late (id TEXT PRIMARY KEY REFERENCES late_parent DEFERRABLE INITIALLY DEFERRED);
    CREATE TABLE late_parent (id TEXT PRIMARY KEY)`)
  connection.pragma('foreign_keys = ON')
  beside = new Sqlite(place.file)
  beside.pragma('busy_timeout = 0')
  add = vi.fn()
  commits = commitsOn(connection, watchErasures(connection, { add, flush: () => {} }))
  sent = []
})
afterEach(() => {
  connection.close()
  beside.close()
  place.remove()
})

const writes = (sql: string, ...values: string[]) =>
  commits.join(() => connection.prepare(sql).run(...values).changes)
const put = (key: string, value = '') => writes('INSERT INTO "Meta" VALUES (?, ?)', key, value)
const erase = (id: string) => writes('INSERT INTO "Erased" ("id", "at") VALUES (?, ?)', id, '')
const count = (word: string) => sent.filter((sql) => sql.startsWith(word)).length
const kept = () =>
  beside.prepare(`SELECT "key" FROM "Meta" WHERE "key" LIKE 't%' ORDER BY rowid`).pluck().all()
const turn = () => new Promise((resolve) => setImmediate(resolve))

it('commits once what is ready in one turn, in its order, and tells nobody before', async () => {
  const told: unknown[] = []
  const all = ['t3', 't1', 't2'].map((key) => put(key).then(() => told.push(key, kept())))
  await Promise.resolve()
  expect([told, kept()]).toEqual([[], []])
  await Promise.all(all)
  const whole = ['t3', 't1', 't2']
  expect(told).toEqual(['t3', whole, 't1', whole, 't2', whole])
  expect([count('BEGIN'), count('COMMIT')]).toEqual([1, 1])
})

it('spends no transaction on one that comes alone', async () => {
  expect(await put('t1')).toBe(1)
  await turn()
  expect(await put('t2')).toBe(1)
  expect([count('BEGIN'), kept()]).toEqual([0, ['t1', 't2']])
})

it('lets one that fails fail alone, and nothing of it be done', async () => {
  await put('t0')
  const two = connection.transaction(() => {
    connection.exec(`INSERT INTO "Meta" VALUES ('t9', '')`)
    connection.exec(`INSERT INTO "Meta" VALUES ('t0', 'again')`)
  })
  const all = await Promise.allSettled([
    put('t1'),
    commits.join(two),
    put('t2'),
    put('t1', 'again'),
  ])
  expect(all.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'rejected',
  ])
  expect(kept()).toEqual(['t0', 't1', 't2'])
})

it('lets one fail alone whose commit fails', async () => {
  const orphan = writes('INSERT INTO late VALUES (?)', 'nobody')
  const all = await Promise.allSettled([put('t1'), orphan, put('t2')])
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(kept()).toEqual(['t1', 't2'])
  expect(beside.prepare('SELECT count(*) FROM late').pluck().get()).toBe(0)
})

it('has the erased told before they are, and erases nobody where that fails', async () => {
  const erased = (id: string) =>
    beside.prepare('SELECT count(*) FROM "Erased" WHERE "id" = ?').pluck().get(id)
  add.mockImplementation((ids) => {
    expect(ids.map(erased)).toEqual([0])
    if (ids.includes('b')) throw new Error('the disk of the list is full')
  })
  const all = await Promise.allSettled([erase('a'), erase('b'), erase('c')])
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(beside.prepare('SELECT "id" FROM "Erased"').pluck().all()).toEqual(['a', 'c'])
})

it('keeps nobody waiting twice for somebody else who writes', async () => {
  connection.pragma('busy_timeout = 0')
  beside.exec('BEGIN IMMEDIATE')
  const all = await Promise.allSettled(['t1', 't2', 't3', 't4', 't5'].map((key) => put(key)))
  expect(all.map(({ status }) => status)).toEqual(Array(5).fill('rejected'))
  expect([count('BEGIN'), count('INSERT')]).toEqual([1, 0])
  beside.exec('ROLLBACK')
  await put('t6')
  expect(kept()).toEqual(['t6'])
})

it('writes at once inside a transaction that is open anyway', () => {
  connection.exec('BEGIN')
  void put('t1')
  expect(connection.prepare(`SELECT count(*) FROM "Meta" WHERE "key" = 't1'`).pluck().get()).toBe(1)
  connection.exec('COMMIT')
})
