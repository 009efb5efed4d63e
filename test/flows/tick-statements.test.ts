// What a minute asks the database for. D1 bills rows, a file is held up by writes, an event has a thousand queries.

import { afterEach, beforeEach, expect, test } from 'vitest'
import { NO_WISHES, type Wishes } from '../../src/domain/appointment/wishes.ts'
import { noteDown } from '../../src/flows/staff/actor.ts'
import { readWatched } from '../../src/flows/upkeep/watched.ts'
import { createActor } from '../support/actor.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { bookSara } from '../support/talks.ts'

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
})
afterEach(() => lotse.stop())

const MINUTE = 60_000

async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const before = lotse.count.statements
  await work()
  return lotse.count.statements - before
}

/** What a minute asks that comes after others: days are counted and looks are noted by then. */
async function nextMinute(): Promise<number> {
  lotse.clock.at += MINUTE
  return await statementsOf(() => lotse.tick())
}

/** What Sara booked is told and compared, and the days before are counted. */
async function settled(): Promise<void> {
  await lotse.deps.store.meta.knowsKey()
  const nobody = { subject: null, centre: null }
  await noteDown(lotse.deps, { id: null, client: null }, 'sign-in', nobody)
  await bookSara(createActor(lotse.world))
  for (let minute = 0; minute < 3; minute += 1) await nextMinute()
}

test('the first night of a city looks at one day, and not at the four weeks before it', async () => {
  expect(await statementsOf(() => lotse.tick())).toBeLessThanOrEqual(80)
})

test('a minute in which nothing is due asks three times: what is due, for messages, for calls', async () => {
  await settled()
  expect([await nextMinute(), await nextMinute()]).toEqual([3, 3])
})

test('a minute in which somebody waits for a seat asks at most eight times', async () => {
  await settled()
  const { id, personId } = await lotse.db.intake.findFirstOrThrow()
  const wishes: Wishes = { ...NO_WISHES, centres: ['hochfeld'] }
  const who = { personId: personId ?? '', intakeId: id }
  await lotse.deps.store.waiting.wish('w', who, wishes, lotse.clock.at)
  await lotse.db.closure.create({
    data: {
      ...{ id: 'c', centreId: 'hochfeld', reason: '', createdAt: '', createdBy: '' },
      ...{ startsAt: '2020-01-01T00:00:00.000Z', endsAt: '2030-01-01T00:00:00.000Z' },
    },
  })
  await lotse.db.city.updateMany({ data: { version: { increment: 1 } } })
  await nextMinute()
  expect(await lotse.db.waiting.count({ where: { state: 'waiting' } })).toBe(1)
  expect(await nextMinute()).toBeLessThanOrEqual(8)
})

test('how it stands is read with seven', async () => {
  await readWatched(lotse.deps)
  expect(await statementsOf(() => readWatched(lotse.deps))).toBe(7)
})
