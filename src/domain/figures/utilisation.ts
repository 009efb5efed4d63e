// How full the hours are, told so that nobody can be found in it.

import { addDays, dayNumber, toWall } from '../calendar/wall-clock.ts'
import { QUESTIONS } from '../questionnaire/questions.ts'

/** Counts from 1 to one less than this are hidden. */
export const SMALLEST_SHOWN = 5

/** What can be in a seat; no seat holds two of them. */
export const SEATED = ['attended', 'missed', 'unmarked'] as const
export const MEASURES = [...SEATED, 'cancelled', 'refilled', 'walkIns'] as const
export type Measure = (typeof MEASURES)[number]
export type Counts = Record<Measure, number>
/** Seats the rules gave, and those of them that could be booked; both are public knowledge. */
export type Seats = { planned: number; bookable: number }

/**
 * What was counted at one centre in one week; `week` is its Monday, YYYY-MM-DD. cancelled: before it
 * began; refilled: a freed seat somebody else took; unmarked: over, and staff never said.
 */
export type WeekCount = Counts &
  Seats & { centre: string; week: string; made: number; leadHours: number }

type Counted = NonNullable<(typeof QUESTIONS)[number]['counted']>

/** What is counted by month: where talks stopped, wishes, the questions that are counted, and more. */
export type MonthKind = Counted | 'language' | 'source' | 'stopped' | 'waiting'
export const MONTH_KINDS: readonly MonthKind[] = [
  'stopped',
  'waiting',
  ...QUESTIONS.flatMap(({ counted }) => (counted === null ? [] : [counted])),
  'language',
  'source',
]

/** What is counted of a month (YYYY-MM) for the whole city, with the code of the one counted. */
export type MonthCount = {
  month: string
  kind: MonthKind
  code: string
  count: number
}

/** A count that may be shown; `null` where it is hidden. */
export type Shown = number | null

export type ShownWeek = Seats & {
  centre: string
  week: string
  counts: Record<Measure, Shown>
  /** Days between booking and appointment on average; `null` where too few say so. */
  leadDays: Shown
}

export function shown(count: number): Shown {
  return count === 0 || count >= SMALLEST_SHOWN ? count : null
}

/**
 * One centre's week as it may be shown. Every figure anybody gets is made from these alone, never
 * from the counts behind them. So no choice of filters, and no subtraction of one answer from
 * another, tells more than this does; a total that left out nothing would. Where the seats are so
 * nearly full that they would tell a hidden count, everything that sits in them is hidden.
 */
export function showWeek(count: WeekCount): ShownWeek {
  const { centre, week, planned, bookable, made, leadHours } = count
  const counts = Object.fromEntries(
    MEASURES.map((measure) => [measure, shown(count[measure])]),
  ) as Record<Measure, Shown>
  const open = SEATED.filter((measure) => counts[measure] !== null)
  if (!leavesRoom(count, open)) for (const measure of SEATED) counts[measure] = null
  const told = (counts.attended ?? 0) >= SMALLEST_SHOWN && made >= SMALLEST_SHOWN
  const leadDays = told ? Math.round(leadHours / made / 24) : null
  return { centre, week, planned, bookable, counts, leadDays }
}

/**
 * Whether each count that is not in `open` could be anything from 1 to 4, for all that the seats
 * tell. Where the seats are not known, or more were taken than the rules gave, they tell nothing.
 */
export function leavesRoom(count: Counts & Seats, open: readonly Measure[]): boolean {
  const hidden = SEATED.filter((measure) => !open.includes(measure)).length
  if (hidden === 0 || hidden === SEATED.length || count.planned === 0) return true
  const seen = open.reduce((sum, measure) => sum + count[measure], 0)
  return count.planned - seen >= hidden * (SMALLEST_SHOWN - 1)
}

/** The least and the most that a count can be. */
export function rangeOf(week: ShownWeek, measure: Measure): [least: number, most: number] {
  const count = week.counts[measure]
  if (count !== null) return [count, count]
  const seated = SEATED.some((one) => one === measure)
  const all = seated && SEATED.every((one) => week.counts[one] === null)
  return all && week.planned > 0 ? [0, week.planned] : [1, SMALLEST_SHOWN - 1]
}

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

const FIRST_MONDAY = '2000-01-03'
const FIRST_BLOCK = dayNumber(FIRST_MONDAY)
const BLOCK_DAYS = 28

/**
 * The last `count` stretches of four weeks (their first Monday) whose counts are final, oldest first.
 * They begin on fixed Mondays, whenever one asks: sliding ones could be compared with each other.
 */
export function finishedBlocks(now: number, count: number): string[] {
  const end = dayNumber(finishedWeeks(now, 1)[0] ?? '') + 7
  const over = Math.floor((end - FIRST_BLOCK) / BLOCK_DAYS)
  return Array.from({ length: count }, (_, index) =>
    addDays(FIRST_MONDAY, (over - count + index) * BLOCK_DAYS),
  )
}

/** The block a week (its Monday) belongs to, by its first Monday. */
export function blockOf(week: string): string {
  const days = dayNumber(week) - FIRST_BLOCK
  return addDays(FIRST_MONDAY, Math.floor(days / BLOCK_DAYS) * BLOCK_DAYS)
}

/** The four Mondays of a block. */
export function weeksOfBlock(block: string): string[] {
  return [0, 7, 14, 21].map((days) => addDays(block, days))
}
