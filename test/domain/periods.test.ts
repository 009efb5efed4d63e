import { expect, test } from 'vitest'
import {
  finishedBlocks,
  finishedMonths,
  pastWeeks,
  weeksOfBlock,
} from '../../src/domain/figures/periods.ts'

const at = (text: string) => Date.parse(text)

test.each([
  ['2026-11-22T22:59:59Z', '2026-11-09'],
  ['2026-11-22T23:00:00Z', '2026-11-16'],
  ['2026-11-25T12:00:00Z', '2026-11-16'],
  ['2026-03-29T21:59:59Z', '2026-03-16'],
  ['2026-03-29T22:00:00Z', '2026-03-23'],
])('at %s the last week that is over began on %s', (now, week) => {
  expect(pastWeeks(at(now), 1)).toEqual([week])
})

test('the last weeks, oldest first', () => {
  const weeks = ['2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16']
  expect(pastWeeks(at('2026-11-25T12:00:00Z'), 4)).toEqual(weeks)
})

test('the last finished months', () => {
  const months = ['2026-11', '2026-12', '2027-01']
  expect(finishedMonths(at('2027-02-15T12:00:00Z'), 3)).toEqual(months)
})

test('a stretch of four weeks is told once none of its outcomes can be put right', () => {
  const [block = ''] = finishedBlocks(at('2026-11-25T12:00:00Z'), 1)
  const after = Date.parse(weeksOfBlock(block)[3] ?? '') + 7 * 86_400_000 - 3_600_000
  expect(finishedBlocks(after + 2 * 86_400_000 - 1, 1)).not.toEqual([block])
  expect(finishedBlocks(after + 2 * 86_400_000, 1)).toEqual([block])
})
