import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesOf, verdictOf } from '../../src/domain/figures/changed.ts'
import { type Seats, seatsOf } from '../../src/domain/figures/seats.ts'

const of = (whole: number, ...parts: number[]) => parts.map((part) => ({ part, whole }))

describe('a week beside the weeks before it', () => {
  test.each<[string, number, number[], string | null]>([
    ['the same', 80, [80, 80, 80, 80], 'same'],
    ['a little more', 84, [80, 80, 80, 80], 'same'],
    // Ten of a hundred more come and go by chance.
    ['as much as chance does', 90, [80, 80, 80, 80], 'same'],
    ['much less', 60, [80, 80, 80, 80], 'less'],
    ['much more', 97, [80, 80, 80, 80], 'more'],
    ['much less, where weeks differ so anyway', 60, [95, 60, 92, 70], 'same'],
    ['few weeks', 20, [80, 80, 80], null],
    ['none before', 80, [], null],
    ['four of a hundred where there was never one', 4, [0, 0, 0, 0], 'same'],
    ['nine of a hundred where there was never one', 9, [0, 0, 0, 0], 'more'],
  ])('%s', (_case, part, before, verdict) => {
    expect(verdictOf({ part, whole: 100 }, of(100, ...before))).toBe(verdict)
  })

  test('is compared with weeks that had seats alone', () => {
    const closed = { part: 0, whole: 0 }
    const before = [...of(100, 80, 80, 80), closed]
    expect(verdictOf({ part: 20, whole: 100 }, before)).toBeNull()
    expect(verdictOf({ part: 20, whole: 100 }, [...before, ...of(100, 80)])).toBe('less')
  })
})

const part = fc
  .tuple(fc.integer({ min: 1, max: 200 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([whole, share]) => ({ whole, part: Math.round(whole * share) }))

test('no difference under five of a hundred is told, nor one in the wrong direction', () => {
  fc.assert(
    fc.property(part, fc.array(part, { minLength: 4, maxLength: 12 }), (week, before) => {
      const verdict = verdictOf(week, before)
      const usual =
        before.reduce((sum, one) => sum + one.part, 0) /
        before.reduce((sum, one) => sum + one.whole, 0)
      const difference = week.part / week.whole - usual
      if (Math.abs(difference) <= 0.05) expect(verdict).toBe('same')
      if (verdict === 'more') expect(difference).toBeGreaterThan(0.05)
      if (verdict === 'less') expect(difference).toBeLessThan(-0.05)
    }),
  )
})

test('of weeks that differ by chance alone, hardly any is told', () => {
  // 80 seats a week, each taken in four cases of five, drawn with a fixed seed.
  let seed = 7
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed / 2_147_483_647
  }
  const weeks = Array.from({ length: 4_000 }, () => ({
    whole: 80,
    part: Array.from({ length: 80 }, random).filter((one) => one < 0.8).length,
  }))
  const told = weeks.filter((week, at) => {
    const verdict = at < 12 ? null : verdictOf(week, weeks.slice(at - 12, at))
    return verdict === 'more' || verdict === 'less'
  })
  expect(told.length / weeks.length).toBeLessThan(0.01)
})

const none = seatsOf([])
const week = (seats: Partial<Seats>): Seats => ({ ...none, planned: 100, bookable: 100, ...seats })
const usual = week({ booked: 80, attended: 76, missed: 4 })

test('what changed is said of each measure by itself', () => {
  const now = week({ booked: 82, attended: 50, missed: 32 })
  const said = changesOf([usual, usual, usual, usual, now])
  expect(said.map(({ measure, verdict }) => [measure, verdict])).toEqual([
    ['booked', 'same'],
    ['attended', 'less'],
    ['missed', 'more'],
  ])
})

test('while nobody has said who came, nothing is said that it could change', () => {
  const now = week({ booked: 80, attended: 50, missed: 4, unmarked: 26 })
  const said = changesOf([usual, usual, usual, usual, now])
  expect(said.map(({ measure }) => measure)).toEqual(['booked'])
  const few = week({ booked: 80, attended: 75, missed: 4, unmarked: 1 })
  expect(changesOf([usual, usual, usual, usual, few])).toHaveLength(3)
})
