import { expect, test } from 'vitest'
import { customDays } from '../../../src/domain/calendar/custom-days.ts'
import { dateOfDay } from '../../../src/domain/calendar/wall-clock.ts'
import { openPoints } from '../../../src/domain/profile/open-points.ts'
import { duisburg } from '../../support/duisburg.ts'

test.each([
  [2026, '2026-02-16'],
  [2027, '2027-02-08'],
  [2028, '2028-02-28'],
  [2035, '2035-02-05'],
])('in %i Rosenmontag is %s', (year, rosenmontag) => {
  expect(customDays(year).map(({ day }) => dateOfDay(day))).toEqual([
    `${year}-12-24`,
    `${year}-12-31`,
    rosenmontag,
  ])
})

test('every seed names them as open until the city has said whether it works then', () => {
  const profile = duisburg()
  const open = () => openPoints(profile).filter((point) => point.startsWith('closedDays'))
  expect(open().join()).toContain('24.12., 31.12., Rosenmontag')
  profile.closedDays = [{ from: '2026-12-24', until: '2026-12-31', reason: 'Weihnachten' }]
  expect(open().join()).not.toContain('December')
  expect(open().join()).toContain('Rosenmontag')
  profile.closedDays = [
    ...profile.closedDays,
    { from: '2027-02-08', until: '2027-02-08', reason: 'Rosenmontag' },
  ]
  expect(open()).toEqual([])
})
