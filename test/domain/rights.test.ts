import { describe, expect, test } from 'vitest'
import {
  ACTIONS,
  type CaseLocation,
  type Holder,
  isRole,
  lacksBody,
  may,
  mayEver,
  ROLES,
} from '../../src/domain/people/rights.ts'

// Columns: own centre (nobody's case), the same and red, own centre (own carrier's), own centre (another
// carrier's), other centre (nobody's), other centre (own carrier's), the whole city.
type Table = Record<(typeof ROLES)[number], Partial<Record<(typeof ACTIONS)[number], string>>>
const counselling = {
  'see-day': 'yyy----',
  'see-records': '-yy----',
  'take-over': 'yyy----',
  'work-on-record': '--y----',
  'hand-over-record': '--y----',
  'erase-record': '--y----',
  'change-booking': 'yyy----',
  'close-day': 'yyyy---',
  'see-audit': '--y----',
}
const table: Table = {
  counsellor: counselling,
  lead: {
    ...counselling,
    'ask-inspection': '--y----',
    'see-utilisation': 'yyyy---',
    'edit-notices': 'yyyy---',
  },
  coordinator: {
    'see-utilisation': 'yyyyyyy',
    'record-voices': 'yyyyyyy',
    'manage-voices': 'yyyyyyy',
  },
  administrator: {
    'close-day': 'yyyyyyy',
    'see-audit': 'yyyyyyy',
    'ask-inspection': 'yyyyyyy',
    'edit-notices': 'yyyyyyy',
    'edit-city': 'yyyyyyy',
    'edit-staff': 'yyyyyyy',
    'edit-tokens': 'yyyyyyy',
    'see-barriers': 'yyyyyyy',
    'record-voices': 'yyyyyyy',
    'manage-voices': 'yyyyyyy',
  },
  volunteer: { 'record-voices': 'yyyyyyy' },
  'data-protection': { 'release-inspection': 'yyyyyyy' },
}

const places: CaseLocation[] = [
  { centre: 'hochfeld', body: null, urgency: 'green' },
  { centre: 'hochfeld', body: null, urgency: 'red' },
  { centre: 'hochfeld', body: 'drk', urgency: 'green' },
  { centre: 'hochfeld', body: 'caritas', urgency: 'red' },
  { centre: 'hamborn', body: null, urgency: 'red' },
  { centre: 'hamborn', body: 'drk', urgency: 'green' },
  { centre: null },
]

const cases = ROLES.flatMap((role) =>
  ACTIONS.map((action) => ({ role, action, expected: table[role][action] ?? '-------' })),
)
const rowOf = (holder: Holder, action: (typeof ACTIONS)[number], leads?: 'body' | 'centre') =>
  places.map((place) => (may(holder, action, place, leads) ? 'y' : '-')).join('')

test.each(cases)('$role, $action: $expected', ({ role, action, expected }) => {
  const holder: Holder = { role, centres: ['hochfeld', 'rheinhausen'], body: 'drk' }
  expect(rowOf(holder, action)).toBe(expected)
  expect(mayEver(holder, action)).toBe(expected !== '-------')
})

describe('where the profile lets leads reach the whole centre', () => {
  test.each(cases)('$role, $action', ({ role, action, expected }) => {
    const holder: Holder = { role, centres: ['hochfeld'], body: 'drk' }
    const isWider = role === 'lead' && action in table.lead && action !== 'take-over'
    const wide = isWider ? `${expected.slice(0, 3)}y${expected.slice(4)}` : expected
    expect(rowOf(holder, action, 'centre')).toBe(wide)
  })
})

test('a coordinator and an administrator see no record, whatever centres they are given', () => {
  for (const role of ['coordinator', 'administrator'] as const) {
    const holder: Holder = { role, centres: ['hochfeld'], body: 'drk' }
    expect(may(holder, 'see-records', { centre: 'hochfeld', body: 'drk' }, 'centre')).toBe(false)
  }
})

test('who works with cases and belongs to no carrier reaches none, not even a red one', () => {
  for (const role of ['counsellor', 'lead'] as const) {
    const holder: Holder = { role, centres: ['hochfeld'], body: null }
    expect(lacksBody(holder)).toBe(true)
    for (const action of ['see-records', 'take-over', 'see-day', 'change-booking'] as const) {
      expect(rowOf(holder, action, 'centre')).toBe('-------')
    }
  }
  expect(lacksBody({ role: 'administrator', body: null })).toBe(false)
})

test('orange is open to the whole centre as red is, yellow is not', () => {
  const holder: Holder = { role: 'counsellor', centres: ['hochfeld'], body: 'drk' }
  const sees = (urgency: 'red' | 'orange' | 'yellow' | 'green') =>
    may(holder, 'see-records', { centre: 'hochfeld', body: null, urgency })
  expect([sees('red'), sees('orange'), sees('yellow'), sees('green')]).toEqual([
    true,
    true,
    false,
    false,
  ])
})

test('a word from outside is a role only if the table has it', () => {
  expect(isRole('lead')).toBe(true)
  expect(isRole('constructor')).toBe(false)
})
