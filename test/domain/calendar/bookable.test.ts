import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Availability,
  bookableTimes,
  checkTime,
  nextTimes,
  type Taken,
} from '../../../src/domain/calendar/bookable.ts'
import { plannedSlots } from '../../../src/domain/calendar/planned.ts'
import { addDays, atWall, dateOf, minutesOf } from '../../../src/domain/calendar/wall-clock.ts'
import { closureNear, day, ruleNear } from '../../support/any-opening.ts'
import { calendar, onWall, opening } from '../../support/opening.ts'
import { runs } from '../../support/runs.ts'

const at = (text: string): number => atWall(text.slice(0, 10), minutesOf(text.slice(11)))

const hour = opening({ closes: '11:00' })
const seeking = (said: Partial<Availability> = {}): Availability => ({
  calendar: calendar([hour]),
  closures: [],
  taken: [],
  now: at('2026-03-16 09:10'),
  audience: 'public',
  ...said,
})
const taken = (start: string, seat: number, minutes = 20): Taken => ({
  startsAt: at(start),
  endsAt: at(start) + minutes * 60_000,
  seat,
})
const next = (said: Partial<Availability>, limit = 3) =>
  nextTimes(seeking(said), limit).map(({ startsAt, seats }) => [onWall(startsAt).slice(5), seats])

describe('a person is offered', () => {
  it('times after the lead time, public seats only', () => {
    expect(next({})).toEqual([
      ['03-16 10:20', [1]],
      ['03-16 10:40', [1]],
      ['03-23 10:00', [1]],
    ])
  })

  it('a time exactly the lead time ahead, and none a millisecond later', () => {
    expect(next({ now: at('2026-03-16 09:20') }, 1)).toEqual([['03-16 10:20', [1]]])
    expect(next({ now: at('2026-03-16 09:20') + 1 }, 1)).toEqual([['03-16 10:40', [1]]])
  })

  it('times up to the last day of the horizon', () => {
    const last = (now: string) => [...bookableTimes(seeking({ now: at(now) }))].at(-1)?.startsAt
    // four weeks later is 13 April; 6 April is Easter Monday
    expect(onWall(last('2026-03-16 23:59') ?? 0)).toBe('2026-04-13 10:40')
    expect(onWall(last('2026-03-15 23:59') ?? 0)).toBe('2026-03-30 10:40')
  })

  it('only what is left', () => {
    const seats = [taken('2026-03-16 10:20', 1), taken('2026-03-23 10:00', 2)]
    expect(next({ taken: seats }, 2)).toEqual([
      ['03-16 10:40', [1]],
      ['03-23 10:00', [1]],
    ])
  })

  it('no seat on which a booking of older rules still lies', () => {
    const old = taken('2026-03-16 10:30', 1, 20)
    expect(next({ taken: [old] }, 1)).toEqual([['03-23 10:00', [1]]])
  })

  it('nothing where all seats are for walk-ins', () => {
    expect(next({ calendar: calendar([hour], { walkInSeats: 2 }) })).toEqual([])
  })

  it('a time once, though two rules run side by side', () => {
    const second = { ...hour, id: 'second', firstSeat: 3 }
    const longer = { ...hour, id: 'longer', firstSeat: 5, slotMinutes: 30 }
    expect(next({ calendar: calendar([hour, second, longer]) }, 3)).toEqual([
      ['03-16 10:20', [1, 3]],
      ['03-16 10:30', [5]],
      ['03-16 10:40', [1, 3]],
    ])
  })

  it('days with their times, narrowed by dates', () => {
    const days = Object.groupBy(nextTimes(seeking(), 100), ({ startsAt }) => dateOf(startsAt))
    expect(Object.entries(days).map(([date, times]) => [date, times?.length])).toEqual([
      ['2026-03-16', 2],
      ['2026-03-23', 3],
      ['2026-03-30', 3],
      ['2026-04-13', 3],
    ])
    const range = { from: '2026-03-17', until: '2026-03-23' }
    const narrowed = [...bookableTimes(seeking(), range)].map(({ startsAt }) => dateOf(startsAt))
    expect(narrowed).toEqual(['2026-03-23', '2026-03-23', '2026-03-23'])
  })
})

describe('staff', () => {
  const numbers = calendar([hour], { seats: 4, staffSeats: 1, walkInSeats: 1 })

  it('book for a caller until the slot ends: their own seats first, never the walk-in quota', () => {
    const now = at('2026-03-16 10:15')
    expect(next({ calendar: numbers, audience: 'staff', now }, 1)).toEqual([
      ['03-16 10:00', [3, 1, 2]],
    ])
    const later = at('2026-03-16 10:20')
    expect(next({ calendar: numbers, audience: 'staff', now: later }, 1)).toEqual([
      ['03-16 10:20', [3, 1, 2]],
    ])
  })

  it('give a person at the door the walk-in seat first', () => {
    expect(next({ calendar: numbers, audience: 'walk-in' }, 1)).toEqual([
      ['03-16 10:00', [4, 3, 1, 2]],
    ])
  })
})

describe('a time is asked for again', () => {
  it.each<[string, string, Partial<Availability>, unknown]>([
    ['free', '2026-03-16 10:20', {}, { seats: [1] }],
    ['gone by', '2026-03-09 10:20', {}, { not: 'too-soon' }],
    ['within the lead time', '2026-03-16 10:00', {}, { not: 'too-soon' }],
    ['behind the horizon', '2026-04-20 10:00', {}, { not: 'too-far' }],
    ['on a holiday', '2026-04-06 10:00', {}, { not: 'closed' }],
    ['between two slots', '2026-03-16 10:30', {}, { not: 'closed' }],
    ['after hours', '2026-03-16 11:00', {}, { not: 'closed' }],
    ['taken', '2026-03-16 10:20', { taken: [taken('2026-03-16 10:20', 1)] }, { not: 'full' }],
    [
      'closed meanwhile',
      '2026-03-16 10:20',
      { closures: [{ startsAt: at('2026-03-16 10:30'), endsAt: at('2026-03-16 10:31') }] },
      { not: 'closed' },
    ],
  ])('%s', (_, when, said, expected) => {
    expect(checkTime(seeking(said), at(when))).toMatchObject(expected as object)
  })

  it('at its site', () => {
    const site = { id: 'sued', name: 'Sprechstunde Süd', address: 'Duisburg-Süd' }
    const both = calendar([hour, { ...hour, id: 'site', firstSeat: 11, site }])
    const when = at('2026-03-16 10:20')
    expect(checkTime(seeking({ calendar: both }), when)).toMatchObject({ seats: [1] })
    expect(checkTime(seeking({ calendar: both }), when, 'sued')).toMatchObject({
      seats: [11],
      site,
    })
    expect(checkTime(seeking({ calendar: both }), when, 'nord')).toEqual({ not: 'closed' })
  })
})

// near the end of the horizon, near now, and seats that are taken on and off the grid
const anySearch = day.chain((near) =>
  fc.record({
    calendar: fc
      .tuple(
        fc.array(ruleNear(near), { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 0, max: 600 }),
        fc.integer({ min: 1, max: 4 }),
      )
      .map(([rules, leadMinutes, horizonDays]) => calendar(rules, { leadMinutes, horizonDays })),
    closures: fc.array(closureNear(near), { maxLength: 2 }),
    now: fc
      .tuple(fc.integer({ min: -4, max: 1 }), fc.integer({ min: 0, max: 1440 }))
      .map(([days, minutes]) => atWall(addDays(near, days), minutes)),
    audience: fc.constantFrom('public' as const, 'staff' as const, 'walk-in' as const),
    taken: fc.array(
      fc
        .tuple(
          fc.integer({ min: -600, max: 600 }),
          fc.integer({ min: 10, max: 90 }),
          fc.integer({ min: 1, max: 5 }),
        )
        .map(([five, minutes, seat]) => {
          const startsAt = atWall(near, five * 5)
          return { startsAt, endsAt: startsAt + minutes * 60_000, seat }
        }),
      { maxLength: 40 },
    ),
  }),
)

const holds = (claim: (sought: Availability) => void) =>
  fc.assert(fc.property(anySearch, claim), { numRuns: runs(500) })

describe('bookable times, for any rules, closures and bookings', () => {
  it('keep lead time and horizon', () => {
    holds((sought) => {
      const { leadMinutes, horizonDays } = sought.calendar.numbers
      for (const { startsAt, endsAt } of bookableTimes(sought)) {
        if (sought.audience === 'public')
          expect(startsAt - sought.now).toBeGreaterThanOrEqual(leadMinutes * 60_000)
        else expect(endsAt).toBeGreaterThan(sought.now)
        expect(dateOf(startsAt) <= addDays(dateOf(sought.now), horizonDays)).toBe(true)
      }
    })
  })

  it('have only free seats that the slot gives to this audience', () => {
    holds((sought) => {
      for (const time of bookableTimes(sought)) {
        const date = dateOf(time.startsAt)
        const slots = plannedSlots(sought.calendar, sought.closures, { from: date, until: date })
        const open = slots.filter(({ startsAt }) => startsAt === time.startsAt)
        const walkIn = open.flatMap(({ walkInSeats }) => walkInSeats)
        const busy = sought.taken.filter(
          (one) => one.startsAt < time.endsAt && one.endsAt > time.startsAt,
        )
        expect(time.seats.length).toBeGreaterThan(0)
        for (const seat of time.seats) {
          expect(busy.map((one) => one.seat)).not.toContain(seat)
          if (sought.audience !== 'walk-in') expect(walkIn).not.toContain(seat)
          if (sought.audience === 'public')
            expect(open.flatMap(({ seats }) => seats)).toContain(seat)
        }
      }
    })
  })

  it('are what checkTime allows, and all of it', () => {
    holds((sought) => {
      const offered = [...bookableTimes(sought)].map(({ startsAt }) => startsAt)
      const range = { from: addDays(dateOf(sought.now), -1), until: addDays(dateOf(sought.now), 6) }
      const planned = plannedSlots(sought.calendar, sought.closures, range)
      const allowed = planned.filter(({ startsAt }) => 'seats' in checkTime(sought, startsAt))
      expect(offered).toEqual([...new Set(allowed.map(({ startsAt }) => startsAt))])
    })
  })
})
