import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  fitOf,
  type Interpreted,
  inOrder,
  type Need,
  needOf,
  seatsInOrder,
  timeElsewhere,
} from '../../src/domain/appointment/language-fit.ts'
import type { BookableTime } from '../../src/domain/calendar/bookable.ts'
import type { Counsellor } from '../../src/domain/calendar/counsellors.ts'
import { atWall } from '../../src/domain/calendar/wall-clock.ts'

const HOUR = 3_600_000
const none: Need = { language: null, gender: null, staffId: null }
const needs = (said: Partial<Need>): Need => ({ ...none, ...said })
const at = (
  who: Record<number, Counsellor>,
  seats: number[] = Object.keys(who).map(Number),
  startsAt = 0,
): BookableTime => ({
  centreId: 'hochfeld',
  startsAt,
  endsAt: startsAt + HOUR,
  seats,
  counsellors: new Map(Object.entries(who).map(([seat, one]) => [Number(seat), one])),
})
const speaks = (...languages: string[]): Counsellor => ({ languages })

describe('what somebody needs', () => {
  it.each([
    [{}, none],
    [{ spoken: 'ckb' }, needs({ language: 'ckb' })],
    [{ spoken: 'de' }, none],
    [{ spoken: 'own' }, none],
    [{ spoken: null, counsellor: 'either' }, none],
    [{ spoken: 'dgs', counsellor: 'woman' }, needs({ language: 'dgs', gender: 'woman' })],
    [{ counsellor: 'man' }, needs({ gender: 'man' })],
  ])('%j', (answers, need) => {
    expect(needOf(answers)).toEqual(need)
  })

  it('is the counsellor who knows them, too', () => {
    expect(needOf({ spoken: 'ar' }, 's1')).toEqual(needs({ language: 'ar', staffId: 's1' }))
  })
})

describe('seats are given away in the order', () => {
  it.each<[string, BookableTime, Need, number[]]>([
    ['of the rule where nothing is known', at({}, [3, 1, 2]), needs({ language: 'ar' }), [3, 1, 2]],
    ['scarce last to who needs nothing', at({ 1: speaks('ckb'), 2: speaks() }), none, [2, 1]],
    ['unknown before a language', at({ 1: speaks('ckb') }, [1, 2]), none, [2, 1]],
    [
      'fewer languages first',
      at({ 1: speaks('ckb', 'ar'), 2: speaks('tr'), 3: speaks('uk', 'ru', 'ro') }),
      none,
      [2, 1, 3],
    ],
    [
      'their language first',
      at({ 1: speaks(), 2: speaks('ckb') }),
      needs({ language: 'ckb' }),
      [2, 1],
    ],
    [
      'their language first, of two the one with less beside it',
      at({ 1: speaks('ckb', 'ar'), 2: speaks('ckb') }),
      needs({ language: 'ckb' }),
      [2, 1],
    ],
    [
      'unknown before none',
      at({ 1: speaks('ar'), 2: speaks(), 4: speaks('ckb') }, [1, 2, 3, 4]),
      needs({ language: 'ckb' }),
      [4, 3, 2, 1],
    ],
    [
      'Kurmanji does for Bahdini',
      at({ 1: speaks('ckb'), 2: speaks('kmr') }),
      needs({ language: 'kmr-bahdini' }),
      [2, 1],
    ],
    [
      'Bahdini does not do for Kurmanji, nor Sorani',
      at({ 1: speaks('ckb'), 2: speaks('kmr-bahdini'), 3: speaks('kmr') }),
      needs({ language: 'kmr' }),
      [3, 1, 2],
    ],
    [
      'Farsi does not do for Dari',
      at({ 1: speaks('fa'), 2: speaks('prs') }),
      needs({ language: 'prs' }),
      [2, 1],
    ],
    [
      'a woman where one is wished',
      at({ 1: { languages: [], gender: 'man' }, 2: { languages: [], gender: 'woman' } }),
      needs({ gender: 'woman' }),
      [2, 1],
    ],
    [
      'a woman last where nobody wished for one',
      at({ 1: { languages: [], gender: 'woman' }, 2: { languages: [], gender: 'man' } }),
      none,
      [2, 1],
    ],
    [
      'the language before the wish',
      at({ 1: { languages: [], gender: 'woman' }, 2: { languages: ['ar'], gender: 'man' } }),
      needs({ language: 'ar', gender: 'woman' }),
      [2, 1],
    ],
    [
      'who knows them before the wish',
      at({
        1: { languages: [], gender: 'woman' },
        2: { languages: [], gender: 'man', staffId: 's1' },
      }),
      needs({ gender: 'woman', staffId: 's1' }),
      [2, 1],
    ],
  ])('%s', (_, time, need, seats) => {
    expect(seatsInOrder(time, need)).toEqual(seats)
  })
})

describe('how a time answers a need', () => {
  it.each<[string, BookableTime, Need, Interpreted, string, string]>([
    ['no need', at({ 1: speaks() }), none, 'interpreter', 'no-need', 'no-wish'],
    [
      'spoken',
      at({ 1: speaks('ar') }),
      needs({ language: 'ar' }),
      'interpreter',
      'spoken',
      'no-wish',
    ],
    [
      'an interpreter',
      at({ 1: speaks() }),
      needs({ language: 'ar' }),
      'interpreter',
      'interpreter',
      'no-wish',
    ],
    ['nobody', at({ 1: speaks() }), needs({ language: 'ar' }), null, 'nobody', 'no-wish'],
    ['not entered', at({}, [1]), needs({ language: 'ar' }), null, 'unknown', 'no-wish'],
    [
      'not entered, but orderable',
      at({}, [1]),
      needs({ language: 'ar' }),
      'interpreter',
      'interpreter',
      'no-wish',
    ],
    ['on call', at({ 1: speaks() }), needs({ language: 'ar' }), 'on-call', 'on-call', 'no-wish'],
    [
      'spoken before',
      at({ 1: speaks('ar') }),
      needs({ language: 'ar' }),
      'on-call',
      'spoken',
      'no-wish',
    ],
    [
      'a woman',
      at({ 1: { languages: [], gender: 'woman' } }),
      needs({ gender: 'woman' }),
      null,
      'no-need',
      'met',
    ],
    [
      'no woman',
      at({ 1: { languages: [], gender: 'man' } }),
      needs({ gender: 'woman' }),
      null,
      'no-need',
      'not-met',
    ],
    ['who knows', at({ 1: speaks() }), needs({ gender: 'woman' }), null, 'no-need', 'unknown'],
  ])('%s', (_, time, need, interpreted, language, gender) => {
    expect(fitOf(time, need, interpreted)).toMatchObject({ language, gender })
  })
})

const LANGUAGES = ['ar', 'ckb', 'kmr', 'prs']
const anyCounsellor = fc.record(
  {
    languages: fc.uniqueArray(fc.constantFrom(...LANGUAGES), { maxLength: 3 }),
    gender: fc.constantFrom('woman' as const, 'man' as const),
    staffId: fc.constantFrom('s1', 's2'),
  },
  { requiredKeys: ['languages'] },
)
const anyTime = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 6 }),
    fc.dictionary(fc.constantFrom('1', '2', '3', '4', '5', '6'), anyCounsellor),
    fc.integer({ min: 0, max: 200 }),
  )
  .map(([seats, who, hour]) => at(who, seats, hour * HOUR))
const anyNeed = fc.record({
  language: fc.constantFrom(null, ...LANGUAGES),
  gender: fc.constantFrom(null, 'woman' as const, 'man' as const),
  staffId: fc.constantFrom(null, 's1'),
})

describe('the first times of a list', () => {
  // Hours from now: o an interpreter can be ordered, c one is called, s it is spoken, n nobody.
  const list = (said: string) =>
    said.split(' ').map((one) => {
      const [kind, hour] = [one.slice(0, 1), Number(one.slice(1))]
      return { kind, time: at({ 1: speaks(...(kind === 's' ? ['ti'] : [])) }, [1], hour * HOUR) }
    })
  const KINDS: Record<string, Interpreted> = { o: 'interpreter', c: 'on-call' }
  const shownOf = (said: string, isUrgent = false) => {
    const all = list(said)
    const kindOf = (time: BookableTime) => all.find((one) => one.time === time)?.kind ?? ''
    const interpreted = (time: BookableTime) => KINDS[kindOf(time)] ?? null
    const times = all.map(({ time }) => time)
    return inOrder(times, needs({ language: 'ti' }), { isUrgent, most: 3, interpreted })
      .map(({ time }) => `${kindOf(time)}${time.startsAt / HOUR}`)
      .join(' ')
  }

  it.each([
    ['an order before a call, and last the soonest', 'c1 c2 o3 o4 o5', 'o3 o4 c1'],
    ['both before nobody', 'n1 c2 o3 n4', 'o3 c2 n1'],
    ['who speaks it before both', 'c1 o2 s3', 's3 o2 c1'],
    ['calls by time', 'c3 c2 c1 n4', 'c1 c2 c3'],
  ])('%s: %s', (_what, free, shown) => {
    expect(shownOf(free)).toBe(shown)
  })

  it('are the soonest for who is in a hurry', () => {
    expect(shownOf('c1 n2 o3 s4', true)).toBe('c1 n2 o3')
  })
})

describe('a time at another centre', () => {
  const on = (text: string, centreId: string, ...languages: string[]): BookableTime => {
    const startsAt = atWall(text.slice(0, 10), Number(text.slice(11)) * 60)
    return { ...at({ 1: speaks(...languages) }, [1], startsAt), centreId }
  }
  const own = (text: string, ...languages: string[]) => on(text, 'hamborn', ...languages)
  const other = (text: string, ...languages: string[]) => on(text, 'hochfeld', ...languages)
  const sorani = needs({ language: 'ckb' })
  it.each<[string, BookableTime[], BookableTime[], Need, string | null]>([
    [
      'is shown where nobody speaks it at their own',
      [own('2026-03-16 14')],
      [other('2026-03-18 14', 'ckb')],
      sorani,
      '2026-03-18 14',
    ],
    [
      'is the soonest of them',
      [own('2026-03-16 14')],
      [other('2026-03-18 14', 'ckb'), other('2026-03-17 14', 'ckb')],
      sorani,
      '2026-03-17 14',
    ],
    [
      'is shown where it comes before the own',
      [own('2026-03-16 14'), own('2026-03-19 14', 'ckb')],
      [other('2026-03-18 14', 'ckb')],
      sorani,
      '2026-03-18 14',
    ],
    [
      'may be sooner than any of their own',
      [own('2026-03-18 14')],
      [other('2026-03-16 14', 'ckb')],
      sorani,
      '2026-03-16 14',
    ],
    [
      'is not where their own is as soon',
      [own('2026-03-18 14', 'ckb')],
      [other('2026-03-18 14', 'ckb')],
      sorani,
      null,
    ],
    [
      'is not more than three days later',
      [own('2026-03-16 14')],
      [other('2026-03-20 09', 'ckb')],
      sorani,
      null,
    ],
    [
      'counts days of the calendar',
      [own('2026-03-16 23')],
      [other('2026-03-19 23', 'ckb')],
      sorani,
      '2026-03-19 23',
    ],
    [
      'counts them over the change to summer time',
      [own('2026-03-27 23')],
      [other('2026-03-30 23', 'ckb')],
      sorani,
      '2026-03-30 23',
    ],
    [
      'counts them over the change to winter time',
      [own('2026-10-23 00')],
      [other('2026-10-26 23', 'ckb')],
      sorani,
      '2026-10-26 23',
    ],
    [
      'is not where nobody speaks it',
      [own('2026-03-16 14')],
      [other('2026-03-16 14', 'ar')],
      sorani,
      null,
    ],
    [
      'is not where no language is needed',
      [own('2026-03-16 14')],
      [other('2026-03-16 14', 'ckb')],
      needs({ gender: 'woman' }),
      null,
    ],
    ['is not where their own has none at all', [], [other('2026-03-16 14', 'ckb')], sorani, null],
  ])('%s', (_what, mine, others, need, said) => {
    const found = timeElsewhere(mine, others, need)
    expect(found?.startsAt ?? null).toBe(said && other(said).startsAt)
  })
})

describe('whatever is entered', () => {
  it('every seat stays to be had, once', () => {
    fc.assert(
      fc.property(anyTime, anyNeed, (time, need) => {
        expect([...seatsInOrder(time, need)].sort()).toEqual([...time.seats].sort())
      }),
    )
  })

  it('nobody takes a seat with a language they do not need while one with less of that is free', () => {
    fc.assert(
      fc.property(anyTime, (time) => {
        const languagesAt = (seat: number) => time.counsellors?.get(seat)?.languages ?? []
        const [taken = 0] = seatsInOrder(time, none)
        const lost = languagesAt(taken)
        for (const seat of time.seats) {
          const kept = languagesAt(seat)
          expect(kept.length < lost.length && kept.every((one) => lost.includes(one))).toBe(false)
        }
      }),
    )
  })

  it('who needs a language gets a seat with it where one is free', () => {
    fc.assert(
      fc.property(anyTime, fc.constantFrom(...LANGUAGES), (time, language) => {
        const has = time.seats.some((seat) =>
          time.counsellors?.get(seat)?.languages.includes(language),
        )
        expect(fitOf(time, needs({ language }), null).language === 'spoken').toBe(has)
      }),
    )
  })

  it('the soonest time is shown, and what suits stands before what does not', () => {
    const timesOf = fc.uniqueArray(anyTime, { selector: ({ startsAt }) => startsAt, maxLength: 12 })
    fc.assert(
      fc.property(timesOf, anyNeed, fc.boolean(), (times, need, isUrgent) => {
        const interpreted = ({ startsAt }: BookableTime) =>
          startsAt > 100 * HOUR ? 'interpreter' : null
        const shown = inOrder(times, need, { isUrgent, most: 4, interpreted })
        expect(shown).toHaveLength(Math.min(4, times.length))
        const soonest = Math.min(...times.map(({ startsAt }) => startsAt))
        if (times.length > 0) expect(shown.map(({ time }) => time.startsAt)).toContain(soonest)
        const starts = shown.map(({ time }) => time.startsAt)
        if (isUrgent) expect(starts).toEqual([...starts].sort((a, b) => a - b))
        const suits = shown.map(
          ({ fit }) => fit.language === 'spoken' || fit.language === 'no-need',
        )
        if (!isUrgent && need.gender === null && need.staffId === null)
          expect(suits.slice(0, -1)).toEqual([...suits.slice(0, -1)].sort().reverse())
      }),
    )
  })
})
