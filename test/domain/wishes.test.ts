// Evenings and weekends: what the opening rules in force have of what somebody wishes.

import { describe, expect, it } from 'vitest'
import { duisburgProfile, MONDAY } from '../../scripts/gallery/talk-facts.ts'
import { NO_WISHES, unmet, type Wishes } from '../../src/domain/appointment/wishes.ts'
import { toWall } from '../../src/domain/calendar/wall-clock.ts'
import type { Centre, Profile } from '../../src/domain/profile/profile.ts'

type Rule = Centre['openings'][number]
const seed = duisburgProfile()

const weekly = (
  weekdays: number[],
  opens: string,
  closes: string,
  more: Partial<Rule> = {},
): Rule => ({
  id: `r${weekdays.join('')}-${opens.slice(0, 2)}`,
  repeat: { every: 'week', weekdays },
  opens,
  closes,
  ...more,
})

/** A city of two centres: Hochfeld with these rules, Hamborn on Monday mornings. */
function city(hochfeld: Rule[], hamborn: Rule[] = [weekly([1], '10:00', '12:00')]): Profile {
  const rules: Record<string, Rule[]> = { hochfeld, hamborn }
  const centres = seed.centres.flatMap((centre) => {
    const openings = rules[centre.id]
    return openings ? [{ ...centre, openings }] : []
  })
  return { ...seed, centres }
}

/** What is never there, and the walls of the earliest and latest time: `Sa So / evening / 10:00–15:40`. */
function answer(wishes: Partial<Wishes>, profile: Profile, now = MONDAY): string {
  const never = unmet({ ...NO_WISHES, ...wishes }, profile, now, () => 'no-need')
  if (!never) return 'met'
  const { days, parts, isAll, open } = never
  const clock = (at: number) => {
    const { minutes } = toWall(at)
    const two = (n: number) => String(n).padStart(2, '0')
    return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
  }
  const range = open
    ? `${open.days.join('')} ${clock(open.earliest)}–${clock(open.latest)}`
    : 'none'
  return [days.join(''), parts.join(' '), isAll ? 'all' : 'some', range].join(' | ')
}

const afternoon = [weekly([3], '14:00', '16:00')]
const late = [weekly([3], '14:00', '18:00')]
const saturday = [weekly([6], '10:00', '11:00')]

describe('what is wished and never there', () => {
  it.each([
    ['nothing in particular', {}, city(afternoon), 'met'],
    ['a day on which a centre opens', { days: [3] }, city(afternoon), 'met'],
    ['the evening', { parts: ['evening'] }, city(afternoon), ' | evening | all | 13 10:00–15:40'],
    ['the evening where one opens until six', { parts: ['evening'] }, city(late), 'met'],
    [
      'the evening where the last time begins at 16:40',
      { parts: ['evening'] },
      city([weekly([3], '14:00', '17:00')]),
      ' | evening | all | 13 10:00–16:40',
    ],
    [
      'the evening or the morning',
      { parts: ['morning', 'evening'] },
      city(afternoon),
      ' | evening | some | 13 10:00–15:40',
    ],
    ['the weekend', { days: [6, 7] }, city(afternoon), '67 |  | all | 13 10:00–15:40'],
    [
      'the weekend where Saturday is there',
      { days: [6, 7] },
      city(saturday),
      '7 |  | some | 16 10:00–11:40',
    ],
    ['Saturday where it is there', { days: [6] }, city(saturday), 'met'],
    // Every part is there, but not on that day or at that centre.
    ['Monday evening', { days: [1], parts: ['evening'] }, city(late), ' |  | all | 13 10:00–17:40'],
    [
      'the evening at the other centre',
      { parts: ['evening'], centres: ['hamborn'] },
      city(late),
      ' |  | all | 13 10:00–17:40',
    ],
    [
      'an evening that ends at midnight',
      { parts: ['evening'] },
      city([weekly([5], '23:00', '24:00')]),
      'met',
    ],
    [
      'the evening where a rule begins at midnight',
      { parts: ['evening'] },
      city([weekly([5], '00:00', '01:00')]),
      ' | evening | all | 15 00:00–11:40',
    ],
    [
      'an evening whose seats are for staff',
      { parts: ['evening'] },
      city([weekly([3], '17:00', '18:00', { staffSeats: 2 })]),
      ' | evening | all | 1 10:00–11:40',
    ],
    ['anything where no hours are entered', {}, city([], []), ' |  | all | none'],
  ] as [string, Partial<Wishes>, Profile, string][])('%s', (_, wishes, profile, expected) => {
    expect(answer(wishes, profile)).toBe(expected)
  })
})

describe('the rules in force', () => {
  const on = (...dates: string[]): Rule => ({
    ...weekly([1], '17:00', '19:00'),
    repeat: { every: 'date', dates },
  })
  const evening = { parts: ['evening'] } as const
  const never = ' | evening | all | 1 10:00–11:40'
  it.each([
    [
      'end with their last day',
      [weekly([2], '17:00', '18:00', { validUntil: '2026-03-16' })],
      never,
    ],
    ['hold until then', [weekly([2], '17:00', '18:00', { validUntil: '2026-03-17' })], 'met'],
    [
      'are none before they begin',
      [weekly([2], '17:00', '18:00', { validFrom: '2027-01-01' })],
      never,
    ],
    ['may begin soon', [weekly([2], '17:00', '18:00', { validFrom: '2026-04-01' })], 'met'],
    ['have a single day', [on('2026-03-31')], 'met'],
    ['have no holiday: Easter Monday', [on('2026-04-06')], never],
    ['have nothing that is over', [on('2026-03-09')], never],
    ['open once a month', [{ ...on(), repeat: { every: 'month', weekday: 4, nth: [-1] } }], 'met'],
  ] as [string, Rule[], string][])('%s', (_, rules, expected) => {
    expect(answer(evening, city(rules))).toBe(expected)
  })

  it.each([
    ['the minute before midnight', '2026-03-17T22:59:00Z', 'met'],
    ['midnight', '2026-03-17T23:00:00Z', never],
  ])('a last evening counts to the end of its day: %s', (_, now, expected) => {
    const rules = [weekly([2], '17:00', '18:00', { validUntil: '2026-03-17' })]
    expect(answer(evening, city(rules), Date.parse(now))).toBe(expected)
  })

  // 17:00 is 16:00Z in winter and 15:00Z in summer time: the wall counts, on both days of change too.
  it.each([
    ['summer time begins', '2026-03-29'],
    ['summer time ends', '2026-10-25'],
  ])('the wall says what an evening is on the day %s', (_, day) => {
    const now = Date.parse(`${day}T00:00:00Z`)
    expect(answer(evening, city([on(day)]), now)).toBe('met')
    const before = { ...on(day), opens: '16:00', closes: '17:00' }
    expect(answer(evening, city([before]), now)).toMatch(/evening \| all \| \d+ 10:00–16:40$/)
  })
})
