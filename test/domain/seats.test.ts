import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type SeatTaken, seatProof, seatWait } from '../../src/domain/people/seats.ts'
import { runs } from '../support/runs.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const STARTS = ['2026-03-29T00:30+01:00', '2026-10-25T01:30+02:00', '2026-11-30T08:00+01:00'].map(
  (at) => Date.parse(at),
)

/** Who comes when, all behind one address and to one centre; what the dearest proof and the longest wait were. */
function book(arrivals: readonly number[], seats: number) {
  const taken: SeatTaken[] = []
  let [longest, dearest, now] = [0, 0, 0]
  for (const at of arrivals) {
    now = Math.max(now, at)
    while (taken.length < seats) {
      const wait = seatWait(taken, { centre: 'one', free: seats - taken.length }, now)
      if (wait === 0) break
      now += wait * 1000
    }
    if (taken.length >= seats) break
    longest = Math.max(longest, now - at)
    dearest = Math.max(dearest, seatProof(taken, now).times)
    taken.push({ centre: 'one', at: now })
  }
  return { booked: taken.length, longest, dearest }
}

describe.each(STARTS)('from %i on', (start) => {
  it.each([24, 68])(
    'fifty people of a shelter book %i seats within two hours and never wait',
    (seats) => {
      const arrivals = Array.from({ length: 50 }, (_, nth) => start + nth * 2.4 * MINUTE)
      const { booked, longest, dearest } = book(arrivals, seats)
      expect(booked).toBe(Math.min(50, seats))
      expect(longest).toBe(0)
      expect(dearest).toBeLessThanOrEqual(4)
    },
  )

  it.each([
    [24, 12],
    [68, 34],
  ])('a script has half of %i seats in a minute, then one in two minutes', (seats, half) => {
    const rush = Array.from({ length: seats }, () => start)
    expect(book(rush, seats).longest).toBe((seats - half) * 2 * MINUTE)
    expect(book(rush, seats).dearest).toBe(seats > 40 ? 16 : 4)
  })
})

it('whoever comes waits two minutes at most for the next seat, whatever the clock does, and nobody of another address', () => {
  const steps = fc.array(
    fc.record({ since: fc.integer({ min: -HOUR, max: HOUR }), free: fc.nat(80) }),
    { maxLength: 120 },
  )
  fc.assert(
    fc.property(steps, fc.constantFrom(...STARTS), (all, start) => {
      const taken: SeatTaken[] = []
      let now = start
      for (const { since, free } of all) {
        now += since
        const wait = seatWait(taken, { centre: 'one', free }, now)
        expect(wait).toBeLessThanOrEqual(120)
        expect(seatWait(taken, { centre: 'another', free }, now)).toBe(0)
        const { times, seconds } = seatProof(taken, now)
        expect(times).toBeLessThanOrEqual(16)
        expect(seconds).toBeLessThanOrEqual(3600)
        if (wait === 0) taken.push({ centre: 'one', at: now })
      }
      expect(seatProof([], now)).toEqual({ times: 0, seconds: 0 })
    }),
    { numRuns: runs(100) },
  )
})
