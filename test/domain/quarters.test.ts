import { expect, test } from 'vitest'
import { countedOf, type TakenRequest } from '../../src/domain/figures/quarter-counts.ts'
import { finishedQuarters, monthsOf, quarterOf } from '../../src/domain/figures/quarters.ts'
import { fundingLinesOf } from '../../src/domain/profile/funding.ts'
import { readProfile } from '../../src/domain/profile/profile.ts'
import { duisburgJson } from '../support/duisburg.ts'

test.each([
  ['2026-01-01', '2026-Q1'],
  ['2026-03-31', '2026-Q1'],
  ['2026-04-01', '2026-Q2'],
  ['2026-12-31', '2026-Q4'],
])('%s is of %s', (day, quarter) => {
  expect(quarterOf(day)).toBe(quarter)
})

test('a quarter is over three days after its last, on the clock in Germany', () => {
  const at = (instant: string) => finishedQuarters(Date.parse(instant), 3)
  expect(at('2026-10-03T21:59:00Z')).toEqual(['2026-Q2', '2026-Q1', '2025-Q4'])
  expect(at('2026-10-03T22:01:00Z')).toEqual(['2026-Q3', '2026-Q2', '2026-Q1'])
  expect(at('2027-01-20T12:00:00Z')[0]).toBe('2026-Q4')
})

test('it has three months', () => {
  expect(monthsOf('2026-Q1')).toEqual(['2026-01', '2026-03'])
  expect(monthsOf('2026-Q4')).toEqual(['2026-10', '2026-12'])
})

const request: TakenRequest = {
  ...{ centre: 'hochfeld', body: 'drk', urgency: 'green', isAgain: false },
  answers: { topics: ['housing', 'work'], spoken: 'ckb', age: '27-plus', note: 'geheim' },
}

test('each request adds one of each part, its topics, and nothing that was typed', () => {
  const counted = countedOf(request, [])
  expect(counted.map(({ kind, code }) => `${kind}.${code}`).sort()).toEqual([
    'age.27-plus',
    'language.ckb',
    'requests.first',
    'residence.unsaid',
    'topic.housing',
    'topic.work',
    'urgency.green',
  ])
})

test('what a carrier is not shown is not counted for it', () => {
  const counted = countedOf({ ...request, answers: { document: 'duldung' } }, ['document'])
  expect(counted.some(({ kind }) => kind === 'residence')).toBe(false)
})

test('what Lotse brings of funding lines says that nobody has confirmed it, and counts what there is', () => {
  const lines = fundingLinesOf({})
  expect(lines.map(({ id }) => id)).toEqual(['kim', 'mbe', 'jmd'])
  expect(lines.some(({ status }) => status.confirmed)).toBe(false)
  expect(readProfile({ ...duisburgJson(), funding: lines })).toHaveProperty('profile')
})
