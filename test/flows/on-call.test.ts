// What a person is told where a pool was asked in vain, and a service can be called when the talk begins.

import { afterEach, beforeEach, expect, test } from 'vitest'
import type { InterpreterOrder, OrderState } from '../../src/domain/interpreting/order.ts'
import { replaceProfile } from '../../src/flows/upkeep/edit-profile.ts'
import { bookedPerson } from '../support/booked.ts'
import { cityWith, poolOf, serviceOf } from '../support/interpreting.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'

const HOUR = 3_600_000

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse({ profile: cityWith([serviceOf(), poolOf()], [{ languages: ['ar'] }]) })
})
afterEach(() => lotse.stop())

const text = (key: string) => lotse.deps.i18n.t('de', { key: `interpreting.${key}` }, 0)

/** Somebody who needs Tigrinya on Wednesday of the week after, for whom a pool was asked. */
async function ordered() {
  const { user } = await bookedPerson(lotse, { day: '2026-03-25' })
  await lotse.db.$executeRawUnsafe(
    `UPDATE "Intake" SET "talk" = json_set("talk", '$.answers.spoken', 'ti')`,
  )
  const row = await lotse.db.booking.findFirstOrThrow({ where: { state: 'booked' } })
  const now = lotse.clock.at
  const order: InterpreterOrder = {
    ...{ id: 'SM-1', booking: row.id, centre: row.centreId, language: 'ti', gender: null },
    ...{ pool: 'phone', poolName: 'Telefon', mode: 'telephone', state: 'ordered' },
    ...{ orderedAt: now, changedAt: now, changedBy: 'staff:s' },
    ...{ startsAt: Date.parse(row.startsAt), endsAt: Date.parse(row.endsAt) },
  }
  await lotse.deps.store.interpreterOrders.add(order, row.personId)
  await lotse.passes(60_000)
  const comesTo = async (state: OrderState) => {
    const how = { by: 'staff:s', tells: row.personId }
    await lotse.deps.store.interpreterOrders.change(
      order,
      ['ordered', 'confirmed'],
      state,
      how,
      lotse.clock.at,
    )
    await lotse.passes(HOUR)
  }
  return { user, comesTo }
}

type User = Awaited<ReturnType<typeof ordered>>['user']
const heard = ({ messages }: User, key: string) =>
  messages().filter((message) => message.text?.includes(text(key))).length
const isTold = async () =>
  (
    await lotse.db.outbox.findMany({
      where: { kind: 'interpreter-missing' },
      orderBy: { id: 'asc' },
    })
  ).map(({ payload, status }) => `${JSON.parse(String(payload)).news} ${status}`)

test('a refusal: that somebody is called is told once, and not that nobody was found', async () => {
  const { user, comesTo } = await ordered()
  await comesTo('refused')
  expect(heard(user, 'on-call')).toBe(1)
  expect([heard(user, 'busy'), heard(user, 'bring')]).toEqual([1, 1])
  await lotse.passes(24 * HOUR)
  expect([heard(user, 'nobody'), heard(user, 'not-yet')]).toEqual([0, 0])
  expect(await isTold()).toEqual(['on-call sent'])
})

test('no answer three working days before: the same, and the refusal after it is no news', async () => {
  const { user, comesTo } = await ordered()
  // Friday, 20 March, at noon.
  lotse.clock.at = Date.parse('2026-03-20T12:01:00+01:00')
  await lotse.passes(HOUR)
  expect(heard(user, 'on-call')).toBe(1)
  await comesTo('refused')
  expect(await isTold()).toEqual([
    'on-call sent',
    expect.stringMatching(/^on-call (dropped|skipped|expired)/),
  ])
  expect([heard(user, 'nobody'), heard(user, 'not-yet')]).toEqual([0, 0])
})

test('whoever was promised and falls through: that somebody is called is told', async () => {
  const { user, comesTo } = await ordered()
  await comesTo('confirmed')
  expect(heard(user, 'found')).toBe(1)
  await comesTo('refused')
  expect(heard(user, 'on-call')).toBe(1)
  expect(heard(user, 'nobody')).toBe(0)
})

test('the service is removed after a refusal: that nobody is left is told, once', async () => {
  const { user, comesTo } = await ordered()
  await comesTo('refused')
  expect(heard(user, 'on-call')).toBe(1)
  await replaceProfile(lotse.deps, cityWith([poolOf()], [{ languages: ['ar'] }]))
  await lotse.passes(HOUR)
  await lotse.passes(24 * HOUR)
  expect(heard(user, 'nobody')).toBe(1)
  expect(await isTold()).toEqual(['on-call sent', 'nobody sent'])
})
