import { describe, expect, it } from 'vitest'
import { plannedSlots, type Slot } from '../../../src/domain/calendar/planned.ts'
import type { OpeningRule } from '../../../src/domain/calendar/rules.ts'
import { calendar, onWall, opening } from '../../support/opening.ts'

const plan = (rules: OpeningRule[], from: string, until = from): Slot[] =>
  plannedSlots(calendar(rules), [], { from, until })
const starts = (slots: readonly Slot[]) => slots.map(({ startsAt }) => onWall(startsAt))
const times = (slots: readonly Slot[]) => starts(slots).map((at) => at.slice(11))

describe('when the clock is changed', () => {
  const sundays = (opens: string, closes: string, slotMinutes = 30) =>
    opening({ repeat: { every: 'week', weekdays: [7] }, opens, closes, slotMinutes })

  it('a slot at 10:00 stays at 10:00, an hour earlier or later in UTC', () => {
    const slots = plan([opening({ closes: '10:20' })], '2026-03-23', '2026-03-30')
    expect(starts(slots)).toEqual(['2026-03-23 10:00', '2026-03-30 10:00'])
    expect(slots.map(({ startsAt }) => new Date(startsAt).getUTCHours())).toEqual([9, 8])
    const autumn = plan([opening({ closes: '10:20' })], '2026-10-19', '2026-10-26')
    expect(autumn.map(({ startsAt }) => new Date(startsAt).getUTCHours())).toEqual([8, 9])
  })

  it('the hour that is skipped has no slots', () => {
    expect(times(plan([sundays('01:00', '04:00')], '2026-03-29'))).toEqual([
      ...['01:00', '01:30'],
      ...['03:00', '03:30'],
    ])
  })

  it('the hour that comes twice has its slots once, the first time', () => {
    const slots = plan([sundays('01:00', '04:00')], '2026-10-25')
    expect(times(slots)).toEqual(['01:00', '01:30', '02:00', '02:30', '03:00', '03:30'])
    const [, , , last, next] = slots
    expect(last && new Date(last.startsAt).toISOString()).toBe('2026-10-25T00:30:00.000Z')
    expect(next && new Date(next.startsAt).toISOString()).toBe('2026-10-25T02:00:00.000Z')
  })

  it('no slot runs across the change', () => {
    expect(times(plan([sundays('01:10', '03:30', 40)], '2026-03-29'))).toEqual(['01:10'])
    expect(times(plan([sundays('02:10', '03:30', 40)], '2026-10-25'))).toEqual(['02:10'])
  })
})
