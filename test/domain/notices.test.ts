import { expect, test } from 'vitest'
import { owesNotice } from '../../src/domain/people/notices.ts'
import type { Urgency } from '../../src/domain/questionnaire/triage.ts'

const at = (centre: string | null, urgency: Urgency | null, submitted = true) => ({
  centre,
  urgency,
  submitted,
})

test.each([
  ['written down and submitted at once', null, at('a', 'green'), true],
  ['submitted', at('a', 'green', false), at('a', 'green'), true],
  ['not submitted yet', at('a', null, false), at('a', 'orange', false), false],
  ['changed, as urgent as before', at('a', 'green'), at('a', 'green'), false],
  ['a little more urgent', at('a', 'green'), at('a', 'yellow'), false],
  ['urgent now', at('a', 'yellow'), at('a', 'orange'), true],
  ['in danger now', at('a', 'orange'), at('a', 'red'), true],
  ['out of danger', at('a', 'red'), at('a', 'orange'), false],
  ['urgent no more', at('a', 'red'), at('a', 'green'), false],
  ['at another centre', at('a', 'green'), at('b', 'green'), true],
  ['at a centre for the first time', at(null, 'green'), at('b', 'green'), true],
  ['at none', at('a', 'green'), at(null, 'green'), false],
])('a centre is owed a notice of a request that is %s', (_, before, after, owed) => {
  expect(owesNotice(before, after)).toBe(owed)
})
