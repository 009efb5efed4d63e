import { afterEach, describe, expect, it } from 'vitest'
import { holidayOn } from '../../../src/domain/calendar/holidays.ts'
import { dateOfDay, dayNumber } from '../../../src/domain/calendar/wall-clock.ts'
import { easter, holidaysOfNrw } from '../../support/calendar-oracle.ts'

const holidaysFrom = (year: number): string[] => {
  const days: string[] = []
  for (let day = dayNumber(`${year}-01-01`); day <= dayNumber(`${year}-12-31`); day += 1)
    if (holidayOn(day, 'NW')) days.push(dateOfDay(day))
  return days
}

describe('the public holidays of North Rhine-Westphalia', () => {
  const zone = process.env.TZ
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  })

  it.each([
    ['2026-01-01', 'Neujahrstag'],
    ['2026-04-03', 'Karfreitag'],
    ['2026-04-06', 'Ostermontag'],
    ['2026-05-14', 'Christi Himmelfahrt'],
    ['2026-06-04', 'Fronleichnam'],
    ['2027-05-27', 'Fronleichnam'],
    ['2026-11-01', 'Allerheiligen'],
    ['2027-11-01', 'Allerheiligen'],
    ['2026-12-26', '2. Weihnachtstag'],
  ])('%s is %s', (date, name) => {
    expect(holidayOn(dayNumber(date), 'NW')).toBe(name)
  })

  it.each(['2026-01-06', '2026-08-15', '2026-10-31', '2026-11-18', '2026-12-24', '2026-12-31'])(
    '%s is a holiday elsewhere, or none',
    (date) => {
      expect(holidayOn(dayNumber(date), 'NW')).toBeUndefined()
    },
  )

  it.each([
    ['2024-03-31', 2024],
    ['2026-04-05', 2026],
    ['2035-03-25', 2035],
    ['2038-04-25', 2038],
  ])('follow Easter on %s', (date, year) => {
    expect(easter(year).toString()).toBe(date)
  })

  it.each(Array.from({ length: 12 }, (_, index) => 2024 + index))('of %i are the law', (year) => {
    expect(holidaysFrom(year)).toEqual(holidaysOfNrw(year).sort())
  })

  // years of their own: what has been asked once is remembered
  it.each([
    ['Pacific/Auckland', 2040],
    ['Pacific/Kiritimati', 2041],
    ['America/Los_Angeles', 2042],
  ])('are the same on a machine in %s', (elsewhere, year) => {
    process.env.TZ = elsewhere
    expect(holidaysFrom(year)).toEqual(holidaysOfNrw(year).sort())
  })
})
