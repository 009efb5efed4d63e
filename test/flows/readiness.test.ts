// A database that is not what this version needs is refused by name.

import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrations, needed } from '../../src/generated/migrations.ts'
import { type Made, notReady } from '../../src/store/engine/readiness.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
})
afterEach(async () => lotse.stop())

const textOf = (name: string) => needed.find((one) => one.name === name)?.sql ?? ''
const ready = async () => {
  const answer = await lotse.app.request('/readyz')
  return { status: answer.status, ...((await answer.json()) as object) }
}

test('a migrated database is ready', async () => {
  expect(await ready()).toEqual({ status: 200, ready: true })
})

test.each([
  ['trigger', 'Audit_stays'],
  ['index', 'Booking_one_open'],
  ['view', 'CaseRow'],
])('without a %s it is not, and says so', async (type, name) => {
  await lotse.db.$executeRawUnsafe(`DROP ${type} "${name}"`)
  expect(await ready()).toEqual({ status: 503, ready: false, why: 'lacks', names: [name] })
  await lotse.db.$executeRawUnsafe(textOf(name))
  expect(await ready()).toMatchObject({ ready: true })
})

const without = (name: string) => needed.filter((one) => one.name !== name)
const changed = (name: string, change: (sql: string) => string): Made[] =>
  needed.map((one) => (one.name === name ? { ...one, sql: change(one.sql) } : one))

test.each([
  ['without a table', without('Booking'), migrations, 'lacks', ['Booking']],
  [
    'without a column',
    changed('Booking', (sql) => sql.replace(/^\s*"remindAt".*\n/m, '')),
    migrations,
    'lacks',
    ['Booking.remindAt'],
  ],
  [
    'with a column that may be NULL',
    changed('Booking', (sql) => sql.replace('"ref" TEXT NOT NULL', '"ref" TEXT')),
    migrations,
    'differs',
    ['Booking'],
  ],
  [
    'with another trigger of the same name',
    changed('City_alone', (sql) => sql.replace('<>', '=')),
    migrations,
    'differs',
    ['City_alone'],
  ],
  ['with nothing in it', [], [], 'not-migrated', migrations],
  ['of a newer version', needed, [...migrations, '9999_x.sql'], 'newer', ['9999_x.sql']],
  ['of an unreleased state', needed, ['0001_init.sql'], 'unreleased', ['0001_init.sql']],
  [
    'with half of a city',
    [...needed, { type: 'table', name: 'Unfinished', sql: '' }],
    migrations,
    'unfinished',
    [],
  ],
])('one %s is refused', (_, made, applied, why, names) => {
  expect(notReady(made, applied)).toEqual({ why, names })
})

test('comments and line breaks do not count', () => {
  const other = changed('City_alone', (sql) => sql.replaceAll('\n', ' \n -- so\n'))
  expect(notReady(other, migrations)).toBeNull()
})
