// What a profile leaves open: nothing is wrong with it, but people will meet it.
import { customDays } from '../calendar/custom-days.ts'
import { dayNumber } from '../calendar/wall-clock.ts'
import type { Centre } from './centre.ts'
import type { Pool } from './interpreting.ts'
import { filledIn, OPEN_WORDS, type OpenWords } from './open-words.ts'
import { controllersOf, type Profile } from './profile.ts'
import { unsaidOfAccessibility } from './statements.ts'

/** One line `path: what it means for people` for each thing that has not been entered; `words` in another language. */
export const openPoints = (profile: Profile, words: OpenWords = OPEN_WORDS): string[] => [
  ...(profile.postalCodes.length === 0
    ? [`postalCodes: ${words.noPostalCodes}`]
    : pointsOpen(profile, words)),
  ...namesOpen(profile, words),
  ...((profile.offices ?? []).some(({ id, phones }) => id === 'jugendamt' && phones?.length)
    ? []
    : [`offices: ${words.youth}`]),
  ...statementsOpen(profile, words),
  ...((profile.bodies ?? []).length > 0 ? [] : [`bodies: ${words.noBodies}`]),
  ...profile.numbers.flatMap(({ number, confirmed }, at) =>
    confirmed ? [] : [`numbers[${at}]: ${filledIn(words.number, { names: number })}`],
  ),
  ...profile.centres.flatMap((centre, at) => {
    const controllers = controllersOf(profile, centre)
    const officers = controllers.filter((one) => one.dataProtectionOfficer && one.contact)
    const unsaid = unsaidOfWay(centre, words)
    const missing: [boolean, string, string][] = [
      [centre.address === '', 'address', words.address],
      [unsaid.length > 0, 'way', filledIn(words.way, { names: unsaid.join(', ') })],
      [centre.phones.length === 0, 'phones', words.phones],
      [centre.openings.length === 0, 'openings', words.openings],
      [
        centre.openings.length > 0 && !saysWhoCounsels(centre),
        'openings.counselling',
        words.counselling,
      ],
      [controllers.length === 0, 'controller', words.controller],
      [officers.length < controllers.length, 'controller', words.officer],
      [!centre.hoursStatus.confirmed, 'hoursStatus', words.hours],
    ]
    return missing.flatMap(([open, field, meaning]) =>
      open ? [`centres[${at}].${field}: ${centre.name}, ${meaning}`] : [],
    )
  }),
  ...daysOpen(profile, words),
  ...poolsOpen(profile, words),
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
function daysOpen({ closedDays = [] }: Profile, words: OpenWords): string[] {
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
  return [`closedDays: ${filledIn(words.days, { names: [...open].join(', ') })}`]
}

const yearOf = (date: string) => Number(date.slice(0, 4))
// Any year: it is asked for the names alone.
const DAYS_OF = 2026

/** What is not known of whom to ask for interpreters. */
function poolsOpen({ interpreting = [] }: Profile, words: OpenWords): string[] {
  if (interpreting.length === 0) return [`interpreting: ${words.noPool}`]
  return interpreting.flatMap((pool, at) =>
    unknownOfPool(pool).map(
      (one) => `interpreting[${at}].${OF_POOL[one]}: ${pool.name}, ${words[one]}`,
    ),
  )
}

const OF_POOL = {
  contact: 'contact',
  longest: 'longestMinutes',
  excludes: 'excludes',
  genderWish: 'genderWish',
  confirmed: 'status',
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
function pointsOpen({ postalCodes, pointsStatus }: Profile, words: OpenWords): string[] {
  const without = postalCodes.filter(({ point }) => !point).map(({ code }) => code)
  if (without.length === postalCodes.length) {
    return [`postalCodes: ${words.noPoints}`]
  }
  return [
    ...(without.length > 0
      ? [`postalCodes: ${filledIn(words.pointless, { names: without.join(', ') })}`]
      : []),
    ...(pointsStatus?.confirmed ? [] : [`pointsStatus: ${words.points}`]),
  ]
}

/** Who reads from right to left often cannot read a name in Latin letters. */
function namesOpen({ districts }: Profile, words: OpenWords): string[] {
  const latin = districts.filter(({ names }) =>
    RIGHT_TO_LEFT.some((language) => !names?.[language]),
  )
  if (latin.length === 0) return []
  const names = latin.map(({ name }) => name).join(', ')
  return [`districts: ${filledIn(words.districts, { names, languages: RIGHT_TO_LEFT.join(', ') })}`]
}

const RIGHT_TO_LEFT = ['ar', 'fa', 'prs', 'ckb']

/** What the pages of the web door say of themselves. */
function statementsOpen(
  { accessibility = {}, imprint, pages }: Profile,
  words: OpenWords,
): string[] {
  const lacks = unsaidOfAccessibility(accessibility)
  return [
    ...(lacks.length > 0
      ? [`accessibility: ${filledIn(words.accessibility, { names: lacks.join(', ') })}`]
      : []),
    ...(imprint || pages?.imprint ? [] : [`imprint: ${words.imprint}`]),
  ]
}

function unsaidOfWay({ way = {}, coordinates }: Centre, words: OpenWords): string[] {
  return [
    ...(coordinates ? [] : [words.map]),
    ...(way.stop === undefined ? [words.stop] : []),
    ...(way.doorPhoto === undefined ? [words.door] : []),
    ...(way.stepFree === undefined ? [words.steps] : []),
  ]
}
