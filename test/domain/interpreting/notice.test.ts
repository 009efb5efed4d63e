import { describe, expect, it } from 'vitest'
import { atWall } from '../../../src/domain/calendar/wall-clock.ts'
import {
  type InterpreterNotice,
  interpreterLine,
  noticeHour,
} from '../../../src/domain/interpreting/notice.ts'

describe('notices are looked for', () => {
  it.each<[string, string, number, string | null]>([
    ['when work begins', '2026-11-23', 8 * 60, '2026-11-23 8'],
    ['not before', '2026-11-23', 8 * 60 - 1, null],
    ['in the last hour of it', '2026-11-23', 17 * 60 - 1, '2026-11-23 16'],
    ['not in the evening', '2026-11-23', 17 * 60, null],
    ['not at midnight', '2026-11-23', 0, null],
    ['not on a Sunday', '2026-11-22', 600, null],
    ['not on a holiday', '2026-12-25', 600, null],
    ['by the wall after the change to winter time', '2026-10-26', 8 * 60, '2026-10-26 8'],
    ['and to summer time', '2027-03-30', 8 * 60, '2027-03-30 8'],
  ])('%s', (_, date, minutes, hour) => {
    expect(noticeHour(atWall(date, minutes), 'NW')).toBe(hour)
  })
})

describe('a notice', () => {
  const about = { number: 'SM-7F3K-2D9Q', centre: 'Hochfeld' }
  it.each<[InterpreterNotice, string]>([
    [
      { ...about, order: { date: '2026-11-25' } },
      'SM-7F3K-2D9Q, Hochfeld, Sprachmittlung bestellen bis 25.11.2026',
    ],
    [
      { ...about, order: 'late' },
      'SM-7F3K-2D9Q, Hochfeld, Sprachmittlung am Telefon bestellen, die Frist ist vorbei',
    ],
    [
      { ...about, cancelBy: atWall('2026-10-24', 605) },
      'SM-7F3K-2D9Q, Hochfeld, Sprachmittlung abbestellen, kostenlos bis 24.10.2026, 10:05 Uhr',
    ],
  ])('says what is to be done: %j', (notice, line) => {
    expect(interpreterLine(notice)).toBe(line)
  })
})
