// Days that are no holidays by law, and on which hardly anybody works: a city says itself whether it does.

import { getHolidays } from 'feiertagejs'
import { dayNumber } from './wall-clock.ts'

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
