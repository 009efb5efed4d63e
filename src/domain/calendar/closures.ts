// When a centre or one of its seats is closed although its rules say otherwise.

import type { ClosedDays } from './rules.ts'
import { atDay, dayNumber, minutesOf } from './wall-clock.ts'

/**
 * Closed from `startsAt` (inclusive) to `endsAt` (exclusive), epoch ms. Without `centreId` all
 * centres are meant, with `seat` only that seat.
 */
export type Closure = {
  centreId?: string | null
  seat?: number | null
  startsAt: number
  endsAt: number
  /** In German, for staff. */
  reason?: string
}

/** The closures of a profile's closed days: one, or one a day where only some hours are closed. */
export const closuresOf = (closed: ClosedDays): Closure[] => {
  const { centreId = null, seat = null, reason } = closed
  const first = dayNumber(closed.from)
  const last = dayNumber(closed.until)
  if (closed.closedFrom === undefined && closed.closedUntil === undefined)
    return [{ centreId, seat, startsAt: atDay(first, 0), endsAt: atDay(last + 1, 0), reason }]
  const from = minutesOf(closed.closedFrom ?? '00:00')
  const until = minutesOf(closed.closedUntil ?? '24:00')
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    centreId,
    seat,
    startsAt: atDay(first + index, from),
    endsAt: atDay(first + index, until),
    reason,
  }))
}

/** The closures that touch a centre between two instants (epoch ms). */
export const touching = (
  closures: readonly Closure[],
  centreId: string,
  from: number,
  until: number,
): Closure[] =>
  closures.filter(
    (closure) =>
      (closure.centreId ?? centreId) === centreId &&
      closure.startsAt < until &&
      closure.endsAt > from,
  )

/** Whether every minute of a stretch at a centre, or at one seat of it, is closed by these already. */
export function isClosedBy(
  closures: readonly Closure[],
  { centre, seat, startsAt, endsAt }: { centre: string; seat: number | null } & Stretch,
): boolean {
  const own = touching(closures, centre, startsAt, endsAt).filter(
    (one) => (one.seat ?? null) === null || one.seat === seat,
  )
  let open = startsAt
  for (const one of own.sort((a, b) => a.startsAt - b.startsAt)) {
    if (one.startsAt <= open) open = Math.max(open, one.endsAt)
  }
  return open >= endsAt
}

type Stretch = { startsAt: number; endsAt: number }
