// What coordinators get: counts that may be shown, and how full the coming weeks are.

import type { Deps } from '../../deps.ts'
import { bookableTimes } from '../../domain/calendar/bookable.ts'
import { addDays, dateOf, toWall } from '../../domain/calendar/wall-clock.ts'
import { type ShownLanguage, showLanguages } from '../../domain/figures/languages.ts'
import { type RareLanguage, rareLanguages } from '../../domain/figures/rare-languages.ts'
import {
  finishedBlocks,
  finishedMonths,
  finishedWeeks,
  type MonthCount,
  type Shown,
  type ShownWeek,
  shown,
  showWeek,
  weeksOfBlock,
} from '../../domain/figures/utilisation.ts'
import {
  type HourCount,
  type ShownHour,
  showHours,
} from '../../domain/figures/utilisation-hours.ts'
import { reachOf } from '../../domain/people/rights.ts'
import { type Centre, calendarOf } from '../../domain/profile/profile.ts'
import { type City, currentCity } from '../city.ts'
import { type Actor, noteDown } from './actor.ts'

const COMING_DAYS = 28
const DAY = 86_400_000

/** Free seats at an hour of a weekday (Monday is 1) in the coming four weeks: what the bot tells. */
export type FreeSeats = { weekday: number; hour: number; free: number; of: number }

export type Utilisation = {
  weeks: readonly string[]
  /** First Mondays of the stretches of four weeks that `hours` tells of. */
  blocks: readonly string[]
  months: readonly string[]
  centres: readonly { id: string; name: string }[]
  shown: readonly ShownWeek[]
  hours: readonly ShownHour[]
  topics: readonly MonthRow[]
  languages: readonly ShownLanguage[]
  /** of the whole city, since counting began */
  rare: readonly RareLanguage[]
  coming: readonly FreeSeats[]
}

/** One topic, language, source, place where talks stopped or fate of a wish, month by month. */
export type MonthRow = { kind: MonthCount['kind']; code: string; counts: Shown[] }

/** What was looked at, and the centres the actor can choose from. */
export type SeenUtilisation = { found: Utilisation; choices: readonly Centre[] }

/**
 * What the actor may see of the finished weeks, of one centre or of all that are theirs.
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
  return { found: await utilisationOf(deps, ids, weeks), choices }
}

/**
 * @param wanted ids of centres; those the profile does not have are left out
 * @param count how many finished weeks
 */
export async function utilisationOf(
  deps: Deps,
  wanted: readonly string[],
  count: number,
): Promise<Utilisation> {
  const city = await currentCity(deps)
  const now = deps.clock.now()
  const weeks = finishedWeeks(now, count)
  const blocks = finishedBlocks(now, Math.ceil(count / 4))
  const months = finishedMonths(now, Math.max(3, Math.ceil(count / 4.35)))
  const centres = city.profile.centres.filter(({ id }) => wanted.includes(id))
  const ids = centres.map(({ id }) => id)
  const { usage, usageLanguages } = deps.store.staff
  const ends = <T>(list: readonly T[], none: T) => [list[0] ?? none, list.at(-1) ?? none] as const
  // A stretch may begin before the first week that is asked for.
  const mondays = [...weeks, ...blocks.flatMap(weeksOfBlock)].sort()
  const [counted, hourly, monthly, languages, ever, coming] = await Promise.all([
    usage.weeks(ids, ...ends(mondays, '')),
    usage.hours(ids, ...ends(blocks, '')),
    usage.months(...ends(months, '')),
    usageLanguages.months(ids, ...ends(months, '')),
    usageLanguages.ever(months.at(-1) ?? ''),
    comingSeats(deps, city, ids, now),
  ])
  const shownWeeks = counted.map(showWeek)
  const inWeeks = new Set(weeks)
  return {
    weeks,
    blocks,
    months,
    centres: centres.map(({ id, name }) => ({ id, name })),
    shown: shownWeeks.filter(({ week }) => inWeeks.has(week)),
    hours: hoursOf(hourly, shownWeeks),
    topics: monthRows(monthly, months),
    languages: showLanguages(languages),
    rare: rareLanguages(ever, months.at(-1) ?? ''),
    coming,
  }
}

function hoursOf(hourly: readonly HourCount[], weeks: readonly ShownWeek[]): ShownHour[] {
  const byCentre = Map.groupBy(weeks, ({ centre }) => centre)
  const groups = Map.groupBy(hourly, ({ centre, block }) => `${centre} ${block}`)
  return [...groups.values()].flatMap((cells) =>
    showHours(cells, byCentre.get(cells[0]?.centre ?? '') ?? []),
  )
}

function monthRows(monthly: readonly MonthCount[], months: readonly string[]): MonthRow[] {
  const rows = new Map<string, MonthRow>()
  for (const { kind, code, month, count } of monthly) {
    const row = rows.get(`${kind} ${code}`) ?? { kind, code, counts: months.map(() => 0) }
    row.counts[months.indexOf(month)] = shown(count)
    rows.set(`${kind} ${code}`, row)
  }
  return [...rows.values()]
}

async function comingSeats(
  deps: Deps,
  { profile, closures }: City,
  ids: readonly string[],
  now: number,
): Promise<FreeSeats[]> {
  const taken = await deps.store.appointments.taken(ids, now, now + (COMING_DAYS + 1) * DAY)
  const cells = new Map<string, FreeSeats>()
  const range = { until: addDays(dateOf(now), COMING_DAYS) }
  for (const centre of profile.centres.filter(({ id }) => ids.includes(id))) {
    const sought = {
      calendar: calendarOf(profile, centre),
      closures,
      now,
      audience: 'public',
    } as const
    const own = taken.filter(({ centreId }) => centreId === centre.id)
    for (const time of bookableTimes({ ...sought, taken: [] }, range)) {
      cellOf(cells, time.startsAt).of += time.seats.length
    }
    for (const time of bookableTimes({ ...sought, taken: own }, range)) {
      cellOf(cells, time.startsAt).free += time.seats.length
    }
  }
  return [...cells.values()].sort((a, b) => a.weekday - b.weekday || a.hour - b.hour)
}

function cellOf(cells: Map<string, FreeSeats>, startsAt: number): FreeSeats {
  const { weekday, minutes } = toWall(startsAt)
  const hour = Math.floor(minutes / 60)
  const key = `${weekday} ${hour}`
  const cell = cells.get(key) ?? { weekday, hour, free: 0, of: 0 }
  cells.set(key, cell)
  return cell
}
