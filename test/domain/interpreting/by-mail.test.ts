import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { atWall, dayOf } from '../../../src/domain/calendar/wall-clock.ts'
import {
  cancellationLeavesAt,
  isByMail,
  mailedAsk,
  orderLeavesAt,
} from '../../../src/domain/interpreting/by-mail.ts'
import { interpretingOf } from '../../../src/domain/interpreting/orders.ts'
import { readProfile } from '../../../src/domain/profile/profile.ts'
import { cityWith, needingAt, poolOf } from '../../support/interpreting.ts'

const MINUTE = 60_000
// A Wednesday, 14:00; two working days before is Monday.
const startsAt = atWall('2026-12-09', 14 * 60)
const byMail = poolOf({ byMail: true })
const byHand = poolOf({ id: 'site', modes: ['on-site'] })

describe('what is ordered by mail', () => {
  it.each([
    ['of a pool that is', [byMail], '2026-12-01', 'phone'],
    ['on its last day', [byMail], '2026-12-07', 'phone'],
    ['not where the pool takes it no more', [byMail], '2026-12-08', null],
    ['not where staff ask', [poolOf()], '2026-12-01', null],
    ['not where a pool that staff ask comes first', [byMail, byHand], '2026-12-01', null],
    // Its answer would come later than is good; that is better than none.
    [
      'late for the answer, in time for the pool',
      [{ ...byMail, answersInWorkingDays: 4 }],
      '2026-12-04',
      'phone',
    ],
    [
      'of the one that still takes it, where the first takes it no more',
      [{ ...byHand, leadWorkingDays: 9, answersInWorkingDays: 9 }, byMail],
      '2026-12-04',
      'phone',
    ],
  ])('%s', (_, pools, date, pool) => {
    const profile = cityWith(pools)
    const now = atWall(date, 600)
    const needs = interpretingOf(needingAt(startsAt), [], profile, now)
    expect(mailedAsk(needs, startsAt, profile, now)?.pool.id ?? null).toBe(pool)
  })
})

it('a pool without a mailbox is not ordered from by mail, and a profile cannot say so', () => {
  const pool = { ...byMail, contact: {} }
  expect(isByMail(pool)).toBe(false)
  expect(readProfile(cityWith([byMail]))).not.toHaveProperty('faults')
  expect(readProfile(cityWith([pool]))).toMatchObject({
    faults: ['interpreting[0].contact.mail: expected a mailbox, since orders go by mail'],
  })
})

describe('when it leaves', () => {
  it.each([
    ['an order after ten minutes', '2026-12-01', 600, 10],
    ['before midnight at once, since it may be the last day', '2026-12-01', 1435, 0],
    ['over the change to summer time', '2027-03-28', 115, 10],
    ['over the change to winter time', '2026-10-25', 175, 10],
  ])('%s', (_, date, minutes, after) => {
    const now = atWall(date, minutes)
    expect(orderLeavesAt(now) - now).toBe(after * MINUTE)
  })

  it.each([
    ['after ten minutes', 11, 10],
    ['at once where waiting would cost something', 10, 0],
    ['after ten minutes where it costs something already', 0, 10],
  ])('a cancellation %s', (_, freeFor, after) => {
    const now = atWall('2026-12-01', 600)
    const leaves = cancellationLeavesAt({ freeUntil: now + freeFor * MINUTE }, now)
    expect(leaves - now).toBe(after * MINUTE)
    expect(cancellationLeavesAt({ freeUntil: null }, now)).toBe(now + 10 * MINUTE)
  })

  it('is never after the free time, nor on another day', () => {
    const instant = fc.integer({ min: atWall('2026-01-01', 0), max: atWall('2028-01-01', 0) })
    fc.assert(
      fc.property(instant, fc.nat(60 * MINUTE), (now, free) => {
        expect(dayOf(orderLeavesAt(now))).toBe(dayOf(now))
        if (free > 0)
          expect(cancellationLeavesAt({ freeUntil: now + free }, now)).toBeLessThan(now + free)
      }),
    )
  })
})
