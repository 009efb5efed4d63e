import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Pace, spend, type Verdict } from '../../src/domain/people/pace.ts'
import { runs } from '../support/runs.ts'

function verdicts(times: readonly number[]): Verdict[] {
  let pace: Pace | undefined
  return times.map((at) => {
    const spent = spend(pace, at)
    pace = spent.pace
    return spent.verdict
  })
}

it('lets a person who taps once a second go on for hours', () => {
  const taps = Array.from({ length: 7200 }, (_, i) => i * 1000)
  expect(new Set(verdicts(taps))).toEqual(new Set(['go']))
})

it('answers sixty at once, tells once, then keeps quiet, and goes on after a moment', () => {
  const flood = verdicts([...Array<number>(70).fill(0), 9_999, 20_000])
  expect(flood.slice(0, 60)).toEqual(Array(60).fill('go'))
  expect(flood.slice(60, 70)).toEqual(['tell', ...Array(9).fill('quiet')])
  expect(flood.slice(70)).toEqual(['go', 'go'])
})

it('never answers more than sixty and one a second, and never shuts out for good', () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 5_000 }), { maxLength: 400 })
  fc.assert(
    fc.property(gaps, (waits) => {
      let now = 0
      const times = waits.map((wait) => {
        now += wait
        return now
      })
      const went = verdicts(times).filter((verdict) => verdict === 'go').length
      expect(went).toBeLessThanOrEqual(60 + now / 1000)
      expect(verdicts([...times, now + 60_000]).at(-1)).toBe('go')
    }),
    { numRuns: runs(300) },
  )
})

it('takes nothing from anybody when the clock is set back', () => {
  expect(verdicts([3_600_000, 0, 1000])).toEqual(['go', 'go', 'go'])
})
