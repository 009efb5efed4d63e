// When people can come without an appointment, and when somebody answers the phone.

import { type Closure, touching } from './closures.ts'
import { holidayOn, type State } from './holidays.ts'
import type { DayRange } from './planned.ts'
import type { WeeklyHours } from './rules.ts'
import { atDay, dayNumber, minutesOf, weekdayOfDay } from './wall-clock.ts'

/** Epoch ms. */
export type OpenHours = { opensAt: number; closesAt: number }

const cutOut = (open: OpenHours[], closure: Closure): OpenHours[] =>
  open
    .flatMap(({ opensAt, closesAt }) => [
      { opensAt, closesAt: Math.min(closesAt, closure.startsAt) },
      { opensAt: Math.max(opensAt, closure.endsAt), closesAt },
    ])
    .filter(({ opensAt, closesAt }) => opensAt < closesAt)

/**
 * The walk-in or phone hours of a centre in a range of days, by time, without public holidays and
 * without what closures of the whole centre take out of them (one closed seat leaves it open).
 */
export const openHours = (
  centre: { centreId: string; state: State; hours: readonly WeeklyHours[] },
  closures: readonly Closure[],
  range: DayRange,
): OpenHours[] => {
  const open: OpenHours[] = []
  for (let day = dayNumber(range.from); day <= dayNumber(range.until); day += 1) {
    if (holidayOn(day, centre.state)) continue
    for (const { weekdays, opens, closes } of centre.hours) {
      if (!weekdays.includes(weekdayOfDay(day))) continue
      const opensAt = atDay(day, minutesOf(opens))
      const closesAt = atDay(day, minutesOf(closes))
      const closed = touching(closures, centre.centreId, opensAt, closesAt)
      const whole = closed.filter(({ seat }) => typeof seat !== 'number')
      open.push(...whole.reduce(cutOut, [{ opensAt, closesAt }]))
    }
  }
  return open.sort((a, b) => a.opensAt - b.opensAt)
}
