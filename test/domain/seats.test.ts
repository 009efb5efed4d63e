import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type HourSeats,
  percent,
  SEAT_COUNTS,
  type SeatCounts,
  seatsBy,
  seatsOf,
  unused,
  weekFields,
} from '../../src/domain/figures/seats.ts'

const none = Object.fromEntries(SEAT_COUNTS.map((name) => [name, 0])) as SeatCounts

test.each([
  [82, 100, 82],
  [0, 9, 0],
  [2, 3, 67],
  [0, 0, null],
  // Seats of that time were never written down.
  [5, 0, null],
  [5, 3, null],
])('%i of %i are %s per cent', (part, whole, said) => {
  expect(percent(part, whole)).toBe(said)
})

test('what was booked is what was in the seats in the end; who came without an appointment was in none', () => {
  const week = { ...none, bookable: 100, attended: 71, missed: 9, unmarked: 2, cancelled: 9 }
  const sums = seatsOf([{ ...week, walkIns: 30 }])
  expect(sums).toMatchObject({ booked: 82, bookable: 100, walkIns: 30 })
  expect(unused(sums)).toBe(18)
})

test('the lead time is that of all appointments together, not of the weeks', () => {
  const rows = [
    { ...none, made: 1, leadHours: 240 },
    { ...none, made: 3, leadHours: 72 },
  ]
  expect(seatsOf(rows).leadDays).toBe(3.3)
  expect(seatsOf([none]).leadDays).toBeNull()
})

const counts = fc.record(
  Object.fromEntries(SEAT_COUNTS.map((name) => [name, fc.nat(30)])) as Record<
    (typeof SEAT_COUNTS)[number],
    fc.Arbitrary<number>
  >,
)
const hours = fc.array(
  fc.tuple(counts, fc.integer({ min: 1, max: 7 }), fc.integer({ min: 8, max: 17 })).map(
    ([seats, weekday, hour]): HourSeats => ({
      ...{ centre: 'hochfeld', block: '2000-01-03', weekday, hour },
      ...seats,
    }),
  ),
  { minLength: 1 },
)

test('the days are the sums of their hours, and hours and days have the same sum', () => {
  fc.assert(
    fc.property(hours, (cells) => {
      const fields = weekFields(cells)
      const sum = (some: typeof fields, name: (typeof SEAT_COUNTS)[number]) =>
        some.reduce((all, field) => all + field[name], 0)
      const single = fields.filter(({ weekday, hour }) => weekday !== null && hour !== null)
      for (const name of SEAT_COUNTS) {
        const all = fields.find(({ weekday, hour }) => weekday === null && hour === null)
        expect(all?.[name]).toBe(seatsOf(cells)[name])
        expect(sum(single, name)).toBe(all?.[name])
        for (const day of fields.filter(({ weekday, hour }) => weekday !== null && hour === null)) {
          const own = single.filter(({ weekday }) => weekday === day.weekday)
          expect(sum(own, name)).toBe(day[name])
        }
        for (const one of fields.filter(({ weekday, hour }) => weekday === null && hour !== null)) {
          const own = single.filter(({ hour }) => hour === one.hour)
          expect(sum(own, name)).toBe(one[name])
        }
      }
    }),
  )
})

test('rows by a key stand in its order, one without counts as zeros, and add up to all', () => {
  fc.assert(
    fc.property(hours, (cells) => {
      const keys = ['1', '2', '3', '4', '5', '6', '7', 'never']
      const rows = seatsBy(cells, ({ weekday }) => String(weekday), keys)
      expect(rows.map(({ key }) => key)).toEqual(keys)
      expect(rows.at(-1)).toMatchObject({ ...none, booked: 0 })
      expect(rows.reduce((all, { booked }) => all + booked, 0)).toBe(seatsOf(cells).booked)
    }),
  )
})
