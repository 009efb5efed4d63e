import { describe, expect, test } from 'vitest'
import { atWall } from '../../../src/domain/calendar/wall-clock.ts'
import { isNobodyLeft, wasSought } from '../../../src/domain/interpreting/nobody-left.ts'
import { interpretingOf } from '../../../src/domain/interpreting/orders.ts'
import type { Pool } from '../../../src/domain/profile/interpreting.ts'
import { cityWith, needingAt, orderFor } from '../../support/interpreting.ts'

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
