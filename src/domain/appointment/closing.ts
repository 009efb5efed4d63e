// Closing a day: which new times are held for those whose appointment cannot take place.

import type { BookableTime } from '../calendar/bookable.ts'
import type { Reachable } from '../people/reach.ts'

/** How many times each person can choose from, and how long they are held. */
const HELD_TIMES = 3
export const HELD_FOR = 24 * 3_600_000

/** Closed from `startsAt` to `endsAt` (epoch milliseconds) at one centre, or one seat of it. */
export type Closing = {
  /** Drawn when the form was shown, so that a form sent twice closes once. */
  id: string
  centre: string
  seat: number | null
  startsAt: number
  endsAt: number
  reason: string
}

/** An appointment that closed hours fall on; epoch milliseconds. `reach`: whether a message comes to them. */
export type Displaced = {
  id: string
  personId: string | null
  startsAt: number
  endsAt: number
  reach: Reachable
}

/** A seat held for a displaced appointment; `nth` counts from 1. */
export type Hold = { booking: string; nth: number; time: BookableTime; until: number }

/**
 * Three new times for each displaced appointment, the earliest appointment first, no seat twice.
 * `writeAt` is when the message goes out (epoch milliseconds); a time is held until a day later, or
 * until it is too near to be booked. Where seats are short, some get fewer.
 */
export function holdsFor(
  displaced: readonly { id: string }[],
  times: readonly BookableTime[],
  writeAt: number,
  leadMinutes: number,
): Hold[] {
  const lead = leadMinutes * 60_000
  // Somebody who reads the message an hour later can still answer it.
  const soonest = writeAt + lead + 3_600_000
  const seats = times
    .filter(({ startsAt }) => startsAt >= soonest)
    .sort((a, b) => a.startsAt - b.startsAt)
    .flatMap((time) => time.seats.map((seat) => ({ ...time, seats: [seat] })))
  return displaced.flatMap(({ id }) => {
    const own = threeOf(seats)
    return own.map((time, index) => ({
      booking: id,
      nth: index + 1,
      time,
      until: Math.min(writeAt + HELD_FOR, time.startsAt - lead),
    }))
  })
}

// Takes them out of what is left; two seats of one moment would be no choice.
function threeOf(seats: BookableTime[]): BookableTime[] {
  const own: BookableTime[] = []
  for (let i = 0; i < seats.length && own.length < HELD_TIMES; ) {
    const seat = seats[i]
    if (!seat || own.some((one) => one.startsAt === seat.startsAt)) {
      i += 1
      continue
    }
    own.push(seat)
    seats.splice(i, 1)
  }
  return own
}
