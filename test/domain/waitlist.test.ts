import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { duisburgProfile, MONDAY } from '../../scripts/gallery/talk-facts.ts'
import { fitOf, NO_NEED } from '../../src/domain/appointment/language-fit.ts'
import {
  fits,
  knownOf,
  knownStill,
  knownWithoutOwn,
  nextOffers,
  PAUSE_AFTER_OFFER,
  type Waiter,
} from '../../src/domain/appointment/waiting-list.ts'
import { dayPart, type Known, NO_WISHES, type Wishes } from '../../src/domain/appointment/wishes.ts'
import type { BookableTime } from '../../src/domain/calendar/bookable.ts'
import { toWall } from '../../src/domain/calendar/wall-clock.ts'

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
  need: NO_NEED,
  languageAt: () => 'no-need',
  wishes: NO_WISHES,
  since: MONDAY - DAY,
  has: null,
  declined: [],
  ...more,
})

const offeredTo = (times: BookableTime[], waiters: Waiter[], now = MONDAY): string[] =>
  nextOffers(profile, times, waiters, now).map((offer) => offer.waiter.id)

describe('whether a time is one a person waits for', () => {
  const wish = (wishes: Partial<Wishes>) => waiter('a', { wishes: { ...NO_WISHES, ...wishes } })
  it.each([
    ['no wish takes any time', waiter('a'), true],
    ['the day they wish', wish({ days: [3] }), true],
    ['another day', wish({ days: [1, 2, 4] }), false],
    ['the part of the day they wish', wish({ parts: ['afternoon'] }), true],
    ['another part', wish({ parts: ['morning'] }), false],
    ['the centre they wish', wish({ centres: ['hamborn', 'hochfeld'] }), true],
    ['another centre', wish({ centres: ['hamborn'] }), false],
    ['earlier than what they have', waiter('a', { has: WEDNESDAY_14 + 1 }), true],
    ['no earlier than what they have', waiter('a', { has: WEDNESDAY_14 }), false],
    [
      'a time they let go by',
      waiter('a', { declined: [{ centre: 'hochfeld', startsAt: WEDNESDAY_14, at: MONDAY }] }),
      false,
    ],
    [
      'the same time at another centre',
      waiter('a', { declined: [{ centre: 'hamborn', startsAt: WEDNESDAY_14, at: MONDAY }] }),
      true,
    ],
  ])('%s', (_, who, expected) => {
    expect(fits(who, time(WEDNESDAY_14))).toBe(expected)
  })

  it.each([
    ['any', undefined, ['no-need', 'spoken', 'interpreter', 'unknown', 'nobody']],
    ['spoken', 'spoken', ['no-need', 'spoken']],
    ['spoken or interpreted', 'understood', ['no-need', 'spoken', 'interpreter']],
  ] as const)('whose language is %s', (_, language, expected) => {
    const all = ['no-need', 'spoken', 'interpreter', 'unknown', 'nobody'] as const
    const wishes = { ...NO_WISHES, ...(language && { language }) }
    const suiting = all.filter((at) =>
      fits(waiter('a', { wishes, languageAt: () => at }), time(WEDNESDAY_14)),
    )
    expect(suiting).toEqual(expected)
  })

  it('two who wait for the one seat that speaks their language are not both offered the time', () => {
    const sorani = { languages: ['ckb'] }
    const german = { languages: [] }
    const counsellors = new Map([
      [1, sorani],
      [2, german],
    ])
    const at = { ...time(WEDNESDAY_14, 'hochfeld', [1, 2]), counsellors }
    const need = { ...NO_NEED, language: 'ckb' }
    const wishes = { ...NO_WISHES, language: 'spoken' as const }
    const asked = {
      need,
      wishes,
      languageAt: (one: BookableTime) => fitOf(one, need, null).language,
    }
    const offers = nextOffers(profile, [at], [waiter('a', asked), waiter('b', asked)], MONDAY)
    expect(offers.map(({ waiter, time }) => [waiter.id, time.seats])).toEqual([['a', [1]]])
  })

  it.each([
    ['11:59', '2026-03-16T10:59:00Z', 'morning'],
    ['noon', '2026-03-16T11:00:00Z', 'afternoon'],
    ['16:59', '2026-03-16T15:59:00Z', 'afternoon'],
    ['17:00', '2026-03-16T16:00:00Z', 'evening'],
    ['23:59', '2026-03-16T22:59:00Z', 'evening'],
    ['midnight', '2026-03-16T23:00:00Z', 'morning'],
    ['17:00 on the day summer time begins', '2026-03-29T15:00:00Z', 'evening'],
    ['16:59 on the day it ends', '2026-10-25T15:59:00Z', 'afternoon'],
    ['17:00 on the day it ends', '2026-10-25T16:00:00Z', 'evening'],
  ])('reads the part of the day off the wall: %s', (_, at, part) => {
    expect(dayPart(Date.parse(at))).toBe(part)
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

describe('who is offered a seat where a language is spoken', () => {
  const SPEAKS = new Map([
    [1, { languages: ['ckb'] }],
    [2, { languages: [] }],
  ])
  const sorani = (id: string, more: Partial<Waiter> = {}) =>
    waiter(id, { need: { ...NO_NEED, language: 'ckb' }, ...more })
  const at = (seats: number[]): BookableTime => ({
    ...time(WEDNESDAY_14, 'hochfeld', seats),
    counsellors: SPEAKS,
  })
  const given = (times: BookableTime[], waiters: Waiter[]) =>
    nextOffers(profile, times, waiters, MONDAY).map((offer) => [
      offer.waiter.id,
      offer.time.seats[0],
    ])

  it('is whoever needs it, before who has waited longer and before a narrower wish', () => {
    const early = waiter('early', { since: 0 })
    const narrow = waiter('narrow', { wishes: { ...NO_WISHES, days: [3] } })
    expect(given([at([1])], [early, narrow, sorani('needs')])).toEqual([['needs', 1]])
  })

  it('is somebody else only where nobody waits who needs it', () => {
    expect(given([at([1])], [waiter('early'), sorani('needs', { has: WEDNESDAY_14 })])).toEqual([
      ['early', 1],
    ])
  })

  it('is nobody who does not need it, while a seat is free that lacks it', () => {
    expect(given([at([1, 2])], [waiter('a')])).toEqual([['a', 2]])
    expect(given([at([1, 2])], [waiter('a'), sorani('needs')])).toEqual([
      ['needs', 1],
      ['a', 2],
    ])
  })

  it('follows the turn where the language is not spoken', () => {
    const waiters = [waiter('late', { since: 2 }), sorani('needs', { since: 1 })]
    expect(given([at([2])], waiters)).toEqual([['needs', 2]])
    expect(given([at([2])], [waiter('late', { since: 0 }), ...waiters.slice(1)])).toEqual([
      ['late', 2],
    ])
  })

  it('loses nobody: as many are offered a seat as without languages', () => {
    const anybody = fc.record({
      since: fc.nat(9),
      language: fc.constantFrom(null, 'ckb', 'ti'),
    })
    fc.assert(
      fc.property(fc.array(anybody, { maxLength: 6 }), fc.subarray([1, 2]), (all, seats) => {
        const waiters = all.map(({ since, language }, nth) =>
          waiter(`w${nth}`, { since, need: { ...NO_NEED, language } }),
        )
        const offers = given([at([...seats])], waiters)
        expect(offers).toHaveLength(Math.min(seats.length, waiters.length))
        expect(new Set(offers.map(([, seat]) => seat)).size).toBe(offers.length)
        const needs = waiters.some(({ need }) => need.language === 'ckb')
        const one = offers.find(([, seat]) => seat === 1)
        const who = waiters.find(({ id }) => id === one?.[0])
        if (needs && who) expect(who.need.language).toBe('ckb')
      }),
    )
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

  it.each([
    ['the night in which summer time begins', '2026-03-28T21:30:00Z', '2026-03-29T06:00:00Z'],
    ['the night in which it ends', '2026-10-24T21:30:00Z', '2026-10-25T07:00:00Z'],
    ['midnight', '2026-03-16T23:00:00Z', '2026-03-17T07:00:00Z'],
  ])('through %s until eight on the wall', (_, now, writeAt) => {
    const later = time(Date.parse(writeAt) + DAY)
    const [offer] = nextOffers(profile, [later], [waiter('a')], Date.parse(now))
    expect(offer?.writeAt).toBe(Date.parse(writeAt))
    expect(offer?.heldUntil).toBe(Date.parse(writeAt) + half)
  })
})

describe('what was free already', () => {
  const knowing = (id: string, from: number, more: Partial<Waiter> = {}) =>
    waiter(id, { wishes: { ...NO_WISHES, known: { from, asOf: MONDAY + HOUR } }, ...more })
  const later = MONDAY + HOUR + PAUSE_AFTER_OFFER

  it('is what a person knows who is shown it', () => {
    const times = [time(THURSDAY_10), time(WEDNESDAY_14)]
    const seeker = (more: Partial<Waiter> = {}) => knownOf(waiter('a', more), times, MONDAY)
    expect(seeker()).toEqual({ from: WEDNESDAY_14, asOf: MONDAY })
    expect(seeker({ wishes: { ...NO_WISHES, days: [4] } })?.from).toBe(THURSDAY_10)
    expect(seeker({ wishes: { ...NO_WISHES, days: [5] } })).toBeUndefined()
    // What they have is no news either once they have it no longer.
    expect(seeker({ has: WEDNESDAY_14 - 1 })?.from).toBe(WEDNESDAY_14 - 1)
  })

  it('is not offered, while something earlier is', () => {
    const who = [knowing('a', WEDNESDAY_14)]
    expect(offeredTo([time(WEDNESDAY_14), time(THURSDAY_10)], who)).toEqual([])
    expect(offeredTo([time(WEDNESDAY_14 - HOUR), time(WEDNESDAY_14)], who)).toEqual(['a'])
  })

  it('is told once what they knew is gone, but not at once, and never as news', () => {
    const who = [knowing('a', WEDNESDAY_14)]
    expect(offeredTo([time(THURSDAY_10)], who, later - 1)).toEqual([])
    const [offer] = nextOffers(profile, [time(THURSDAY_10)], who, later)
    expect(offer?.why).toBe('free')
    // While it can be had nobody is told again.
    expect(offeredTo([time(WEDNESDAY_14), time(THURSDAY_10)], who, later)).toEqual([])
  })

  it('is forgotten once nothing is free: whatever comes is news', () => {
    const who = knowing('a', WEDNESDAY_14)
    expect(knownStill(who, [time(THURSDAY_10)], MONDAY)).toEqual(who.wishes.known)
    expect(knownStill(who, [], MONDAY)).toBeUndefined()
    const has = THURSDAY_10
    const known = { from: has, asOf: MONDAY, own: true }
    expect(knownStill({ ...who, has }, [], MONDAY)).toEqual(known)
  })

  it('is what is free now, once an own appointment that bounded it is gone or elsewhere', () => {
    const known = { from: THURSDAY_10, asOf: MONDAY - 1, own: true as const }
    const who = waiter('a', { wishes: { ...NO_WISHES, known } })
    const has = THURSDAY_10
    expect(knownWithoutOwn({ ...who, has }, [], MONDAY)).toBe(known)
    expect(knownWithoutOwn(who, [], MONDAY)).toBeUndefined()
    const later = { ...who, has: THURSDAY_10 + 1 }
    expect(knownWithoutOwn(later, [], MONDAY)).toEqual({ ...known, from: has + 1, asOf: MONDAY })
    const free = time(WEDNESDAY_14)
    expect(knownWithoutOwn(who, [free], MONDAY)).toEqual({ from: WEDNESDAY_14, asOf: MONDAY })
    const { own: _, ...ofOthers } = known
    const other = waiter('b', { wishes: { ...NO_WISHES, known: ofOthers } })
    expect(knownWithoutOwn(other, [], MONDAY)).toBe(ofOthers)
  })

  it('is named beside an offer, and known from then on', () => {
    const times = [time(WEDNESDAY_14), time(THURSDAY_10)]
    const [offer] = nextOffers(profile, times, [waiter('a')], MONDAY)
    expect(offer?.time.startsAt).toBe(WEDNESDAY_14)
    expect(offer?.known).toEqual({ from: THURSDAY_10, asOf: MONDAY })
  })
})

describe('after a time that was not taken', () => {
  const declined = [{ centre: 'hochfeld', startsAt: WEDNESDAY_14, at: MONDAY }]
  const who = [waiter('a', { declined })]
  it.each([
    ['the same day, part of the day and centre waits', time(WEDNESDAY_14 + HOUR), []],
    ['so does the same day of another week', time(WEDNESDAY_14 + 7 * DAY), []],
    ['another part of the day does not', time(WEDNESDAY_14 - 4 * HOUR), ['a']],
    ['nor another day', time(THURSDAY_10), ['a']],
    ['nor another centre', time(WEDNESDAY_14, 'hamborn'), ['a']],
  ])('%s', (_, free, expected) => {
    expect(offeredTo([free], who)).toEqual(expected)
  })

  it('the same kind is offered again after the pause', () => {
    const next = [time(WEDNESDAY_14 + HOUR)]
    const at = MONDAY + HOUR
    const asked = [waiter('a', { declined: [{ centre: 'hochfeld', startsAt: WEDNESDAY_14, at }] })]
    expect(offeredTo(next, asked, at + PAUSE_AFTER_OFFER - 1)).toEqual([])
    expect(offeredTo(next, asked, at + PAUSE_AFTER_OFFER)).toEqual(['a'])
  })

  it('the pause counts to when they would be written to, not through the night', () => {
    const at = MONDAY - 2 * HOUR
    const early = [waiter('a', { declined: [{ centre: 'hochfeld', startsAt: WEDNESDAY_14, at }] })]
    const next = [time(WEDNESDAY_14 + HOUR)]
    // 07:00 on Tuesday is 25 hours later; 08:00 is when it can be said.
    expect(offeredTo(next, early, MONDAY + DAY - HOUR)).toEqual(['a'])
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
    parts: fc.uniqueArray(
      fc.constantFrom('morning' as const, 'afternoon' as const, 'evening' as const),
    ),
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

it('in any order of times coming and going, answers and hours passing', () => {
  const CENTRES = ['hochfeld', 'hamborn']
  const pool = Array.from({ length: 24 }, (_, n) =>
    time(MONDAY + (1 + (n % 2)) * DAY + (n >> 2) * HOUR, CENTRES[(n >> 1) % 2]),
  )
  const step = fc.record({
    minutes: fc.constantFrom(1, 5, 31, 120, 900),
    toggles: fc.array(fc.nat(pool.length - 1), { maxLength: 4 }),
    answers: fc.boolean(),
  })
  const anyWishes: fc.Arbitrary<Wishes> = fc.record({
    days: fc.constantFrom<readonly number[]>([], [2], [3, 4]),
    parts: fc.constantFrom<Wishes['parts']>([], ['morning'], ['afternoon', 'evening']),
    centres: fc.constantFrom<readonly string[]>([], ['hamborn']),
  })
  type Person = { who: Waiter; held: number | null }
  fc.assert(
    fc.property(
      fc.array(anyWishes, { minLength: 1, maxLength: 4 }),
      fc.array(step, { minLength: 5, maxLength: 40 }),
      (all, steps) => {
        let now = MONDAY
        const free = new Map(pool.map((_, n) => [n, now] as const).filter(([n]) => n % 3 === 0))
        const times = () =>
          [...free.keys()].flatMap((n) => pool[n] ?? []).filter((one) => one.startsAt > now)
        const knows = (wishes: Wishes, known: Known | undefined) =>
          known ? { ...wishes, known } : wishes
        const people = all.map((wishes, index): Person => {
          const who = waiter(String(index), { since: index, wishes })
          const known = knownOf(who, times(), now)
          return { who: { ...who, wishes: knows(wishes, known) }, held: null }
        })
        const learns = (person: Person, known: Known | undefined) => {
          const { known: _, ...wishes } = person.who.wishes
          person.who = { ...person.who, wishes: knows(wishes, known) }
        }
        for (const { minutes, toggles, answers } of steps) {
          now += minutes * 60_000
          for (const n of toggles) {
            if (people.some(({ held }) => held === n)) continue
            if (!free.delete(n)) free.set(n, now)
          }
          for (const person of people) {
            const offered = person.held === null ? undefined : pool[person.held]
            if (!offered || !(answers || minutes >= 30)) continue
            const { centreId: centre, startsAt } = offered
            const declined = [...person.who.declined, { centre, startsAt, at: now }]
            person.who = { ...person.who, declined }
            free.set(pool.indexOf(offered), now)
            person.held = null
          }
          const waiting = people.filter(({ held }) => held === null)
          const there = times()
          const offers = nextOffers(
            profile,
            there,
            waiting.map(({ who }) => who),
            now,
          )
          for (const { waiter: who, time: one, why, known, writeAt } of offers) {
            const person = people.find((other) => other.who === who)
            const n = pool.findIndex(
              (p) => p.centreId === one.centreId && p.startsAt === one.startsAt,
            )
            if (!person) throw new Error('offered to nobody')
            expect(person.held, 'one open offer a person').toBeNull()
            // What was free without a break since they were shown what is free is never called news.
            const asOf = who.wishes.known?.asOf ?? Number.NEGATIVE_INFINITY
            if (why === 'news' && asOf >= (free.get(n) ?? now)) expect.fail('it was free all along')
            for (const gone of who.declined.filter(({ at }) => writeAt < at + PAUSE_AFTER_OFFER)) {
              const same =
                gone.centre === one.centreId &&
                dayPart(gone.startsAt) === dayPart(one.startsAt) &&
                toWall(gone.startsAt).weekday === toWall(one.startsAt).weekday
              expect(same, 'the same kind in a row').toBe(false)
            }
            person.held = n
            free.delete(n)
            learns(person, known)
          }
          for (const person of waiting.filter(({ held }) => held === null)) {
            learns(person, knownStill(person.who, there, now))
            // Who waits for something earlier than what they know, and has it there, is offered it.
            const { known } = person.who.wishes
            const earliest = now + 90 * 60_000
            const isDay = nextOffers(profile, [time(now + 2 * HOUR)], [waiter('x')], now).length > 0
            const missed = times().filter(
              (one) =>
                one.startsAt >= earliest &&
                fits(person.who, one) &&
                known &&
                one.startsAt < known.from,
            )
            if (isDay && person.who.declined.length === 0) expect(missed).toEqual([])
          }
        }
      },
    ),
  )
})
