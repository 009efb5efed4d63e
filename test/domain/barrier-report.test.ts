import { expect, test } from 'vitest'
import {
  LONGEST_BARRIER,
  LONGEST_REACH,
  readBarrier,
} from '../../src/domain/people/barrier-report.ts'

const long = 'ب'.repeat(LONGEST_BARRIER)
const far = 'x'.repeat(LONGEST_REACH)

test.each([
  ['klein', '', { barrier: { text: 'klein' } }],
  [
    ' zu\tklein \r\n\n\n\nund hell ',
    ' a@b.example\n',
    { barrier: { text: 'zu klein \n\nund hell', reach: 'a@b.example' } },
  ],
  ['a\u202Eb', '\u200F', { barrier: { text: 'ab' } }],
  [long, far, { barrier: { text: long, reach: far } }],
  ['', '', { faults: { text: 'empty' } }],
  [' \u200B\n', 'a', { faults: { text: 'empty' } }],
  [`${long}!`, '', { faults: { text: 'long' } }],
  ['klein', `${far}!`, { faults: { reach: 'long' } }],
  ['', `${far}!`, { faults: { text: 'empty', reach: 'long' } }],
] as const)('%j with %j', (text, reach, read) => {
  expect(readBarrier({ text, reach })).toEqual(read)
})
