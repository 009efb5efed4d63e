// The audit against somebody who has the database and not the key: whatever they change or take away is found.

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { currentCity } from '../../src/flows/city.ts'
import { noteAudit, noteAuditDaily } from '../../src/flows/upkeep/note-audit.ts'
import { createSeal } from '../../src/store/engine/seal.ts'
import { createStore } from '../../src/store/store.ts'
import { readsNow } from '../support/reads.ts'
import { type House, openHouse } from '../support/staff-house.ts'

const DAY = 86_400_000

let house: House
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.stop())

const audit = () => house.deps.store.staff.audit
const entry = { outcome: 'done', subject: null, centreId: 'hochfeld', client: null } as const

async function write(count: number, at = house.clock.at) {
  for (let n = 0; n < count; n += 1) {
    const subjects = n % 2 === 0 ? [`b-${n}`, `a-${n}`] : []
    await audit().add({ ...entry, action: 'see-list', staffId: `s${n}`, subjects, at: at + n })
  }
}

/** As somebody with the file in their hands. */
async function behindItsBack(...statements: string[]) {
  for (const name of ['Audit_never_changes', 'Audit_stays']) {
    await house.db.$executeRawUnsafe(`DROP TRIGGER IF EXISTS "${name}"`)
  }
  for (const sql of statements) await house.db.$executeRawUnsafe(sql)
}

test('a chain nobody touched holds, with all records of its rows', async () => {
  await write(5)
  expect(await audit().verify()).toEqual({ broken: null, rows: 5, left: null })
})

describe('is found:', () => {
  test.each([
    ['a changed row', `UPDATE "Audit" SET "staffId" = 'x' WHERE "id" = 3`, 3, 'changed'],
    [
      'a record taken out of a row',
      `DELETE FROM "AuditSubject" WHERE "subject" = 'a-2'`,
      3,
      'changed',
    ],
    ['a record put into a row', `INSERT INTO "AuditSubject" VALUES (2, 'z')`, 2, 'changed'],
    ['a row taken out', `DELETE FROM "Audit" WHERE "id" = 3`, 4, 'gap'],
    ['the first rows taken out', `DELETE FROM "Audit" WHERE "id" < 3`, 3, 'begin'],
    ['the last rows taken out', `DELETE FROM "Audit" WHERE "id" > 3`, 5, 'end'],
    ['all rows taken out', `DELETE FROM "Audit"`, 5, 'end'],
    [
      'another end noted',
      `UPDATE "Meta" SET "value" = json_set("value", '$.id', 3) WHERE "key" = 'audit-end'`,
      3,
      'note',
    ],
  ] as const)('%s', async (_, sql, row, why) => {
    await write(5)
    await noteAudit(house.deps)
    await behindItsBack(sql)
    expect(await audit().verify()).toEqual({ broken: row, why })
  })

  test('a beginning that somebody noted for themselves', async () => {
    await write(5)
    await noteAudit(house.deps)
    const [second] = await house.db.audit.findMany({ where: { id: 2 } })
    const note = { id: 2, hash: second?.hash, at: second?.at, signed: second?.hash }
    await behindItsBack(
      `DELETE FROM "Audit" WHERE "id" < 3`,
      `INSERT INTO "Meta" VALUES ('audit-begin', '${JSON.stringify(note)}')`,
    )
    expect(await audit().verify()).toEqual({ broken: 2, why: 'note' })
  })

  test('a chain built anew with another key', async () => {
    await write(3)
    await noteAudit(house.deps)
    const key = crypto.getRandomValues(new Uint8Array(32)).toBase64()
    await behindItsBack(
      'DELETE FROM "AuditSubject"',
      'DELETE FROM "Audit"',
      'DELETE FROM "Meta" WHERE "key" LIKE \'audit-%\'',
    )
    const forger = createStore(house.db, await createSeal(key))
    await forger.staff.audit.add({
      ...entry,
      action: 'see-list',
      staffId: 'nobody',
      at: house.clock.at,
    })
    const [row] = await house.db.audit.findMany()
    expect(await audit().verify()).toEqual({ broken: row?.id, why: 'changed' })
    expect(await forger.staff.audit.verify()).toEqual({ broken: null, rows: 1, left: null })
  })

  test('even all rows with all notes, by an end that was noted in the log', async () => {
    await write(5)
    const noted = (await noteAudit(house.deps)) ?? ''
    expect(house.logged.join('\n')).toContain(`"end":"${noted}"`)
    const [id = '', hash = ''] = noted.split(':')
    expect(await audit().holds({ id: Number(id), hash })).toBe(true)
    await behindItsBack('DELETE FROM "Audit"', 'DELETE FROM "Meta" WHERE "key" LIKE \'audit-%\'')
    expect(await audit().holds({ id: Number(id), hash })).toBe(false)
  })
})

test('what retention took away is the new beginning, also where all of it went', async () => {
  const old = house.clock.at - 400 * DAY
  await write(4, old)
  await noteAudit(house.deps)
  await write(2)
  expect(await audit().prune(house.clock.at - DAY, house.clock.at)).toBe(4)
  expect(await house.db.auditSubject.count()).toBe(1 * 2)
  expect(await audit().verify()).toEqual({ broken: null, rows: 2, left: null })
  await behindItsBack('DELETE FROM "Audit" WHERE "id" = 5')
  expect(await audit().verify()).toEqual({ broken: 6, why: 'begin' })
})

test('rows go on from what was pruned last, and a clock set back takes nothing out of the middle', async () => {
  const old = house.clock.at - 400 * DAY
  await write(1, old)
  expect(await audit().prune(house.clock.at - DAY, house.clock.at)).toBe(1)
  const other = createStore(house.db, await createSeal(house.dataKey))
  await other.staff.audit.add({ ...entry, action: 'see-list', staffId: 's', at: house.clock.at })
  await other.staff.audit.add({ ...entry, action: 'see-list', staffId: 's', at: old })
  await other.staff.audit.add({ ...entry, action: 'see-list', staffId: 's', at: house.clock.at })
  expect(await audit().prune(house.clock.at - DAY, house.clock.at)).toBe(0)
  expect(await audit().verify()).toEqual({ broken: null, rows: 3, left: null })
})

test('rows of an older key can be checked once it is gone', async () => {
  await write(2)
  await noteAudit(house.deps)
  const [old, fresh, last] = [
    house.dataKey,
    ...[2, 3].map((n) => `${n}:${crypto.getRandomValues(new Uint8Array(32)).toBase64()}`),
  ]
  const named = old.includes(':') ? old : `1:${old}`
  const stores = []
  for (const keys of [`${fresh},${named}`, `${last},${fresh}`]) {
    const store = createStore(house.db, await createSeal(keys))
    while ((await store.keys.rotateSome()) > 0);
    await store.keys.noteRotated()
    await store.staff.audit.add({ ...entry, action: 'see-list', staffId: 's', at: house.clock.at })
    stores.push(store)
  }
  const alone = createStore(house.db, await createSeal(last ?? ''))
  expect(await alone.staff.audit.verify()).toEqual({ broken: null, rows: 4, left: null })
  await behindItsBack(`UPDATE "Audit" SET "staffId" = 'x' WHERE "id" = 1`)
  expect(await alone.staff.audit.verify()).toEqual({ broken: 1, why: 'changed' })
})

test('the check goes on where it stopped, and lets others have their turn', async () => {
  const rows = Array.from({ length: 2500 }, () => ({
    ...entry,
    ...{ action: 'see-list' as const, staffId: 's', at: house.clock.at },
  }))
  for (let n = 0; n < 5; n += 1) await audit().addAll(rows.slice(n * 500, n * 500 + 500))
  expect(await audit().verify(null, 1)).toEqual({ broken: null, rows: 1000, left: 1000 })
  expect(await audit().verify(1000, 1)).toEqual({ broken: null, rows: 1000, left: 2000 })
  expect(await audit().verify(2000, 1)).toEqual({ broken: null, rows: 500, left: null })
  let turns = 0
  let isDone = false
  const checking = audit()
    .verify()
    .then(() => {
      isDone = true
    })
  while (!isDone) {
    turns += 1
    await new Promise((go) => setTimeout(go))
  }
  await checking
  expect(turns).toBeGreaterThan(2)
  await behindItsBack(`UPDATE "Audit" SET "staffId" = 'x' WHERE "id" = 2200`)
  expect(await audit().verify(2000, 1)).toEqual({ broken: 2200, why: 'changed' })
})

test('the ends are noted once a day', async () => {
  await write(1)
  const note = async () =>
    noteAuditDaily(house.deps, await currentCity(house.deps), await readsNow(house.deps))
  const lines = () => house.logged.filter((line) => line.includes('audit noted')).length
  const before = lines()
  for (let n = 0; n < 3; n += 1) await note()
  expect(lines()).toBe(before + 1)
  house.clock.at += DAY
  await note()
  expect(lines()).toBe(before + 2)
})
