import { expect, test } from 'vitest'
import { counsellorAt } from '../../../src/domain/calendar/counsellor-at.ts'
import { plannedSlots } from '../../../src/domain/calendar/planned.ts'
import type { OpeningRule } from '../../../src/domain/calendar/rules.ts'
import { addDays, atWall } from '../../../src/domain/calendar/wall-clock.ts'
import { calendar } from '../../support/opening.ts'

const DAILY = { every: 'week', weekdays: [1, 2, 3, 4, 5, 6, 7] } as const
const rule = (more: Partial<OpeningRule>): OpeningRule => ({
  id: 'daily',
  repeat: { ...DAILY, weekdays: [...DAILY.weekdays] },
  opens: '00:00',
  closes: '24:00',
  slotMinutes: 30,
  seats: 3,
  ...more,
})

// Both clock changes, a day of half an hour after midnight, a holiday, an ordinary day.
test.each(['2026-03-29', '2026-10-25', '2026-12-31', '2026-12-25', '2026-11-23'])(
  'on %s it is who was entered for the day, at every seat of every time',
  (date) => {
    const day = { from: date, until: date, seat: 2 }
    const rules = [rule({ counselling: [{ ...day, languages: ['ckb'] }, { languages: ['ar'] }] })]
    const made = calendar(rules)
    const slots = plannedSlots(made, [], { from: addDays(date, -1), until: addDays(date, 1) })
    for (const { startsAt, seats, staffSeats, walkInSeats, counsellors } of slots) {
      const isOn = startsAt >= atWall(date, 0) && startsAt < atWall(addDays(date, 1), 0)
      for (const seat of [...seats, ...staffSeats, ...walkInSeats]) {
        const found = counsellorAt(made, { startsAt, seat })
        expect(found).toEqual(counsellors?.get(seat))
        expect(found?.languages).toEqual(isOn && seat === 2 ? ['ckb'] : ['ar'])
      }
    }
    expect(slots.length).toBeGreaterThanOrEqual(48)
  },
)

test('nobody is known at a time, or a seat, that the rules do not have', () => {
  const made = calendar([rule({ counselling: [{ languages: ['ar'] }] })])
  const startsAt = atWall('2026-11-23', 600)
  expect(counsellorAt(made, { startsAt, seat: 1 })?.languages).toEqual(['ar'])
  expect(counsellorAt(made, { startsAt, seat: 9 })).toBeUndefined()
  expect(counsellorAt(made, { startsAt, seat: null })).toBeUndefined()
  expect(counsellorAt(made, { startsAt: startsAt + 60_000, seat: 1 })).toBeUndefined()
  expect(counsellorAt(calendar([rule({})]), { startsAt, seat: 1 })).toBeUndefined()
})
