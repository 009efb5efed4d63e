import { expect, test } from 'vitest'
import {
  ACTIONS,
  type Holder,
  isRole,
  may,
  mayEver,
  ROLES,
} from '../../src/domain/people/rights.ts'

// Columns: own centre (nobody's case), own centre (own carrier's), own centre (another carrier's),
// other centre, the whole city.
const table: Record<(typeof ROLES)[number], Partial<Record<(typeof ACTIONS)[number], string>>> = {
  counsellor: {
    'see-day': 'yy---',
    'see-records': 'yy---',
    'work-on-record': 'yy---',
    'hand-over-record': 'yy---',
    'erase-record': 'yy---',
    'change-booking': 'yy---',
    'close-day': 'yyy--',
  },
  lead: {
    'see-day': 'yyy--',
    'see-records': 'yyy--',
    'work-on-record': 'yyy--',
    'hand-over-record': 'yyy--',
    'erase-record': 'yyy--',
    'change-booking': 'yyy--',
    'close-day': 'yyy--',
    'see-audit': 'yyy--',
    'see-utilisation': 'yyy--',
    'edit-notices': 'yyy--',
  },
  coordinator: { 'see-utilisation': 'yyyyy', 'record-voices': 'yyyyy', 'manage-voices': 'yyyyy' },
  administrator: {
    'close-day': 'yyyyy',
    'see-audit': 'yyyyy',
    'edit-notices': 'yyyyy',
    'edit-city': 'yyyyy',
    'edit-staff': 'yyyyy',
    'edit-tokens': 'yyyyy',
    'record-voices': 'yyyyy',
    'manage-voices': 'yyyyy',
  },
  volunteer: { 'record-voices': 'yyyyy' },
}

const places = [
  { centre: 'hochfeld', body: null },
  { centre: 'hochfeld', body: 'drk' },
  { centre: 'hochfeld', body: 'caritas' },
  { centre: 'hamborn', body: null },
  { centre: null },
]

const cases = ROLES.flatMap((role) =>
  ACTIONS.map((action) => ({ role, action, expected: table[role][action] ?? '-----' })),
)

test.each(cases)('$role, $action: $expected', ({ role, action, expected }) => {
  const holder: Holder = { role, centres: ['hochfeld', 'rheinhausen'], body: 'drk' }
  const found = places.map((place) => (may(holder, action, place) ? 'y' : '-')).join('')
  expect(found).toBe(expected)
  expect(mayEver(holder, action)).toBe(expected !== '-----')
})

test('a coordinator and an administrator see no record, whatever centres they are given', () => {
  for (const role of ['coordinator', 'administrator'] as const) {
    const holder: Holder = { role, centres: ['hochfeld'], body: 'drk' }
    expect(may(holder, 'see-records', { centre: 'hochfeld', body: 'drk' })).toBe(false)
  }
})

test('without a carrier only cases that nobody has taken over are seen', () => {
  const holder: Holder = { role: 'counsellor', centres: ['hochfeld'], body: null }
  expect(may(holder, 'see-records', { centre: 'hochfeld', body: null })).toBe(true)
  expect(may(holder, 'see-records', { centre: 'hochfeld', body: 'drk' })).toBe(false)
})

test('a word from outside is a role only if the table has it', () => {
  expect(isRole('lead')).toBe(true)
  expect(isRole('constructor')).toBe(false)
})
