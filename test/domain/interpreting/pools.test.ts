import { describe, expect, it } from 'vitest'
import { atWall, dateOfDay, dayNumber } from '../../../src/domain/calendar/wall-clock.ts'
import { isWorkingDay, workingDaysFrom } from '../../../src/domain/calendar/working-days.ts'
import {
  freeUntil,
  lastOrderDay,
  orderedNext,
  poolFor,
  poolsFor,
  type ToInterpret,
} from '../../../src/domain/interpreting/pools.ts'
import type { Pool } from '../../../src/domain/profile/interpreting.ts'

const pool = (said: Partial<Pool> = {}): Pool => ({
  id: 'lay',
  name: 'Sprachmittlung',
  modes: ['on-site'],
  languages: ['ti', 'kmr'],
  leadWorkingDays: 5,
  contact: {},
  status: { confirmed: true },
  ...said,
})
const startsAt = atWall('2026-12-10', 600)
const talk = (said: Partial<ToInterpret> = {}): ToInterpret => ({
  centre: 'hochfeld',
  startsAt,
  endsAt: startsAt + 30 * 60_000,
  language: 'ti',
  topics: ['letter'],
  ...said,
})
const asked = (pools: Pool[], of = talk(), on = '2026-12-01') =>
  poolsFor({ interpreting: pools, state: 'NW' }, of, dayNumber(on)).map(
    ({ pool: { id }, mode }) => `${id} ${mode}`,
  )

describe('working days', () => {
  it.each([
    ['2026-12-04', 1, '2026-12-07', 'over a weekend'],
    ['2026-12-07', -1, '2026-12-04', 'back over a weekend'],
    ['2026-12-23', 1, '2026-12-24', 'Christmas Eve is none of the holidays'],
    ['2026-12-24', 1, '2026-12-28', 'over Christmas, a Friday, and the weekend'],
    ['2026-12-31', 1, '2027-01-04', 'over New Year'],
    ['2026-06-05', -1, '2026-06-03', 'over Fronleichnam'],
    ['2026-03-27', 1, '2026-03-30', 'over the change to summer time'],
    ['2026-10-26', -1, '2026-10-23', 'back over the change to winter time'],
    ['2026-12-05', 0, '2026-12-05', 'none'],
  ])('%s %i: %s, %s', (from, count, then) => {
    expect(dateOfDay(workingDaysFrom(dayNumber(from), count, 'NW'))).toBe(then)
  })

  it('are no Saturdays, Sundays and holidays', () => {
    const days = ['2026-12-24', '2026-12-25', '2026-12-26', '2026-12-27', '2026-12-28']
    expect(days.map((date) => isWorkingDay(dayNumber(date), 'NW'))).toEqual([
      ...[true, false, false, false, true],
    ])
  })
})

describe('an order is in time', () => {
  it.each<[string, Partial<Pool>, string, string]>([
    ['on the day itself', { leadWorkingDays: 0 }, '2026-12-10', '2026-12-10'],
    ['five working days before', {}, '2026-12-10', '2026-12-03'],
    ['seven over Christmas', { leadWorkingDays: 7 }, '2027-01-05', '2026-12-23'],
    ['by when the answer comes', { answersInWorkingDays: 3 }, '2026-12-10', '2026-12-02'],
    ['by the lead where that is longer', { answersInWorkingDays: 1 }, '2026-12-10', '2026-12-03'],
  ])('%s', (_, said, date, last) => {
    expect(lastOrderDay(pool(said), atWall(date, 600), 'NW').date).toBe(last)
  })

  it('by the day of the wall, whatever the hour in UTC is', () => {
    expect(lastOrderDay(pool(), atWall('2026-12-10', 0), 'NW').date).toBe('2026-12-03')
    expect(lastOrderDay(pool(), atWall('2026-12-10', 1439), 'NW').date).toBe('2026-12-03')
  })

  it('is placed on the next working day', () => {
    const night = atWall('2026-12-23', 1439)
    expect(dateOfDay(orderedNext(night, 'NW'))).toBe('2026-12-24')
    expect(dateOfDay(orderedNext(night + 60_000, 'NW'))).toBe('2026-12-28')
  })
})

describe('free to cancel', () => {
  it.each<[string, number | undefined, string, number, string | null]>([
    ['always', undefined, '2026-12-10', 600, null],
    ['a day before', 24, '2026-12-10', 600, '2026-12-09T09:00:00.000Z'],
    [
      'at the same hour over the change to summer time',
      24,
      '2026-03-29',
      600,
      '2026-03-28T09:00:00.000Z',
    ],
    ['and to winter time', 24, '2026-10-25', 600, '2026-10-24T08:00:00.000Z'],
    ['two days and six hours', 54, '2026-12-10', 600, '2026-12-08T03:00:00.000Z'],
    ['until it begins', 0, '2026-12-10', 600, '2026-12-10T09:00:00.000Z'],
  ])('%s', (_, freeCancelHours, date, minutes, until) => {
    const { freeCancelHours: _none, ...rest } = pool()
    const one = freeCancelHours === undefined ? rest : { ...rest, freeCancelHours }
    const free = freeUntil(one, atWall(date, minutes))
    expect(free === null ? null : new Date(free).toISOString()).toBe(until)
  })
})

describe('a pool is asked', () => {
  it.each<[string, Partial<Pool>, Partial<ToInterpret>, boolean]>([
    ['that speaks it', {}, {}, true],
    ['not one that does not', {}, { language: 'ckb' }, false],
    ['of Kurmanji for Bahdini', {}, { language: 'kmr-bahdini' }, true],
    ['by its own centres', { centres: ['hamborn'] }, {}, false],
    ['by the centre it is for', { centres: ['hamborn', 'hochfeld'] }, {}, true],
    ['not for what it excludes', { excludes: ['residence', 'letter'] }, {}, false],
    ['for what it does not exclude', { excludes: ['residence'] }, {}, true],
    ['not for longer than it interprets', { longestMinutes: 29 }, {}, false],
    ['for just as long', { longestMinutes: 30 }, {}, true],
    ['not too late', { leadWorkingDays: 8 }, {}, false],
    ['on the last day', { leadWorkingDays: 7 }, {}, true],
  ])('%s', (_, said, of, is) => {
    expect(asked([pool(said)], talk(of))).toEqual(is ? ['lay on-site'] : [])
  })

  it('on site before by video before by telephone, then as the city has them', () => {
    const pools = [
      pool({ id: 'a', modes: ['telephone', 'video'] }),
      pool({ id: 'b', modes: ['on-site'], leadWorkingDays: 8 }),
      pool({ id: 'c', modes: ['on-site'] }),
      pool({ id: 'd', modes: ['video', 'on-site'] }),
    ]
    expect(asked(pools)).toEqual(['c on-site', 'd on-site', 'a video', 'd video', 'a telephone'])
    const profile = { interpreting: pools, state: 'NW' } as const
    expect(poolFor(profile, talk(), dayNumber('2026-12-01'))?.pool.id).toBe('c')
    expect(poolFor({ state: 'NW' }, talk(), dayNumber('2026-12-01'))).toBeNull()
  })
})
