// How full the hours are, told so that nobody can be found in it.

import { addDays, toWall } from './wall-clock.ts'

/** Counts from 1 to one less than this are hidden. */
const SMALLEST_SHOWN = 5

export const MEASURES = ['attended', 'missed', 'cancelled', 'walkIns'] as const
export type Measure = (typeof MEASURES)[number]

/** What was counted at one centre in one week; `week` is its Monday, YYYY-MM-DD. */
export type WeekCount = { centre: string; week: string; made: number; leadHours: number } & Record<
  Measure,
  number
>

/** A count that may be shown; `null` where it is hidden. */
export type Shown = number | null

export type ShownWeek = {
  centre: string
  week: string
  counts: Record<Measure, Shown>
  /** Days between booking and appointment on average; `null` where too few say so. */
  leadDays: Shown
}

/** A sum over shown counts; `hidden` says how many counts are not in it. */
export type Sum = { sum: number; hidden: number }

export function shown(count: number): Shown {
  return count === 0 || count >= SMALLEST_SHOWN ? count : null
}

/**
 * One centre's week as it may be shown. Every figure anybody gets is made from these alone, never
 * from the counts behind them. So no choice of filters, and no subtraction of one answer from
 * another, tells more than this does; a total that left out nothing would.
 */
export function showWeek(count: WeekCount): ShownWeek {
  const { centre, week, made, leadHours } = count
  const counts = Object.fromEntries(
    MEASURES.map((measure) => [measure, shown(count[measure])]),
  ) as Record<Measure, Shown>
  const told = count.attended >= SMALLEST_SHOWN && made > 0
  const leadDays = told ? Math.round(leadHours / made / 24) : null
  return { centre, week, counts, leadDays }
}

/** The sum of what is shown. */
export function sumOf(counts: readonly Shown[]): Sum {
  return counts.reduce<Sum>(
    ({ sum, hidden }, count) =>
      count === null ? { sum, hidden: hidden + 1 } : { sum: sum + count, hidden },
    { sum: 0, hidden: 0 },
  )
}

export type SummedRow = { key: string; sums: Record<Measure, Sum>; appointments: Share }

/**
 * Of those who were expected, how many came: the least and the most it can be, since a hidden count
 * stands for anything from 1 to 4. `null` where nobody was expected.
 */
type Share = { least: number; most: number; of: readonly [number, number] } | null

/** Rows by week or by centre, in the order of `keys`; a key without counts is a row of zeros. */
export function summed(
  weeks: readonly ShownWeek[],
  by: 'week' | 'centre',
  keys: readonly string[],
): SummedRow[] {
  const groups = Map.groupBy(weeks, (week) => week[by])
  return keys.map((key) => rowOf(key, groups.get(key) ?? []))
}

/** One row for all of it. */
export function rowOf(key: string, weeks: readonly ShownWeek[]): SummedRow {
  const sums = Object.fromEntries(
    MEASURES.map((measure) => [measure, sumOf(weeks.map(({ counts }) => counts[measure]))]),
  ) as Record<Measure, Sum>
  return { key, sums, appointments: shareOf(sums.attended, sums.missed) }
}

function shareOf(attended: Sum, missed: Sum): Share {
  const came = boundsOf(attended)
  const gone = boundsOf(missed)
  if (came[1] + gone[1] === 0) return null
  const part = (some: number, others: number) => (some + others === 0 ? 0 : some / (some + others))
  return {
    least: part(came[0], gone[1]),
    most: part(came[1], gone[0]),
    of: [came[0] + gone[0], came[1] + gone[1]],
  }
}

const boundsOf = ({ sum, hidden }: Sum): [number, number] => [
  sum + hidden,
  sum + hidden * (SMALLEST_SHOWN - 1),
]

// Outcomes can be put right for two days; a week that still changes could be compared with itself.
const SETTLED_AFTER = 2 * 24 * 60 * 60_000

/** The last `count` weeks (their Mondays) whose counts are final at `now` (epoch ms), oldest first. */
export function finishedWeeks(now: number, count: number): string[] {
  const { date, weekday } = toWall(now - SETTLED_AFTER)
  const monday = addDays(date, 1 - weekday)
  return Array.from({ length: count }, (_, index) => addDays(monday, (index - count) * 7))
}

/** The last `count` months (YYYY-MM) that are over at `now`, oldest first. */
export function finishedMonths(now: number, count: number): string[] {
  const { date } = toWall(now - SETTLED_AFTER)
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1
  return Array.from({ length: count }, (_, index) => {
    const one = month - count + index
    return `${Math.floor(one / 12)}-${String((one % 12) + 1).padStart(2, '0')}`
  })
}
