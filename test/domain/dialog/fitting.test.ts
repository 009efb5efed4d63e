// What lists and screens say of who counsels, held against the seats themselves.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { factsAt, MONDAY } from '../../../scripts/gallery/talk-facts.ts'
import { type Appointment, seatAt } from '../../../src/domain/appointment/appointment.ts'
import { needOf } from '../../../src/domain/appointment/language-fit.ts'
import { type BookableTime, nextTimes } from '../../../src/domain/calendar/bookable.ts'
import { counsellorAt } from '../../../src/domain/calendar/counsellor-at.ts'
import type { Counselling } from '../../../src/domain/calendar/rules.ts'
import { dateOf } from '../../../src/domain/calendar/wall-clock.ts'
import { fitOfTime } from '../../../src/domain/dialog/fitting.ts'
import { reduce } from '../../../src/domain/dialog/reduce.ts'
import type { Screen } from '../../../src/domain/dialog/screen.ts'
import { showReminder } from '../../../src/domain/dialog/show/reminder.ts'
import { show } from '../../../src/domain/dialog/show/show.ts'
import {
  beginTalk,
  type Place,
  type ShownFacts,
  type Talk,
} from '../../../src/domain/dialog/talk.ts'
import type { Tap } from '../../../src/domain/dialog/tap.ts'
import { isUnderstoodBy } from '../../../src/domain/interpreting/understood.ts'
import { calendarOf, centreOf, type Profile } from '../../../src/domain/profile/profile.ts'
import { runs } from '../../support/runs.ts'
import { speaking, TIGRINYA } from '../../support/speaking.ts'

const LANGUAGES = ['ckb', 'kmr', 'ar', 'ti']

const days = ['2026-03-16', '2026-03-18', '2026-03-23', '2026-03-25', '2026-03-30']
const counselling: fc.Arbitrary<Counselling> = fc
  .record(
    {
      seat: fc.constantFrom(1, 2, 3),
      from: fc.constantFrom(...days),
      languages: fc.subarray(LANGUAGES),
      gender: fc.constantFrom('woman' as const, 'man' as const),
      staffId: fc.constantFrom('anna', 'ben'),
    },
    { requiredKeys: ['languages'] },
  )
  .chain((one) => (one.from ? fc.constantFrom({ ...one, until: one.from }, one) : fc.constant(one)))

/** A city, what is taken of it, and somebody who looks. */
const looking = fc.record({
  profile: fc
    .tuple(fc.array(counselling, { maxLength: 5 }), fc.boolean())
    .map(([all, pools]): Profile => speaking(all, pools ? { pools: [TIGRINYA] } : {})),
  gone: fc.array(fc.nat(200), { maxLength: 60 }),
  answers: fc.record(
    {
      spoken: fc.constantFrom('ckb', 'kmr-bahdini', 'ti', 'sq', 'de', 'own', 'other', 'dgs'),
      counsellor: fc.constantFrom('woman', 'man', 'either'),
    },
    { requiredKeys: [] },
  ),
  isUrgent: fc.boolean(),
  counsellor: fc.constantFrom(undefined, 'anna'),
})
type Looking = typeof looking extends fc.Arbitrary<infer One> ? One : never

function world({ profile, gone, answers, isUrgent, counsellor }: Looking) {
  const centre = centreOf(profile, 'hochfeld')
  if (!centre) throw new Error('no Hochfeld')
  const calendar = calendarOf(profile, centre)
  const sought = { calendar, closures: [], now: MONDAY, audience: 'public' } as const
  const all = nextTimes({ ...sought, taken: [] }, 400)
  const seats = all.flatMap((time) =>
    time.seats.map((seat) => ({ startsAt: time.startsAt, endsAt: time.endsAt, seat })),
  )
  const taken = gone.flatMap((nth) => seats[nth % seats.length] ?? [])
  const facts: ShownFacts = {
    ...factsAt(MONDAY),
    profile,
    times: nextTimes({ ...sought, taken }, 400),
    ...(counsellor ? { counsellor } : {}),
  }
  const urgent = isUrgent ? { urgent: 'yes', reason: 'letter' } : { urgent: 'no' }
  const talk: Talk = {
    ...beginTalk('de'),
    answers: { ...urgent, topics: ['housing'], district: 'mitte', ...answers },
    place: { at: 'times', centre: 'hochfeld' },
  }
  return { facts, talk, calendar, all }
}

const at = (talk: Talk, place: Place) => ({ ...talk, place })
const tapsOf = ({ rows }: Screen): Tap[] =>
  rows.flat().flatMap((one) => ('tap' in one ? [one.tap] : []))
const startsOf = (screen: Screen): number[] =>
  tapsOf(screen).flatMap((tap) => (tap.do === 'time' ? [tap.startsAt] : []))
const keysOf = ({ lines }: Screen): string[] =>
  lines.flatMap((one) => ('text' in one ? [one.text.key] : []))
const press = (talk: Talk, tap: Tap, facts: ShownFacts): Talk =>
  reduce(talk, { kind: 'tap', tap }, facts).talk

const NARROWED = ['language', 'gender'] as const

describe('a list of times', () => {
  it('never hides the soonest free time, nor any of them for good', () => {
    fc.assert(
      fc.property(looking, (who) => {
        const { facts, talk } = world(who)
        const soonest = facts.times[0]?.startsAt
        if (soonest === undefined) return
        expect(startsOf(show(talk, facts))).toContain(soonest)
        const reached = new Set<number>()
        const walk = (here: Talk, depth: number) => {
          const screen = show(here, facts)
          for (const start of startsOf(screen)) reached.add(start)
          for (const tap of tapsOf(screen)) {
            const isOn = tap.do === 'later' || (tap.do === 'day' && here.place.at === 'days')
            if (isOn && depth < 12) walk(press(here, tap, facts), depth + 1)
          }
        }
        walk(at(talk, { at: 'days', centre: 'hochfeld' }), 0)
        expect([...reached].sort()).toEqual(
          [...new Set(facts.times.map(({ startsAt }) => startsAt))].sort(),
        )
      }),
      { numRuns: runs(60) },
    )
  })

  it('narrowed is no dead end: it has times of that kind, and all of them are at most two presses away', () => {
    fc.assert(
      fc.property(looking, fc.constantFrom(...NARROWED), fc.boolean(), (who, only, isDays) => {
        const { facts, talk } = world(who)
        const place: Place = isDays
          ? { at: 'days', centre: 'hochfeld', only }
          : { at: 'times', centre: 'hochfeld', only }
        const here = at(talk, place)
        const screen = show(here, facts)
        const isBack = (taps: Tap[]) => taps.some((tap) => tap.do === 'only' && tap.what === 'all')
        const ways = press(here, { do: 'ways' }, facts)
        expect(isBack(tapsOf(screen)) || isBack(tapsOf(show(ways, facts)))).toBe(true)
        const all = press(here, { do: 'only', what: 'all' }, facts)
        expect(all.place).toEqual({ at: place.at, centre: 'hochfeld' })
        if (facts.times.length > 0) expect(tapsOf(show(all, facts)).length).toBeGreaterThan(4)
      }),
    )
  })

  it('is offered narrowed only where there is something of the kind', () => {
    fc.assert(
      fc.property(looking, (who) => {
        const { facts, talk } = world(who)
        const ways = show(at(talk, { at: 'times', centre: 'hochfeld', ways: true }), facts)
        for (const tap of tapsOf(ways)) {
          if (tap.do !== 'only') continue
          const narrow = show(press(talk, tap, facts), facts)
          expect(startsOf(narrow).length, narrow.id).toBeGreaterThan(0)
        }
      }),
    )
  })

  it('has no more buttons than fit, and marks what suits and nothing else', () => {
    fc.assert(
      fc.property(looking, fc.constantFrom(undefined, ...NARROWED), (who, only) => {
        const { facts, talk } = world(who)
        const need = needOf(talk.answers, facts.counsellor)
        const more = only ? { only } : {}
        const places: Place[] = [
          { at: 'times', centre: 'hochfeld', ...more },
          { at: 'times', centre: 'hochfeld', ways: true, ...more },
          { at: 'times', centre: 'hochfeld', day: '2026-03-18', ...more },
          { at: 'days', centre: 'hochfeld', ...more },
        ]
        for (const place of places) {
          const screen = show(at(talk, place), facts)
          expect(screen.rows.slice(0, -1).flat().length).toBeLessThanOrEqual(6)
          for (const button of screen.rows.flat()) {
            if (!('tap' in button) || button.tap.do !== 'time') continue
            const { startsAt } = button.tap
            const time = facts.times.find((one) => one.startsAt === startsAt) as BookableTime
            // The seat that would be taken first.
            const [seat = 0] = seatAt('hochfeld', time, need).seats
            const given = time.counsellors?.get(seat)
            const isSpoken =
              need.language !== null && isUnderstoodBy(given?.languages ?? [], need.language)
            expect((button.label.icon ?? '').includes('🗣️')).toBe(isSpoken)
            expect((button.label.icon ?? '').includes('⭐')).toBe(
              need.staffId !== null && given?.staffId === need.staffId,
            )
            expect(/👩|👨/u.test(button.label.icon ?? '')).toBe(
              need.gender !== null && given?.gender === need.gender,
            )
          }
        }
      }),
    )
  })

  it('says that nobody speaks it where that is so of all its times, and nowhere else', () => {
    fc.assert(
      fc.property(looking, fc.boolean(), (who, isDays) => {
        const { facts, talk } = world(who)
        const place: Place = isDays
          ? { at: 'days', centre: 'hochfeld' }
          : { at: 'times', centre: 'hochfeld' }
        const screen = show(at(talk, place), facts)
        const shown = tapsOf(screen).flatMap((tap) => {
          if (tap.do === 'time') return [tap.startsAt]
          if (tap.do !== 'day') return []
          const ofDay = facts.times.filter(({ startsAt }) => dateOf(startsAt) === tap.day)
          return ofDay.map(({ startsAt }) => startsAt)
        })
        const fits = shown.map((startsAt) => {
          const time = facts.times.find((one) => one.startsAt === startsAt) as BookableTime
          return fitOfTime(time, talk, facts).language
        })
        const isNobody = fits.length > 0 && fits.every((fit) => fit === 'nobody')
        expect(keysOf(screen).includes('language.list.nobody')).toBe(isNobody)
      }),
    )
  })

  it('is by time alone where it is urgent, or where nobody in particular is needed', () => {
    fc.assert(
      fc.property(looking, (who) => {
        const { facts, talk } = world({ ...who, isUrgent: true })
        const starts = startsOf(show(talk, facts))
        expect(starts).toEqual(facts.times.slice(0, 4).map(({ startsAt }) => startsAt))
        const calm = world({
          ...who,
          isUrgent: false,
          answers: { spoken: 'de' },
          counsellor: undefined,
        })
        expect(startsOf(show(calm.talk, calm.facts))).toEqual(
          calm.facts.times.slice(0, 4).map(({ startsAt }) => startsAt),
        )
      }),
    )
  })
})

describe('the appointment', () => {
  const interpreters: Appointment['interpreter'][] = [null, 'ordered', 'confirmed', 'refused']

  it('says of the language what is true of its seat', () => {
    fc.assert(
      fc.property(
        looking,
        fc.nat(),
        fc.constantFrom(1, 2, 3, null),
        fc.constantFrom(...interpreters),
        (who, nth, seat, interpreter) => {
          const { facts, talk, calendar, all } = world(who)
          const time = all[nth % all.length] as BookableTime
          const { startsAt, endsAt } = time
          const appointment: Appointment = {
            ...{ id: 'a', centre: 'hochfeld', startsAt, endsAt, seat, ref: '7F3-K2D' },
            ...{ remind: false, state: 'booked', changedAt: MONDAY, sequence: 0, interpreter },
          }
          const booked = { ...at(talk, { at: 'appointment' }), done: true, ref: '7F3-K2D' }
          const keys = keysOf(show(booked, { ...facts, appointment }))
          const said = keys.filter((key) => key.startsWith('language.fit.'))
          const { language } = needOf(talk.answers)
          const counsellor = counsellorAt(calendar, { startsAt, seat })
          const isSpoken =
            language !== null && isUnderstoodBy(counsellor?.languages ?? [], language)
          if (language === null) expect(said).toEqual([])
          else expect(said.includes('language.fit.spoken')).toBe(isSpoken)
          if (said.includes('language.fit.confirmed')) expect(interpreter).toBe('confirmed')
          if (said.includes('language.fit.unknown')) expect(counsellor).toBe(undefined)
          if (said.includes('language.fit.nobody')) {
            expect(counsellor).toBeDefined()
            expect(said).toContain('language.fit.bring')
          }
        },
      ),
    )
  })
})

describe('a reminder', () => {
  it('says of the language what the appointment says, without its name', () => {
    fc.assert(
      fc.property(
        looking,
        fc.nat(),
        fc.constantFrom(1, 2, 3, null),
        fc.boolean(),
        (who, nth, seat, isLast) => {
          const { facts, talk, all } = world(who)
          const { startsAt, endsAt } = all[nth % all.length] as BookableTime
          const appointment: Appointment = {
            ...{ id: 'a', centre: 'hochfeld', startsAt, endsAt, seat, ref: '7F3-K2D' },
            ...{ remind: true, state: 'booked', changedAt: MONDAY, sequence: 0 },
            interpreter: null,
          }
          const booked = { ...at(talk, { at: 'appointment' }), done: true, ref: '7F3-K2D' }
          const card = keysOf(show(booked, { ...facts, appointment }))
          const reminder = showReminder({ ...appointment, answers: talk.answers }, isLast, facts)
          const said = keysOf(reminder)
          for (const key of ['spoken', 'nobody', 'unknown'].map((one) => `language.fit.${one}`)) {
            expect(said.includes(key), key).toBe(card.includes(key))
          }
          // Whoever is understood by nobody, or perhaps by nobody, reads whom to bring.
          if (said.includes('language.fit.nobody') || said.includes('language.fit.unknown')) {
            expect(said).toContain('language.fit.bring')
          }
          expect(said.includes('interpreting.on-call')).toBe(card.includes('language.fit.on-call'))
          expect(said.includes('interpreting.asked')).toBe(
            card.includes('language.fit.interpreter'),
          )
          expect(JSON.stringify(reminder)).not.toContain('questions.spoken.option')
        },
      ),
    )
  })
})

describe('an answer after the booking', () => {
  it('asks for another seat only where one suits better, and never at the price of the language', () => {
    fc.assert(
      fc.property(
        looking,
        fc.nat(),
        fc.constantFrom(1, 2),
        fc.constantFrom('woman', 'man', 'either'),
        (who, nth, seat, wish) => {
          const { facts, talk, calendar, all } = world(who)
          const { startsAt, endsAt } = all[nth % all.length] as BookableTime
          const appointment: Appointment = {
            ...{ id: 'a', centre: 'hochfeld', startsAt, endsAt, seat, ref: '7F3-K2D' },
            ...{ remind: false, state: 'booked', changedAt: MONDAY, sequence: 0 },
            interpreter: null,
          }
          const asked: Talk = {
            ...at(talk, { at: 'question', id: 'counsellor' }),
            ...{ done: true, ref: '7F3-K2D', agreed: { details: true, reminders: false } },
          }
          const tap = { do: 'answer', question: 'counsellor', option: wish } as const
          const step = reduce(asked, { kind: 'tap', tap }, { ...facts, appointment })
          const reseat = step.intents.find((intent) => intent.do === 'reseat')
          const { language } = needOf(talk.answers)
          const speaks = (of: number) =>
            language !== null &&
            isUnderstoodBy(
              counsellorAt(calendar, { startsAt, seat: of })?.languages ?? [],
              language,
            )
          if (reseat?.do === 'reseat') {
            for (const other of reseat.seats) {
              expect(other).not.toBe(seat)
              if (speaks(seat)) expect(speaks(other)).toBe(true)
              const { gender } = counsellorAt(calendar, { startsAt, seat: other }) ?? {}
              expect(speaks(other) !== speaks(seat) || gender === wish).toBe(true)
            }
          } else if (wish !== 'either') {
            // Never silent: in words above, or on a screen of its own.
            const answered =
              step.notice?.key.startsWith('language.') || step.talk.place.at === 'wished'
            expect(answered).toBe(true)
          }
        },
      ),
    )
  })
})
