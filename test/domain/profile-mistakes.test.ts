import { describe, expect, it } from 'vitest'
import { parseProfile, profileSchema, readProfile } from '../../src/domain/profile.ts'
import { duisburgJson } from '../support/duisburg.ts'

// a planted mistake, where it is, and the line that has to name it
type Spoil = (json: ReturnType<typeof duisburgJson>) => void
const mistakes: [string, Spoil, string][] = [
  ['no city', (p) => delete p.city, 'city: expected string, got nothing'],
  ['a field nobody knows', (p) => (p.colour = 'blue'), 'Unrecognized key: "colour"'],
  ['time zone', (p) => (p.timeZone = 'UTC'), 'timeZone: expected "Europe/Berlin", got "UTC"'],
  ['state', (p) => (p.state = 'XX'), 'state: expected "NW", got "XX"'],
  ['id', (p) => (p.id = 'Duisburg'), 'id: expected small letters, digits and hyphens'],
  ['$schema', (p) => (p.$schema = 7), '$schema: expected string, got 7'],
  ['sources', (p) => (p.sources = 'WAZ'), 'sources: expected array, got "WAZ"'],
  [
    'district without a name',
    (p) => delete p.districts[0].name,
    'districts[0].name: expected string, got nothing',
  ],
  [
    'district twice',
    (p) => (p.districts[1].id = 'walsum'),
    'districts[1].id: expected a value of its own, "walsum" is there already',
  ],
  [
    'part twice',
    (p) => (p.districts[1].parts[0].number = 101),
    'districts: expected a value of its own, "101" is there already',
  ],
  [
    'postal code of four digits',
    (p) => (p.postalCodes[0].code = '4705'),
    'postalCodes[0].code: expected a postal code of five digits, got "4705"',
  ],
  [
    'postal code without a district',
    (p) => delete p.postalCodes[0].district,
    'postalCodes[0]: expected { code, district, centre? } or { code, ask: [part, part, …] }',
  ],
  [
    'postal code in no district',
    (p) => (p.postalCodes[0].district = 'centre'),
    'postalCodes[0].district: expected one of walsum, hamborn',
  ],
  [
    'postal code that asks for an unknown part',
    (p) => (p.postalCodes.find((one: { ask?: number[] }) => one.ask).ask[1] = 999),
    'postalCodes[6].ask[1]: expected one of 101, 102',
  ],
  [
    'P.O. box',
    (p) => p.poBoxCodes.push('4711'),
    'poBoxCodes[8]: expected a postal code or a range',
  ],
  ['neighbour', (p) => (p.neighbours[0].prefix = 'M'), 'neighbours[0].prefix: expected the first'],
  [
    'default centre',
    (p) => (p.defaultCentre = 'ruhrort'),
    'defaultCentre: expected one of hamborn, hochfeld, rheinhausen; got "ruhrort"',
  ],
  [
    'routing to no centre',
    (p) => (p.routing.districts.sued = 'sued'),
    'routing.districts.sued: expected one of hamborn, hochfeld, rheinhausen; got "sued"',
  ],
  [
    'district without a centre',
    (p) => delete p.routing.districts.sued,
    'routing.districts: expected a centre for the district "sued"',
  ],
  [
    'centre code',
    (p) => (p.centres[2].code = 'HA'),
    'centres[2].code: expected a value of its own, "HA" is there already',
  ],
  ['phone', (p) => (p.centres[0].phones = ['call us']), 'centres[0].phones[0]: expected a phone'],
  [
    'walk-in hours',
    (p) => (p.centres[0].walkIn[0].opens = '25:00'),
    'centres[0].walkIn[0].opens: expected a time HH:MM from 00:00 to 24:00, got "25:00"',
  ],
  [
    'hours that end before they begin',
    (p) => (p.centres[0].openings[0].closes = '09:00'),
    'centres[0].openings[0].closes: expected a time after "opens", on the same day',
  ],
  [
    'hours shorter than a slot',
    (p) => (p.centres[0].openings[0].closes = '10:10'),
    'centres[0].openings[0]: expected at least one slot of 20 min in the hours',
  ],
  [
    'more walk-in seats than seats',
    (p) => (p.centres[0].openings[0].walkInSeats = 3),
    'centres[0].openings[0]: expected walkInSeats + staffSeats of at most 2 seats',
  ],
  [
    'every other week without a first one',
    (p) => (p.centres[0].openings[0].repeat.interval = 2),
    'centres[0].openings[0].repeat.anchor: expected a date YYYY-MM-DD in the first week',
  ],
  [
    'body nobody knows',
    (p) => (p.centres[0].bodies = ['lions']),
    'centres[0].bodies[0]: expected one of drk, diakoniewerk',
  ],
  [
    'who we are, not in German',
    (p) => (p.centres[0].whoWeAre = { en: 'We listen.' }),
    'centres[0].whoWeAre: expected a German text ("de") among the languages',
  ],
  [
    'closed days that do not exist',
    (p) => (p.closedDays = [{ from: '2026-02-30', until: '2026-03-01', reason: 'Umzug' }]),
    'closedDays[0].from: expected a date YYYY-MM-DD, got "2026-02-30"',
  ],
  [
    'closed days of no centre',
    (p) =>
      (p.closedDays = [{ centreId: 'x', from: '2026-03-01', until: '2026-03-01', reason: 'x' }]),
    'closedDays[0].centreId: expected one of hamborn, hochfeld, rheinhausen; got "x"',
  ],
  [
    'danger number',
    (p) => delete p.numbers[0].confirmed,
    'numbers[0].confirmed: expected boolean, got nothing',
  ],
  [
    'calendar',
    (p) => (p.calendar.horizonDays = 0),
    'calendar.horizonDays: Too small: expected number to be >=1, got 0',
  ],
  [
    'quiet hours',
    (p) => (p.reminders.quietHours.from = '9 pm'),
    'reminders.quietHours.from: expected a time HH:MM, got "9 pm"',
  ],
  ['waiting list', (p) => (p.waitingList.holdMinutes = '30'), 'waitingList.holdMinutes: expected'],
  ['retention', (p) => (p.retention.contentDays = -1), 'retention.contentDays: Too small'],
  ['limits', (p) => (p.limits = {}), 'limits.movesPerWeek: expected number, got nothing'],
  ['offices', (p) => (p.offices[0].website = 'duisburg'), 'offices[0].website: expected a web'],
  [
    'body twice',
    (p) => (p.bodies[1].id = 'drk'),
    'bodies[1].id: expected a value of its own, "drk" is there already',
  ],
  [
    'office that is called as a body',
    (p) => (p.offices[0].id = 'drk'),
    'offices[0].id: expected a value of its own, "drk" is there already',
  ],
  [
    'offer that is called as a body',
    (p) => (p.offers[0].id = 'caritas'),
    'offers[0].id: expected a value of its own, "caritas" is there already',
  ],
  ['offers', (p) => (p.offers[0].audience.topics = []), 'offers[0].audience.topics: Too small'],
  [
    'offer of nobody',
    (p) => (p.offers[0].provider = 'lions'),
    'offers[0].provider: expected one of drk, diakoniewerk',
  ],
  [
    'offer for a topic nobody asks for',
    (p) => (p.offers[0].audience.topics[1] = 'sport'),
    'offers[0].audience.topics[1]: expected one of residence, letter',
  ],
  [
    'offer for a paper nobody asks for',
    (p) => (p.offers[0].audience.residenceGroups[0] = 'tolerated'),
    'offers[0].audience.residenceGroups[0]: expected one of in-person, procedure',
  ],
  [
    'offer for no district',
    (p) => (p.offers[0].audience.districts = ['north']),
    'offers[0].audience.districts[0]: expected one of walsum, hamborn',
  ],
  [
    'offer for nobody’s age',
    (p) => (p.offers[0].audience.ages.until = 17),
    'offers[0].audience.ages.until: expected an age of at least 18',
  ],
  [
    'offer that ends before it begins',
    (p) => (p.offers[0].runsFrom = '2023-01-01'),
    'offers[0].runsUntil: expected a day not before 2023-01-01',
  ],
  [
    'offer that is followed by none',
    (p) => (p.offers[0].followedBy = 'next'),
    'offers[0].followedBy: expected one of gemeinsam-klappts, kim; got "next"',
  ],
  [
    'offer that does not tell German readers what it is',
    (p) => delete p.offers[0].what.de,
    'offers[0].what: expected a German text ("de") among the languages',
  ],
  [
    'offer nobody says is sure',
    (p) => delete p.offers[0].status,
    'offers[0].status: expected object, got nothing',
  ],
]

describe('a mistake in a profile is named with its path and what is expected', () => {
  it.each(mistakes)('%s', (_, spoil, line) => {
    const json = duisburgJson()
    spoil(json)
    const read = readProfile(json)
    expect('faults' in read && read.faults.join('\n')).toContain(line)
  })

  it('is planted in every section', () => {
    const named = mistakes.map(([, , line]) => line.split(/[.:[]/)[0])
    const sections = Object.keys(profileSchema.shape)
    expect(sections.filter((section) => !named.includes(section))).toEqual([])
  })

  it('that is no JSON is named too', () => {
    const read = parseProfile('{ "id": }')
    expect('faults' in read && read.faults.join()).toMatch(
      /^\(top\): expected JSON, Unexpected token/,
    )
  })

  it('names all mistakes at once', () => {
    const read = readProfile({ ...duisburgJson(), city: '', state: 'XX' })
    expect('faults' in read && read.faults).toHaveLength(2)
  })
})
