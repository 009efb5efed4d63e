// Opening rules and closures at random, for property tests.
import fc from 'fast-check'
import type { Closure } from '../../src/domain/calendar/closures.ts'
import type { OpeningRule } from '../../src/domain/calendar/rules.ts'
import { addDays, atWall, dayNumber, weekdayOfDay } from '../../src/domain/calendar/wall-clock.ts'
import { holidaysOfNrw } from './calendar-oracle.ts'

// Clock changes, holidays that move and stay, New Year, a leap day: days where calendars go wrong.
const hardDays = [
  ...['2024-02-29', '2026-12-31', '2027-01-01'],
  ...['2024-03-31', '2024-10-27', '2026-03-29', '2026-10-25', '2030-03-31', '2035-10-28'],
  ...[2024, 2026, 2030, 2035].flatMap(holidaysOfNrw),
]
const anyDay = fc.integer({ min: 0, max: 4_300 }).map((days) => addDays('2024-01-01', days))

/** A day that is hard with some likelihood. */
export const day = fc.oneof(fc.constantFrom(...hardDays), anyDay)

const time = fc.oneof(
  fc.constantFrom(...['00:00', '01:00', '02:00', '02:30', '03:00', '10:00', '24:00']),
  fc
    .integer({ min: 0, max: 287 })
    .map((five) => new Date(five * 300_000).toISOString().slice(11, 16)),
)
const hours = fc
  .tuple(time, time)
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => (a < b ? { opens: a, closes: b } : { opens: b, closes: a }))

const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 })
const nth = fc.constantFrom<(1 | 2 | 3 | 4 | 5 | -1)[]>(1, 2, 3, 4, 5, -1)

const repeat = (near: string): fc.Arbitrary<OpeningRule['repeat']> =>
  fc.oneof(
    fc.record({ every: fc.constant('week' as const), weekdays }),
    fc.record({
      every: fc.constant('week' as const),
      weekdays,
      interval: fc.integer({ min: 1, max: 4 }),
      anchor: day,
    }),
    fc.record({
      every: fc.constant('month' as const),
      // else a rule would hold near the day once in a while only
      weekday: fc.constantFrom(weekdayOfDay(dayNumber(near)), weekdayOfDay(dayNumber(near) + 1)),
      nth: fc.uniqueArray(nth, { minLength: 1 }),
    }),
    fc.record({
      every: fc.constant('date' as const),
      dates: fc.array(
        fc.integer({ min: -2, max: 2 }).map((days) => addDays(near, days)),
        { minLength: 1, maxLength: 3 },
      ),
    }),
  )

/** A rule that may hold near a day. */
export const ruleNear = (near: string): fc.Arbitrary<OpeningRule> =>
  fc
    .record(
      {
        id: fc.constant('rule'),
        repeat: repeat(near),
        hours,
        slotMinutes: fc.constantFrom(10, 20, 25, 30, 45, 60),
        seats: fc.integer({ min: 0, max: 4 }),
        walkInSeats: fc.integer({ min: 0, max: 2 }),
        staffSeats: fc.integer({ min: 0, max: 2 }),
        firstSeat: fc.integer({ min: 1, max: 3 }),
        validFrom: fc.integer({ min: -5, max: 1 }).map((days) => addDays(near, days)),
        validUntil: fc.integer({ min: -1, max: 5 }).map((days) => addDays(near, days)),
      },
      { requiredKeys: ['id', 'repeat', 'hours', 'slotMinutes'] },
    )
    .map(({ hours: { opens, closes }, ...rule }) => ({ ...rule, opens, closes }))

/** A closure of a centre, a seat or everything, near a day. */
export const closureNear = (near: string): fc.Arbitrary<Closure> =>
  fc
    .record({
      centreId: fc.constantFrom(null, 'hochfeld', 'hamborn'),
      seat: fc.constantFrom(null, null, 1, 2, 3),
      from: fc.integer({ min: -3_000, max: 3_000 }),
      minutes: fc.integer({ min: 1, max: 3_000 }),
    })
    .map(({ centreId, seat, from, minutes }) => ({
      centreId,
      seat,
      startsAt: atWall(near, from),
      endsAt: atWall(near, from + minutes),
    }))
    .filter((closure) => closure.startsAt < closure.endsAt)
