// Calendars for tests: written as short as staff would say them.
import type { CentreCalendar } from '../../src/domain/calendar/planned.ts'
import type { OpeningRule } from '../../src/domain/calendar/rules.ts'
import { dateOf, toWall } from '../../src/domain/calendar/wall-clock.ts'

/** A rule for Mondays from 10 to 12, but for what is said. */
export const opening = (said: Partial<OpeningRule> = {}): OpeningRule => ({
  id: 'monday',
  repeat: { every: 'week', weekdays: [1] },
  opens: '10:00',
  closes: '12:00',
  ...said,
})

/** A centre with one public and one walk-in seat and slots of 20 minutes, but for what is said. */
export const calendar = (
  rules: readonly OpeningRule[],
  said: Partial<CentreCalendar['numbers']> = {},
): CentreCalendar => ({
  centreId: 'hochfeld',
  state: 'NW',
  numbers: {
    slotMinutes: 20,
    seats: 2,
    walkInSeats: 1,
    staffSeats: 0,
    leadMinutes: 60,
    horizonDays: 28,
    ...said,
  },
  rules,
})

/** '2026-03-16 10:00' for an epoch ms. */
export const onWall = (ms: number): string => {
  const { minutes } = toWall(ms)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${dateOf(ms)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
