import { expect, test } from 'vitest'
import { closuresOf } from '../../src/domain/calendar/closures.ts'
import { customDaysOffered } from '../../src/domain/calendar/custom-days.ts'
import { dateOf } from '../../src/domain/calendar/wall-clock.ts'
import { calendarOf } from '../../src/domain/profile/profile.ts'
import { duisburg } from '../support/duisburg.ts'

const profile = duisburg()
const calendars = profile.centres.map((centre) => calendarOf(profile, centre))
const on = (date: string) => Date.parse(`${date}T11:00:00Z`)
const named = (now: number, closed: Parameters<typeof closuresOf>[0][] = []) =>
  customDaysOffered(calendars, closed.flatMap(closuresOf), now).map(dateOf)

test('are named in the sixty days before them, where a centre counsels on that weekday', () => {
  expect(named(on('2029-10-24'))).toEqual([])
  expect(named(on('2029-11-25'))).toEqual(['2029-12-24', '2029-12-31'])
  expect(named(on('2029-12-24'))).toEqual(['2029-12-31'])
  // Rosenmontag of the next year.
  expect(named(on('2027-01-02'))).toEqual(['2027-02-08'])
  // A Sunday.
  expect(named(on('2028-12-01'))).toEqual([])
})

test('are named no more once the city, and not one of its centres, is closed', () => {
  const eve = { from: '2029-12-24', until: '2029-12-31', reason: 'zu' }
  expect(named(on('2029-11-25'), [{ ...eve, centreId: 'hochfeld' }])).not.toEqual([])
  expect(named(on('2029-11-25'), [eve])).toEqual([])
})
