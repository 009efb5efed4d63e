// From where a person lives to the centre that is suggested. Always a suggestion: any may be picked.

import { say, type Text } from '../dialog/text.ts'
import { latinDigits } from '../people/typed-text.ts'
import type { District } from '../profile/city.ts'
import type { NamedPlace } from '../profile/place-names.ts'
import type { Profile } from '../profile/profile.ts'

/** Where a person says they live; nothing at all means they would rather not say. */
export type Home = {
  /** id of a district */
  district?: string
  /** official number of a part, as digits */
  part?: string
  /** what was typed: a postal code in Latin, Arabic or Persian digits, perhaps among words */
  postalCode?: string
}

/** A part between which and others a person has to choose, as its postal code is in several. */
export type PartChoice = NamedPlace & { id: string; district: string; centre: string }

/** The outcome for a home. Only `centre` ends the question; the others say what to ask next. */
export type Route =
  | { kind: 'centre'; centre: string; district?: string; part?: string; reason: Text }
  | { kind: 'ask'; postalCode: string; options: PartChoice[] }
  | { kind: 'outside'; postalCode: string; town?: string }
  | { kind: 'po-box'; postalCode: string }
  /** a city without data on postal codes */
  | { kind: 'district' }
  | { kind: 'unreadable' }

// Codes of Germany run from 01001 to 99998; spaces, dots and direction marks within are let pass.
const codeIn = (typed: string): string | undefined => {
  const text = latinDigits(typed)
  const spaced = text.replace(/(?<=\d)[\s.\u200e\u200f\u061c\u2066-\u2069-]+(?=\d)/g, '')
  const found = /(?<!\d)\d{5}(?!\d)/
  const code = text.match(found)?.[0] ?? spaced.match(found)?.[0]
  return code && code >= '01001' && code <= '99998' ? code : undefined
}

const isPoBox = (profile: Profile, code: string): boolean =>
  profile.poBoxCodes.some((entry) => {
    const [first = entry, last = first] = entry.split('-')
    return first <= code && code <= last
  })

const suggestion = (profile: Profile, centre: string, key: string, place?: string): Text => {
  const name = profile.centres.find(({ id }) => id === centre)?.name ?? centre
  return say(`routing.reason.${key}`, place ? { centre: name, place } : { centre: name })
}

const byDistrict = (profile: Profile, district: District): Route => {
  const centre = profile.routing.districts[district.id] ?? profile.defaultCentre
  const reason = suggestion(profile, centre, 'district', district.name)
  return { kind: 'centre', centre, district: district.id, reason }
}

const partOf = (profile: Profile, id: string): PartChoice | undefined => {
  for (const district of profile.districts) {
    const part = district.parts.find((one) => String(one.number) === id)
    if (!part) continue
    const centre =
      profile.routing.parts?.[id] ?? profile.routing.districts[district.id] ?? profile.defaultCentre
    const { number: _, ...named } = part
    return { ...named, id, district: district.id, centre }
  }
  return undefined
}

const byPart = (profile: Profile, id: string): Route => {
  const found = partOf(profile, id)
  if (!found) return { kind: 'unreadable' }
  const { district, centre, name } = found
  return {
    kind: 'centre',
    centre,
    district,
    part: id,
    reason: suggestion(profile, centre, 'part', name),
  }
}

const byCode = (profile: Profile, postalCode: string): Route => {
  const entry = profile.postalCodes.find((one) => one.code === postalCode)
  if (!entry) {
    if (isPoBox(profile, postalCode)) return { kind: 'po-box', postalCode }
    const town = profile.neighbours.find(({ prefix }) => postalCode.startsWith(prefix))?.name
    return town ? { kind: 'outside', postalCode, town } : { kind: 'outside', postalCode }
  }
  if ('ask' in entry) {
    const options = entry.ask.flatMap((number) => partOf(profile, String(number)) ?? [])
    return { kind: 'ask', postalCode, options }
  }
  const centre = entry.centre ?? profile.routing.districts[entry.district] ?? profile.defaultCentre
  const named = profile.districts.find(({ id }) => id === entry.district)
  const reason = suggestion(profile, centre, 'district', named?.name ?? postalCode)
  return { kind: 'centre', centre, district: entry.district, reason }
}

/**
 * What a place in a district answers: the part where it decides which centre is suggested, else the
 * district alone, since more need not be known.
 */
export const answeredBy = ({ routing }: Profile, part: number, district: string): string =>
  routing.parts?.[part] === undefined ? district : String(part)

/** The part with this number, where it decides which centre is suggested. */
export const decidingPart = (profile: Profile, id: string): PartChoice | undefined =>
  profile.routing.parts?.[id] === undefined ? undefined : partOf(profile, id)

/** The parts of all postal codes that make a person choose. */
export const askedParts = (profile: Profile): PartChoice[] =>
  profile.postalCodes
    .flatMap((entry) => ('ask' in entry ? entry.ask : []))
    .flatMap((number) => partOf(profile, String(number)) ?? [])

/**
 * Suggests a centre, with the reason as a text (`routing.reason.district|part` with
 * `place` and `centre`, `routing.reason.default` with `centre`). The part counts most, then the
 * district, then what was typed; with none of them it is the city's default centre.
 */
export const route = (profile: Profile, home: Home): Route => {
  if (home.part !== undefined) return byPart(profile, home.part)
  if (home.district !== undefined) {
    const district = profile.districts.find(({ id }) => id === home.district)
    return district ? byDistrict(profile, district) : { kind: 'unreadable' }
  }
  if (home.postalCode !== undefined) {
    const code = codeIn(home.postalCode)
    if (profile.postalCodes.length > 0 && code) return byCode(profile, code)
    return profile.postalCodes.length === 0 ? { kind: 'district' } : { kind: 'unreadable' }
  }
  const centre = profile.defaultCentre
  return { kind: 'centre', centre, reason: suggestion(profile, centre, 'default') }
}
