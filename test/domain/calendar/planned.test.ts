import { describe, expect, it } from 'vitest'
import { type Closure, closuresOf } from '../../../src/domain/calendar/closures.ts'
import { plannedSlots, type Slot } from '../../../src/domain/calendar/planned.ts'
import type { ClosedDays, OpeningRule } from '../../../src/domain/calendar/rules.ts'
import { calendar, onWall, opening } from '../../support/opening.ts'

const plan = (
  rules: OpeningRule[],
  from: string,
  until = from,
  closed: ClosedDays[] = [],
): Slot[] => plannedSlots(calendar(rules), closed.flatMap(closuresOf), { from, until })

const starts = (slots: readonly Slot[]) => slots.map(({ startsAt }) => onWall(startsAt))
const days = (slots: readonly Slot[]) => [...new Set(starts(slots).map((at) => at.slice(0, 10)))]
const times = (slots: readonly Slot[]) => starts(slots).map((at) => at.slice(11))

describe('a window', () => {
  it('is cut into slots that fit into it whole', () => {
    expect(times(plan([opening({ opens: '10:00', closes: '11:10' })], '2026-03-16'))).toEqual([
      '10:00',
      '10:20',
      '10:40',
    ])
  })

  it('may begin and end at midnight', () => {
    const night = plan(
      [opening({ opens: '23:30', closes: '24:00', slotMinutes: 30 })],
      '2026-03-16',
    )
    const [slot] = night
    expect(times(night)).toEqual(['23:30'])
    expect(slot && onWall(slot.endsAt)).toBe('2026-03-17 00:00')
    expect(times(plan([opening({ opens: '00:00', closes: '00:20' })], '2026-03-16'))).toEqual([
      '00:00',
    ])
  })

  it('may lie on New Year’s Eve but not on New Year', () => {
    const rule = opening({ repeat: { every: 'week', weekdays: [4, 5] } })
    expect(days(plan([rule], '2026-12-28', '2027-01-03'))).toEqual(['2026-12-31'])
  })
})

const year = ['2026-01-01', '2026-12-31'] as const

describe('a rule repeats', () => {
  it('every week, on its weekdays, without holidays', () => {
    const rule = opening({ repeat: { every: 'week', weekdays: [1, 4] } })
    expect(days(plan([rule], '2026-05-25', '2026-06-11'))).toEqual([
      '2026-05-28',
      '2026-06-01',
      // 4 June is Fronleichnam, 25 May Whit Monday
      '2026-06-08',
      '2026-06-11',
    ])
  })

  it.each([
    ['2026-03-02', ['2026-03-02', '2026-03-16', '2026-03-30']],
    ['2026-03-08', ['2026-03-02', '2026-03-16', '2026-03-30']],
    ['2026-03-09', ['2026-03-09', '2026-03-23']],
    ['2027-01-04', ['2026-03-02', '2026-03-16', '2026-03-30']],
  ])('every other week, counted from the week of %s', (anchor, dates) => {
    const rule = opening({ repeat: { every: 'week', weekdays: [1], interval: 2, anchor } })
    expect(days(plan([rule], '2026-03-01', '2026-03-31'))).toEqual(dates)
  })

  it('keeps its rhythm over a year of 53 weeks', () => {
    const repeat = { every: 'week', weekdays: [1], interval: 2, anchor: '2026-12-21' } as const
    const rule = opening({ repeat: { ...repeat, weekdays: [1] } })
    expect(days(plan([rule], '2026-12-21', '2027-01-18'))).toEqual([
      '2026-12-21',
      '2027-01-04',
      '2027-01-18',
    ])
  })

  it.each([
    [[1], ['2026-03-02', '2026-08-03']],
    [
      [2, 4],
      ['2026-03-09', '2026-03-23', '2026-08-10', '2026-08-24'],
    ],
    [[5], ['2026-03-30', '2026-08-31']],
    [[-1], ['2026-03-30', '2026-08-31']],
    [
      [4, -1],
      ['2026-03-23', '2026-03-30', '2026-08-24', '2026-08-31'],
    ],
  ])('on the Mondays number %j of a month', (nth, dates) => {
    const rule = opening({ repeat: { every: 'month', weekday: 1, nth } })
    const march = days(plan([rule], '2026-03-01', '2026-03-31'))
    expect([...march, ...days(plan([rule], '2026-08-01', '2026-08-31'))]).toEqual(dates)
  })

  it('on the first Monday, the 7th, and the fourth, the 28th', () => {
    const rule = opening({ repeat: { every: 'month', weekday: 1, nth: [1, 4] } })
    expect(days(plan([rule], '2026-09-01', '2026-09-30'))).toEqual(['2026-09-07', '2026-09-28'])
  })

  it('on the last weekday of every month, be it the fourth or the fifth', () => {
    const rule = opening({ repeat: { every: 'month', weekday: 3, nth: [-1] } })
    expect(days(plan([rule], ...year))).toHaveLength(12)
  })

  it('on single dates, each once', () => {
    const dates = ['2026-03-21', '2026-03-19', '2026-03-21', '2026-06-04']
    const rule = opening({ repeat: { every: 'date', dates }, closes: '10:20' })
    expect(starts(plan([rule], ...year))).toEqual(['2026-03-19 10:00', '2026-03-21 10:00'])
  })

  it('from its first to its last valid day, both included', () => {
    const rule = opening({ validFrom: '2026-03-09', validUntil: '2026-03-23' })
    expect(days(plan([rule], ...year))).toEqual(['2026-03-09', '2026-03-16', '2026-03-23'])
  })
})

describe('seats', () => {
  it('are public first, then for staff, and the highest for people without an appointment', () => {
    const [slot] = plan([opening({ seats: 5, staffSeats: 1, walkInSeats: 2 })], '2026-03-16')
    expect(slot).toMatchObject({ seats: [1, 2], staffSeats: [3], walkInSeats: [4, 5] })
  })

  it('go to the walk-in quota before they become public', () => {
    const [slot] = plan([opening({ seats: 1, staffSeats: 1, walkInSeats: 1 })], '2026-03-16')
    expect(slot).toMatchObject({ seats: [], staffSeats: [], walkInSeats: [1] })
  })

  it('exist once at a time: the more special rule holds', () => {
    const weekly = opening({ id: 'weekly' })
    const extra = opening({
      id: 'extra',
      repeat: { every: 'date', dates: ['2026-03-16'] },
      opens: '10:30',
      closes: '11:30',
      slotMinutes: 30,
    })
    const monthly = opening({ id: 'monthly', repeat: { every: 'month', weekday: 1, nth: [3] } })
    for (const rules of [
      [weekly, extra, monthly],
      [extra, monthly, weekly],
    ])
      expect(times(plan(rules, '2026-03-16'))).toEqual([
        ...['10:00', '10:30', '11:00'],
        ...['11:40'],
      ])
  })

  it('of an outreach site have numbers of their own and say where they are', () => {
    const site = { id: 'sued', name: 'Sprechstunde Süd', address: 'Duisburg-Süd' }
    const slots = plan(
      [opening({ closes: '10:20' }), opening({ id: 'site', closes: '10:20', firstSeat: 11, site })],
      '2026-03-16',
    )
    expect(slots.map((slot) => [slot.site?.id, slot.seats, slot.walkInSeats])).toEqual([
      [undefined, [1], [2]],
      ['sued', [11], [12]],
    ])
  })
})

describe('closed days', () => {
  const closed = (said: Partial<ClosedDays>): ClosedDays => ({
    from: '2026-03-16',
    until: '2026-03-16',
    reason: 'Teamtag',
    ...said,
  })
  const hour = opening({ closes: '11:00' })
  const left = (said: Partial<ClosedDays>) =>
    starts(plan([hour], '2026-03-09', '2026-03-23', [closed(said)])).map((at) => at.slice(8))

  it.each<[string, Partial<ClosedDays>, string[]]>([
    ['a day', {}, []],
    ['some hours', { closedFrom: '10:20', closedUntil: '10:40' }, ['16 10:00', '16 10:40']],
    ['hours that only meet a slot', { closedFrom: '10:10', closedUntil: '10:30' }, ['16 10:40']],
    ['the time until', { closedUntil: '10:40' }, ['16 10:40']],
    ['the time from', { closedFrom: '10:30' }, ['16 10:00']],
  ])('take out %s and leave the weeks before and after', (_, said, that) => {
    const week = (day: string) => ['10:00', '10:20', '10:40'].map((time) => `${day} ${time}`)
    expect(left(said)).toEqual([...week('09'), ...that, ...week('23')])
  })

  it('take out a range', () => {
    expect(left({ until: '2026-03-23' })).toEqual(['09 10:00', '09 10:20', '09 10:40'])
  })

  it('take out the same hours of each day in a range', () => {
    const hours = { closedFrom: '10:10', closedUntil: '10:30' }
    expect(left({ from: '2026-03-09', until: '2026-03-23', ...hours })).toEqual([
      '09 10:40',
      '16 10:40',
      '23 10:40',
    ])
  })

  it('of another centre change nothing', () => {
    expect(left({ centreId: 'hamborn' })).toHaveLength(9)
    expect(left({ centreId: 'hochfeld' })).toHaveLength(6)
  })

  it('of one seat leave the other', () => {
    const [slot] = plan([hour], '2026-03-16', '2026-03-16', [closed({ seat: 1 })])
    expect(slot).toMatchObject({ seats: [], staffSeats: [], walkInSeats: [2] })
  })

  it('of every seat leave no slot', () => {
    const both = [closed({ seat: 1 }), closed({ seat: 2 })]
    expect(plan([hour], '2026-03-16', '2026-03-16', both)).toEqual([])
  })

  it('last 23 and 25 hours when the clock is changed', () => {
    const lengths = ['2026-03-29', '2026-10-25'].map((day) =>
      closuresOf(closed({ from: day, until: day })).map(
        (one: Closure) => one.endsAt - one.startsAt,
      ),
    )
    expect(lengths).toEqual([[23 * 3_600_000], [25 * 3_600_000]])
  })
})
