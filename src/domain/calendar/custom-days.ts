// Days that are no holidays by law, and on which hardly anybody works: a city says itself whether it does.

import { getHolidays } from 'feiertagejs'
import type { Closure } from './closures.ts'
import { type CentreCalendar, slotsOn } from './planned.ts'
import { atDay, dateOf, dayNumber, dayOf } from './wall-clock.ts'

const DAY_OF_ROSENMONTAG = 49

/** 24 and 31 December, and Rosenmontag, 48 days before Easter Sunday, of a year; as `dayNumber`. */
export function customDays(year: number): { name: string; day: number }[] {
  const monday = getHolidays(year, 'NW').find(({ name }) => name === 'OSTERMONTAG')
  const easter = monday ? dayNumber(monday.date.toISOString().slice(0, 10)) : null
  return [
    { name: '24.12.', day: dayNumber(`${year}-12-24`) },
    { name: '31.12.', day: dayNumber(`${year}-12-31`) },
    ...(easter === null ? [] : [{ name: 'Rosenmontag', day: easter - DAY_OF_ROSENMONTAG }]),
  ]
}

// From November on Christmas is in sight.
const DAYS_AHEAD = 60

/** Those of the next sixty days on which one of these centres still offers times; epoch ms, when the day begins in Berlin. */
export function customDaysOffered(
  calendars: readonly CentreCalendar[],
  closures: readonly Closure[],
  now: number,
): number[] {
  const today = dayOf(now)
  const year = Number(dateOf(now).slice(0, 4))
  return [year, year + 1]
    .flatMap(customDays)
    .map(({ day }) => day)
    .filter((day) => day > today && day <= today + DAYS_AHEAD)
    .filter((day) => calendars.some((calendar) => slotsOn(calendar, closures, day).length > 0))
    .sort((a, b) => a - b)
    .map((day) => atDay(day, 0))
}
