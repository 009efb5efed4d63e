import { describe, expect, it, test } from 'vitest'
import {
  type Allowance,
  spent,
  TRIES_OF_CLIENT,
  TRIES_OF_CODE,
  waitFor,
} from '../../src/domain/people/allowance.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const THREE = { most: 3, every: HOUR }
const NOW = Date.UTC(2026, 4, 18, 8)

/** The tries that are looked at when somebody tries again and again, each minute from an instant on. */
function lookedAt(from: number, minutes: number, allowance: Allowance): number {
  let until: number | null = null
  let looked = 0
  for (let minute = 0; minute < minutes; minute += 1) {
    const now = from + minute * MINUTE
    if (waitFor(until, now, allowance) > 0) continue
    until = spent(until, now, allowance)
    looked += 1
  }
  return looked
}

test.each([
  // tries so far at once, milliseconds since, milliseconds to wait
  [0, 0, 0],
  [2, 0, 0],
  [3, 0, HOUR],
  [3, HOUR - 1, 1],
  [3, HOUR, 0],
  [3, 3 * HOUR, 0],
])('after %i tries and %i ms the next waits %i ms', (tries, since, wait) => {
  let until: number | null = null
  for (let i = 0; i < tries; i += 1) until = spent(until, NOW, THREE)
  expect(waitFor(until, NOW + since, THREE)).toBe(wait)
})

it('gives one try back after the other, and all of them in the end', () => {
  const until = [1, 2, 3].reduce<number | null>((before) => spent(before, NOW, THREE), null)
  const later = spent(until, NOW + HOUR, THREE)
  expect(waitFor(later, NOW + HOUR, THREE)).toBe(HOUR)
  expect(lookedAt(NOW + 4 * HOUR, 1, THREE)).toBe(1)
  expect(until).toBe(NOW + 3 * HOUR)
})

it('keeps nobody out for longer than one try takes, also where the clock was set back', () => {
  const until = [1, 2, 3].reduce<number | null>((before) => spent(before, NOW, THREE), null)
  expect(waitFor(until, NOW - 30 * 24 * HOUR, THREE)).toBe(HOUR)
  expect(waitFor(until, NOW - 1, THREE)).toBe(HOUR)
})

describe('in a day of trying each minute', () => {
  // An hour is an hour, whatever the clocks on the wall do.
  test.each([
    ['an ordinary one', '2026-05-18T00:00+02:00'],
    ['the one that loses an hour', '2026-03-29T00:00+01:00'],
    ['the one that gains an hour', '2026-10-25T00:00+02:00'],
    ['over midnight and a holiday', '2026-12-24T12:00+01:00'],
  ])('%s, so many are looked at', (_which, day) => {
    expect(lookedAt(Date.parse(day), 24 * 60, TRIES_OF_CODE)).toBe(33)
    expect(lookedAt(Date.parse(day), 24 * 60, TRIES_OF_CLIENT)).toBe(317)
  })
})
