// Whether a week differs from the weeks before it by more than weeks differ anyway.

import type { Seats } from './seats.ts'

/** A share of a whole, in one week. */
type Part = { part: number; whole: number }

export type Verdict = 'more' | 'less' | 'same'

/** Fewer weeks before it say nothing. */
const FEWEST_WEEKS = 4
/** What nobody would act upon, in shares: five of a hundred. */
const LEAST = 0.05
// The limits of control charts: three times what chance alone, or the weeks before, spread.
const SPREADS = 3

/** How a share stands against the weeks before; `null` where they are too few. */
export function verdictOf({ part, whole }: Part, before: readonly Part[]): Verdict | null {
  const told = before.filter((one) => one.whole > 0)
  if (whole === 0 || told.length < FEWEST_WEEKS) return null
  const usual = shareOf(told)
  const shares = told.map((one) => one.part / one.whole)
  const mean = shares.reduce((a, b) => a + b, 0) / shares.length
  const squares = shares.reduce((sum, share) => sum + (share - mean) ** 2, 0)
  const weekly = Math.sqrt(squares / (shares.length - 1))
  const likely = (usual * sumOf(told) + 1) / (sumOf(told) + 2)
  const chance = Math.sqrt((likely * (1 - likely)) / whole)
  const difference = part / whole - usual
  if (Math.abs(difference) <= Math.max(LEAST, SPREADS * Math.max(weekly, chance))) return 'same'
  return difference > 0 ? 'more' : 'less'
}

const sumOf = (parts: readonly Part[]) => parts.reduce((sum, { whole }) => sum + whole, 0)
const shareOf = (parts: readonly Part[]) =>
  parts.reduce((sum, { part }) => sum + part, 0) / sumOf(parts)

/** What is compared, with what it is a part of. */
const COMPARED = { booked: 'bookable', attended: 'bookable', missed: 'booked' } as const
type Compared = keyof typeof COMPARED

export type Change = { measure: Compared; verdict: Verdict; now: number; before: number }

/**
 * What changed in a week against those before it, as shares. While some of its appointments are not marked, only what
 * holds whatever they turn out to be.
 * @param weeks sums by week, oldest first; the last one is compared
 */
export function changesOf(weeks: readonly Seats[]): Change[] {
  const [last, before] = [weeks.at(-1), weeks.slice(0, -1)]
  if (!last) return []
  return (Object.keys(COMPARED) as Compared[]).flatMap((measure) => {
    const whole = COMPARED[measure]
    const parts = before
      .filter((week) => week[measure] <= week[whole])
      .map((week) => ({ part: week[measure], whole: week[whole] }))
    if (last[measure] > last[whole]) return []
    const open = measure === 'booked' ? 0 : last.unmarked
    const [least, most] = [0, open].map((more) =>
      verdictOf({ part: last[measure] + more, whole: last[whole] }, parts),
    )
    if (!least || least !== most) return []
    const [now, usual] = [last[measure] / last[whole], shareOf(parts)]
    return [{ measure, verdict: least, now, before: usual }]
  })
}
