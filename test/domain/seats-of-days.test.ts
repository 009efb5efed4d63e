import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Closure } from '../../src/domain/calendar/closures.ts'
import type { CentreCalendar } from '../../src/domain/calendar/planned.ts'
import { atWall } from '../../src/domain/calendar/wall-clock.ts'
import { seatsOfDays } from '../../src/domain/figures/seats-of-days.ts'
import { calendarOf } from '../../src/domain/profile/profile.ts'
import { duisburg } from '../support/duisburg.ts'

// Monday at Hochfeld: 10 to 12, slots of 20 minutes, two seats, one of them for the door.
const DAY = '2026-11-23'
const profile = duisburg()
const hochfeld = profile.centres.find(({ id }) => id === 'hochfeld')
const calendar: CentreCalendar = {
  ...calendarOf(profile, hochfeld as never),
  rules: (hochfeld?.openings ?? []).map((rule) => ({ ...rule, slotMinutes: 20 })),
}
const withKept = {
  ...calendar,
  rules: calendar.rules.map((rule) => ({ ...rule, seats: 3, staffSeats: 1 })),
}
const range = { from: DAY, until: DAY }
const at = (minutes: number) => atWall(DAY, minutes)
const sits = (minutes: number, seat: number) => ({
  ...{ startsAt: at(minutes), endsAt: at(minutes + 20), seat },
})
const told = (
  taken: ReturnType<typeof sits>[] = [],
  closures: Closure[] = [],
  own: CentreCalendar = calendar,
) => seatsOfDays(own, closures, taken, range).map((one) => [one.hour, one.planned, one.bookable])

const closed = (from: number, until: number): Closure =>
  ({ id: 'c', centreId: 'hochfeld', startsAt: at(from), endsAt: at(until) }) as Closure

test.each<[string, unknown, number[][]]>([
  [
    'seats for the door cannot be booked',
    told(),
    [
      [10, 6, 3],
      [11, 6, 3],
    ],
  ],
  [
    'nor kept ones, as long as nobody has them',
    told([], [], withKept),
    [
      [10, 9, 3],
      [11, 9, 3],
    ],
  ],
  [
    'a kept seat that was given to a caller was bookable, an open one once',
    told([sits(600, 2), sits(600, 1)], [], withKept),
    [
      [10, 9, 4],
      [11, 9, 3],
    ],
  ],
  [
    'so was a seat for the door that was given to a caller',
    told([sits(620, 2)]),
    [
      [10, 6, 4],
      [11, 6, 3],
    ],
  ],
  [
    'closed seats were planned',
    told([], [closed(600, 660)]),
    [
      [10, 6, 0],
      [11, 6, 3],
    ],
  ],
  [
    'an appointment that no rule gives any more had a seat',
    told([sits(605, 1), sits(845, 1)]),
    [
      [10, 7, 4],
      [11, 6, 3],
      [14, 1, 1],
    ],
  ],
])('%s', (_case, found, said) => {
  expect(found).toEqual(said)
})

test('never is more booked than was bookable, nor bookable than planned', () => {
  const seat = fc.tuple(fc.integer({ min: 590, max: 730 }), fc.integer({ min: 1, max: 4 }))
  const some = fc.uniqueArray(seat, { selector: ([minutes, one]) => `${minutes} ${one}` })
  fc.assert(
    fc.property(some, fc.boolean(), (seats, isClosed) => {
      const taken = seats.map(([minutes, one]) => sits(minutes, one))
      const cells = seatsOfDays(withKept, isClosed ? [closed(600, 700)] : [], taken, range)
      for (const { hour, planned, bookable } of cells) {
        const booked = taken.filter(
          ({ startsAt }) => startsAt >= at(hour * 60) && startsAt < at((hour + 1) * 60),
        )
        expect(booked.length).toBeLessThanOrEqual(bookable)
        expect(bookable).toBeLessThanOrEqual(planned)
      }
    }),
  )
})
