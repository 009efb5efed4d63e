// How full each hour of the week is, over four weeks, told so that nobody can be found in it.

import {
  type Counts,
  leavesRoom,
  MEASURES,
  type Measure,
  SEATED,
  type Seats,
  type Shown,
  type ShownWeek,
  shown,
  weeksOfBlock,
} from './utilisation.ts'

/** `weekday` 1 is Monday; `hour` on the wall, `null` for the whole day; `block` a first Monday. */
type HourPlace = { centre: string; block: string; weekday: number; hour: number | null }
export type HourCount = HourPlace & Seats & Counts
export type ShownHour = HourPlace & Seats & { counts: Record<Measure, Shown> }

/**
 * The hours of one centre's four weeks as they may be shown. A measure is told by hour if no hour
 * has a small count of it, else by weekday on the same condition, else not at all: with a single
 * hidden hour, the weeks less the other hours would tell it. And it is told only where each of the
 * four weeks tells it, since else the hours would tell the week.
 * @param weeks shown weeks of any centres, those of the block among them
 */
export function showHours(cells: readonly HourCount[], weeks: readonly ShownWeek[]): ShownHour[] {
  const [first] = cells
  if (!first) return []
  const mondays = weeksOfBlock(first.block)
  const own = weeks.filter(({ centre, week }) => centre === first.centre && mondays.includes(week))
  const told = MEASURES.filter((one) => own.every(({ counts }) => counts[one] !== null))
  const days = byDay(cells)
  const hourly = safeIn(cells, told)
  const daily = safeIn(days, told).filter((measure) => !hourly.includes(measure))
  return [
    ...cells.map((cell) => shownCell(cell, hourly)),
    ...(daily.length === 0 ? [] : days.map((cell) => shownCell(cell, daily))),
  ]
}

function safeIn(cells: readonly HourCount[], told: readonly Measure[]): Measure[] {
  const safe = told.filter((measure) => cells.every((cell) => shown(cell[measure]) !== null))
  const seated = safe.filter((measure) => SEATED.some((one) => one === measure))
  return cells.every((cell) => leavesRoom(cell, seated))
    ? safe
    : safe.filter((measure) => !seated.includes(measure))
}

function byDay(cells: readonly HourCount[]): HourCount[] {
  return [...Map.groupBy(cells, ({ weekday }) => weekday).values()].flatMap((hours) => {
    const [first] = hours
    if (!first) return []
    const sum = (key: Measure | keyof Seats) => hours.reduce((all, hour) => all + hour[key], 0)
    const counts = Object.fromEntries(MEASURES.map((one) => [one, sum(one)])) as Counts
    const { centre, block, weekday } = first
    const seats = { planned: sum('planned'), bookable: sum('bookable') }
    return [{ centre, block, weekday, hour: null, ...seats, ...counts }]
  })
}

const HIDDEN = Object.fromEntries(MEASURES.map((one) => [one, null])) as Record<Measure, Shown>

function shownCell(cell: HourCount, told: readonly Measure[]): ShownHour {
  const { centre, block, weekday, hour, planned, bookable } = cell
  const counts = { ...HIDDEN }
  for (const one of told) counts[one] = cell[one]
  return { centre, block, weekday, hour, planned, bookable, counts }
}

/** One field of the week's picture: how many, of how many seats, in how many stretches hidden. */
export type WeekField = {
  weekday: number
  hour: number | null
  sum: number
  of: number
  hidden: number
}

/** The picture of a week for one measure, over all centres and stretches that tell it by hour. */
export function pictureOf(hours: readonly ShownHour[], measure: Measure): WeekField[] {
  const fields = new Map<string, WeekField>()
  for (const { weekday, hour, bookable, counts } of hours) {
    const key = `${weekday} ${hour}`
    const field = fields.get(key) ?? { weekday, hour, sum: 0, of: 0, hidden: 0 }
    const count = counts[measure]
    if (count === null) field.hidden += 1
    else {
      field.sum += count
      field.of += bookable
    }
    fields.set(key, field)
  }
  const last = (hour: number | null) => hour ?? 24
  return [...fields.values()]
    .filter(({ hour, sum, of }) => hour !== null || sum + of > 0)
    .sort((a, b) => a.weekday - b.weekday || last(a.hour) - last(b.hour))
}
