// What coordinators get: counts that may be shown, and how full the coming weeks are.

import type { Deps } from '../../deps.ts'
import { bookableTimes } from '../../domain/calendar/bookable.ts'
import { calendarOf } from '../../domain/profile.ts'
import {
  finishedMonths,
  finishedWeeks,
  type Shown,
  type ShownWeek,
  shown,
  showWeek,
} from '../../domain/utilisation.ts'
import { addDays, dateOf, toWall } from '../../domain/wall-clock.ts'
import { type City, currentCity } from '../city.ts'

const COMING_DAYS = 28
const DAY = 86_400_000

/** Free seats at an hour of a weekday (Monday is 1) in the coming four weeks: what the bot tells. */
export type FreeSeats = { weekday: number; hour: number; free: number; of: number }

export type Utilisation = {
  weeks: readonly string[]
  months: readonly string[]
  centres: readonly { id: string; name: string }[]
  shown: readonly ShownWeek[]
  topics: readonly MonthRow[]
  coming: readonly FreeSeats[]
}

/** One topic, language or source with what may be shown of it in each month. */
export type MonthRow = { kind: 'topic' | 'language' | 'source'; code: string; counts: Shown[] }

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
  const months = finishedMonths(now, 6)
  const centres = city.profile.centres.filter(({ id }) => wanted.includes(id))
  const ids = centres.map(({ id }) => id)
  const { usage } = deps.store.staff
  const [counted, monthly, coming] = await Promise.all([
    usage.weeks(ids, weeks[0] ?? '', weeks.at(-1) ?? ''),
    usage.months(months[0] ?? '', months.at(-1) ?? ''),
    comingSeats(deps, city, ids, now),
  ])
  const rows = new Map<string, MonthRow>()
  for (const { kind, code, month, count: n } of monthly) {
    const row = rows.get(`${kind} ${code}`) ?? { kind, code, counts: months.map(() => 0) }
    row.counts[months.indexOf(month)] = shown(n)
    rows.set(`${kind} ${code}`, row)
  }
  return {
    weeks,
    months,
    centres: centres.map(({ id, name }) => ({ id, name })),
    shown: counted.map(showWeek),
    topics: [...rows.values()],
    coming,
  }
}

async function comingSeats(
  deps: Deps,
  { profile, closures }: City,
  ids: readonly string[],
  now: number,
): Promise<FreeSeats[]> {
  const taken = await deps.store.bookings.taken(ids, now, now + (COMING_DAYS + 1) * DAY)
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
