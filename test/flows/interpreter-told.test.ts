// What a person is told of an order: once for each change, in their language, and never more than is so.

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { atWall } from '../../src/domain/calendar/wall-clock.ts'
import type { InterpreterOrder, OrderState } from '../../src/domain/interpreting/order.ts'
import type { Profile } from '../../src/domain/profile/profile.ts'
import { bookedPerson } from '../support/booked.ts'
import { duisburg } from '../support/duisburg.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** A lay pool that wants orders two working days ahead, by telephone; on Mondays nobody speaks Tigrinya. */
function city(): Profile {
  const profile = duisburg()
  const known = { counselling: [{ languages: ['ar'] }] }
  return {
    ...profile,
    interpreting: [
      {
        ...{ id: 'lay', name: 'Laienpool', modes: ['telephone'], languages: ['ti', 'ckb'] },
        ...{ leadWorkingDays: 2, contact: { phone: '+49 203 1' }, status: { confirmed: true } },
      },
    ],
    centres: profile.centres.map((centre) => ({
      ...centre,
      openings: centre.openings.map((rule) => ({ ...rule, ...known })),
    })),
  }
}

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse({ profile: city() })
})
afterEach(() => lotse.stop())

const text = (key: string) => lotse.deps.i18n.t('de', { key: `interpreting.${key}` }, 0)

/** Somebody who reads German and speaks Tigrinya, with an appointment on Wednesday of the week after. */
async function booked() {
  const { user } = await bookedPerson(lotse, { day: '2026-03-25' })
  await lotse.db.$executeRawUnsafe(
    `UPDATE "Intake" SET "talk" = json_set("talk", '$.answers.spoken', 'ti')`,
  )
  return {
    user,
    booking: (await lotse.db.booking.findFirstOrThrow({ where: { state: 'booked' } })).id,
  }
}

let count = 0
async function orders(
  booking: string,
  state: OrderState = 'ordered',
  gender: InterpreterOrder['gender'] = null,
) {
  const row = await lotse.db.booking.findFirstOrThrow({ where: { id: booking } })
  count += 1
  const [now, id] = [lotse.clock.at, `SM-${count}`]
  const order = {
    ...{ id, booking, centre: row.centreId, language: 'ti', gender, pool: 'lay', state },
    ...{ poolName: 'Ehrenamt' },
    ...{ mode: 'telephone' as const, orderedAt: now, changedAt: now, changedBy: 'staff:s' },
    ...{ startsAt: Date.parse(row.startsAt), endsAt: Date.parse(row.endsAt) },
  }
  expect(await lotse.deps.store.interpreterOrders.add(order, row.personId)).toBe(true)
  await lotse.passes(60_000)
  return order
}

async function comesTo(order: { id: string; booking: string }, state: OrderState) {
  const { personId } = await lotse.db.booking.findFirstOrThrow({ where: { id: order.booking } })
  const from = (['ordered', 'confirmed', 'refused'] as const).filter((one) => one !== state)
  const how = { by: 'staff:s', tells: personId }
  const { interpreterOrders } = lotse.deps.store
  const changed = await interpreterOrders.change(order, from, state, how, lotse.clock.at)
  await lotse.passes(60_000)
  return changed
}

type User = Awaited<ReturnType<typeof booked>>['user']
const said = (user: User, key: string) =>
  user.messages().filter((message) => message.text?.includes(text(key))).length
const outcomes = async () =>
  (
    await lotse.db.outbox.findMany({
      where: { kind: { startsWith: 'interpreter' } },
      orderBy: { id: 'asc' },
    })
  ).map(({ kind, status, reason }) => [kind.slice(12), status, reason].filter(Boolean).join(' '))

describe('an order', () => {
  test('is told when it is made and when it is confirmed, each once, and the last card is the one', async () => {
    const { user, booking } = await booked()
    const order = await orders(booking)
    expect([said(user, 'asked'), said(user, 'found')]).toEqual([1, 0])
    expect(await comesTo(order, 'confirmed')).toBe(true)
    expect([said(user, 'asked'), said(user, 'found')]).toEqual([0, 1])
    expect(said(user, 'by.telephone')).toBe(1)
    // The same again changes nothing, and tells nothing.
    expect(await comesTo(order, 'confirmed')).toBe(false)
    await lotse.passes(HOUR)
    expect(await outcomes()).toEqual(['asked sent', 'found sent'])
  })

  test('that is confirmed before its message went out is told once, as it is', async () => {
    const { user, booking } = await booked()
    const order = await orders(booking, 'confirmed')
    expect([said(user, 'found'), await outcomes()]).toEqual([1, ['found sent']])
    expect(order.state).toBe('confirmed')
  })

  test('waits for the morning', async () => {
    const { user, booking } = await booked()
    lotse.clock.at = atWall('2026-03-17', 23 * 60)
    await orders(booking, 'confirmed')
    expect(said(user, 'found')).toBe(0)
    await lotse.passes(10 * HOUR)
    expect(said(user, 'found')).toBe(1)
  })

  test('is no longer told of in the morning to whom another language is needed by then', async () => {
    const { user, booking } = await booked()
    lotse.clock.at = atWall('2026-03-17', 23 * 60)
    await orders(booking, 'confirmed')
    await lotse.db.$executeRawUnsafe(
      `UPDATE "Intake" SET "talk" = json_set("talk", '$.answers.spoken', 'ckb')`,
    )
    await lotse.passes(10 * HOUR)
    expect([said(user, 'found'), await outcomes()]).toEqual([0, ['found dropped moved']])
  })

  test('is not told of in the morning to whom a counsellor understands by then', async () => {
    const { user, booking } = await booked()
    lotse.clock.at = atWall('2026-03-17', 23 * 60)
    await orders(booking, 'confirmed')
    const profile = city()
    const centres = profile.centres.map((centre) => ({
      ...centre,
      openings: centre.openings.map((rule) => ({ ...rule, counselling: [{ languages: ['ti'] }] })),
    }))
    await lotse.deps.store.cities.replace('duisburg', { ...profile, centres }, lotse.clock.at)
    await lotse.passes(10 * HOUR)
    expect([said(user, 'found'), await outcomes()]).toEqual([0, ['found dropped spoken']])
  })

  test('of a pool that has somebody after another refused stands so on the appointment', async () => {
    const { booking } = await booked()
    const first = await orders(booking, 'refused')
    lotse.clock.at += 60_000
    await orders(booking, 'refused')
    await comesTo(first, 'confirmed')
    expect((await lotse.deps.store.appointments.find(booking))?.interpreter).toBe('confirmed')
  })

  test('that is moved away from says nothing; the next one is asked for anew', async () => {
    const { user, booking } = await booked()
    const first = await orders(booking, 'confirmed')
    await user.taps(lotse.deps.i18n.t('de', { key: 'reminders.button.other-time' }, 0))
    await user.tapsData(/~tm~/)
    await user.tapsData(/~bo~/)
    const row = await lotse.db.booking.findFirstOrThrow({ where: { id: booking } })
    expect(Date.parse(row.startsAt)).not.toBe(first.startsAt)
    // What said that somebody comes stands corrected.
    expect(said(user, 'found')).toBe(0)
    await lotse.deps.store.interpreterOrders.change(
      first,
      ['confirmed'],
      'cancelled',
      { by: 'staff:s', tells: null },
      lotse.clock.at,
    )
    await orders(booking)
    expect([said(user, 'anew'), said(user, 'lost')]).toEqual([1, 0])
  })

  test('that falls through is told to whom somebody was said to come', async () => {
    const { user, booking } = await booked()
    const profile = city()
    const [pool] = profile.interpreting ?? []
    if (!pool) throw new Error('no pool')
    const interpreting = [pool, { ...pool, id: 'firm' }]
    await lotse.deps.store.cities.replace('duisburg', { ...profile, interpreting }, lotse.clock.at)
    const order = await orders(booking, 'confirmed')
    await comesTo(order, 'refused')
    expect([said(user, 'found'), said(user, 'lost'), said(user, 'nobody')]).toEqual([0, 1, 0])
    const second = await orders(booking)
    await comesTo(second, 'refused')
    // Nobody had been promised by the second; that nobody is left is another message, once.
    expect(await outcomes()).toContain('lost dropped untold')
  })
})

describe('a wish for a woman who interprets', () => {
  const wishes = () =>
    lotse.db.$executeRawUnsafe(
      `UPDATE "Intake" SET "talk" = json_set("talk", '$.answers.counsellor', 'woman')`,
    )

  test('that is refused is answered in words, when it is given up and when somebody is found', async () => {
    const { user, booking } = await booked()
    await wishes()
    const first = await orders(booking, 'ordered', 'woman')
    expect([said(user, 'asked'), said(user, 'without.woman')]).toEqual([1, 0])
    await comesTo(first, 'refused')
    // The pool may have a man: it is not over yet.
    expect([said(user, 'lost'), said(user, 'nobody')]).toEqual([0, 0])
    const second = await orders(booking)
    expect([said(user, 'asked'), said(user, 'without.woman')]).toEqual([1, 1])
    expect(user.buttons()).toContain(
      lotse.deps.i18n.t('de', { key: 'reminders.button.other-time' }, 0),
    )
    await comesTo(second, 'confirmed')
    expect([said(user, 'found'), said(user, 'without.woman')]).toEqual([1, 1])
  })

  test('is over once the pool has refused without it, too', async () => {
    const { user, booking } = await booked()
    await wishes()
    await comesTo(await orders(booking, 'ordered', 'woman'), 'refused')
    await comesTo(await orders(booking), 'refused')
    await lotse.passes(HOUR)
    expect(said(user, 'nobody')).toBe(1)
  })

  test('that comes after the order was given up by nobody', async () => {
    const { user, booking } = await booked()
    const order = await orders(booking)
    await wishes()
    await comesTo(order, 'confirmed')
    expect([said(user, 'found'), said(user, 'without.woman')]).toEqual([1, 0])
  })
})

describe('nobody found', () => {
  test('is told once, when the last pool has refused, with the way to another time', async () => {
    const { user, booking } = await booked()
    await comesTo(await orders(booking), 'refused')
    await lotse.passes(HOUR)
    expect([said(user, 'nobody'), said(user, 'bring')]).toEqual([1, 1])
    expect((await outcomes()).filter((one) => one.startsWith('missing'))).toEqual(['missing sent'])
    await user.taps(lotse.deps.i18n.t('de', { key: 'reminders.button.other-time' }, 0))
    expect(user.buttons().length).toBeGreaterThan(3)
  })

  test('is told again where somebody was found after all, and then cannot come', async () => {
    const { user, booking } = await booked()
    const order = await orders(booking)
    await comesTo(order, 'refused')
    await lotse.passes(HOUR)
    expect(said(user, 'nobody')).toBe(1)
    await comesTo(order, 'confirmed')
    expect([said(user, 'found'), said(user, 'nobody')]).toEqual([1, 0])
    await comesTo(order, 'refused')
    await lotse.passes(HOUR)
    expect([said(user, 'found'), said(user, 'nobody')]).toEqual([0, 1])
    // And nothing more, until something becomes of it again.
    const before = await outcomes()
    await lotse.passes(DAY)
    expect(await outcomes()).toEqual(before)
    await comesTo(order, 'confirmed')
    expect([said(user, 'found'), said(user, 'nobody')]).toEqual([1, 0])
  })

  test('is told where the last pool is taken away after it has refused', async () => {
    const { user, booking } = await booked()
    const order = await orders(booking)
    const { interpreting: _, ...without } = city()
    await lotse.deps.store.cities.replace('duisburg', without, lotse.clock.at)
    await comesTo(order, 'refused')
    await lotse.passes(HOUR)
    expect(said(user, 'nobody')).toBe(1)
  })

  test('is told again in another language', async () => {
    const { user, booking } = await booked()
    await comesTo(await orders(booking), 'refused')
    await lotse.passes(HOUR)
    expect((await outcomes()).filter((one) => one.startsWith('missing'))).toHaveLength(1)
    await lotse.passes(DAY)
    await lotse.db.$executeRawUnsafe(
      `UPDATE "Intake" SET "talk" = json_set("talk", '$.answers.spoken', 'ckb')`,
    )
    await lotse.passes(7 * DAY)
    expect((await outcomes()).filter((one) => one === 'missing sent')).toHaveLength(2)
    expect([said(user, 'nobody'), said(user, 'not-yet')]).toEqual([0, 1])
  })

  test('is told where nobody has ordered in time', async () => {
    const { user } = await booked()
    // Three working days before Wednesday is Friday; it is known at noon, or else what to do is said.
    await lotse.passes(atWall('2026-03-20', 11 * 60) - lotse.clock.at)
    expect(said(user, 'not-yet')).toBe(0)
    await lotse.passes(HOUR + 10 * 60_000)
    expect([said(user, 'not-yet'), said(user, 'bring'), said(user, 'if-found')]).toEqual([1, 1, 1])
    // On Tuesday it is too late: nothing that they do not know.
    await lotse.passes(5 * DAY)
    expect([said(user, 'nobody'), await outcomes()]).toEqual([
      0,
      ['missing sent', 'missing dropped told'],
    ])
  })

  test('is told on the day it should be known by, and a refusal after it is no news; a promise is', async () => {
    const { user, booking } = await booked()
    const order = await orders(booking)
    await lotse.passes(atWall('2026-03-20', 12 * 60) + 10 * 60_000 - lotse.clock.at)
    expect([said(user, 'not-yet'), said(user, 'bring')]).toEqual([1, 1])
    await comesTo(order, 'refused')
    await lotse.passes(HOUR)
    expect([said(user, 'nobody'), said(user, 'lost')]).toEqual([0, 0])
    expect(said(user, 'not-yet')).toBe(1)
    await comesTo(order, 'confirmed')
    expect([said(user, 'found'), said(user, 'not-yet')]).toEqual([1, 0])
    // Who fell ill after that is news again.
    await comesTo(order, 'refused')
    await lotse.passes(HOUR)
    expect([said(user, 'found'), said(user, 'nobody')]).toEqual([0, 1])
  })

  test('is not told on that day to whom somebody is promised, nor before it', async () => {
    const { user, booking } = await booked()
    await comesTo(await orders(booking), 'confirmed')
    await lotse.passes(6 * DAY)
    expect((await outcomes()).filter((one) => one.startsWith('missing'))).toEqual([])
    expect(said(user, 'found')).toBe(1)
  })

  test('is said together with a pool that is asked after that day', async () => {
    const { user, booking } = await booked()
    await lotse.passes(atWall('2026-03-20', 13 * 60) - lotse.clock.at)
    await orders(booking)
    expect([said(user, 'asked'), said(user, 'bring')]).toEqual([1, 1])
  })

  test('is not told to whom nobody was said to be sought', async () => {
    await lotse.deps.store.cities.replace(
      'duisburg',
      {
        ...city(),
        interpreting: (city().interpreting ?? []).map((pool) => ({ ...pool, leadWorkingDays: 20 })),
      },
      lotse.clock.at,
    )
    const { user } = await booked()
    await lotse.passes(8 * DAY)
    expect([said(user, 'nobody'), await outcomes()]).toEqual([0, []])
  })
})

test('a reminder says that somebody interprets, and no more once that has changed', async () => {
  const { user, booking } = await booked()
  const order = await orders(booking, 'confirmed')
  await lotse.passes(8.3 * DAY)
  const reminders = () => user.messages().filter((message) => message.text?.includes('🔔'))
  const last = () => reminders().at(-1)?.text ?? ''
  expect(last()).toContain(text('found'))
  const before = reminders().length
  await comesTo(order, 'refused')
  await lotse.passes(2 * 60_000)
  expect(reminders()).toHaveLength(before)
  expect(last()).not.toContain(text('found'))
  expect(last()).toContain(text('bring'))
})

test('a reminder on the last days says to bring somebody while no pool has answered', async () => {
  const { user, booking } = await booked()
  await orders(booking)
  const last = () => user.messages().findLast((message) => message.text?.includes('🔔'))?.text ?? ''
  await lotse.passes(6.5 * DAY)
  expect(last()).toContain(text('asked'))
  expect(last()).toContain(text('bring'))
  await lotse.passes(2 * DAY)
  expect(last()).toContain(text('asked'))
  expect(last()).toContain(text('bring'))
})
