import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comingSoon } from '../../src/domain/people/reach.ts'
import { callTimes } from '../../src/domain/people/to-call.ts'

const HOUR = 3_600_000
const YEAR = Date.UTC(2026, 0, 1)
const instant = fc.integer({ min: 0, max: 2 * 365 * 24 }).map((hours) => YEAR + hours * HOUR)

// What a statement can ask by comparing instants alone says the same as going from day to day.
test('who was called before an appointment was near is the same by instants as by days', () => {
  const back = fc.integer({ min: 0, max: 14 * 24 })
  fc.assert(
    fc.property(instant, back, fc.nat({ max: 6 * 24 }), (now, hoursBack, hoursOn) => {
      const { nearUntil, tonight, nearToday, nearLater } = callTimes('NW', now)
      const startsAt = now + hoursOn * HOUR
      fc.pre(startsAt < nearUntil)
      const calledAt = now - hoursBack * HOUR
      const wasNear = startsAt < comingSoon('NW', calledAt).until
      expect(calledAt < (startsAt < tonight ? nearToday : nearLater)).toBe(!wasNear)
    }),
    { numRuns: 3000 },
  )
})
