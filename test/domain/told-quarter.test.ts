// What is told of a quarter, tried in every way: no hidden count is the same in all towns with the same answers, be it
// few or nobody.
import { describe, expect, test } from 'vitest'
import { monthRows } from '../../src/domain/figures/month-counts.ts'
import type { QuarterCount, QuarterKind } from '../../src/domain/figures/quarter-counts.ts'
import { type ToldBlock, toldParts, toldQuarter } from '../../src/domain/figures/told-quarter.ts'
import type { Town } from '../support/given-away.ts'

/** Hidden counts that whoever knows every answer and every rule can tell, also that they are none. */
function known(towns: readonly (Town & { hidden: readonly boolean[] })[]): string[] {
  const alike = Map.groupBy(towns, ({ told }) => JSON.stringify(told))
  return [...alike].flatMap(([told, some]) =>
    (some[0]?.hidden ?? []).flatMap((isHidden, index) => {
      const values = new Set(some.map(({ counts }) => counts[index]))
      return isHidden && values.size === 1 ? [`${index} is ${[...values]} in ${told}`] : []
    }),
  )
}

const codeAt = (at: number) => `code-${at}`
const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0)

/** Every way in which so many parts make a sum. */
function partsOf(all: number, parts: number): number[][] {
  if (parts === 1) return [[all]]
  return Array.from({ length: all + 1 }, (_, count) =>
    partsOf(all - count, parts - 1).map((others) => [count, ...others]),
  ).flat()
}

/** The same of every sum that is told, up to one. */
function parted(parts: number, most: number, fewest: number) {
  return Array.from({ length: most - fewest + 1 }, (_, more) => partsOf(fewest + more, parts))
    .flat()
    .map((counts) => {
      const codes = counts.map((count, at) => ({ code: codeAt(at), count }))
      const told = toldParts(codes, { of: parts, all: sum(counts), fewest })
      const shown = new Set(told.counts.map(({ code }) => code))
      return {
        counts,
        told: [sum(counts), told],
        hidden: counts.map((_, at) => !shown.has(codeAt(at))),
      }
    })
}

describe('parts of a sum that is told', () => {
  test.each([
    [2, 40, 5],
    [3, 40, 5],
    [4, 26, 5],
    [4, 20, 3],
    [5, 16, 3],
    [7, 10, 3],
  ])(
    '%i parts of sums up to %i: none under %i can be worked out, nor that it is nobody',
    (...how) => {
      const towns = parted(...how)
      expect(known(towns)).toEqual([])
      const isPartly = towns.some(({ hidden }) => hidden.includes(true) && hidden.includes(false))
      expect(isPartly).toBe(how[0] > 2)
    },
  )

  test('and the search finds what hiding each by itself would give away', () => {
    const towns = parted(3, 20, 5).map(({ counts }) => {
      const told = [sum(counts), ...counts.map((count) => (count >= 5 ? count : null))]
      return { counts, told, hidden: counts.map((count) => count < 5) }
    })
    expect(known(towns).length).toBeGreaterThan(0)
  })

  test('the others are told together, so that sums add up', () => {
    const counts = [20, 9, 4, 3].map((count, at) => ({ code: codeAt(at), count }))
    expect(toldParts(counts, { of: 4, all: 36, fewest: 5 })).toEqual({
      counts: [
        { code: 'code-0', count: 20 },
        { code: 'code-1', count: 9 },
      ],
      rest: 7,
    })
  })

  test('one alone is not hidden by itself: the smallest of the others goes with it', () => {
    const counts = [20, 9, 4].map((count, at) => ({ code: codeAt(at), count }))
    expect(toldParts(counts, { of: 3, all: 33, fewest: 5 })).toEqual({
      counts: [{ code: 'code-0', count: 20 }],
      rest: 13,
    })
  })
})

const place = { quarter: '2026-Q3', centre: 'hochfeld', body: 'drk' }
const counted = (kind: QuarterKind, counts: Readonly<Record<string, number>>): QuarterCount[] =>
  Object.entries(counts).map(([code, count]) => ({ ...place, kind, code, count }))

const only = (blocks: readonly ToldBlock[]) => blocks[0] as ToldBlock

describe('a centre and carrier', () => {
  // Everything that is told of the same requests at once: how many, first and again, and a question of three answers.
  test('tells nothing by putting its tables side by side', () => {
    const [asked, ages] = [
      ['first', 'again'],
      ['under-18', '18-26', '27-plus', 'unsaid'],
    ] as const
    const named = (codes: readonly string[], counts: readonly number[]) =>
      Object.fromEntries(counts.map((count, at) => [codes[at] ?? '', count]))
    const towns = [12, 13, 14].flatMap((all) =>
      partsOf(all, 2).flatMap((two) =>
        partsOf(all, 4).map((four) => {
          const told = toldQuarter(
            [...counted('requests', named(asked, two)), ...counted('age', named(ages, four))],
            5,
          )
          const { tables } = only(told)
          const isHidden = (kind: QuarterKind) => (code: string) =>
            !tables[kind].counts.some((one) => one.code === code)
          const hidden = [...asked.map(isHidden('requests')), ...ages.map(isHidden('age'))]
          return { counts: [...two, ...four], told, hidden }
        }),
      ),
    )
    expect(towns.length).toBeGreaterThan(20_000)
    expect(known(towns)).toEqual([])
  })

  test('with few requests tells neither them nor anything that was said', () => {
    const told = only(
      toldQuarter(
        [
          ...counted('requests', { first: 3, again: 1 }),
          ...counted('age', { '27-plus': 4 }),
          ...counted('topic', { housing: 4 }),
          ...counted('kept', { kept: 6 }),
        ],
        5,
      ),
    )
    expect(told.requests).toBeNull()
    expect(told.tables.age.counts).toEqual([])
    expect(told.tables.topic.counts).toEqual([])
    expect(told.tables.kept.counts).toEqual([{ code: 'kept', count: 6 }])
  })

  test('tells topics and referrals each by itself, from five on, and no sum of them', () => {
    const told = only(
      toldQuarter(
        [
          ...counted('requests', { first: 20, again: 6 }),
          ...counted('topic', { housing: 12, work: 4, german: 5 }),
          ...counted('referral', { office: 7, body: 2 }),
        ],
        5,
      ),
    )
    expect(told.tables.topic).toEqual({
      counts: [
        { code: 'housing', count: 12 },
        { code: 'german', count: 5 },
      ],
      rest: null,
    })
    expect(told.tables.referral).toEqual({ counts: [{ code: 'office', count: 7 }], rest: null })
  })

  test('hides a topic where all had named three, so that the others would be nobody', () => {
    const told = only(
      toldQuarter(
        [
          ...counted('requests', { first: 8, again: 0 }),
          ...counted('topic', { housing: 8, work: 8, german: 8 }),
        ],
        5,
      ),
    )
    expect(told.tables.topic.counts).toEqual([])
  })

  // A month counts who asked, whoever has it; the quarter who was taken over, and may have asked before it.
  test('and the months of the whole city give nothing of each other away', () => {
    const months = ['2026-07', '2026-08']
    const some = [0, 1, 2, 3, 4, 5, 6]
    const towns = partsOf(12, 4).flatMap(([before = 0, first = 0, second = 0]) =>
      some.flatMap((waiting) =>
        some.map((late) => {
          const asked = [first + waiting, second + late].map((count, at) => {
            return { month: months[at] ?? '', kind: 'topic' as const, code: 'work', count }
          })
          const work = before + first + second
          const requests = counted('requests', { first: 12, again: 6 })
          const told = toldQuarter([...requests, ...counted('topic', { work })], 5)
          const isTold = only(told).tables.topic.counts.length > 0
          return {
            counts: [work, ...asked.map(({ count }) => count)],
            told: [told, monthRows(asked, months, 5)],
            hidden: [!isTold, ...asked.map(({ count }) => count < 5)],
          }
        }),
      ),
    )
    // Of what is larger not every way was tried.
    const tried = towns.filter(({ counts: [, ...asked] }) => asked.every((count) => count <= 6))
    expect(tried.length).toBeGreaterThan(3_000)
    expect(known(tried)).toEqual([])
  })

  test('is told by itself: what others have changes nothing of it', () => {
    const own = [...counted('requests', { first: 9, again: 7 }), ...counted('kept', { kept: 8 })]
    const others = own.map((one) => ({ ...one, body: 'caritas', count: one.count + 30 }))
    const alone = only(toldQuarter(own, 5))
    expect(toldQuarter([...own, ...others], 5).find(({ body }) => body === 'drk')).toEqual(alone)
  })
})
