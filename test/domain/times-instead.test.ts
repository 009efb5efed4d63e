// Which times are named to whom nobody was found to interpret.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_NEED } from '../../src/domain/appointment/language-fit.ts'
import { timesInstead } from '../../src/domain/appointment/times-instead.ts'
import type { BookableTime } from '../../src/domain/calendar/bookable.ts'

const DAY = 86_400_000
const need = { ...NO_NEED, language: 'ti' }
const has = { centre: 'hochfeld', startsAt: 2 * DAY }
const free = (day: number, centreId = 'hochfeld', ...languages: string[]): BookableTime => ({
  ...{ centreId, startsAt: day * DAY, endsAt: day * DAY + DAY / 48, seats: [1] },
  counsellors: new Map([[1, { languages }]]),
})
const nobody = () => null
const shown = (times: BookableTime[], interpreted: Parameters<typeof timesInstead>[3] = nobody) =>
  timesInstead(times, need, has, interpreted).map(({ time, fit }) => [
    time.startsAt / DAY,
    time.centreId,
    fit.language,
  ])

describe('named instead are', () => {
  it('the soonest at which it is spoken, and none at which it is not', () => {
    const times = [free(3), free(9, 'hochfeld', 'ti'), free(8, 'hochfeld', 'ti'), free(4)]
    expect(shown(times)).toEqual([[8, 'hochfeld', 'spoken']])
  })

  it('one of another centre only where it is sooner', () => {
    const here = free(8, 'hochfeld', 'ti')
    expect(shown([here, free(9, 'hamborn', 'ti')])).toEqual([[8, 'hochfeld', 'spoken']])
    expect(shown([here, free(5, 'hamborn', 'ti')])).toEqual([
      [5, 'hamborn', 'spoken'],
      [8, 'hochfeld', 'spoken'],
    ])
  })

  it('one with an interpreter at their own centre only, where it is sooner than one at which it is spoken', () => {
    const fromDay7 = ({ startsAt }: BookableTime) => (startsAt >= 7 * DAY ? 'interpreter' : null)
    const [here, later] = [free(8, 'hochfeld', 'ti'), free(10)]
    expect(shown([free(6), free(7, 'hamborn'), free(7), here], fromDay7)).toEqual([
      [7, 'hochfeld', 'interpreter'],
      [8, 'hochfeld', 'spoken'],
    ])
    expect(shown([here, later], fromDay7)).toEqual([[8, 'hochfeld', 'spoken']])
    expect(shown([later], fromDay7)).toEqual([[10, 'hochfeld', 'interpreter']])
  })

  it('never the start they have, no call that may find nobody, and nothing where there is nothing', () => {
    expect(shown([free(2, 'hochfeld', 'ti'), free(2, 'hamborn', 'ti')])).toEqual([])
    expect(shown([free(5)], () => 'on-call')).toEqual([])
    expect(shown([])).toEqual([])
  })
})

it('whatever is free: at most three, by time, each of them better than nobody', () => {
  const time = fc
    .record({
      day: fc.integer({ min: 1, max: 20 }),
      centre: fc.constantFrom('hochfeld', 'hamborn', 'rheinhausen'),
      speaks: fc.boolean(),
    })
    .map(({ day, centre, speaks }) => free(day, centre, ...(speaks ? ['ti'] : ['ar'])))
  fc.assert(
    fc.property(fc.array(time), fc.integer({ min: 1, max: 20 }), (times, from) => {
      const found = timesInstead(times, need, has, ({ startsAt }) =>
        startsAt >= from * DAY ? 'interpreter' : null,
      )
      const starts = found.map((one) => one.time.startsAt)
      expect(found.length).toBeLessThanOrEqual(3)
      expect(starts).toEqual([...starts].sort((a, b) => a - b))
      expect(starts).not.toContain(has.startsAt)
      for (const { fit } of found) expect(['spoken', 'interpreter']).toContain(fit.language)
    }),
  )
})
