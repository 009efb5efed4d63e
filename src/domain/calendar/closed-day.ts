// Why a centre is closed on a day.

import { type Closure, touching } from './closures.ts'
import { holidayOn } from './holidays.ts'
import { openHours } from './open-hours.ts'
import { type CentreCalendar, slotsOn } from './planned.ts'
import type { WeeklyHours } from './rules.ts'
import { atDay, dateOfDay } from './wall-clock.ts'

/** A centre as its days show it: hours that can be booked, and those without an appointment. */
export type CentreHours = { calendar: CentreCalendar; walkIn: readonly WeeklyHours[] }

/** holiday: by law, with its German name · closed: the city or staff closed it · no-hours: there never are any. */
export type ClosedDay =
  | { why: 'holiday'; name: string }
  | { why: 'closed'; reasons: readonly string[] }
  | { why: 'no-hours' }

/** Why nobody can come to a centre on a day (`dayNumber`); `null` where somebody can, if only for some hours. */
export function closedDay(
  { calendar, walkIn }: CentreHours,
  closures: readonly Closure[],
  day: number,
): ClosedDay | null {
  const { centreId, state } = calendar
  const name = holidayOn(day, state)
  if (name !== undefined) return { why: 'holiday', name }
  const date = dateOfDay(day)
  const isOpen = (but: readonly Closure[]) =>
    slotsOn(calendar, but, day).length > 0 ||
    openHours({ centreId, state, hours: walkIn }, but, { from: date, until: date }).length > 0
  if (isOpen(closures)) return null
  if (!isOpen([])) return { why: 'no-hours' }
  return {
    why: 'closed',
    reasons: reasonsOf(touching(closures, centreId, atDay(day, 0), atDay(day, 1440))),
  }
}

/** What closures say, each thing once. */
export const reasonsOf = (closures: readonly Closure[]): string[] => [
  ...new Set(closures.flatMap(({ reason }) => reason ?? [])),
]
