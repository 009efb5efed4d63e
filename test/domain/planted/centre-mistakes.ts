// Mistakes in what a profile says of a centre.
import type { Mistake } from './mistake.ts'

export const centreMistakes: Mistake[] = [
  ['centre id', (p) => (p.centres[0].id = 'Hamborn'), 'centres[0].id: expected small letters'],
  [
    'centre without a name',
    (p) => delete p.centres[0].name,
    'centres[0].name: expected string, got nothing',
  ],
  [
    'centre with a name too long for a button',
    (p) => (p.centres[0].short = 'Regionales Support-Center'),
    'centres[0].short: Too big: expected string to have <=20 characters',
  ],
  [
    'centre with a short name of two lines',
    (p) => (p.centres[0].short = 'Hoch\nfeld'),
    'centres[0].short: expected one line',
  ],
  [
    'an empty name in a language',
    (p) => (p.centres[0].names = { ar: '' }),
    'centres[0].names.ar: Too small',
  ],
  ['an empty alias', (p) => (p.centres[0].aliases = ['']), 'centres[0].aliases[0]: Too small'],
  [
    'address',
    (p) => (p.centres[0].address = null),
    'centres[0].address: expected string, got null',
  ],
  [
    'postal code of a centre',
    (p) => (p.centres[0].postalCode = 47166),
    'centres[0].postalCode: expected string, got 47166',
  ],
  [
    'coordinates the wrong way round',
    (p) => (p.centres[0].coordinates = { latitude: 151.4, longitude: 6.8 }),
    'centres[0].coordinates.latitude: Too big: expected number to be <=90, got 151.4',
  ],
  [
    'a photo of the door that everybody on the way can change',
    (p) => (p.centres[0].way = { doorPhoto: 'http://city.example/door.jpg' }),
    'centres[0].way.doorPhoto: Invalid URL, got "http://city.example/door.jpg"',
  ],
  [
    'phone hours on no day of the week',
    (p) => (p.centres[0].phoneHours[0].weekdays = [8]),
    'centres[0].phoneHours[0].weekdays[0]: Too big: expected number to be <=7, got 8',
  ],
  [
    'hours of no month',
    (p) => (p.centres[0].hoursStatus.asOf = '2021'),
    'centres[0].hoursStatus.asOf: expected a month YYYY-MM, got "2021"',
  ],
  [
    'controller of no name',
    (p) => (p.centres[0].controller = { contact: 'Rathaus' }),
    'centres[0].controller.name: expected string, got nothing',
  ],
  [
    'controller under no known law',
    (p) => (p.centres[0].controller = { name: 'x', contact: 'x', law: 'BGB' }),
    'centres[0].controller.law: Invalid option: expected one of "DSGVO"',
  ],
  [
    'controller of whom nobody says how sure it is',
    (p) => (p.centres[0].controller = { name: 'x', status: { source: 'x' } }),
    'centres[0].controller.status.confirmed: expected boolean, got nothing',
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
    'what lies on the way, not in German',
    (p) => (p.centres[0].onTheWay = { en: 'The Rhine lies between.' }),
    'centres[0].onTheWay: expected a German text ("de") among the languages',
  ],
]
