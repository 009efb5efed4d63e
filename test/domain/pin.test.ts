import { describe, expect, it, test } from 'vitest'
import { readReferenceCode, referenceCode } from '../../src/domain/appointment/reference-code.ts'
import { pinOf, pinText, readPin } from '../../src/domain/people/pin.ts'

test.each([
  [[0, 0, 0, 0, 0, 0], '000000000'],
  [[0, 0, 0, 0, 0, 7], '000000007'],
  [[0, 0, 59, 154, 201, 255], '999999999'],
  [[0, 0, 59, 154, 202, 0], '000000000'],
  [[255, 255, 255, 255, 255, 255], '976710655'],
])('%j makes the PIN %s', (bytes, pin) => {
  expect(pinOf(new Uint8Array([...bytes, 9, 9]))).toBe(pin)
})

test.each([
  ['048213907', '048213907'],
  ['048 213 907', '048213907'],
  [' 048-213-907\n', '048213907'],
  ['٠٤٨٢١٣٩٠٧', '048213907'],
  ['۰۴۸ ۲۱۳ ۹۰۷', '048213907'],
  ['\u2066048213907\u2069', '048213907'],
  ['０４８２１３９０７', '048213907'],
  ['04821390', null],
  ['0482139077', null],
  ['04821390O', null],
  ['048213', null],
  ['PIN 048213907', null],
  ['', null],
])('%j is read as the PIN %j', (typed, pin) => {
  expect(readPin(typed)).toBe(pin)
})

it('shows a PIN so that it is read back', () => {
  expect(pinText('048213907')).toBe('048 213 907')
  expect(readPin(pinText('048213907'))).toBe('048213907')
})

describe('the code of a request', () => {
  test.each([
    ['7F3-K2D', '7F3-K2D'],
    ['7f3k2d', '7F3-K2D'],
    [' 7F3 K2D ', '7F3-K2D'],
    ['7F3–K2D', '7F3-K2D'],
    ['7F 3K 2D.', '7F3-K2D'],
    ['\u20687F3-K2D\u2069', '7F3-K2D'],
    ['٧F٣-K٢D', '7F3-K2D'],
    ['۷f۳k۲d', '7F3-K2D'],
    ['АС3-К2Е', 'AC3-K2E'],
    ['ас3к2е', 'AC3-K2E'],
    ['7F3-K2', null],
    ['7F3-K2DD', null],
    ['7F3-K20', null],
    ['', null],
  ])('%j is read as %j', (typed, code) => {
    expect(readReferenceCode(typed)).toBe(code)
  })

  it('is read back whatever was drawn', () => {
    for (let sign = 0; sign < 27; sign += 1) {
      const code = referenceCode(() => sign)
      expect(readReferenceCode(code.toLowerCase().replace('-', ''))).toBe(code)
    }
  })
})
