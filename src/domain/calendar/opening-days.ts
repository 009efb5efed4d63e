// On which days of the week anything opens at all.

import type { OpeningRule } from './rules.ts'
import { dayNumber, weekdayOfDay } from './wall-clock.ts'

/** The days of the week (1 = Monday … 7 = Sunday) on which a rule may open, in their order. */
export function openingDays(rules: readonly OpeningRule[]): number[] {
  const days = new Set(rules.flatMap(({ repeat }) => daysOf(repeat)))
  return [...days].sort((a, b) => a - b)
}

function daysOf(repeat: OpeningRule['repeat']): readonly number[] {
  switch (repeat.every) {
    case 'week':
      return repeat.weekdays
    case 'month':
      return [repeat.weekday]
    case 'date':
      return repeat.dates.map((date) => weekdayOfDay(dayNumber(date)))
  }
}
