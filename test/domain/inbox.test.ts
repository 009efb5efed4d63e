// What an address asks of the inbox, what is unread, and what somebody looks for.
import { expect, test } from 'vitest'
import { codeSigns } from '../../src/domain/appointment/reference-code.ts'
import { dayLookedFor } from '../../src/domain/people/looked-for.ts'
import { newsOf } from '../../src/domain/people/news.ts'

const NEVER = {
  ...{ cameAt: 100, actedAt: null, repliedAt: null, lateAt: null },
  ...{ changedAt: null, isCancelled: false },
}

test.each([
  [{}, ['new']],
  [{ actedAt: 50 }, ['new']],
  [{ actedAt: 100 }, []],
  [{ actedAt: 200 }, []],
  [{ repliedAt: 150 }, ['new', 'reply']],
  [{ actedAt: 200, repliedAt: 150 }, ['reply']],
  [{ actedAt: 200, lateAt: 150 }, []],
  [{ actedAt: 200, lateAt: 250 }, ['late']],
  [{ actedAt: 200, changedAt: 250 }, ['moved']],
  [{ actedAt: 200, changedAt: 250, isCancelled: true, lateAt: 240 }, ['late', 'cancelled']],
] as const)('of %j is unread %j', (happened, news) => {
  expect(newsOf({ ...NEVER, ...happened })).toEqual(news)
})

test.each([
  ['23.11.2026', '2026-11-23'],
  ['23.11.26', '2026-11-23'],
  ['٢٣.١١.٢٠٢٦', '2026-11-23'],
  [' 1. 2. ', '2027-02-01'],
  ['30.10.', '2026-10-30'],
  ['2026-11-23', '2026-11-23'],
  ['heute', '2026-11-27'],
  ['Morgen', '2026-11-28'],
  ['31.2.2026', null],
  ['99.99.', null],
  ['2026-13-01', null],
  ['7F3-K2D', null],
  ['', null],
] as const)('%j is looked for as the day %j', (typed, day) => {
  expect(dayLookedFor(typed, '2026-11-27')).toBe(day)
})

test.each([
  ['ho agp5', 'HOAGP5'],
  ['HO-AGP5', 'HOAGP5'],
  ['٧f٣', '7F3'],
  ['К2D', 'K2D'],
  ['Müller', ''],
  ['%', ''],
  ['', ''],
  ['ABCDEFGHIJK', ''],
] as const)('%j is looked for as the signs %j', (typed, signs) => {
  expect(codeSigns(typed)).toBe(signs)
})
