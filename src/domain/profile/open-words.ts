// What each thing means that a profile leaves open, in English, as `profile check` says it. Another language has the same
// keys; what stands in braces is filled in.

export const OPEN_WORDS = {
  noPostalCodes: 'none, people choose their district by name',
  noPoints: 'no points, a shared location suggests no district',
  pointless: 'no point for {names}, a shared location may suggest a neighbour',
  points: 'points not confirmed, a shared location may suggest the wrong district',
  districts: 'no names in Arabic script ({languages}) for {names}',
  youth: 'no telephone number of the Jugendamt (id "jugendamt"), for those under 18 and alone',
  accessibility: 'no declaration yet, and /accessibility says so: no {names}',
  imprint: 'none, and /imprint says so',
  noBodies: 'none, no account of a counsellor or lead can be made',
  number: '{names} is not confirmed, nobody is shown it',
  address: 'shown as not yet entered',
  way: 'people are not told {names}',
  map: 'the place on the map',
  stop: 'the stop',
  door: 'what the door looks like',
  steps: 'whether there are steps',
  phones: 'nobody can call it',
  openings: 'cannot be booked',
  counselling: 'nobody is told whether their language is spoken there',
  controller: 'nobody answers for the data yet',
  officer: 'no contact or data protection officer',
  hours: 'hours not confirmed by the centre',
  days: '{names}, no holidays by law and bookable until they are closed',
  noPool: 'no pool, nobody is promised an interpreter',
  contact: 'nobody knows where orders go',
  longest: 'not known how long a talk may be',
  excludes: 'not known which topics it does not interpret',
  genderWish: 'not known whether a woman or a man can be asked for',
  confirmed: 'not confirmed by the pool',
} as const

export type OpenWords = Readonly<Record<keyof typeof OPEN_WORDS, string>>

/** A sentence with what it names; `values` in the place of braces. */
export const filledIn = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole)
