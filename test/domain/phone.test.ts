import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { phoneText, readPhone } from '../../src/domain/people/phone.ts'
import { runs } from '../support/runs.ts'

describe('a telephone number', () => {
  it.each([
    ['0203 / 123 45-67', '+492031234567'],
    ['+49 (203) 1234567', '+492031234567'],
    ['+49 (0)176 1234567', '+491761234567'],
    ['0049 (0)203 123456', '+49203123456'],
    ['0049(0)17612345678', '+4917612345678'],
    ['+49 0176 1234567', '+491761234567'],
    ['49 176 12345678', '+4917612345678'],
    ['176 12345678', '+4917612345678'],
    ['0176–1234567', '+491761234567'],
    ['۰۲۰۳۱۲۳۴۵۶', '+49203123456'],
    ['٠١٧٦ ١٢٣ ٤٥٦٧', '+491761234567'],
    ['０１７６１２３４５６７', '+491761234567'],
    ['＋４９ １７６ １２３４５６７', '+491761234567'],
    ['\u2066+49 176 1234567\u2069', '+491761234567'],
    ['Meine Nummer ist 0176/1234567', '+491761234567'],
    ['رقمي 01761234567 شكرا', '+491761234567'],
    ['bitte nach 14 Uhr 0176 12345678', '+4917612345678'],
    ['0176 12345678 oder 0203 123456', '+4917612345678'],
    ['tel:+4917612345678', '+4917612345678'],
    ['+380 50 123 45 67', '+380501234567'],
    ['00963 944 567 890', '+963944567890'],
  ])('%j is read as %s', (typed, phone) => {
    expect(readPhone(typed)).toBe(phone)
  })

  // 1234567 may be a line of this town: nobody elsewhere can dial it, so it is asked for again.
  it.each(['call me', '', '+', '110', '112', '12345', '47053', '1234567', '60802707', '000000'])(
    '%j is none that can be dialled from anywhere',
    (typed) => {
      expect(readPhone(typed)).toBeNull()
    },
  )

  it.each(['1'.repeat(20), '0'.repeat(40), '0203 '.repeat(900), '+1234567', '0049', '😀0203'])(
    '%j is none',
    (typed) => {
      expect(readPhone(typed)).toBeNull()
    },
  )

  it('is E.164 or nothing whatever is typed, and reading it again changes nothing', () => {
    const digits = fc.stringMatching(/^[+＋]?[\d٠-٩۰-۹０-９ ()/.-]{0,24}$/)
    fc.assert(
      fc.property(fc.oneof(digits, fc.string({ unit: 'binary' })), (typed) => {
        const phone = readPhone(typed)
        if (phone === null) return
        expect(phone).toMatch(/^\+[1-9]\d{6,14}$/)
        expect(readPhone(phone)).toBe(phone)
        expect(readPhone(phoneText(phone))).toBe(phone)
      }),
      { numRuns: runs(500) },
    )
  })

  it('is shown as staff dial it, and one from before as it was typed', () => {
    expect(phoneText('+49203123456')).toBe('0203 123456')
    expect(phoneText('+380501234567')).toBe('+380 50 123 4567')
    expect(phoneText('0203 12')).toBe('0203 12')
  })
})
