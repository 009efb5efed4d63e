// What a profile leaves open: nothing is wrong with it, but people will meet it.
import { customDays } from '../calendar/custom-days.ts'
import { dayNumber } from '../calendar/wall-clock.ts'
import type { Centre } from './centre.ts'
import type { Pool } from './interpreting.ts'
import { controllersOf, type Profile } from './profile.ts'
import { unsaidOfAccessibility } from './statements.ts'

/** One line `path: what it means for people` for each thing that has not been entered. */
export const openPoints = (profile: Profile): string[] => [
  ...(profile.postalCodes.length === 0
    ? ['postalCodes: none, people choose their district by name']
    : pointsOpen(profile)),
  ...namesOpen(profile),
  ...((profile.offices ?? []).some(({ id, phones }) => id === 'jugendamt' && phones?.length)
    ? []
    : [
        'offices: no telephone number of the Jugendamt (id "jugendamt"), for those under 18 and alone',
      ]),
  ...statementsOpen(profile),
  ...((profile.bodies ?? []).length > 0
    ? []
    : ['bodies: none, no account of a counsellor or lead can be made']),
  ...profile.numbers.flatMap(({ number, confirmed }, at) =>
    confirmed ? [] : [`numbers[${at}]: ${number} is not confirmed, nobody is shown it`],
  ),
  ...profile.centres.flatMap((centre, at) => {
    const controllers = controllersOf(profile, centre)
    const officers = controllers.filter((one) => one.dataProtectionOfficer && one.contact)
    const unsaid = unsaidOfWay(centre)
    const missing: [boolean, string, string][] = [
      [centre.address === '', 'address', 'shown as not yet entered'],
      [unsaid.length > 0, 'way', `people are not told ${unsaid.join(', ')}`],
      [centre.phones.length === 0, 'phones', 'nobody can call it'],
      [centre.openings.length === 0, 'openings', 'cannot be booked'],
      [
        centre.openings.length > 0 && !saysWhoCounsels(centre),
        'openings.counselling',
        'nobody is told whether their language is spoken there',
      ],
      [controllers.length === 0, 'controller', 'nobody answers for the data yet'],
      [officers.length < controllers.length, 'controller', 'no contact or data protection officer'],
      [!centre.hoursStatus.confirmed, 'hoursStatus', 'hours not confirmed by the centre'],
    ]
    return missing.flatMap(([open, field, meaning]) =>
      open ? [`centres[${at}].${field}: ${centre.name}, ${meaning}`] : [],
    )
  }),
  ...daysOpen(profile),
  ...poolsOpen(profile),
]

/** Whether a centre has entered anything of who counsels when. */
const saysWhoCounsels = ({ openings }: Pick<Centre, 'openings'>): boolean =>
  openings.some(({ counselling = [] }) => counselling.length > 0)

/** What a centre has not said of itself yet, of what an administrator enters. */
export function unsaidOfCentre(centre: Centre) {
  const { address, phones, openings, hoursStatus } = centre
  const open = [
    ['address', address === ''],
    ['phones', phones.length === 0],
    ['hours', openings.length === 0],
    ['who', openings.length > 0 && !saysWhoCounsels(centre)],
    ['confirmed', !hoursStatus.confirmed],
  ] as const
  return open.flatMap(([what, isOpen]) => (isOpen ? [what] : []))
}

/** Days on which hardly anybody works, and which the profile closes in no year for the whole city. */
function daysOpen({ closedDays = [] }: Profile): string[] {
  const forAll = closedDays.filter(
    ({ centreId, seat, closedFrom }) => (centreId ?? seat ?? closedFrom) === undefined,
  )
  const years = new Set(forAll.flatMap(({ from, until }) => [from, until].map(yearOf)))
  const days = [...(years.size > 0 ? years : [DAYS_OF])].flatMap(customDays)
  const isClosed = (day: number) =>
    forAll.some(({ from, until }) => dayNumber(from) <= day && day <= dayNumber(until))
  const closed = new Set(days.filter(({ day }) => isClosed(day)).map(({ name }) => name))
  const open = new Set(days.map(({ name }) => name).filter((name) => !closed.has(name)))
  if (open.size === 0) return []
  return [
    `closedDays: ${[...open].join(', ')}, no holidays by law and bookable until they are closed`,
  ]
}

const yearOf = (date: string) => Number(date.slice(0, 4))
// Any year: it is asked for the names alone.
const DAYS_OF = 2026

/** What is not known of whom to ask for interpreters. */
function poolsOpen({ interpreting = [] }: Profile): string[] {
  if (interpreting.length === 0) return ['interpreting: no pool, nobody is promised an interpreter']
  return interpreting.flatMap((pool, at) =>
    unknownOfPool(pool).map((one) => {
      const [field, meaning] = OF_POOL[one]
      return `interpreting[${at}].${field}: ${pool.name}, ${meaning}`
    }),
  )
}

const OF_POOL = {
  contact: ['contact', 'nobody knows where orders go'],
  longest: ['longestMinutes', 'not known how long a talk may be'],
  excludes: ['excludes', 'not known which topics it does not interpret'],
  genderWish: ['genderWish', 'not known whether a woman or a man can be asked for'],
  confirmed: ['status', 'not confirmed by the pool'],
} as const

/** What is not known of a pool; it can be asked all the same. */
export function unknownOfPool(pool: Pool): (keyof typeof OF_POOL)[] {
  const { mail, phone, url } = pool.contact
  const open: [keyof typeof OF_POOL, boolean][] = [
    ['contact', !mail && !phone && !url],
    ['longest', pool.longestMinutes === undefined],
    ['excludes', pool.excludes === undefined],
    ['genderWish', pool.genderWish === undefined],
    ['confirmed', !pool.status.confirmed],
  ]
  return open.flatMap(([what, isOpen]) => (isOpen ? [what] : []))
}

/** What a shared location is held against. */
function pointsOpen({ postalCodes, pointsStatus }: Profile): string[] {
  const without = postalCodes.filter(({ point }) => !point).map(({ code }) => code)
  if (without.length === postalCodes.length) {
    return ['postalCodes: no points, a shared location suggests no district']
  }
  return [
    ...(without.length > 0
      ? [
          `postalCodes: no point for ${without.join(', ')}, a shared location may suggest a neighbour`,
        ]
      : []),
    ...(pointsStatus?.confirmed
      ? []
      : ['pointsStatus: points not confirmed, a shared location may suggest the wrong district']),
  ]
}

/** Who reads from right to left often cannot read a name in Latin letters. */
function namesOpen({ districts }: Profile): string[] {
  const latin = districts.filter(({ names }) =>
    RIGHT_TO_LEFT.some((language) => !names?.[language]),
  )
  if (latin.length === 0) return []
  const all = latin.map(({ name }) => name).join(', ')
  return [`districts: no names in Arabic script (${RIGHT_TO_LEFT.join(', ')}) for ${all}`]
}

const RIGHT_TO_LEFT = ['ar', 'fa', 'prs', 'ckb']

/** What the pages of the web door say of themselves. */
function statementsOpen({ accessibility = {}, pages }: Profile): string[] {
  const lacks = unsaidOfAccessibility(accessibility)
  return [
    ...(lacks.length > 0
      ? [`accessibility: no declaration yet, and /accessibility says so: no ${lacks.join(', ')}`]
      : []),
    ...(pages?.imprint ? [] : ['pages.imprint: the web pages lead to no imprint']),
    ...(pages?.privacy ? [] : ['pages.privacy: the web pages lead to no notice on data']),
  ]
}

function unsaidOfWay({ way = {}, coordinates }: Centre): string[] {
  return [
    ...(coordinates ? [] : ['the place on the map']),
    ...(way.stop === undefined ? ['the stop'] : []),
    ...(way.doorPhoto === undefined ? ['what the door looks like'] : []),
    ...(way.stepFree === undefined ? ['whether there are steps'] : []),
  ]
}
