import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { duisburgProfile } from '../../scripts/gallery/talk-facts.ts'
import { deadlines, isRewriteDue, nightOf } from '../../src/domain/people/retention.ts'
import { runs } from '../support/runs.ts'

const { retention } = duisburgProfile()
const iso = (ms: number) => new Date(ms).toISOString()
const at = (text: string) => Date.parse(text)

describe('what may be erased', () => {
  it.each([
    // now, content (30 days), missed (14 days), audit (12 months)
    ['2026-03-16T03:30:00Z', '2026-02-13T23:00', '2026-03-01T23:00', '2025-03-15T23:00'],
    // across the change to summer time on 29 March: whole days, not 24 hours
    ['2026-04-10T02:00:00Z', '2026-03-10T23:00', '2026-03-26T23:00', '2025-04-09T22:00'],
    // across the change to winter time on 25 October
    ['2026-11-05T02:30:00Z', '2026-10-05T22:00', '2026-10-21T22:00', '2025-11-04T23:00'],
    // the 29th of February has no anniversary
    ['2028-02-29T03:00:00Z', '2028-01-29T23:00', '2028-02-14T23:00', '2027-02-27T23:00'],
    // just before and after midnight in Germany, on the same day of UTC
    ['2026-06-10T21:59:59Z', '2026-05-10T22:00', '2026-05-26T22:00', '2025-06-09T22:00'],
    ['2026-06-10T22:00:00Z', '2026-05-11T22:00', '2026-05-27T22:00', '2025-06-10T22:00'],
  ])('at %s ends at midnight in Germany', (now, content, noShow, audit) => {
    const due = deadlines(retention, at(now))
    expect([due.content, due.noShow, due.audit].map((ms) => iso(ms).slice(0, 16))).toEqual([
      content,
      noShow,
      audit,
    ])
  })

  it('counts hours for a talk that was left alone, whatever the clocks do meanwhile', () => {
    const due = deadlines(retention, at('2026-03-30T10:00:00Z'))
    expect(iso(due.abandoned)).toBe('2026-03-27T10:00:00.000Z')
  })

  it('never lies before what a shorter time allows, and never moves back as time passes', () => {
    const instant = fc.integer({ min: at('2025-01-01T00:00Z'), max: at('2030-01-01T00:00Z') })
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 400 * 86_400_000 }), (now, later) => {
        const before = deadlines(retention, now)
        const after = deadlines(retention, now + later)
        expect(before.noShow).toBeGreaterThan(before.content)
        expect(after.content).toBeGreaterThanOrEqual(before.content)
        expect(after.audit).toBeGreaterThanOrEqual(before.audit)
        expect(now - before.content).toBeGreaterThanOrEqual(30 * 86_400_000 - 3_600_000)
        expect(now - before.content).toBeLessThanOrEqual(31 * 86_400_000 + 3_600_000)
      }),
      { numRuns: runs(500) },
    )
  })
})

describe('the night', () => {
  it.each([
    ['2026-03-29T01:29:00Z', null],
    ['2026-03-29T01:30:00Z', '2026-03-29'],
    ['2026-10-25T01:30:00Z', null],
    ['2026-10-25T02:30:00Z', '2026-10-25'],
    ['2026-06-10T22:30:00Z', null],
    ['2026-06-10T21:30:00Z', '2026-06-10'],
  ])('at %s is that of %s', (now, night) => {
    expect(nightOf(at(now))).toBe(night)
  })
})

it.each([
  ['small, each night', '2026-03-17', '2026-03-16', 50_000_000, true],
  ['large, the night after', '2026-03-17', '2026-03-16', 50_000_001, false],
  [
    'large, the sixth night, across the change of the clock',
    '2026-04-01',
    '2026-03-26',
    9e8,
    false,
  ],
  ['large, the seventh night', '2026-04-02', '2026-03-26', 9e8, true],
  ['large, after nights that were missed', '2026-05-02', '2026-03-26', 9e8, true],
  ['large, never yet, as after a restore', '2026-03-17', null, 9e8, true],
])('a file is written anew: %s', (_, night, last, bytes, due) => {
  expect(isRewriteDue(night, last, bytes)).toBe(due)
})
