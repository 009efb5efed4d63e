import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { How } from '../../bench/languages/choosing.ts'
import type { Figures } from '../../bench/languages/figures.ts'
import { createQueue } from '../../bench/languages/queue.ts'
import { SCENARIOS } from '../../bench/languages/scenarios.ts'
import { simulate, UNCOUNTED_DAYS } from '../../bench/languages/simulate.ts'

const EIGHT_WEEKS = UNCOUNTED_DAYS + 56

const known = new Map<string, Figures>()
const weeksOf = (name: string, how: How): Figures => {
  const weeks = known.get(`${name} ${how}`) ?? simulated(name, how)
  known.set(`${name} ${how}`, weeks)
  return weeks
}

const simulated = (name: string, how: How): Figures => {
  const scenario = SCENARIOS.find((one) => one.name === name)
  if (!scenario) throw new Error(`${name} is no scenario`)
  return simulate(scenario, 1, how, EIGHT_WEEKS)
}

const rate = ({ needy }: Figures) => (needy.spoken + needy.confirmed) / needy.all
const utilisation = ({ seats }: Figures) => seats.booked / seats.bookable
const mean = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0) / of.length

describe.each(['plenty', 'middle', 'scarce'])('eight weeks of %s', (name) => {
  let blind: Figures
  let rule: Figures
  let byMail: Figures
  beforeAll(() => {
    blind = weeksOf(name, 'blind')
    rule = weeksOf(name, 'notices')
    byMail = weeksOf(name, 'by mail')
  }, 180_000)

  test('understand far more people than luck does', () => {
    const least = { plenty: 0.8, middle: 0.75, scarce: 0.25 }[name] ?? 1
    expect(rate(rule)).toBeGreaterThan(least)
    expect(rate(rule)).toBeGreaterThan(rate(blind) * 2)
    const bySeat = { plenty: 0.65, middle: 0.46, scarce: 0.12 }[name] ?? 1
    expect(rule.needy.spoken / rule.needy.all).toBeGreaterThan(bySeat)
    expect(rule.needy.spoken / rule.needy.all).toBeGreaterThan(blind.needy.spoken / blind.needy.all)
    expect(rule.needy.confirmed).toBeGreaterThan(0)
    expect(blind.needy.confirmed).toBe(0)
  })

  test('fill as many seats', () => {
    expect(utilisation(rule)).toBeGreaterThan(utilisation(blind) - 0.02)
    expect(rule.foundNothing).toBeLessThanOrEqual(blind.foundNothing + 2)
  })

  test('let nobody who needs no language wait for those who do', () => {
    expect(mean(rule.waits.others)).toBeLessThan(mean(blind.waits.others) + 1)
  })

  test('answer every wish for a woman', () => {
    expect(rule.woman.asked).toBeGreaterThan(10)
    expect(rule.woman.silent).toBe(0)
    expect(rule.woman.honoured + rule.woman.inWords).toBe(rule.woman.asked)
    expect(blind.woman.silent).toBeGreaterThan(0)
  })

  test('show nobody as confirmed before they are', () => {
    expect(rule.ordered).toBeGreaterThan(10)
    expect(rule.shownTooSoon).toBe(0)
  })

  test('often have a time that suits on the first screen', () => {
    const { wanted, had } = rule.firstScreen
    expect(had / wanted).toBeGreaterThan({ plenty: 0.7, middle: 0.65, scarce: 0.4 }[name] ?? 1)
  })

  test('call interpreters off in time where it is known in time', () => {
    expect(rule.calledOff).toBeGreaterThan(0)
    expect(rule.fees.notOwn).toBe(0)
  })

  test('cost nobody a fee who cancels in time, where it goes by mail, and understand no fewer', () => {
    expect(byMail.calledOff).toBeGreaterThan(0)
    expect([byMail.fees.personInTime, byMail.fees.notOwn]).toEqual([0, 0])
    expect(byMail.shownTooSoon).toBe(0)
    expect(rate(byMail)).toBeGreaterThan(rate(rule) - 0.01)
  })

  test('count every need once: met, or why not', () => {
    for (const { needy, unmet } of [blind, rule, byMail]) {
      const why = Object.values(unmet).reduce((sum, one) => sum + one, 0)
      expect(needy.spoken + needy.confirmed + why).toBe(needy.all)
      expect(needy.shortMet).toBeLessThanOrEqual(needy.short)
    }
  })
})

test('who hears of nobody takes another time, and a pool that answers behind its link is heard sooner', () => {
  const [byMail, byLink] = [weeksOf('middle', 'by mail'), weeksOf('middle', 'by link')]
  expect(byMail.tookInstead).toBeGreaterThan(3)
  expect(rate(byLink)).toBeGreaterThan(rate(byMail))
  expect([byLink.shownTooSoon, byLink.fees.personInTime, byLink.fees.notOwn]).toEqual([0, 0, 0])
  expect(utilisation(byLink)).toBeGreaterThan(utilisation(weeksOf('middle', 'blind')) - 0.02)
})

test('the same seed is the same year, and another is another', () => {
  const [plenty] = SCENARIOS
  if (!plenty) throw new Error('no scenario')
  const once = simulate(plenty, 1, 'mornings', EIGHT_WEEKS)
  expect(simulate(plenty, 1, 'mornings', EIGHT_WEEKS)).toEqual(once)
  expect(simulate(plenty, 2, 'mornings', EIGHT_WEEKS)).not.toEqual(once)
})

test('what happens, happens in order of time, and at one moment as it came in', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), (times) => {
      const queue = createQueue()
      const found: [number, number][] = []
      times.forEach((at, nth) => {
        queue.add(at, () => found.push([at, nth]))
      })
      for (let next = queue.next(); next; next = queue.next()) next.run()
      const inOrder = times
        .map((at, nth): [number, number] => [at, nth])
        .sort(([a, nth], [b, other]) => a - b || nth - other)
      expect(found).toEqual(inOrder)
    }),
  )
})
