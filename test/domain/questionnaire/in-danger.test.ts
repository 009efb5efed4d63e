// Danger is added to why else a request is urgent: nothing that was answered goes.

import { expect, it } from 'vitest'
import {
  becauseOf,
  inDanger,
  isMinorAlone,
  suggestRechtskreise,
  urgencyOf,
} from '../../../src/domain/questionnaire/triage.ts'

const minor = { urgent: 'yes', reason: 'minor' }
const letter = { urgent: 'yes', reason: 'letter' }
const because = (answers: Parameters<typeof becauseOf>[0]) =>
  becauseOf(answers).map(({ question, code }) => `${question}: ${code}`)

it.each([
  [minor, undefined, ['urgent: danger', 'reason: minor'], true],
  [minor, ['help'], ['urgent: danger', 'heard: help', 'reason: minor'], true],
  [letter, undefined, ['urgent: danger', 'reason: letter'], false],
  [letter, ['alone'], ['urgent: danger', 'heard: alone', 'reason: letter'], true],
  [{}, ['alone'], ['urgent: danger', 'heard: alone'], true],
  [
    { urgent: 'danger', heard: ['alone'] },
    ['help'],
    ['urgent: danger', 'heard: alone', 'heard: help'],
    true,
  ],
  [{ urgent: 'danger', heard: ['help'] }, ['help'], ['urgent: danger', 'heard: help'], false],
  [{}, ['violence', 'alone'], ['urgent: danger', 'heard: violence', 'heard: alone'], true],
  // As the first requests have it.
  [
    { urgent: 'danger', heard: 'violence' },
    ['help'],
    ['urgent: danger', 'heard: violence', 'heard: help'],
    false,
  ],
] as const)('%j, %s', (before, heard, reasons, isMinor) => {
  const answers = inDanger(before as never, heard)
  expect(because(answers)).toEqual(reasons)
  expect(urgencyOf(answers)).toBe('red')
  expect(isMinorAlone(answers)).toBe(isMinor)
  const codes = suggestRechtskreise(answers).map(({ rechtskreis }) => rechtskreis)
  expect(codes.includes('SGB VIII')).toBe(isMinor)
})

it('who is under 18 by their own words and not alone is for the Jugendamt, and no child who is alone', () => {
  const answers = inDanger({}, ['violence', 'young'])
  expect(because(answers)).toEqual(['urgent: danger', 'heard: violence', 'heard: young'])
  expect(isMinorAlone(answers)).toBe(false)
  expect(suggestRechtskreise(answers)).toEqual([
    { rechtskreis: 'SGB VIII', because: { question: 'heard', code: 'young' } },
  ])
})
