import { expect, test } from 'vitest'
import {
  type BookingState,
  mayMark,
  type Outcome,
} from '../../src/domain/appointment/attendance.ts'

const hour = 3_600_000
const startsAt = Date.parse('2026-11-23T09:00:00Z')

test.each([
  ['booked', 'attended', -61, false],
  ['booked', 'attended', -59, true],
  ['booked', 'attended', 20, true],
  ['booked', 'missed', -1, false],
  ['booked', 'missed', 0, true],
  ['missed', 'attended', 120, true],
  ['attended', 'missed', 120, true],
  ['attended', 'attended', 120, false],
  ['cancelled', 'attended', 20, false],
  ['booked', 'missed', 47 * 60, true],
  ['unmarked', 'attended', 47 * 60, true],
  ['unmarked', 'missed', 47 * 60, true],
  ['unmarked', 'attended', 49 * 60, false],
  ['attended', 'missed', 49 * 60, false],
] as [BookingState, Outcome, number, boolean][])(
  'a %s appointment marked %s %i minutes after its start: %s',
  (state, to, minutes, expected) => {
    const now = startsAt + (minutes * hour) / 60
    expect(mayMark(state, to, { startsAt, now })).toBe(expected)
  },
)
