import { expect, test } from 'vitest'
import { nextTryAt } from '../../src/domain/people/throttle.ts'

test.each([
  [0, 0],
  [4, 0],
  [5, 2_000],
  [6, 4_000],
  [9, 32_000],
  [13, 512_000],
  [14, 900_000],
  [5_000, 900_000],
])('after %i failures the next try waits %i ms', (failures, wait) => {
  expect(nextTryAt({ failures, lastAt: 1_000_000 }) - 1_000_000).toBe(wait)
})
