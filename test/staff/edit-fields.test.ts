// A city that is shown as fields and read from them again is the same city.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Counselling } from '../../src/domain/calendar/rules.ts'
import { type Centre, readProfile } from '../../src/domain/profile/profile.ts'
import { centreFrom, fieldsOf, tidied } from '../../src/staff/centres/centre-fields.ts'
import { numberedThrough, rowsOf } from '../../src/staff/centres/rows.ts'
import { duisburgJson } from '../support/duisburg.ts'
import { runs } from '../support/runs.ts'

const KEYS = ['ar', 'ckb', 'kmr-bahdini', 'ti', 'xx'] as const
const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-12-${String(n).padStart(2, '0')}`)
const entry = fc
  .record(
    {
      seat: fc.integer({ min: 1, max: 2 }),
      from: day,
      languages: fc.uniqueArray(fc.constantFrom(...KEYS)).map((keys) => keys.sort()),
      gender: fc.constantFrom('woman' as const, 'man' as const),
      staffId: fc.stringMatching(/^[A-Za-z0-9]{1,32}$/),
    },
    { requiredKeys: ['languages'] },
  )
  .map((one) => one as Counselling)

test('every entry of who counsels comes back from its fields as it was', () => {
  const data = duisburgJson()
  const centre = data.centres[0] as Centre
  fc.assert(
    fc.property(fc.array(fc.array(entry, { maxLength: 12 }), { maxLength: 2 }), (lists) => {
      const openings = centre.openings.map((rule, index) => {
        const counselling = lists[index] ?? []
        return counselling.length > 0 ? { ...rule, counselling } : rule
      })
      const before = { ...centre, openings }
      const after = centreFrom(tidied(fieldsOf(before)), before, '2026-11')
      expect(after).toEqual(before)
      const read = readProfile({ ...data, centres: [after, ...data.centres.slice(1)] })
      expect(read).toHaveProperty('profile')
    }),
    { numRuns: runs(100) },
  )
})

test('rows are numbered through without the empty ones and those that go, inner ones with their outer one', () => {
  const fields = {
    'a.0.id': 'x',
    'a.0.every': 'week',
    'a.1.opens': '10:00',
    'a.1.who.3.seat': '2',
    'a.2.opens': '11:00',
    'a.2.gone': 'yes',
    'a.4.who.0.seat': '1',
    'b.7.opens': '12:00',
    name: 'A',
  }
  expect(rowsOf(fields, 'a')).toEqual([1, 4])
  expect(numberedThrough(numberedThrough(fields, 'a'), 'a.0.who')).toEqual({
    'a.0.opens': '10:00',
    'a.0.who.0.seat': '2',
    'a.1.who.0.seat': '1',
    'b.7.opens': '12:00',
    name: 'A',
  })
})
