import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  finishedMonths,
  finishedWeeks,
  MEASURES,
  shown,
  showWeek,
  type WeekCount,
} from '../../src/domain/figures/utilisation.ts'
import { rowOf, summed } from '../../src/domain/figures/utilisation-sums.ts'

const centres = ['hamborn', 'hochfeld', 'rheinhausen']
const weeks = finishedWeeks(Date.parse('2026-11-25T12:00:00Z'), 4)

test.each([
  [0, 0],
  [1, null],
  [4, null],
  [5, 5],
  [120, 120],
])('%i people are shown as %s', (count, expected) => {
  expect(shown(count)).toBe(expected)
})

test('a week is finished once its last outcome cannot be put right any more', () => {
  const on = (day: string) => finishedWeeks(Date.parse(`${day}T12:00:00Z`), 1)
  expect(on('2026-11-22')).toEqual(['2026-11-09'])
  expect(on('2026-11-24')).toEqual(['2026-11-09'])
  expect(on('2026-11-25')).toEqual(['2026-11-16'])
  expect(weeks).toEqual(['2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16'])
})

test('the last finished months', () => {
  expect(finishedMonths(Date.parse('2027-02-15T12:00:00Z'), 3)).toEqual([
    '2026-11',
    '2026-12',
    '2027-01',
  ])
})

const week = (attended: number, missed: number, more: Partial<WeekCount> = {}) =>
  showWeek({
    centre: 'hochfeld',
    week: '2026-11-16',
    attended,
    missed,
    unmarked: 0,
    cancelled: 0,
    refilled: 0,
    walkIns: 0,
    planned: 0,
    bookable: 0,
    made: 0,
    leadHours: 0,
    ...more,
  })

test('a sum says how many counts are not in it, and what it can be', () => {
  const { sums, booked } = rowOf('x', [week(5, 2), week(7, 0), week(0, 3)])
  expect(sums.attended).toEqual({ sum: 12, hidden: 0, least: 12, most: 12 })
  expect(sums.missed).toEqual({ sum: 0, hidden: 2, least: 2, most: 8 })
  expect(booked).toEqual({ sum: 12, hidden: 2, least: 14, most: 20 })
})

test('free seats are bookable ones less what was in them, as far as it may be known', () => {
  const seats = { planned: 40, bookable: 30 }
  expect(rowOf('x', [week(20, 2, seats)]).free).toEqual([6, 9])
  expect(rowOf('x', [week(20, 5, seats)]).free).toEqual([5, 5])
})

test('seats so full that they would tell who missed hide all that sits in them', () => {
  const seats = { planned: 30, bookable: 20 }
  expect(week(29, 1, seats).counts).toMatchObject({ attended: null, missed: null, unmarked: null })
  expect(week(26, 4, seats).counts).toMatchObject({ attended: 26, missed: null, unmarked: 0 })
})

test('a share is exact where nothing is hidden, and says out of how many', () => {
  expect(rowOf('x', [week(15, 5), week(5, 0)]).appointments).toEqual({
    least: 0.8,
    most: 0.8,
    of: [25, 25],
  })
})

test('a share leaves open what hidden counts leave open', () => {
  expect(rowOf('x', [week(16, 2)]).appointments).toEqual({
    least: 16 / 20,
    most: 16 / 17,
    of: [17, 20],
  })
  expect(rowOf('x', [week(0, 0)]).appointments).toBeNull()
})

const count = fc.integer({ min: 0, max: 9 })
const table = fc.tuple(
  ...centres.flatMap((centre) =>
    weeks.map((week) =>
      fc.record({
        centre: fc.constant(centre),
        week: fc.constant(week),
        attended: count,
        missed: count,
        unmarked: count,
        cancelled: count,
        refilled: count,
        walkIns: count,
        planned: fc.constant(60),
        bookable: fc.constant(50),
        made: count,
        leadHours: fc.nat(2000),
      }),
    ),
  ),
)

/** Every figure anybody can ask for: any centres, any stretch of weeks, by week, by centre, in all. */
function everyAnswer(counts: readonly WeekCount[]) {
  const answers: unknown[] = []
  const shownWeeks = counts.map(showWeek)
  for (let chosen = 1; chosen < 2 ** centres.length; chosen += 1) {
    const some = centres.filter((_, index) => chosen & (1 << index))
    for (let from = 0; from < weeks.length; from += 1) {
      for (let until = from + 1; until <= weeks.length; until += 1) {
        const range = weeks.slice(from, until)
        const filtered = shownWeeks.filter(
          ({ centre, week }) => some.includes(centre) && range.includes(week),
        )
        answers.push(
          filtered,
          summed(filtered, 'week', range),
          summed(filtered, 'centre', some),
          rowOf('all', filtered),
        )
      }
    }
  }
  return answers
}

test('no subtraction tells hidden counts apart: every answer is the same whatever they are', () => {
  const hiddenOnes = fc.integer({ min: 1, max: 4 })
  fc.assert(
    fc.property(table, fc.infiniteStream(hiddenOnes), (counts, others) => {
      // The same town in which every hidden count is another one: whoever can tell the two
      // towns apart by any answers, or by anything computed from them, has found a person.
      const twin = counts.map((week) => {
        const other = { ...week }
        for (const measure of MEASURES) {
          if (shown(week[measure]) === null) other[measure] = others.next().value
        }
        return other
      })
      expect(everyAnswer(twin)).toEqual(everyAnswer(counts))
    }),
    { numRuns: 60 },
  )
})

test('the attack is one: totals of the true counts would give a hidden count away', () => {
  const counts = [7, 3].map((attended, index) => ({ attended, centre: centres[index] }))
  const total = counts.reduce((sum, { attended }) => sum + attended, 0)
  expect(total - (shown(7) ?? 0)).toBe(3)
})

test('how long people wait is told only where the count beside it is', () => {
  fc.assert(
    fc.property(table, (counts) => {
      for (const week of counts.map(showWeek)) {
        if (!week.counts.attended) expect(week.leadDays).toBeNull()
      }
    }),
  )
})
