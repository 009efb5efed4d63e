import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ticksUpTo } from '../../src/staff/utilisation/week-columns.ts'

test.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [3, [0, 1, 2, 3]],
  [36, [0, 10, 20, 30, 40]],
  [80, [0, 20, 40, 60, 80]],
  [1234, [0, 500, 1000, 1500]],
])('an axis for %i has the steps %j', (most, steps) => {
  expect(ticksUpTo(most)).toEqual(steps)
})

test('an axis holds what is drawn at it, in few round steps', () => {
  fc.assert(
    fc.property(fc.nat(100_000), (most) => {
      const steps = ticksUpTo(most)
      expect(steps.at(-1)).toBeGreaterThanOrEqual(most)
      expect(steps.length).toBeLessThanOrEqual(6)
      expect(steps.every(Number.isInteger)).toBe(true)
    }),
  )
})
