import { expect, test } from 'vitest'
import { counsellorOnReturn, type EarlierCounsellor } from '../../src/domain/people/care.ts'

const anna: EarlierCounsellor = {
  id: 'anna',
  role: 'counsellor',
  centres: ['hochfeld', 'hamborn'],
  body: 'drk',
}
const ben: EarlierCounsellor = { id: 'ben', role: 'lead', centres: ['hochfeld'], body: 'drk' }
const cem: EarlierCounsellor = { ...anna, id: 'cem', role: 'coordinator' }

test.each([
  { earlier: [anna], centre: 'hochfeld', with: 'anna', why: 'had it and is still there' },
  { earlier: [anna], centre: 'hamborn', with: 'anna', why: 'works there as well' },
  { earlier: [anna], centre: 'rheinhausen', with: null, why: 'does not work there' },
  { earlier: [ben, anna], centre: 'hochfeld', with: 'ben', why: 'had it last' },
  { earlier: [ben, anna], centre: 'hamborn', with: 'anna', why: 'the last one is not there' },
  { earlier: [{ ...anna, centres: [] }], centre: 'hochfeld', with: null, why: 'has left' },
  { earlier: [cem], centre: 'hochfeld', with: null, why: 'sees no records any more' },
  { earlier: [cem, anna], centre: 'hochfeld', with: 'anna', why: 'the last one sees no records' },
  { earlier: [], centre: 'hochfeld', with: null, why: 'is new' },
  { earlier: [anna], centre: null, with: null, why: 'has no centre yet' },
])('who comes again at $centre is with $with: $why', ({ earlier, centre, with: whom }) => {
  expect(counsellorOnReturn(earlier, centre)).toBe(whom)
})
