// Weights written as a short text and read again.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packed, unpacked } from '../../../src/domain/danger/packed.ts'

test('what was written is read again, also where most of it is 0', () => {
  const weight = fc.oneof(
    { weight: 20, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: -20, max: 20 }) },
  )
  fc.assert(
    fc.property(
      fc.int8Array({ maxLength: 5 }),
      fc.array(weight, { maxLength: 600 }),
      (ends, all) => {
        const weights = Int8Array.from([...all, ...ends.map((end) => end % 20)])
        expect(unpacked(packed(weights), weights.length)).toEqual(weights)
      },
    ),
  )
})

test.each([0, 1, 90, 91, 92, 182, 183])('%i times 0 before a weight', (zeros) => {
  const weights = new Int8Array(zeros + 2)
  weights[zeros] = -20
  expect(unpacked(packed(weights), weights.length)).toEqual(weights)
})

test('nothing but 0 is no text at all', () => {
  expect(packed(new Int8Array(100))).toBe('')
})

test('only letters of ASCII are written', () => {
  const all = Int8Array.from({ length: 41 }, (_, at) => at - 20)
  expect(packed(all)).toMatch(/^[\x23-\x7e]+ [\x23-\x7e]+$/)
})

test('a weight that has no letter and a text with too many weights are faults', () => {
  expect(() => packed(Int8Array.of(21))).toThrow(RangeError)
  expect(() => unpacked(packed(Int8Array.of(0, 3)), 1)).toThrow(RangeError)
})
