// Mistakes in what a profile says of the city as a whole.
import type { Mistake } from './mistake.ts'

export const cityMistakes: Mistake[] = [
  ['no city', (p) => delete p.city, 'city: expected string, got nothing'],
  ['a field nobody knows', (p) => (p.colour = 'blue'), 'Unrecognized key: "colour"'],
  ['time zone', (p) => (p.timeZone = 'UTC'), 'timeZone: expected "Europe/Berlin", got "UTC"'],
  ['state', (p) => (p.state = 'XX'), 'state: expected "NW", got "XX"'],
  ['id', (p) => (p.id = 'Duisburg'), 'id: expected small letters, digits and hyphens'],
  ['$schema', (p) => (p.$schema = 7), '$schema: expected string, got 7'],
  ['sources', (p) => (p.sources = 'WAZ'), 'sources: expected array, got "WAZ"'],
  [
    'a credit without its licence',
    (p) => delete p.credits[0].licence,
    'credits[0].licence: expected string, got nothing',
  ],
  [
    'terms of a licence over http',
    (p) => (p.credits[1].terms = 'http://creativecommons.org/licenses/by/4.0/'),
    'credits[1].terms: expected an address beginning with https://',
  ],
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
    'postalCodes[0]: expected { code, district, centre?, point? } or { code, ask: [part, part, …], point? }',
  ],
  [
    'points without a word how sure they are',
    (p) => delete p.pointsStatus.confirmed,
    'pointsStatus.confirmed: expected boolean, got nothing',
  ],
  [
    'a district named in no language',
    (p) => (p.districts[0].names = { Arabisch: 'فالزوم' }),
    'districts[0].names.Arabisch: ',
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
  ['notices', (p) => (p.notices = { redAgainMinutes: 0 }), 'notices.redAgainMinutes: Too small'],
  [
    'day of the declaration',
    (p) => (p.accessibility = { declaredOn: '1.12.2026' }),
    'accessibility.declaredOn: expected a day YYYY-MM-DD, got "1.12.2026"',
  ],
  [
    'imprint',
    (p) => (p.pages = { imprint: 'http://stadt.example' }),
    'pages.imprint: expected an address beginning with https://',
  ],
  [
    'imprint of nobody',
    (p) => (p.imprint = { mail: 'a@stadt.example' }),
    'imprint.name: expected string, got nothing',
  ],
  [
    'recipients that are no list',
    (p) => (p.dataProtection = { recipients: 'Rechenzentrum' }),
    'dataProtection.recipients: expected array, got "Rechenzentrum"',
  ],
  [
    'way out',
    (p) => (p.exitTo = 'http://wetter.example'),
    'exitTo: expected an address beginning with https://',
  ],
  ['oversight', (p) => (p.staffOversight = 'yes'), 'staffOversight: '],
  ['people counted in figures from four on', (p) => (p.fewestShown = 4), 'fewestShown: '],
  ['retention', (p) => (p.retention.contentDays = -1), 'retention.contentDays: Too small'],
  ['limits', (p) => (p.limits = {}), 'limits.movesPerWeek: expected number, got nothing'],
]
