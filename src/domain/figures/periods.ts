// Which weeks, months and stretches of four weeks are told.

import { addDays, dayNumber, toWall } from '../calendar/wall-clock.ts'

/** The last `count` weeks (their Mondays) that are over at `now` (epoch ms, on the wall in Germany), oldest first. */
export function pastWeeks(now: number, count: number): string[] {
  const { date, weekday } = toWall(now)
  const monday = addDays(date, 1 - weekday)
  return Array.from({ length: count }, (_, index) => addDays(monday, (index - count) * 7))
}

// So long after its appointment an outcome can be put right.
const SETTLED_AFTER = 2 * 24 * 60 * 60_000

/** The last `count` months (YYYY-MM) that are over at `now` and change no more, oldest first. */
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
 * The last `count` stretches of four weeks (their first Monday) that change no more, oldest first: whoever looked
 * twice at one that changes would see the hour of a day. They begin on fixed Mondays, whenever one asks, since
 * sliding ones could be compared with each other.
 */
export function finishedBlocks(now: number, count: number): string[] {
  const end = dayNumber(pastWeeks(now - SETTLED_AFTER, 1)[0] ?? '') + 7
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
