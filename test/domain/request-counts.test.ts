import { expect, test } from 'vitest'
import { countsOfRequest } from '../../src/domain/figures/request-counts.ts'

const NOVEMBER = Date.UTC(2026, 10, 30, 23, 59)
const one = (kind: string, code: string) => ({ month: '2026-11', kind, code, count: 1 })

test.each([
  [
    'each topic',
    { topics: ['housing', 'debts'] },
    {},
    [one('topic', 'housing'), one('topic', 'debts')],
  ],
  ['no topic where none was said', {}, {}, []],
  ['none where the question was left out', { topics: null }, {}, []],
])('a request counts %s, and its language', (_, answers, person, topics) => {
  const counts = countsOfRequest(answers, { language: 'ckb', ...person }, NOVEMBER)
  expect(counts).toEqual([...topics, one('language', 'ckb')])
})

test('a request counts the link or poster that brought the person, if there was one', () => {
  const counts = (source: string | null) =>
    countsOfRequest({}, { language: 'ar', source }, NOVEMBER).map(({ kind }) => kind)
  expect(counts('poster-7')).toEqual(['language', 'source'])
  expect(counts(null)).toEqual(['language'])
})
