import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { duisburgProfile, MONDAY } from '../../scripts/gallery/talk-facts.ts'
import {
  fits,
  NO_WISHES,
  nextOffers,
  type Waiter,
} from '../../src/domain/appointment/waiting-list.ts'
import type { BookableTime } from '../../src/domain/calendar/bookable.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const profile = duisburgProfile()

// MONDAY is 08:00 in Duisburg, the end of the quiet hours.
const WEDNESDAY_14 = MONDAY + 2 * DAY + 6 * HOUR
const THURSDAY_10 = MONDAY + 3 * DAY + 2 * HOUR

const time = (startsAt: number, centreId = 'hochfeld', seats = [1]): BookableTime => ({
  centreId,
  startsAt,
  endsAt: startsAt + HOUR / 3,
  seats,
})

const waiter = (id: string, more: Partial<Waiter> = {}): Waiter => ({
  id,
  personId: `person-${id}`,
  intakeId: null,
  wishes: NO_WISHES,
  since: MONDAY - DAY,
  has: null,
  declined: [],
  ...more,
})

const offeredTo = (times: BookableTime[], waiters: Waiter[], now = MONDAY): string[] =>
  nextOffers(profile, times, waiters, now).map((offer) => offer.waiter.id)

describe('whether a time is one a person waits for', () => {
  const wish = (wishes: Partial<Waiter['wishes']>) =>
    waiter('a', { wishes: { ...NO_WISHES, ...wishes } })
  it.each([
    ['no wish takes any time', waiter('a'), true],
    ['the day they wish', wish({ days: [3] }), true],
    ['another day', wish({ days: [1, 2, 4] }), false],
    ['the half of the day they wish', wish({ parts: ['afternoon'] }), true],
    ['the other half', wish({ parts: ['morning'] }), false],
    ['the centre they wish', wish({ centres: ['hamborn', 'hochfeld'] }), true],
    ['another centre', wish({ centres: ['hamborn'] }), false],
    ['earlier than what they have', waiter('a', { has: WEDNESDAY_14 + 1 }), true],
    ['no earlier than what they have', waiter('a', { has: WEDNESDAY_14 }), false],
    [
      'a time they let go by',
      waiter('a', { declined: [{ centre: 'hochfeld', startsAt: WEDNESDAY_14 }] }),
      false,
    ],
    [
      'the same time at another centre',
      waiter('a', { declined: [{ centre: 'hamborn', startsAt: WEDNESDAY_14 }] }),
      true,
    ],
  ])('%s', (_, who, expected) => {
    expect(fits(who, time(WEDNESDAY_14))).toBe(expected)
  })

  it('takes noon for afternoon', () => {
    const noon = MONDAY + 4 * HOUR
    expect(fits(wish({ parts: ['afternoon'] }), time(noon))).toBe(true)
    expect(fits(wish({ parts: ['morning'] }), time(noon - 60_000))).toBe(true)
  })
})

describe('who is offered a free seat', () => {
  it('is whoever has waited longest', () => {
    const waiters = [waiter('late', { since: MONDAY - 1 }), waiter('early', { since: MONDAY - 2 })]
    expect(offeredTo([time(WEDNESDAY_14)], waiters)).toEqual(['early'])
  })

  it('is a narrow wish before a wide one', () => {
    const narrow = waiter('narrow', {
      since: MONDAY - 1,
      wishes: { ...NO_WISHES, days: [3], centres: ['hochfeld'] },
    })
    expect(offeredTo([time(WEDNESDAY_14)], [waiter('wide'), narrow])).toEqual(['narrow'])
    expect(offeredTo([time(THURSDAY_10)], [waiter('wide'), narrow])).toEqual(['wide'])
  })

  it('is one person a seat and one seat a person', () => {
    const waiters = ['a', 'b', 'c', 'd'].map((id, index) => waiter(id, { since: index }))
    const times = [time(WEDNESDAY_14, 'hochfeld', [1, 2]), time(THURSDAY_10)]
    expect(offeredTo(times, waiters)).toEqual(['a', 'b', 'c'])
  })

  it('is nobody where the hold and the lead time do not fit before it', () => {
    const hold = profile.waitingList.holdMinutes * 60_000
    const lead = profile.calendar.leadMinutes * 60_000
    expect(offeredTo([time(MONDAY + hold + lead)], [waiter('a')])).toEqual(['a'])
    expect(offeredTo([time(MONDAY + hold + lead - 1)], [waiter('a')])).toEqual([])
  })
})

describe('until when a seat is held', () => {
  const half = 30 * 60_000
  it.each([
    ['in the morning', MONDAY, MONDAY],
    ['at 20:59', MONDAY + 13 * HOUR - 60_000, MONDAY + 13 * HOUR - 60_000],
    ['at 21:00, until the next morning', MONDAY + 13 * HOUR, MONDAY + DAY],
    ['at 07:59, until a minute later', MONDAY - 60_000, MONDAY],
  ])('%s', (_, now, writeAt) => {
    const [offer] = nextOffers(profile, [time(THURSDAY_10)], [waiter('a')], now)
    expect(offer?.writeAt).toBe(writeAt)
    expect(offer?.heldUntil).toBe(writeAt + half)
  })
})

it('never offers a seat twice, a person two seats, or what does not fit', () => {
  const anyTime = fc.record({
    centre: fc.constantFrom('hochfeld', 'hamborn', 'rheinhausen'),
    quarter: fc.integer({ min: 0, max: 500 }),
    seats: fc.uniqueArray(fc.integer({ min: 1, max: 3 }), { minLength: 1 }),
  })
  const anyWaiter = fc.record({
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
    parts: fc.uniqueArray(fc.constantFrom('morning' as const, 'afternoon' as const)),
    centres: fc.uniqueArray(fc.constantFrom('hochfeld', 'hamborn', 'rheinhausen')),
    since: fc.integer({ min: 0, max: 20 }),
    has: fc.option(fc.integer({ min: 0, max: 500 })),
  })
  const byPlace = (one: { centre: string; quarter: number }) => `${one.centre}@${one.quarter}`
  fc.assert(
    fc.property(
      fc.uniqueArray(anyTime, { selector: byPlace, maxLength: 20 }),
      fc.array(anyWaiter, { maxLength: 12 }),
      (found, who) => {
        const at = (quarter: number) => MONDAY + quarter * (HOUR / 4)
        const times = found.map((one) => time(at(one.quarter), one.centre, one.seats))
        const waiters = who.map(({ since, has, ...wishes }, index) =>
          waiter(String(index), { wishes, since, has: has === null ? null : at(has) }),
        )
        const offers = nextOffers(profile, times, waiters, MONDAY)
        const seats = offers.map(({ time: one }) => `${one.centreId} ${one.startsAt} ${one.seats}`)
        expect(new Set(seats).size).toBe(offers.length)
        expect(new Set(offers.map((offer) => offer.waiter.id)).size).toBe(offers.length)
        for (const offer of offers) expect(fits(offer.waiter, offer.time)).toBe(true)
        // Whoever is left without an offer finds no fitting seat left either.
        const left = waiters.filter((one) => !offers.some((offer) => offer.waiter === one))
        const earliest = MONDAY + HOUR * 1.5
        for (const one of times.filter((candidate) => candidate.startsAt >= earliest)) {
          for (const seat of one.seats) {
            if (seats.includes(`${one.centreId} ${one.startsAt} ${seat}`)) continue
            expect(left.some((who) => fits(who, one))).toBe(false)
          }
        }
      },
    ),
  )
})
