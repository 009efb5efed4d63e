import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { atWall } from '../../src/domain/calendar/wall-clock.ts'
import { changesBetween } from '../../src/domain/profile/changes.ts'
import { draftProfile, idOf } from '../../src/domain/profile/draft.ts'
import { openPoints } from '../../src/domain/profile/open-points.ts'
import { bookingsOutside } from '../../src/domain/profile/outside.ts'
import { type Profile, parseProfile, readProfile } from '../../src/domain/profile/profile.ts'
import {
  unknownLanguages,
  unspokenProgrammes,
  unspokenQuestions,
} from '../../src/domain/profile/spoken.ts'
import { createI18n } from '../../src/i18n/index.ts'
import { letterFaults } from '../i18n/checks/letters.ts'
import { duisburg } from '../support/duisburg.ts'

const seeds = readdirSync('prisma/seed').map((file): [string, Profile] => {
  const read = parseProfile(readFileSync(`prisma/seed/${file}`, 'utf8'))
  if ('faults' in read) throw new Error(`${file}: ${read.faults.join('\n')}`)
  return [file, read.profile]
})
const seed = (id: string): Profile => {
  const found = seeds.find(([, profile]) => profile.id === id)
  if (!found) throw new Error(`no profile ${id}`)
  return found[1]
}

describe('the profiles that come with Lotse', () => {
  it('are three, each named as its file', () => {
    expect(seeds.map(([file]) => file)).toEqual([
      'duesseldorf.json',
      'duisburg.json',
      'kreis-unna.json',
    ])
    for (const [file, { id }] of seeds) expect(file).toBe(`${id}.json`)
  })

  test.each(seeds)('%s names every number in every language', (_, { numbers }) => {
    const i18n = createI18n()
    for (const { key } of i18n.languages)
      for (const { name } of numbers) expect(i18n.exists(name, key), `${name} in ${key}`).toBe(true)
  })

  test.each(seeds)('%s describes each programme in all eleven languages', (_, profile) => {
    const { programmes = [] } = profile
    expect(programmes.length).toBeGreaterThan(0)
    const shown = {
      ...profile,
      programmes: programmes.map((programme) => ({ ...programme, shown: true })),
    }
    const languages = createI18n().languages.map(({ key }) => key)
    expect(languages).toHaveLength(11)
    expect(unspokenProgrammes(shown, languages)).toEqual([])
  })

  it('Duisburg: every place stands in the letters of who reads from right to left', () => {
    const { districts, centres } = seed('duisburg')
    const places = [...centres, ...districts, ...districts.flatMap(({ parts }) => parts)]
    for (const language of ['ar', 'fa', 'prs', 'ckb']) {
      const named = Object.fromEntries(
        places.map(({ name, names }) => [name, names?.[language] ?? '']),
      )
      expect(letterFaults(language, named)).toEqual([])
    }
  })

  it('Düsseldorf: ten Welcome Points, one a Stadtbezirk, nothing invented', () => {
    const { centres, districts, postalCodes, routing } = seed('duesseldorf')
    expect(centres).toHaveLength(10)
    expect(districts.map(({ id }) => routing.districts[id])).toEqual(centres.map(({ id }) => id))
    expect(postalCodes).toEqual([])
    for (const centre of centres) {
      expect(centre).toMatchObject({ address: '', phones: [], walkIn: [], openings: [] })
    }
  })

  it('Kreis Unna: the six building blocks have ended, KIM follows them', () => {
    const { programmes = [] } = seed('kreis-unna')
    const ended = programmes.filter(({ runsUntil }) => runsUntil)
    expect(ended.map(({ runsUntil }) => runsUntil)).toEqual([
      ...Array(5).fill('2023-04-30'),
      '2023-06-30',
    ])
    expect(new Set(ended.map(({ followedBy }) => followedBy))).toEqual(new Set(['kim']))
  })

  it('Duisburg: six bodies and the city, and the five offices the project names', () => {
    const { bodies = [], offices = [] } = duisburg()
    expect(bodies).toHaveLength(7)
    expect(offices.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['jugendamt', 'schulamt', 'sozialamt', 'auslaenderamt', 'jobcenter']),
    )
  })
})

test('an programme that is shown and not described in a language is named, one for staff is not', () => {
  const profile = duisburg()
  const kim = profile.programmes?.find(({ id }) => id === 'kim')
  if (!kim) throw new Error('no KIM')
  kim.what = { de: 'Fallmanagement.', ar: 'إدارة الحالة.' }
  expect(unspokenProgrammes(profile, ['de', 'ar', 'ckb'])).toEqual([])
  kim.shown = true
  expect(unspokenProgrammes(profile, ['de', 'ar', 'ckb', 'kmr'])).toEqual([
    `programmes[1].what.ckb: expected a text, since "${kim.name}" is shown to people, got nothing`,
    `programmes[1].what.kmr: expected a text, since "${kim.name}" is shown to people, got nothing`,
  ])
})

test('a language that nobody can ask for is named, of who counsels and of a pool', () => {
  const profile = duisburg()
  const known = createI18n().spoken
  expect(unknownLanguages(profile, known)).toEqual([])
  const at = profile.centres.findIndex(({ openings }) => openings.length > 0)
  const opening = profile.centres[at]?.openings[0]
  if (!opening) throw new Error('no hours')
  opening.counselling = [{ languages: ['ar', 'dgs'] }, { languages: ['ku', 'ckb'] }]
  profile.interpreting = [
    {
      id: 'pool',
      name: 'Pool',
      modes: ['on-site'],
      languages: ['ti', 'own'],
      leadWorkingDays: 3,
      contact: {},
      status: { confirmed: false },
    },
  ]
  expect(
    unknownLanguages(profile, known)
      .map((line) => line.split(', got '))
      .map(([path, got]) => [path?.split(':')[0], got]),
  ).toEqual([
    [`centres[${at}].openings[0].counselling[1].languages[0]`, '"ku"'],
    ['interpreting[0].languages[1]', '"own"'],
  ])
})

test('what a question of the city lacks in a language is named, and that German stands in', () => {
  const profile = duisburg()
  profile.questions = [
    {
      id: 'own-kita',
      kind: 'choice',
      name: { de: 'Kita', ar: 'روضة', ckb: 'باخچە' },
      title: { de: 'Kita?', ar: 'روضة؟' },
      options: [
        { id: 'yes', words: { de: 'Ja', ar: 'نعم', ckb: 'بەڵێ' } },
        { id: 'no', words: { de: 'Nein' } },
      ],
    },
  ]
  expect(unspokenQuestions(profile, ['de', 'ar', 'ckb'])).toEqual([
    'questions[0].title: own-kita, read in German by who reads ckb',
    'questions[0].options[1].words: own-kita, read in German by who reads ar, ckb',
  ])
})

describe('a new profile', () => {
  const draft = draftProfile({
    id: 'moers',
    city: 'Moers',
    centres: [
      { name: 'Beratung Süd', address: '', phones: [] },
      { name: 'Beratung Nord', address: 'Hauptstraße 1, Moers', phones: ['02841 123456'] },
    ],
    districts: [{ name: 'Kapellen', centre: 1 }],
  })

  it('passes the check and routes as it was told', () => {
    expect(readProfile(draft)).toHaveProperty('profile')
    expect(draft.routing.districts).toEqual({ kapellen: 'beratung-nord' })
  })

  const UNTOLD =
    'people are not told the place on the map, the stop, what the door looks like, whether there are steps'

  it('says what is still open', () => {
    expect(openPoints(draft)).toEqual([
      'postalCodes: none, people choose their district by name',
      'districts: no names in Arabic script (ar, fa, prs, ckb) for Kapellen',
      'offices: no telephone number of the Jugendamt (id "jugendamt"), for those under 18 and alone',
      'accessibility: no declaration yet, and /accessibility says so: no responsible, contact, declaredOn, assessedBy, conformance, notAccessible',
      'imprint: none, and /imprint says so',
      'numbers[2]: 116 016 is not confirmed, nobody is shown it',
      'numbers[3]: 0800 1110111 is not confirmed, nobody is shown it',
      'numbers[4]: 116 111 is not confirmed, nobody is shown it',
      'centres[0].address: Beratung Süd, shown as not yet entered',
      `centres[0].way: Beratung Süd, ${UNTOLD}`,
      'centres[0].phones: Beratung Süd, nobody can call it',
      'centres[0].openings: Beratung Süd, cannot be booked',
      'centres[0].controller: Beratung Süd, nobody answers for the data yet',
      'centres[0].hoursStatus: Beratung Süd, hours not confirmed by the centre',
      `centres[1].way: Beratung Nord, ${UNTOLD}`,
      'centres[1].openings: Beratung Nord, cannot be booked',
      'centres[1].controller: Beratung Nord, nobody answers for the data yet',
      'centres[1].hoursStatus: Beratung Nord, hours not confirmed by the centre',
      'closedDays: 24.12., 31.12., Rosenmontag, no holidays by law and bookable until they are closed',
      'interpreting: no pool, nobody is promised an interpreter',
    ])
  })

  it('says so of who counsels, and of pools of interpreters', () => {
    const profile = duisburg()
    const [centre] = profile.centres
    const open = () => openPoints(profile).filter((one) => /counselling|interpreting/.test(one))
    expect(open()).toEqual([
      ...profile.centres.map(
        ({ name }, at) =>
          `centres[${at}].openings.counselling: ${name}, nobody is told whether their language is spoken there`,
      ),
      'interpreting: no pool, nobody is promised an interpreter',
    ])
    Object.assign(centre?.openings[0] ?? {}, { counselling: [{ languages: [] }] })
    const pool = { id: 'lay', name: 'Ehrenamt', modes: ['video' as const], languages: ['ti'] }
    const known = { longestMinutes: 60, excludes: [], genderWish: false }
    profile.interpreting = [
      { ...pool, leadWorkingDays: 2, contact: {}, status: { confirmed: false } },
      {
        ...pool,
        ...known,
        leadWorkingDays: 2,
        contact: { phone: '0203 1' },
        status: { confirmed: true },
      },
    ]
    expect(open()).toHaveLength(profile.centres.length - 1 + 5)
    expect(open().slice(-5)).toEqual([
      'interpreting[0].contact: Ehrenamt, nobody knows where orders go',
      'interpreting[0].longestMinutes: Ehrenamt, not known how long a talk may be',
      'interpreting[0].excludes: Ehrenamt, not known which topics it does not interpret',
      'interpreting[0].genderWish: Ehrenamt, not known whether a woman or a man can be asked for',
      'interpreting[0].status: Ehrenamt, not confirmed by the pool',
    ])
  })

  it('is one area where no districts are known', () => {
    const one = draftProfile({
      id: 'moers',
      city: 'Moers',
      centres: [{ name: 'Beratung', address: '', phones: [] }],
      districts: [],
    })
    expect(readProfile(one)).toHaveProperty('profile')
    expect(one.districts.map(({ name }) => name)).toEqual(['Moers'])
  })

  test.each([
    ['Homberg/Ruhrort/Baerl', 'homberg-ruhrort-baerl'],
    ['Süd', 'sued'],
    ['1. Bezirk', 'bezirk'],
    ['Großenbaum', 'grossenbaum'],
  ])('the id of %s is %s', (name, id) => expect(idOf(name)).toBe(id))
})

describe('bookings that a change leaves outside', () => {
  // Monday, 16 March 2026, 10:20 at RSC Hochfeld.
  const booking = {
    id: 'b',
    ref: 'HO-7F3K',
    centre: 'hochfeld',
    startsAt: atWall('2026-03-16', 620),
    endsAt: atWall('2026-03-16', 640),
    seat: 1,
  }
  type Change = (profile: Profile) => void
  const hochfeld = (profile: Profile) => {
    const centre = profile.centres.find(({ id }) => id === 'hochfeld')
    const monday = centre?.openings[0]
    if (!centre || !monday) throw new Error('no Monday in Hochfeld')
    return { centre, monday }
  }
  test.each<[string, Change, string | undefined]>([
    ['nothing', () => {}, undefined],
    ['later hours', (p) => (hochfeld(p).monday.opens = '10:40'), 'no-slot'],
    ['other slots', (p) => (p.calendar.slotMinutes = 30), 'no-slot'],
    ['hours that begin before', (p) => (hochfeld(p).monday.opens = '09:00'), undefined],
    ['a seat less', (p) => (hochfeld(p).monday.firstSeat = 2), 'no-seat'],
    ['more walk-in seats', (p) => (hochfeld(p).monday.walkInSeats = 2), undefined],
    ['the centre gone', (p) => p.centres.splice(1, 1), 'no-centre'],
  ])('%s', (_, change, why) => {
    const profile = duisburg()
    change(profile)
    expect(bookingsOutside(profile, [], [booking]).map((one) => one.why)).toEqual(why ? [why] : [])
  })

  it('a closed day', () => {
    const closure = { startsAt: atWall('2026-03-16', 0), endsAt: atWall('2026-03-17', 0) }
    expect(bookingsOutside(duisburg(), [closure], [booking])).toEqual([{ booking, why: 'no-slot' }])
  })
})

test('changes are named by id where there is one', () => {
  const after = duisburg()
  const centre = after.centres[0]
  if (centre) centre.phones = ['0203 1']
  after.centres.splice(2, 1)
  expect(changesBetween(duisburg(), after)).toEqual([
    'centres[hamborn].phones[0]: "0203 94065358" → "0203 1"',
    'centres[hamborn].phones[1]: "0203 94065357" → nothing',
    expect.stringMatching(/^centres\[rheinhausen\]: \{"id":"rheinhausen".*… → nothing$/),
  ])
})
