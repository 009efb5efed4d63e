// Sums and shares over what is shown of the hours, each with what hidden counts leave open.

import { MEASURES, type Measure, rangeOf, SEATED, type ShownWeek } from './utilisation.ts'

/** A sum over shown counts; `hidden` of them are not in it, with which it is `least` to `most`. */
export type Sum = { sum: number; hidden: number; least: number; most: number }

/**
 * Of those who were expected, how many came: the least and the most it can be, since a hidden count
 * leaves that open. `null` where nobody was expected.
 */
export type Share = { least: number; most: number; of: readonly [number, number] } | null

export type SummedRow = {
  key: string
  planned: number
  bookable: number
  sums: Record<Measure, Sum>
  /** Appointments there were, whatever became of them. */
  booked: Sum
  /** Bookable seats nobody took, from the least to the most. */
  free: readonly [number, number]
  /** Days between booking and appointment, the mean of the weeks that tell it. */
  leadDays: number | null
  appointments: Share
}

const NOTHING: Sum = { sum: 0, hidden: 0, least: 0, most: 0 }

const add = (a: Sum, b: Sum): Sum => ({
  sum: a.sum + b.sum,
  hidden: a.hidden + b.hidden,
  least: a.least + b.least,
  most: a.most + b.most,
})

/** The sum of what is shown of one measure. */
function sumOf(weeks: readonly ShownWeek[], measure: Measure): Sum {
  return weeks
    .map((week): Sum => {
      const count = week.counts[measure]
      const [least, most] = rangeOf(week, measure)
      return { sum: count ?? 0, hidden: count === null ? 1 : 0, least, most }
    })
    .reduce(add, NOTHING)
}

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
    MEASURES.map((measure) => [measure, sumOf(weeks, measure)]),
  ) as Record<Measure, Sum>
  const taken = SEATED.map((measure) => sums[measure]).reduce(add, NOTHING)
  const [planned, bookable] = (['planned', 'bookable'] as const).map((seats) =>
    weeks.reduce((sum, week) => sum + week[seats], 0),
  ) as [number, number]
  const leads = weeks.flatMap(({ leadDays }) => (leadDays === null ? [] : [leadDays]))
  return {
    key,
    planned,
    bookable,
    sums,
    booked: add(taken, sums.cancelled),
    free: [Math.max(0, bookable - taken.most), Math.max(0, bookable - taken.least)],
    leadDays:
      leads.length === 0 ? null : Math.round(leads.reduce((a, b) => a + b, 0) / leads.length),
    appointments: shareOf(sums.attended, [sums.missed, sums.unmarked]),
  }
}

/** What part of a sum and some others the sum is. */
export function shareOf(part: Sum, others: readonly Sum[]): Share {
  const rest = others.reduce(add, NOTHING)
  if (part.most + rest.most === 0) return null
  const of = (some: number, more: number) => (some + more === 0 ? 0 : some / (some + more))
  return {
    least: of(part.least, rest.most),
    most: of(part.most, rest.least),
    of: [part.least + rest.least, part.most + rest.most],
  }
}
