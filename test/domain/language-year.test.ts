import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Figure } from '../../bench/languages/figure.ts'
import { HOMES, PEOPLE, SPOKEN, URGENCIES } from '../../bench/languages/people.ts'
import { SCENARIOS, type Scenario, YEAR } from '../../bench/languages/scenarios.ts'
import { type Asking, answerOf, yearOf } from '../../bench/languages/year.ts'
import { spokenLanguages } from '../../src/i18n/spoken.ts'

const seed = JSON.parse(readFileSync('prisma/seed/duisburg.json', 'utf8'))
const [plenty, middle, scarce] = SCENARIOS as readonly [Scenario, Scenario, Scenario]
const { asking, absences } = yearOf(middle, 1)

const share = (of: readonly Asking[], holds: (one: Asking) => boolean) =>
  of.filter(holds).length / of.length

const figuresIn = (value: unknown): Figure[] => {
  if (typeof value !== 'object' || value === null) return []
  if ('is' in value && 'from' in value) return [value as Figure]
  return Object.values(value).flatMap(figuresIn)
}

describe('a drawn year', () => {
  test('is the same for the same seed and another for another', () => {
    expect(yearOf(middle, 1)).toEqual({ asking, absences })
    expect(yearOf(middle, 2)).not.toEqual({ asking, absences })
  })

  test.each(SCENARIOS)('has as many people as $name says', (scenario) => {
    const weeks = YEAR.days / 7
    const found = yearOf(scenario, 1).asking.length
    expect(Math.abs(found / weeks - scenario.perWeek.is)).toBeLessThan(scenario.perWeek.is * 0.06)
  })

  test('has the shares that are written down', () => {
    const needy = asking.filter(({ needs }) => needs !== 'german' && needs !== 'brings')
    const within: [number, number][] = [
      [share(asking, ({ needs }) => needs === 'german'), PEOPLE.speakGerman.is],
      [share(asking, ({ needs }) => needs === 'brings'), PEOPLE.bringSomebody.is],
      [share(asking, ({ woman }) => woman), PEOPLE.wishForWoman.is],
      [share(asking, ({ legal }) => legal), PEOPLE.legalConsequences.is],
      [share(asking, ({ heedsLanguage }) => !heedsLanguage), PEOPLE.heedNoLanguage.is],
      [share(asking, ({ home }) => home === 'hochfeld'), HOMES.hochfeld.is],
      [share(asking, ({ urgency }) => urgency === 'orange'), URGENCIES.orange.share.is],
      [share(asking, ({ fate }) => fate.does === 'misses'), PEOPLE.misses.is],
      [share(asking, ({ fate }) => fate.does === 'cancels'), PEOPLE.cancels.is],
      [share(asking, ({ fate }) => fate.does === 'moves'), PEOPLE.moves.is],
      [share(needy, ({ needs }) => needs === 'ar'), SPOKEN.ar.is],
      [share(needy, ({ needs }) => needs === 'ckb'), SPOKEN.ckb.is],
    ]
    for (const [found, said] of within) expect(Math.abs(found - said)).toBeLessThan(0.025)
  })

  test('has people by time, in their waking hours, who can come on a day', () => {
    const when = asking.map(({ day, minute }) => day * 1440 + minute)
    expect(when).toEqual(when.toSorted((a, b) => a - b))
    expect(asking.every(({ minute }) => minute >= 420 && minute < 1320)).toBe(true)
    expect(asking.every(({ weekdays }) => weekdays.length > 0)).toBe(true)
  })

  test('sends every colleague away for eight different weeks, from a Monday', () => {
    for (const counsellor of Object.keys(middle.house.counsellors)) {
      const from = absences.filter((one) => one.counsellor === counsellor).map((one) => one.from)
      expect(new Set(from).size).toBe(8)
      // 1 January 2027 is a Friday
      expect(from.every((day) => day % 7 === 3 && day < YEAR.days)).toBe(true)
    }
  })
})

describe('the scenarios', () => {
  test('sum up to a whole where shares are of a whole', () => {
    const sum = (figures: Figure[]) => figures.reduce((all, { is }) => all + is, 0)
    expect(sum(Object.values(SPOKEN))).toBeCloseTo(1)
    expect(sum(Object.values(HOMES))).toBeCloseTo(1)
    expect(sum(Object.values(URGENCIES).map((one) => one.share))).toBeCloseTo(1)
    for (const { pools } of SCENARIOS)
      for (const pool of pools) expect(sum([...pool.answersAfter])).toBeCloseTo(1)
  })

  test('give every number a source, or say that it is assumed', () => {
    const figures = figuresIn([SCENARIOS, PEOPLE, SPOKEN, URGENCIES, HOMES])
    expect(figures.length).toBeGreaterThan(100)
    for (const { from } of figures) expect(from).toMatch(/^assumed|\w{4,}.*\d|\.json/)
  })

  test('sit at the opening hours of the seed, with a colleague for each seat', () => {
    const openings = seed.centres.flatMap((centre: { id: string; openings: { id: string }[] }) =>
      centre.openings.map(({ id }) => `${centre.id} ${id}`),
    )
    for (const { house, publicSeats, walkInSeats } of SCENARIOS) {
      expect(house.sittings.map((one) => `${one.centreId} ${one.opening}`)).toEqual(openings)
      for (const { counsellors } of house.sittings) {
        expect(counsellors).toHaveLength(publicSeats.is + walkInSeats.is)
        expect(new Set(counsellors).size).toBe(counsellors.length)
        expect(Object.keys(house.counsellors)).toEqual(expect.arrayContaining([...counsellors]))
      }
    }
  })

  test('name languages that Lotse can ask for', () => {
    const known = spokenLanguages.map(({ key }) => key)
    expect(known).toEqual(expect.arrayContaining(Object.keys(SPOKEN)))
  })

  test('grow scarcer: fewer seats a person, fewer languages, fewer pools', () => {
    const steps = [plenty, middle, scarce]
    const seats = steps.map((one) => (36 * one.publicSeats.is) / one.perWeek.is)
    expect(seats).toEqual(seats.toSorted((a, b) => b - a))
    const spoken = steps.map(
      ({ house }) => new Set(Object.values(house.counsellors).flatMap((one) => one.speaks)).size,
    )
    expect(spoken).toEqual(spoken.toSorted((a, b) => b - a))
    expect(steps.map(({ pools }) => pools.length)).toEqual([3, 2, 1])
  })
})

describe('the answer of a pool', () => {
  const answers = (scenario: Scenario, woman: boolean) => {
    const [pool] = scenario.pools
    if (!pool) throw new Error('no pool')
    const orders = Array.from({ length: 4_000 }, (_, person) => ({ person, nth: 0, woman }))
    return orders.map((order) => answerOf(1, pool, order))
  }
  const said = (of: ReturnType<typeof answers>, says: string) =>
    of.filter((one) => one.says === says).length / of.length

  test('is the same for the same order', () => {
    expect(answers(middle, false)).toEqual(answers(middle, false))
  })

  test.each([middle, scarce])('comes as often and as late as $name says', (scenario) => {
    const found = answers(scenario, false)
    const pool = scenario.pools[0]
    expect(Math.abs(said(found, 'confirmed') - (pool?.confirms.is ?? 0))).toBeLessThan(0.025)
    expect(Math.abs(said(found, 'nothing') - (pool?.neverAnswers.is ?? 0))).toBeLessThan(0.025)
    const days = found.flatMap((one) => (one.says === 'nothing' ? [] : [one.after]))
    expect(new Set(days)).toEqual(new Set([0, 1, 2, 3]))
  })

  test('is no more often where a woman is asked for', () => {
    expect(said(answers(middle, true), 'confirmed')).toBeLessThan(
      said(answers(middle, false), 'confirmed'),
    )
  })
})
