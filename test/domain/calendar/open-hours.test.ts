import { describe, expect, it } from 'vitest'
import type { Closure } from '../../../src/domain/calendar/closures.ts'
import { openHours } from '../../../src/domain/calendar/open-hours.ts'
import { atWall } from '../../../src/domain/calendar/wall-clock.ts'
import { onWall } from '../../support/opening.ts'

const hours = [
  { weekdays: [3], opens: '14:00', closes: '16:00' },
  { weekdays: [1, 3], opens: '10:00', closes: '12:00' },
]
const centre = { centreId: 'hochfeld', state: 'NW', hours } as const
const open = (from: string, until: string, closures: Closure[] = []) =>
  openHours(centre, closures, { from, until }).map(
    ({ opensAt, closesAt }) => `${onWall(opensAt).slice(5)}–${onWall(closesAt).slice(11)}`,
  )
const closed = (from: number, until: number, more: Partial<Closure> = {}): Closure => ({
  startsAt: atWall('2026-03-16', from * 60),
  endsAt: atWall('2026-03-16', until * 60),
  ...more,
})

describe('walk-in and phone hours', () => {
  it('come by time', () => {
    expect(open('2026-03-16', '2026-03-18')).toEqual([
      '03-16 10:00–12:00',
      '03-18 10:00–12:00',
      '03-18 14:00–16:00',
    ])
  })

  it('leave out holidays', () => {
    expect(open('2026-04-06', '2026-04-06')).toEqual([])
  })

  it.each<[string, Closure, string[]]>([
    ['the whole of it', closed(9, 13), []],
    ['the beginning', closed(9, 11), ['03-16 11:00–12:00']],
    ['the middle', closed(10.5, 11), ['03-16 10:00–10:30', '03-16 11:00–12:00']],
    ['nothing before or after', closed(12, 14), ['03-16 10:00–12:00']],
    ['nothing for one seat', closed(9, 13, { seat: 1 }), ['03-16 10:00–12:00']],
    ['nothing elsewhere', closed(9, 13, { centreId: 'hamborn' }), ['03-16 10:00–12:00']],
  ])('lose to a closure %s', (_, closure, left) => {
    expect(open('2026-03-16', '2026-03-16', [closure])).toEqual(left)
  })

  it('stay at their wall-clock time when the clock is changed', () => {
    expect(open('2026-03-23', '2026-03-23')).toEqual(['03-23 10:00–12:00'])
    expect(open('2026-03-30', '2026-03-30')).toEqual(['03-30 10:00–12:00'])
  })
})
