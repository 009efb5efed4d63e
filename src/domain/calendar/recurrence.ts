// Whether a window or rule falls on a day.

import type { Repeat } from './rules.ts'
import { dateOfDay, dayNumber, weekdayOfDay } from './wall-clock.ts'

const weekOf = (day: number): number => Math.floor((day + 3) / 7)

const repeatsOn = (repeat: Repeat, day: number): boolean => {
  switch (repeat.every) {
    case 'date':
      return repeat.dates.includes(dateOfDay(day))
    case 'week': {
      if (!repeat.weekdays.includes(weekdayOfDay(day))) return false
      const { interval = 1, anchor } = repeat
      return anchor === undefined || (weekOf(day) - weekOf(dayNumber(anchor))) % interval === 0
    }
    case 'month': {
      if (weekdayOfDay(day) !== repeat.weekday) return false
      const date = dateOfDay(day)
      const dayOfMonth = Number(date.slice(8))
      const isLast = dateOfDay(day + 7).slice(5, 7) !== date.slice(5, 7)
      return repeat.nth.includes(Math.ceil(dayOfMonth / 7)) || (isLast && repeat.nth.includes(-1))
    }
  }
}

/** What windows and opening rules have in common. */
type Recurring = {
  repeat: Repeat
  validFrom?: string | undefined
  validUntil?: string | undefined
}

/** Whether a rule holds on a day (`dayNumber`); holidays and closures are not its business. */
export const fallsOn = (rule: Recurring, day: number): boolean => {
  // Asked for every rule and day up to the horizon: the date is worked out where something hangs on it.
  if (!repeatsOn(rule.repeat, day)) return false
  const { validFrom, validUntil } = rule
  if (validFrom === undefined && validUntil === undefined) return true
  const date = dateOfDay(day)
  return (
    (validFrom === undefined || date >= validFrom) &&
    (validUntil === undefined || date <= validUntil)
  )
}
