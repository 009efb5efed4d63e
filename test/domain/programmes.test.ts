import { describe, expect, it, test } from 'vitest'
import { atWall } from '../../src/domain/calendar/wall-clock.ts'
import type { Programme } from '../../src/domain/profile/partners.ts'
import type { Profile } from '../../src/domain/profile/profile.ts'
import {
  isRunning,
  programmesToShow,
  referralTargets,
  suggestProgrammes,
} from '../../src/domain/questionnaire/programmes.ts'
import type { Answers } from '../../src/domain/questionnaire/questions.ts'
import { createI18n } from '../../src/i18n/index.ts'
import { duisburg, seedProfile } from '../support/duisburg.ts'

const NOW = atWall('2026-03-16', 600)
const i18n = createI18n()

const programme = (said: Partial<Programme> = {}): Programme => ({
  id: 'course',
  name: 'Kurs',
  provider: 'caritas',
  audience: {},
  shown: false,
  status: { confirmed: true },
  ...said,
})
const withOffers = (...programmes: Programme[]): Profile => ({ ...duisburg(), programmes })

/** What is suggested, in German: `reasons | what is still to be asked`. */
const reasons = (profile: Profile, answers: Answers, now = NOW) =>
  suggestProgrammes(profile, answers, now).map(({ programme, because, ask }) => {
    const words = (texts: typeof because) =>
      texts.map((text) => i18n.t('de', text, now).replace(/[\u2068\u2069]/g, '')).join(', ')
    return `${programme.id}: ${words(because)} | ${words(ask)}`
  })

const young: Programme['audience'] = {
  ages: { from: 18, until: 27 },
  residenceGroups: ['duldung', 'procedure'],
  topics: ['training', 'work'],
}

// audience, answers, and the reasons with what is still to be asked; undefined: not suggested
test.each<[string, Programme['audience'], Answers, string | undefined]>([
  ['for everybody, nothing said', {}, {}, 'course:  | '],
  ['for everybody, something said', {}, { topics: ['money'] }, 'course:  | '],
  ['topic fits', { topics: ['work'] }, { topics: ['money', 'work'] }, 'course: 💼 Arbeit | '],
  ['other topic', { topics: ['work'] }, { topics: ['money'] }, undefined],
  ['topic not asked, so no reason', { topics: ['work'] }, {}, undefined],
  ['topic skipped', { topics: ['work'] }, { topics: null }, undefined],
  [
    'all fits',
    young,
    { topics: ['training'], age: '18-26', document: 'duldung' },
    'course: 🧰 Ausbildung, 🧑 18 bis 26, ⏸️ Duldung | ',
  ],
  ['age and paper unknown', young, { topics: ['work'] }, 'course: 💼 Arbeit | Alter, Papier'],
  [
    'paper to be said in person',
    young,
    { topics: ['work'], age: '18-26', document: 'in-person' },
    'course: 💼 Arbeit, 🧑 18 bis 26 | Papier',
  ],
  ['other paper', young, { topics: ['work'], age: '18-26', document: 'permit' }, undefined],
  ['too young', young, { topics: ['work'], age: 'under-18', document: 'duldung' }, undefined],
  [
    '27 or older: 27 is still in',
    young,
    { topics: ['work'], age: '27-plus', document: 'duldung' },
    'course: 💼 Arbeit, ⏸️ Duldung | Alter',
  ],
  ['27 or older, up to 26', { ages: { from: 12, until: 26 } }, { age: '27-plus' }, undefined],
  [
    'from 27 on',
    { ages: { from: 27, until: 120 } },
    { age: '27-plus' },
    'course: 🧓 27 oder älter | ',
  ],
  [
    'from 16 on: a part of those under 18',
    { ages: { from: 16, until: 120 }, topics: ['work'] },
    { age: 'under-18', topics: ['work'] },
    'course: 💼 Arbeit | Alter',
  ],
  ['age skipped', { ages: { from: 18, until: 27 } }, { age: null }, undefined],
  ['district fits', { districts: ['mitte'] }, { district: 'mitte' }, 'course: Mitte | '],
  ['other district', { districts: ['mitte'] }, { district: 'sued' }, undefined],
  ['outside the city', { districts: ['mitte'] }, { district: 'outside' }, undefined],
  [
    'district unsaid',
    { districts: ['mitte'], topics: ['work'] },
    { district: 'unsaid', topics: ['work'] },
    'course: 💼 Arbeit | Stadtteil',
  ],
])('%s', (_, audience, answers, expected) => {
  const found = reasons(withOffers(programme({ audience })), answers)
  expect(found).toEqual(expected === undefined ? [] : [expected])
})

test.each<[string, Partial<Programme>, string, boolean]>([
  ['no dates', {}, '2026-03-16', true],
  ['the first day', { runsFrom: '2026-03-16' }, '2026-03-16', true],
  ['the day before', { runsFrom: '2026-03-17' }, '2026-03-16', false],
  ['the last day', { runsUntil: '2022-06-30' }, '2022-06-30', true],
  ['the day after', { runsUntil: '2022-06-30' }, '2022-07-01', false],
])('runs: %s', (_, dates, day, running) => {
  // Shortly before midnight in Germany: a date in UTC would still or already be another.
  expect(isRunning(programme(dates), atWall(day, 23 * 60 + 50))).toBe(running)
  expect(isRunning(programme(dates), atWall(day, 10))).toBe(running)
})

describe('the programmes of the cities', () => {
  const tolerated: Answers = { topics: ['training'], age: '18-26', document: 'duldung' }

  it('Duisburg suggested "Gemeinsam klappt’s" until 30 June 2022, then KIM for that reason', () => {
    const then = suggestProgrammes(duisburg(), tolerated, atWall('2022-06-30', 600))
    expect(then.map((one) => one.programme.id)).toEqual(['gemeinsam-klappts', 'kim'])
    const [now, ...more] = suggestProgrammes(duisburg(), tolerated, NOW)
    expect(more).toEqual([])
    expect(now).toMatchObject({ programme: { id: 'kim' }, follows: [{ id: 'gemeinsam-klappts' }] })
    expect(now?.because).toHaveLength(3)
  })

  it('Kreis Unna suggests no ended building block, and KIM once with each reason once', () => {
    expect(reasons(seedProfile('kreis-unna'), tolerated)).toEqual([
      'kim: 🧑 18 bis 26, ⏸️ Duldung, 🧰 Ausbildung | ',
    ])
  })

  it('Düsseldorf: Hispi for a German course, nothing that ended on 30 June 2023', () => {
    expect(reasons(seedProfile('duesseldorf'), { topics: ['german'] })).toEqual([
      'hispi-courses: 🗣️ Deutschkurs | ',
      'volunteers:  | ',
    ])
    const ids = suggestProgrammes(seedProfile('duesseldorf'), tolerated, NOW).map(
      (one) => one.programme.id,
    )
    expect(ids).toEqual(['ausbildung-chance', 'volunteers'])
  })

  it('show nothing to the person, as nobody has confirmed that it runs', () => {
    for (const id of ['duisburg', 'duesseldorf', 'kreis-unna'])
      expect(programmesToShow(seedProfile(id), tolerated, NOW)).toEqual([])
  })
})

test.each<[string, string[]]>([
  ['2022-06-30', ['gemeinsam-klappts', 'kim']],
  ['2022-07-01', ['kim']],
])(
  'on %s staff can refer to the programmes that run, and to every body and office',
  (day, running) => {
    const { bodies, offices, programmes } = referralTargets(duisburg(), atWall(day, 600))
    expect(programmes.map(({ id }) => id)).toEqual(running)
    expect([bodies.length, offices.length]).toEqual([7, 6])
  },
)

test('the person sees only what is shown and confirmed', () => {
  const profile = withOffers(
    programme({ id: 'both', shown: true }),
    programme({ id: 'hidden' }),
    programme({ id: 'unsure', shown: true, status: { confirmed: false } }),
    programme({ id: 'over', shown: true, runsUntil: '2025-12-31' }),
  )
  expect(programmesToShow(profile, {}, NOW).map(({ id }) => id)).toEqual(['both'])
})
