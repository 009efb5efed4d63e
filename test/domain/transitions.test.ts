import { expect, test } from 'vitest'
import {
  cancelling,
  displacing,
  lettingGo,
  makingWay,
  type State,
  transition,
} from '../../src/domain/appointment/transitions.ts'

const NOW = Date.parse('2026-11-23T09:00:00Z')

// Whether the seat is kept, reminders are looked at, and other systems are told.
test.each([
  ['booked', 'booked', true, true, true],
  ['booked', 'attended', true, false, true],
  ['booked', 'missed', true, true, true],
  ['missed', 'attended', true, false, true],
  ['booked', 'unmarked', true, false, true],
  ['booked', 'cancelled', false, false, true],
  ['cancelled', 'booked', true, true, true],
  ['offered', 'offer-taken', false, false, false],
  ['offered', 'offer-declined', false, false, false],
  ['offered', 'offer-expired', false, false, false],
  ['offered', 'offer-released', false, false, false],
] as [State, State, boolean, boolean, boolean][])(
  'from %s to %s: seat %s, reminders %s, told %s',
  (from, to, hasSeat, isReminded, isTold) => {
    expect(transition(from, to, NOW)).toEqual({
      from,
      to,
      hasSeat,
      isTold,
      remindAt: isReminded ? NOW : null,
      overAt: null,
    })
  },
)

const steps = (all: ReturnType<typeof cancelling>) =>
  all.map(({ from, to, overAt }) => [from, to, overAt])

test('what is over is never cancelled, only left unmarked', () => {
  expect(steps(makingWay(NOW))).toEqual([['booked', 'unmarked', NOW]])
  expect(steps(cancelling(NOW))).toEqual([
    ['booked', 'unmarked', NOW],
    ['booked', 'cancelled', null],
  ])
})

test('whoever is forgotten keeps nothing that is held for them either', () => {
  expect(steps(lettingGo(NOW)).at(-1)).toEqual(['offered', 'offer-released', null])
})

test('closed hours end appointments and offers alike', () => {
  expect(steps(displacing(NOW))).toEqual([
    ['booked', 'cancelled', null],
    ['offered', 'offer-released', null],
  ])
})
