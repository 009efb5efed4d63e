// Who counsels at a seat on a day: what is spoken there, whether it is a woman or a man, whose account it is.

import type { Counselling, OpeningRule } from './rules.ts'
import { dayNumber } from './wall-clock.ts'

/** What a centre has entered of who counsels at a seat. */
export type Counsellor = Pick<Counselling, 'languages' | 'gender' | 'staffId'>

/** By the number of the seat; a seat that is missing is one of which nothing is known. */
export type Counsellors = ReadonlyMap<number, Counsellor>

/**
 * Who counsels on a day (`dayNumber`) at these seats of a rule. Where several entries hold for a seat, one
 * holds whole: the one for the fewest days, then one for the seat alone, then the later in the list.
 * Nothing where nothing is entered.
 */
export function counsellorsOn(
  rule: Pick<OpeningRule, 'counselling'>,
  day: number,
  seats: readonly number[],
): Counsellors | undefined {
  const entries = (rule.counselling ?? []).filter((entry) => holdsOn(entry, day)).sort(wideFirst)
  if (entries.length === 0) return undefined
  const found = new Map<number, Counsellor>()
  for (const { seat, languages, gender, staffId } of entries) {
    const who = { languages, ...(gender && { gender }), ...(staffId && { staffId }) }
    for (const one of seats) if (seat === undefined || seat === one) found.set(one, who)
  }
  return found
}

function holdsOn({ from, until }: Counselling, day: number): boolean {
  return (!from || dayNumber(from) <= day) && (!until || day <= dayNumber(until))
}

// What is read last holds.
function wideFirst(a: Counselling, b: Counselling): number {
  return (
    Math.sign(daysOf(b) - daysOf(a)) || Number(a.seat !== undefined) - Number(b.seat !== undefined)
  )
}

// Large enough for every range, and still a number to subtract from.
const ALWAYS = 10_000_000

function daysOf({ from, until }: Counselling): number {
  if (!from && !until) return ALWAYS * 2
  return from && until ? dayNumber(until) - dayNumber(from) + 1 : ALWAYS
}
