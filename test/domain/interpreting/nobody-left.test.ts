import { describe, expect, test } from 'vitest'
import { atWall } from '../../../src/domain/calendar/wall-clock.ts'
import {
  isNobodyLeft,
  knownBy,
  lostBy,
  unpromised,
  wasSought,
} from '../../../src/domain/interpreting/nobody-left.ts'
import { interpretingOf } from '../../../src/domain/interpreting/orders.ts'
import type { Pool } from '../../../src/domain/profile/interpreting.ts'
import { cityWith, needingAt, orderFor, serviceOf } from '../../support/interpreting.ts'

const lay: Pool = {
  ...{ id: 'lay', name: 'Laienpool', modes: ['telephone'], languages: ['ti'] },
  ...{ leadWorkingDays: 2, contact: {}, status: { confirmed: true } },
}
const profile = cityWith([lay], [{ languages: ['ar'] }])
const at = (text: string) => atWall(text.slice(0, 10), Number(text.slice(11, 13)) * 60)

describe('nobody is left', () => {
  // Two working days before; Good Friday and Easter Monday are none, and both clock changes fall on Sundays.
  test.each([
    ['an ordinary week', '2026-03-25 14', '2026-03-23 23', '2026-03-24 00'],
    ['over a weekend', '2026-03-24 14', '2026-03-20 23', '2026-03-21 00'],
    ['over the change to summer time', '2026-03-30 10', '2026-03-26 23', '2026-03-27 00'],
    ['over the change to winter time', '2026-10-26 10', '2026-10-22 23', '2026-10-23 00'],
    ['over Easter', '2026-04-08 14', '2026-04-02 23', '2026-04-03 00'],
    ['over New Year', '2027-01-04 10', '2026-12-30 23', '2026-12-31 00'],
  ])('from midnight after the last day on, %s', (_when, starts, before, after) => {
    const talk = needingAt(at(starts))
    const left = (now: string) => isNobodyLeft(interpretingOf(talk, [], profile, at(now)))
    expect([left(before), left(after)]).toEqual([false, true])
  })

  test.each([
    ['ordered', false],
    ['confirmed', false],
    ['refused', true],
    ['cancelled', false],
  ] as const)('with an order that is %s: %s', (state, isLeft) => {
    const talk = needingAt(at('2026-03-25 14'))
    const needs = interpretingOf(
      talk,
      [orderFor(talk, { state, pool: 'lay' })],
      profile,
      at('2026-03-16 08'),
    )
    expect(isNobodyLeft(needs)).toBe(isLeft)
  })
})

describe('it has to be known', () => {
  // Three working days before, at noon on the wall.
  test.each([
    ['an ordinary week', '2026-03-26 14', '2026-03-23 12'],
    ['a talk before noon', '2026-03-26 09', '2026-03-23 12'],
    ['over a weekend', '2026-03-24 14', '2026-03-19 12'],
    ['over the change to summer time', '2026-03-30 10', '2026-03-25 12'],
    ['over the change to winter time', '2026-10-26 10', '2026-10-21 12'],
    ['over Easter', '2026-04-08 14', '2026-04-01 12'],
    ['over New Year', '2027-01-04 10', '2026-12-29 12'],
    ['a talk at midnight', '2026-03-26 00', '2026-03-23 12'],
  ])('%s', (_when, starts, by) => {
    expect(knownBy(at(starts), 'NW')).toBe(at(by))
  })

  const slow = { ...lay, answersInWorkingDays: 1 }
  test.each([
    [lay, 'ordered', '2026-03-20 11', false, null],
    [lay, 'ordered', '2026-03-20 12', false, 'not-yet'],
    [lay, 'confirmed', '2026-03-20 12', false, null],
    [lay, null, '2026-03-20 11', false, null],
    [lay, null, '2026-03-20 12', false, 'not-yet'],
    [lay, 'refused', '2026-03-16 08', false, 'nobody'],
    [lay, null, '2026-03-24 08', false, 'nobody'],
    // Too late for an answer in time, and ordered all the same: said when it should have been known.
    [slow, null, '2026-03-20 11', false, 'nobody'],
    [slow, null, '2026-03-20 11', true, null],
    [slow, null, '2026-03-20 12', true, 'not-yet'],
  ] as const)(
    '$0.answersInWorkingDays, an order %s, at %s, asked all the same %s: %s',
    (pool, order, now, isAsked, said) => {
      const talk = needingAt(at('2026-03-25 14'))
      const orders = order ? [orderFor(talk, { state: order, pool: 'lay' })] : []
      const city = cityWith([pool], [{ languages: ['ar'] }])
      const needs = interpretingOf(talk, orders, city, at(now))
      const world = { now: at(now), state: city.state, isAsked, isOnCall: false }
      expect(unpromised(needs, talk.startsAt, world)).toBe(said)
    },
  )

  // Where one can be called, nobody hears that there is nobody.
  const service = serviceOf()
  test.each([
    ['ordered', '2026-03-20 11', null],
    ['ordered', '2026-03-20 12', 'on-call'],
    ['confirmed', '2026-03-20 12', null],
    [null, '2026-03-20 11', null],
    [null, '2026-03-20 12', 'on-call'],
    ['refused', '2026-03-16 08', 'on-call'],
    [null, '2026-03-24 08', 'on-call'],
  ] as const)('with a service on call, an order %s, at %s: %s', (order, now, said) => {
    const talk = needingAt(at('2026-03-25 14'))
    const orders = order ? [orderFor(talk, { state: order, pool: 'lay' })] : []
    const city = cityWith([service, lay], [{ languages: ['ar'] }])
    const needs = interpretingOf(talk, orders, city, at(now))
    const world = { now: at(now), state: city.state, isAsked: false, isOnCall: true }
    expect(unpromised(needs, talk.startsAt, world)).toBe(said)
  })

  test('says nothing where a counsellor speaks it', () => {
    const talk = needingAt(at('2026-03-25 14'))
    const city = cityWith([lay], [{ languages: ['ti'] }])
    const needs = interpretingOf(talk, [], city, at('2026-03-24 14'))
    const world = { now: at('2026-03-24 14'), state: city.state, isAsked: false, isOnCall: false }
    expect(unpromised(needs, talk.startsAt, world)).toBeNull()
  })
})

describe('somebody was said to be sought', () => {
  const talk = (changedAt: string) => needingAt(at('2026-03-25 14'), { changedAt: at(changedAt) })
  test.each([
    // An order is placed on the next working day, and has to be there on Monday.
    ['2026-03-16 08', true],
    ['2026-03-20 23', true],
    ['2026-03-22 12', true],
    ['2026-03-23 00', false],
    ['2026-03-25 09', false],
  ])('to whom booked at %s: %s', (changedAt, is) => {
    expect(wasSought(talk(changedAt), [], profile)).toBe(is)
  })

  test('to whom a pool was asked, however late, for where the appointment is', () => {
    const late = talk('2026-03-25 09')
    const order = orderFor(late, { state: 'refused' })
    expect(wasSought(late, [order], profile)).toBe(true)
    expect(wasSought(late, [{ ...order, centre: 'hamborn' }], profile)).toBe(false)
    expect(wasSought(late, [{ ...order, startsAt: order.startsAt - 1 }], profile)).toBe(false)
  })
})

describe('a change of the profile leaves nobody who could be asked', () => {
  const early = '2026-03-17 09'
  const talk = needingAt(at('2026-03-25 14'), { changedAt: at('2026-03-16 08') })
  const other: Pool = { ...lay, id: 'other' }
  const hamborn = serviceOf({ centres: ['hamborn'] })
  const knowing = (pools: Pool[], languages = ['ar']) => cityWith(pools, [{ languages }])
  test.each([
    ['its pool goes', knowing([]), null, early, 'nobody'],
    [
      'its pool speaks it no more',
      knowing([{ ...lay, languages: ['ckb'] }]),
      null,
      early,
      'nobody',
    ],
    [
      'its pool does not go to the centre',
      knowing([{ ...lay, centres: ['hamborn'] }]),
      null,
      early,
      'nobody',
    ],
    [
      'its pool wants more days than there are',
      knowing([{ ...lay, leadWorkingDays: 20 }]),
      null,
      early,
      'nobody',
    ],
    ['its pool has another name', knowing([{ ...lay, name: 'Neu' }]), null, early, null],
    ['another pool is there', knowing([other]), null, early, null],
    ['a service is called', knowing([serviceOf()]), null, early, 'on-call'],
    ['a service is called elsewhere', knowing([hamborn]), null, early, 'nobody'],
    ['a counsellor speaks it', knowing([], ['ti']), null, early, null],
    // Orders have messages of their own.
    ['it was ordered there', knowing([]), 'ordered', early, null],
    ['it was refused there', knowing([]), 'refused', early, null],
    // They have heard that nobody is left.
    ['it was too late before', knowing([]), null, '2026-03-24 00', null],
  ] as const)('%s: %s', (_case, after, order, now, news) => {
    const orders = order ? [orderFor(talk, { state: order, pool: 'lay' })] : []
    expect(lostBy(talk, orders, profile, after, at(now))).toBe(news)
  })

  test.each([
    ['the service goes', [], 'nobody'],
    ['the service speaks it no more', [serviceOf({ languages: ['ckb'] })], 'nobody'],
    ['the service does not go to the centre', [hamborn], 'nobody'],
    ['the service has another name', [serviceOf({ name: 'Neu' })], null],
    ['another service is there', [serviceOf({ id: 'second' })], null],
    ['a pool can be asked in its place', [lay], null],
  ] as const)('to whom was told that one is called, %s: %s', (_case, pools, news) => {
    const called = knowing([serviceOf()])
    expect(lostBy(talk, [], called, knowing([...pools]), at(early))).toBe(news)
    expect(lostBy(talk, [], called, knowing([...pools], ['ti']), at(early))).toBeNull()
  })

  test('and was never said to be sought', () => {
    const late = { ...talk, changedAt: at('2026-03-23 08') }
    expect(lostBy(late, [], profile, knowing([]), at('2026-03-23 09'))).toBeNull()
    expect(lostBy(talk, [], knowing([]), knowing([]), at(early))).toBeNull()
  })
})
