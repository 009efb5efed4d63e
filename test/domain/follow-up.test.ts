import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, atWall, dateOf } from '../../src/domain/calendar/wall-clock.ts'
import { type CallAttempt, missedCalls, reachedAt } from '../../src/domain/people/call-attempts.ts'
import { followUpDays, followUpState, mayFollowUpOn } from '../../src/domain/people/follow-up.ts'

const instants = fc.integer({ min: Date.UTC(2025, 0), max: Date.UTC(2030, 0) })

describe('a Wiedervorlage', () => {
  // The first two are the nights after which a day has 23 and 25 hours; the third is a holiday.
  it.each([
    ['2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['2026-10-25', '2026-10-24T22:00:00.000Z'],
    ['2026-12-25', '2026-12-24T23:00:00.000Z'],
    ['2026-03-30', '2026-03-29T22:00:00.000Z'],
    ['2026-10-26', '2026-10-25T23:00:00.000Z'],
  ])('for %s is due from %s', (on, midnight) => {
    const begins = Date.parse(midnight)
    expect(followUpState({ on }, begins - 1)).toBe('resting')
    expect(followUpState({ on }, begins)).toBe('due')
  })

  it('is due from the midnight in Germany that its day begins with, whenever it is', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 183 }), (now, days) => {
        const on = addDays(dateOf(now), days)
        const begins = atWall(on, 0)
        expect(followUpState({ on }, begins - 1)).toBe('resting')
        expect(followUpState({ on }, begins)).toBe('due')
        expect(followUpState({ on }, now)).toBe(now >= begins ? 'due' : 'resting')
      }),
    )
  })

  it('can be set for tomorrow at the earliest, and for half a year ahead', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -400, max: 400 }), (now, days) => {
        const isOffered = mayFollowUpOn(addDays(dateOf(now), days), now)
        expect(isOffered).toBe(days >= 1 && days <= 183)
      }),
    )
    expect(followUpDays(Date.parse('2026-03-28T22:59:59Z')).first).toBe('2026-03-29')
    expect(followUpDays(Date.parse('2026-03-28T23:00:00Z')).first).toBe('2026-03-30')
  })

  it('is none where there is none', () => {
    expect(followUpState(null, 0)).toBe(null)
  })
})

describe('calls of staff', () => {
  const call = (at: number, outcome: CallAttempt['outcome']): CallAttempt => ({
    ...{ id: `call-${at}`, at, outcome },
  })

  it('nobody answered are those since somebody was reached', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.record({
            at: fc.integer({ min: 1, max: 50 }),
            outcome: fc.constantFrom('reached' as const, 'not-reached' as const),
          }),
          { selector: ({ at }) => at },
        ),
        (given) => {
          const calls = given.map(({ at, outcome }) => call(at, outcome))
          const last = reachedAt(calls)
          const missed = missedCalls(calls)
          expect(missed.every(({ at }) => last === null || at > last)).toBe(true)
          const others = calls.filter((one) => !missed.includes(one))
          expect(others.every(({ at, outcome }) => outcome === 'reached' || (last ?? 0) > at)).toBe(
            true,
          )
          expect(missed.map(({ at }) => at)).toEqual(
            missed.map(({ at }) => at).sort((a, b) => a - b),
          )
        },
      ),
    )
  })
})
