import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { atWall } from '../../../src/domain/calendar/wall-clock.ts'
import { interpretingList, pressing } from '../../../src/domain/interpreting/list.ts'
import type { InterpreterOrder, OrderNow } from '../../../src/domain/interpreting/order.ts'
import { interpretingOf, ordersToCancel } from '../../../src/domain/interpreting/orders.ts'
import type { Pool } from '../../../src/domain/profile/interpreting.ts'
import type { Profile } from '../../../src/domain/profile/profile.ts'
import { cityWith, needingAt, orderFor, poolOf, serviceOf } from '../../support/interpreting.ts'

// A Wednesday, 14:00, at which RSC Hochfeld is open.
const startsAt = atWall('2026-12-09', 14 * 60)
const talk = needingAt(startsAt)
const now = atWall('2026-12-01', 600)
const service = serviceOf({ modes: ['telephone', 'video'] })
const onSite = poolOf({ id: 'site', modes: ['on-site'], leadWorkingDays: 5 })

function said(profile: Profile, orders: InterpreterOrder[] = [], at = now, of = talk) {
  const found = interpretingOf(of, orders, profile, at)
  if (found.state === 'needed') {
    const { asks, orderBy, lastDay, isLate } = found
    const whom = asks.map(({ pool, mode }) => `${pool.id} ${mode}`).join(', ')
    return `${isLate ? 'late' : 'needed'}: ${whom}, by ${orderBy.date}, last ${lastDay.date}`
  }
  if (found.state === 'on-call')
    return `on-call: ${found.ways.map(({ pool, mode }) => `${pool.id} ${mode}`).join(', ')}`
  return 'order' in found ? `${found.state} ${found.order.id}` : found.state
}

describe('an appointment', () => {
  const one = cityWith([poolOf()])
  const both = cityWith([poolOf(), onSite])
  const refused = (pool: string, mode: InterpreterOrder['mode']) =>
    orderFor(talk, { id: `SM-${pool}`, pool, mode, state: 'refused' })

  it.each<[string, string, Profile, InterpreterOrder[]]>([
    ['of a pool that has it', 'needed: phone telephone, by 2026-12-07, last 2026-12-07', one, []],
    ['is not known where nobody has entered anything', 'unknown', cityWith([]), []],
    ['has nobody', 'unavailable', cityWith([], [{ languages: ['ar'] }]), []],
    ['is understood at its seat', 'spoken', cityWith([poolOf()], [{ languages: ['ti'] }]), []],
    [
      'is not understood at another one',
      'needed: phone telephone, by 2026-12-07, last 2026-12-07',
      cityWith([poolOf()], [{ seat: 2, languages: ['ti'] }]),
      [],
    ],
    [
      'asks on site first, and the last of all on the telephone',
      'needed: site on-site, phone telephone, by 2026-12-02, last 2026-12-07',
      both,
      [],
    ],
    ['is ordered', 'ordered SM-1', one, [orderFor(talk)]],
    ['is confirmed', 'confirmed SM-1', one, [orderFor(talk, { state: 'confirmed' })]],
    [
      'needs one again once it is cancelled',
      'needed: phone telephone, by 2026-12-07, last 2026-12-07',
      one,
      [orderFor(talk, { state: 'cancelled' })],
    ],
    [
      'asks the next where one refused',
      'needed: phone telephone, by 2026-12-07, last 2026-12-07',
      both,
      [refused('site', 'on-site')],
    ],
    [
      'has nobody where all refused',
      'unavailable',
      both,
      [refused('site', 'on-site'), refused('phone', 'telephone')],
    ],
    [
      'is refused, then ordered elsewhere',
      'ordered SM-1',
      both,
      [refused('site', 'on-site'), orderFor(talk)],
    ],
    [
      'is ordered for where that is in time, whatever can be called',
      'needed: phone telephone, by 2026-12-07, last 2026-12-07',
      cityWith([service, poolOf()]),
      [],
    ],
    [
      'calls by video before the telephone',
      'on-call: service video, service telephone',
      cityWith([service]),
      [],
    ],
    [
      'calls where all refused',
      'on-call: service video, service telephone',
      cityWith([service, ...(both.interpreting ?? [])]),
      [refused('site', 'on-site'), refused('phone', 'telephone')],
    ],
    ['waits for who was asked', 'ordered SM-1', cityWith([service, poolOf()]), [orderFor(talk)]],
    ['calls nobody where it is spoken', 'spoken', cityWith([service], [{ languages: ['ti'] }]), []],
    ...(
      [
        ['topic', { excludes: ['housing'] }],
        ['length', { longestMinutes: 20 }],
        ['language', { languages: ['so'] }],
        ['centre', { centres: ['hamborn'] }],
      ] as const
    ).map(([what, other]): [string, string, Profile, InterpreterOrder[]] => [
      `calls nobody who does not take its ${what}`,
      'unavailable',
      cityWith([serviceOf({ ...service, ...other } as Partial<Pool>)], [{ languages: ['ar'] }]),
      [],
    ]),
    ...(
      [
        ['start', { startsAt: startsAt - 1 }],
        ['centre', { centre: 'hamborn' }],
        ['language', { language: 'kmr' }],
        ['appointment', { booking: 'other' }],
      ] as const
    ).map(([what, other]): [string, string, Profile, InterpreterOrder[]] => [
      `is not interpreted by an order for another ${what}`,
      'needed: phone telephone, by 2026-12-07, last 2026-12-07',
      one,
      [orderFor(talk, { ...other, state: 'confirmed' })],
    ]),
  ])('%s: %s', (_, expected, profile, orders) => {
    expect(said(profile, orders)).toBe(expected)
  })

  it('of somebody who speaks German, or brings somebody, needs nobody', () => {
    const of = needingAt(startsAt, { need: { language: null, gender: 'woman' } })
    expect(said(one, [], now, of)).toBe('no-need')
  })

  it('is not asked for of a pool that does not interpret what it is about', () => {
    expect(said(cityWith([poolOf({ excludes: ['housing'] })]))).toBe('unknown')
  })
})

describe('the last day to order', () => {
  it.each<[string, string, number, string]>([
    ['until midnight', '2026-12-07', 1439, 'needed'],
    ['no longer after it', '2026-12-08', 0, 'late'],
    ['over the weekend', '2026-12-06', 600, 'needed'],
  ])('%s', (_, date, minutes, is) => {
    expect(said(cityWith([poolOf()]), [], atWall(date, minutes))).toMatch(new RegExp(`^${is}:`))
  })

  // Winter time begins on Sunday 25 October 2026, summer time on Easter Sunday 28 March 2027.
  it.each<[string, string, number, string]>([
    ['back over the change to winter time', '2026-10-26', 1, '2026-10-23'],
    ['over Easter and the change to summer time', '2027-03-30', 1, '2027-03-25'],
    ['over Christmas and New Year', '2027-01-04', 6, '2026-12-23'],
    ['over 1 May', '2026-05-04', 1, '2026-04-30'],
  ])('goes %s', (_, date, leadWorkingDays, by) => {
    const of = needingAt(atWall(date, 600))
    const profile = cityWith([poolOf({ leadWorkingDays })])
    expect(said(profile, [], atWall(by, 1439), of)).toContain(`needed: phone telephone, by ${by}`)
    expect(said(profile, [], atWall(by, 1440), of)).toContain('late')
  })
})

describe('an order is to be cancelled', () => {
  const profile = cityWith([poolOf()])
  const order = orderFor(talk)

  it.each<
    [string, Parameters<typeof ordersToCancel>[1], Profile, Partial<InterpreterOrder>, boolean]
  >([
    ['not while it is needed', [talk], profile, {}, false],
    ['not while it is needed and confirmed', [talk], profile, { state: 'confirmed' }, false],
    ['whose appointment is cancelled', [], profile, {}, true],
    ['that is confirmed, too', [], profile, { state: 'confirmed' }, true],
    ['whose appointment is later', [needingAt(startsAt + 1)], profile, {}, true],
    [
      'whose appointment is elsewhere',
      [needingAt(startsAt, { centre: 'hamborn' })],
      profile,
      {},
      true,
    ],
    [
      'whose person speaks something else',
      [needingAt(startsAt, { need: { language: 'kmr', gender: null } })],
      profile,
      {},
      true,
    ],
    [
      'whose counsellor speaks it by now',
      [talk],
      cityWith([poolOf()], [{ languages: ['ti'] }]),
      {},
      true,
    ],
    ['no more once it was', [], profile, { state: 'cancelled' }, false],
    ['not where nobody will come', [], profile, { state: 'refused' }, false],
    ['no more once it is over', [], profile, { startsAt: now }, false],
  ])('%s', (_, needing, city, change, is) => {
    expect(ordersToCancel([{ ...order, ...change }], needing, city, now)).toHaveLength(is ? 1 : 0)
  })

  it('free until the same hour of the wall the day before, at both clock changes', () => {
    const free = (date: string) =>
      ordersToCancel(
        [orderFor(needingAt(atWall(date, 600)))],
        [],
        profile,
        atWall(date, -9_000),
      ).map(({ freeUntil }) => freeUntil)
    expect(free('2026-10-25')).toEqual([atWall('2026-10-24', 600)])
    expect(free('2027-03-28')).toEqual([atWall('2027-03-27', 600)])
  })

  it('the one that costs something soonest first; without a fee by when it would begin', () => {
    const city = cityWith([
      poolOf({ id: 'a', freeCancelHours: 24 }),
      poolOf({ id: 'b', freeCancelHours: 168 }),
    ])
    const at = (id: string, pool: string, days: number) =>
      orderFor(needingAt(startsAt + days * 86_400_000), { id, pool })
    const orders = [at('1', 'gone', 3), at('2', 'a', 0), at('3', 'b', 4)]
    expect(ordersToCancel(orders, [], city, now).map(({ order: { id } }) => id)).toEqual([
      '3',
      '2',
      '1',
    ])
  })
})

describe('the list', () => {
  const profile = cityWith([poolOf(), onSite])
  const state = fc.constantFrom('ordered', 'confirmed', 'refused', 'cancelled')
  const any = fc.record({
    needing: fc.uniqueArray(
      fc.record({
        booking: fc.constantFrom('a', 'b', 'c', 'd'),
        days: fc.integer({ min: -2, max: 9 }),
      }),
      { selector: ({ booking }) => booking },
    ),
    orders: fc.uniqueArray(
      fc.record({
        booking: fc.constantFrom('a', 'b', 'c', 'd'),
        days: fc.integer({ min: -2, max: 9 }),
        language: fc.constantFrom('ti', 'kmr'),
        pool: fc.constantFrom('site', 'phone'),
        state,
      }),
      { selector: ({ booking, days }) => `${booking} ${days}` },
    ),
  })
  const at = (days: number) => startsAt + days * 86_400_000

  it('has each coming appointment once, and each order in force for a coming one once', () => {
    fc.assert(
      fc.property(any, (made) => {
        const needing = made.needing.map(({ booking, days }) => needingAt(at(days), { booking }))
        const orders = made.orders.map(({ days, ...order }, nth) =>
          orderFor(needingAt(at(days)), { ...order, id: String(nth) } as Partial<OrderNow>),
        )
        const list = interpretingList(needing, orders, profile, startsAt - 1)
        const listed = [
          ...list.needed.map(({ talk: { booking } }) => booking),
          ...list.underway.map(({ talk: { booking } }) => booking),
          ...list.unavailable.map(({ booking }) => booking),
        ]
        const coming = needing.filter(({ startsAt: begins }) => begins >= startsAt)
        expect(listed.sort()).toEqual(coming.map(({ booking }) => booking).sort())
        const handled = [
          ...list.toCancel.map(({ order }) => order.id),
          ...list.underway.map(({ order }) => order.id),
        ]
        const inForce = orders.filter(
          (one) => ['ordered', 'confirmed'].includes(one.state) && one.startsAt >= startsAt,
        )
        expect(handled.sort()).toEqual(inForce.map(({ id }) => id).sort())
      }),
    )
  })

  it('says on Friday what has to be ordered by Monday', () => {
    const city = cityWith([poolOf()])
    const soon = (date: string, minutes = 600) => {
      const at = atWall(date, minutes)
      return pressing(interpretingList([talk], [], city, at), at, city.state).needed.length
    }
    expect(soon('2026-12-03')).toBe(0)
    expect(soon('2026-12-04')).toBe(1)
    expect(soon('2026-12-07', 1439)).toBe(1)
    // Late, and still to be done.
    expect(soon('2026-12-08')).toBe(1)
    expect(soon('2026-12-09', 14 * 60)).toBe(0)
  })

  it('says with three working days left that a pool is silent, from the day after it was asked', () => {
    const city = cityWith([poolOf()])
    const silent = (date: string, said: Partial<OrderNow> = {}, minutes = 600) => {
      const at = atWall(date, minutes)
      const orders = [orderFor(talk, said)]
      const { unanswered } = pressing(interpretingList([talk], orders, city, at), at, city.state)
      return unanswered.length
    }
    // The talk is on Wednesday, 9 December.
    expect(silent('2026-12-03', {}, 1439)).toBe(0)
    expect(silent('2026-12-04', {}, 0)).toBe(1)
    expect(silent('2026-12-07')).toBe(1)
    expect(silent('2026-12-07', { state: 'confirmed' })).toBe(0)
    const asked = atWall('2026-12-07', 9 * 60)
    expect(silent('2026-12-07', { changedAt: asked }, 1439)).toBe(0)
    expect(silent('2026-12-08', { changedAt: asked }, 0)).toBe(1)
  })

  it('says of an order to be cancelled only before it costs something', () => {
    const city = cityWith([poolOf()])
    const soon = (date: string, minutes = 600) => {
      const at = atWall(date, minutes)
      return pressing(interpretingList([], [orderFor(talk)], city, at), at, city.state).toCancel
        .length
    }
    expect(soon('2026-12-04')).toBe(0)
    expect(soon('2026-12-07')).toBe(1)
    expect(soon('2026-12-08', 14 * 60 - 1)).toBe(1)
    expect(soon('2026-12-08', 14 * 60)).toBe(0)
  })
})
