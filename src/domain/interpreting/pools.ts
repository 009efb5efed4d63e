// Which pool of interpreters can still be asked for a talk, and until when.

import type { State } from '../calendar/holidays.ts'
import { atDay, dateOfDay, dayOf, toWall } from '../calendar/wall-clock.ts'
import { workingDaysFrom } from '../calendar/working-days.ts'
import { type InterpretingMode, MODES, type Pool } from '../profile/interpreting.ts'
import type { Profile } from '../profile/profile.ts'
import { isUnderstoodBy } from './understood.ts'

/** A talk that somebody would have to interpret; times are epoch milliseconds. */
export type ToInterpret = {
  centre: string
  startsAt: number
  endsAt: number
  language: string
  /** codes of what it is about */
  topics: readonly string[]
}

/** A pool that can be asked or called, and how its interpreter would take part. */
export type Orderable = { pool: Pool; mode: InterpretingMode }

/** Working days before a talk by which it is known: who hears "nobody" has time to look for somebody, or another time. */
export const KNOWN_BEFORE = 3

const HOUR = 3_600_000

/**
 * All that can be asked for a talk by an order on `orderedOn` (`dayNumber`), the best first: on site before
 * video before telephone, and in the order of the profile among those of one mode.
 */
export function poolsFor(
  profile: Pick<Profile, 'interpreting' | 'state'>,
  talk: ToInterpret,
  orderedOn: number,
): Orderable[] {
  const pools = (profile.interpreting ?? []).filter(
    (pool) =>
      !pool.onCall &&
      canTake(pool, talk) &&
      orderedOn <= lastOrderDay(pool, talk.startsAt, profile.state).day,
  )
  return byMode(pools)
}

/** All that can be called when a talk begins, without an order; in the same order. */
export const onCallFor = (
  { interpreting = [] }: Pick<Profile, 'interpreting'>,
  talk: ToInterpret,
): Orderable[] => byMode(interpreting.filter((pool) => pool.onCall && canTake(pool, talk)))

const byMode = (pools: readonly Pool[]): Orderable[] =>
  MODES.flatMap((mode) =>
    pools.filter(({ modes }) => modes.includes(mode)).map((pool) => ({ pool, mode })),
  )

/** What would be asked first, if anything can be. */
export const poolFor = (
  profile: Pick<Profile, 'interpreting' | 'state'>,
  talk: ToInterpret,
  orderedOn: number,
): Orderable | null => poolsFor(profile, talk, orderedOn)[0] ?? null

/** The day (`dayNumber`) on which staff order what is asked for now: they see it on their next working day. */
export const orderedNext = (now: number, state: State): number =>
  workingDaysFrom(dayOf(now), 1, state)

/**
 * The last day on which an order is in time, as `dayNumber` and as YYYY-MM-DD: the pool's own lead in
 * working days before the day of the talk, and early enough that its answer is known three working days before.
 */
export function lastOrderDay(
  { leadWorkingDays, answersInWorkingDays }: Pool,
  startsAt: number,
  state: State,
): { day: number; date: string } {
  const answered = answersInWorkingDays === undefined ? 0 : answersInWorkingDays + KNOWN_BEFORE
  const day = workingDaysFrom(dayOf(startsAt), -Math.max(leadWorkingDays, answered), state)
  return { day, date: dateOfDay(day) }
}

/** Whether a pool itself still takes an order on a day (`dayNumber`), even if its answer comes late for the person. */
export const takesOn = (
  { leadWorkingDays }: Pool,
  startsAt: number,
  day: number,
  state: State,
): boolean => day <= workingDaysFrom(dayOf(startsAt), -leadWorkingDays, state)

/**
 * Until when (epoch milliseconds) an order for a talk can be cancelled without a fee; `null` where it always
 * can. The pool's hours are hours of the wall: "24 hours before" is the same time of the day before.
 */
export function freeUntil({ freeCancelHours }: Pool, startsAt: number): number | null {
  if (freeCancelHours === undefined) return null
  const { minutes } = toWall(startsAt)
  const wholeDays = Math.floor(freeCancelHours / 24)
  return atDay(dayOf(startsAt) - wholeDays, minutes) - (freeCancelHours % 24) * HOUR
}

function canTake(pool: Pool, { centre, language, topics, startsAt, endsAt }: ToInterpret): boolean {
  return (
    isUnderstoodBy(pool.languages, language) &&
    (!pool.centres || pool.centres.includes(centre)) &&
    (pool.longestMinutes === undefined || endsAt - startsAt <= pool.longestMinutes * 60_000) &&
    !(pool.excludes ?? []).some((topic) => topics.includes(topic))
  )
}
