import { describe, expect, it } from 'vitest'
import { type Change, mayBook, mayMove } from '../../src/domain/appointment/booking.ts'

const DAY = 86_400_000
const NOW = Date.parse('2026-03-16T07:00:00Z')
const limits = { movesPerWeek: 3, cancellationsPerWeek: 2 }
const ago = (what: Change['what'], ...days: number[]): Change[] =>
  days.map((day) => ({ what, at: NOW - day * DAY }))

describe('how often an appointment may be changed', () => {
  it.each([
    ['never moved', [], undefined],
    ['moved once less than allowed', ago('moved', 1, 2), undefined],
    ['moved as often as allowed', ago('moved', 0, 1, 2), 'too-many-changes'],
    ['the first move is a week ago', ago('moved', 0, 1, 7), undefined],
    ['the first move is almost a week ago', ago('moved', 0, 1, 6.99), 'too-many-changes'],
    ['cancelling does not count as moving', ago('cancelled', 0, 1, 2), undefined],
  ])('moving: %s', (_, changes, refused) => {
    expect(mayMove(limits, changes, NOW)).toBe(refused)
  })

  it.each([
    ['never cancelled', [], undefined],
    ['cancelled once less than allowed', ago('cancelled', 1), undefined],
    ['cancelled as often as allowed', ago('cancelled', 1, 2), 'too-many-changes'],
    ['the first time is a week ago', ago('cancelled', 1, 7), undefined],
    ['moving does not count as cancelling', ago('moved', 0, 1, 2), undefined],
  ])('booking again: %s', (_, changes, refused) => {
    expect(mayBook(limits, changes, NOW)).toBe(refused)
  })
})
