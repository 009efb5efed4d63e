import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  type Allowance,
  spent,
  TRIES_OF_NETWORK,
  waitFor,
} from '../../src/domain/people/allowance.ts'
import { ALLOWANCES } from '../../src/domain/people/crowd.ts'
import { DIGITS } from '../../src/domain/people/pin.ts'
import { runs } from '../support/runs.ts'

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
    expect(lookedAt(Date.parse(day), 24 * 60, TRIES_OF_NETWORK)).toBe(16)
  })
})

/** How likely a PIN is among those that were tried in a year. */
const inAYear = (triesADay: number) => (365 * triesADay) / 10 ** DIGITS

describe('guessing at one code all year long is hopeless', () => {
  it.each([
    ['from one network', 1, 0.00001],
    ['from a thousand, with a proof for most', 1000, 0.005],
  ])('%s', (_from, networks, atMost) => {
    const aDay = lookedAt(NOW, 366 * 24 * 60, TRIES_OF_NETWORK) / 366
    expect(inAYear(networks * aDay)).toBeLessThan(atMost)
  })

  it('from however many, as long as nobody works out a proof', () => {
    const { atOnce, aSecond } = ALLOWANCES.return.about
    expect(inAYear(atOnce / 365 + aSecond * 86_400)).toBeLessThan(0.0004)
  })
})

it('whenever an owner comes, no try from elsewhere has made them wait, and none from there for longer than it takes', () => {
  const { most, every } = TRIES_OF_NETWORK
  const from = fc.constantFrom('home', 'a', 'b', 'c')
  const steps = fc.array(fc.tuple(from, fc.integer({ min: -HOUR, max: 3 * HOUR })), {
    maxLength: 300,
  })
  const begin = fc.constantFrom('2026-03-28T23:00Z', '2026-10-24T22:30Z', '2026-12-31T22:00Z')
  fc.assert(
    fc.property(begin, steps, (at, tries) => {
      const counts = new Map<string, number>()
      let now = Date.parse(at)
      let wrongAtHome = 0
      for (const [network, since] of tries) {
        now += since
        const wait = waitFor(counts.get(network) ?? null, now, TRIES_OF_NETWORK)
        expect(wait).toBeLessThanOrEqual(every)
        if (network === 'home' && wrongAtHome < most) expect(wait).toBe(0)
        if (wait > 0) continue
        counts.set(network, spent(counts.get(network) ?? null, now, TRIES_OF_NETWORK))
        if (network === 'home') wrongAtHome += 1
      }
    }),
    { numRuns: runs(100) },
  )
})
