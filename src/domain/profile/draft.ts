// A profile to begin with: what is known of a city, and proposals for the rest.
import type { Profile } from './profile.ts'

/** What is known of a city; `centre` counts from 0. Texts may be empty where nothing is known. */
export type CityDraft = {
  id: string
  city: string
  centres: { name: string; address: string; phones: string[] }[]
  districts: { name: string; centre: number }[]
}

/** A name as an id: "Homberg/Ruhrort" → "homberg-ruhrort". */
export const idOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')

/** AA, AB … ZZ: first letters of the reference codes, to be replaced by telling ones. */
const codeOf = (index: number): string =>
  String.fromCharCode(65 + Math.floor(index / 26), 65 + (index % 26))

const NUMBERS: Profile['numbers'] = [
  {
    number: '110',
    name: 'danger.number.police',
    for: ['violence', 'child', 'held', 'help'],
    hours: 'always',
    confirmed: true,
    source: 'common knowledge',
  },
  {
    number: '112',
    name: 'danger.number.fire-ambulance',
    for: ['medical', 'suicide', 'child', 'help'],
    hours: 'always',
    confirmed: true,
    source: 'common knowledge',
  },
  {
    number: '116 016',
    name: 'danger.number.violence-against-women',
    for: ['violence', 'held'],
    confirmed: false,
  },
  {
    number: '0800 1110111',
    name: 'danger.number.pastoral-care',
    for: ['suicide', 'help'],
    confirmed: false,
  },
  { number: '116 111', name: 'danger.number.children', for: ['child'], confirmed: false },
]

// For every public body of the state: lbbp.nrw.de, no date; the mail: it.nrw, January 2020.
const OMBUDSSTELLE = {
  name: 'Ombudsstelle für barrierefreie Informationstechnik des Landes Nordrhein-Westfalen',
  mail: 'ombudsstelle-barrierefreie-it@mags.nrw.de',
  url: 'https://www.lbbp.nrw.de/ombudsstelle',
}

/**
 * A profile that passes the check. Nobody can book before `openings` are entered; without districts
 * the city is one.
 */
export const draftProfile = ({ id, city, centres, districts }: CityDraft): Profile => {
  const areas = districts.length > 0 ? districts : [{ name: city, centre: 0 }]
  const ids = centres.map(({ name }) => idOf(name))
  const centreAt = (index: number) => ids[index] ?? ids[0] ?? ''
  return {
    $schema: '../../docs/schema/profile.schema.json',
    id,
    city,
    timeZone: 'Europe/Berlin',
    state: 'NW',
    sources: ['Seats, slot length, lead time, horizon, limits and retention are proposals.'],
    districts: areas.map(({ name }, index) => ({
      id: idOf(name),
      number: index + 1,
      name,
      parts: [],
    })),
    postalCodes: [],
    poBoxCodes: [],
    neighbours: [],
    centres: centres.map(({ name, address, phones }, index) => ({
      id: centreAt(index),
      name,
      short: name.slice(0, 20).trim(),
      code: codeOf(index),
      address,
      phones,
      phoneHours: [],
      walkIn: [],
      hoursStatus: { confirmed: false },
      openings: [],
    })),
    defaultCentre: centreAt(0),
    routing: {
      districts: Object.fromEntries(
        areas.map(({ name, centre }) => [idOf(name), centreAt(centre)]),
      ),
    },
    numbers: NUMBERS,
    // Whoever counsels belongs to one; the city itself is one of them.
    bodies: [{ id: idOf(city).replace(/^/, 'stadt-'), name: `Stadt ${city}` }],
    calendar: {
      slotMinutes: 20,
      seats: 2,
      walkInSeats: 1,
      staffSeats: 0,
      leadMinutes: 60,
      horizonDays: 28,
    },
    reminders: {
      daysBefore: [3, 1],
      hoursBefore: [2],
      quietHours: { from: '21:00', until: '08:00' },
    },
    waitingList: { holdMinutes: 30 },
    notices: { redAgainMinutes: 30 },
    accessibility: { enforcement: OMBUDSSTELLE },
    retention: {
      abandonedHours: 72,
      contentDays: 30,
      noShowDays: 14,
      auditMonths: 12,
      consentMonths: 36,
    },
    limits: { movesPerWeek: 3, cancellationsPerWeek: 3 },
  }
}
