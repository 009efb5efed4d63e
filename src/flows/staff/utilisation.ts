// What coordinators get: exact figures of seats, those of people that may be shown, and how full the coming weeks are.

import type { Deps } from '../../deps.ts'
import { fewestShown } from '../../domain/figures/few.ts'
import { type ShownLanguage, showLanguages } from '../../domain/figures/languages.ts'
import { type MonthRow, monthRows } from '../../domain/figures/month-counts.ts'
import { finishedBlocks, finishedMonths, pastWeeks } from '../../domain/figures/periods.ts'
import { type RareLanguage, rareLanguages } from '../../domain/figures/rare-languages.ts'
import { type HourSeats, seatsOf, type WeekSeats } from '../../domain/figures/seats.ts'
import { reachOf } from '../../domain/people/rights.ts'
import type { Centre } from '../../domain/profile/profile.ts'
import { currentCity } from '../city.ts'
import { type Actor, noteDown } from './actor.ts'
import { type ComingSeats, comingSeats } from './coming-seats.ts'

/** How many weeks the last one is compared with. */
export const COMPARED_WEEKS = 12

export type Utilisation = ComingSeats & {
  /** Mondays of the weeks asked for, the last one that is over at the end */
  weeks: readonly string[]
  /** First Mondays of the stretches of four weeks that `hours` tells of. */
  blocks: readonly string[]
  months: readonly string[]
  centres: readonly { id: string; name: string }[]
  /** all centres of the city: one that is not looked at may be where somebody came from */
  known: readonly { id: string; name: string; code: string }[]
  /** of the weeks asked for, and of those before that the last one is compared with */
  seats: readonly WeekSeats[]
  hours: readonly HourSeats[]
  topics: readonly MonthRow[]
  languages: readonly ShownLanguage[]
  /** of the whole city, since counting began */
  rare: readonly RareLanguage[]
  /** from how many on people are counted */
  fewest: number
}

/** What was looked at, and the centres the actor can choose from. */
export type SeenUtilisation = { found: Utilisation; choices: readonly Centre[]; now: number }

/**
 * What the actor may see of the weeks that are over, of one centre or of all that are theirs.
 * @returns `null` for a centre that is not theirs, which is noted down
 */
export async function seeUtilisation(
  deps: Deps,
  actor: Actor,
  centre: string | null,
  weeks: number,
): Promise<SeenUtilisation | null> {
  const { profile } = await currentCity(deps)
  const everywhere = reachOf(actor.role, 'see-utilisation') === 'city'
  const choices = profile.centres.filter(({ id }) => everywhere || actor.centres.includes(id))
  const wanted = centre === null ? choices : choices.filter(({ id }) => id === centre)
  if (centre !== null && wanted.length === 0) {
    await noteDown(deps, actor, 'see-utilisation', { subject: null, centre, refused: true })
    return null
  }
  const ids = wanted.map(({ id }) => id)
  return { found: await utilisationOf(deps, ids, weeks), choices, now: deps.clock.now() }
}

/**
 * @param wanted ids of centres; those the profile does not have are left out
 * @param count how many weeks that are over
 */
export async function utilisationOf(
  deps: Deps,
  wanted: readonly string[],
  count: number,
): Promise<Utilisation> {
  const city = await currentCity(deps)
  const now = deps.clock.now()
  const fewest = fewestShown(city.profile)
  const read = pastWeeks(now, Math.max(count, COMPARED_WEEKS + 1))
  const blocks = finishedBlocks(now, Math.ceil(count / 4))
  const months = finishedMonths(now, Math.max(3, Math.ceil(count / 4.35)))
  const centres = city.profile.centres.filter(({ id }) => wanted.includes(id))
  const ids = centres.map(({ id }) => id)
  const { usage, usageLanguages } = deps.store.staff
  const ends = (list: readonly string[]) => [list[0] ?? '', list.at(-1) ?? ''] as const
  const [seats, hours, monthly, ever, ahead] = await Promise.all([
    usage.weeks(ids, ...ends(read)),
    usage.hours(ids, ...ends(blocks)),
    usage.months(...ends(months)),
    usageLanguages.ever(months.at(-1) ?? ''),
    comingSeats(deps, city, ids, now),
  ])
  const here = ever.filter(({ centre, month }) => ids.includes(centre) && months.includes(month))
  return {
    weeks: read.slice(-count),
    blocks,
    months,
    centres: centres.map(({ id, name }) => ({ id, name })),
    known: city.profile.centres.map(({ id, name, code }) => ({ id, name, code })),
    seats,
    hours,
    topics: monthRows(monthly, months, fewest),
    languages: showLanguages(here, fewest),
    rare: rareLanguages(ever, months.at(-1) ?? '', fewest),
    fewest,
    ...ahead,
  }
}

/** The same for machines: the page's JSON and the API. */
export function toldOf({ seats, weeks, topics: counts, ...found }: Utilisation) {
  const { hours, fewest, months, languages, rare, coming, next } = found
  const told = seats
    .filter(({ week }) => weeks.includes(week))
    .map(({ made, leadHours, ...row }) => ({
      ...row,
      leadDays: seatsOf([{ ...row, made, leadHours }]).leadDays,
    }))
  return { weeks: told, hours, fewest, months, counts, languages, rare, coming, next }
}
