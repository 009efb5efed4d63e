// Closing a day: which new times are held for those whose appointment cannot take place.

import type { BookableTime } from '../calendar/bookable.ts'
import type { Reachable } from '../people/reach.ts'
import type { AnswersById } from '../questionnaire/question.ts'
import { type Interpreted, inOrder, type Need, seatsInOrder } from './language-fit.ts'

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

/** The same from now on (epoch ms): what was before has taken place. `null` where all of it is over. */
export const fromNowOn = (closing: Closing, now: number): Closing | null => {
  const startsAt = Math.max(closing.startsAt, Math.floor(now / 60_000) * 60_000)
  return startsAt < closing.endsAt ? { ...closing, startsAt } : null
}

/**
 * An appointment that closed hours fall on; epoch milliseconds. `reach`: whether a message comes to them,
 * `answers`: what its request says in codes. `isOpen`: it is booked still. `closure`: what displaced it, where anything did.
 */
export type Displaced = {
  id: string
  personId: string | null
  startsAt: number
  endsAt: number
  reach: Reachable
  answers: AnswersById
  /** It is booked still. */
  isOpen: boolean
  /** The id of the closure that displaced it, where one did. */
  closure: string
}

/** A seat held for a displaced appointment; `nth` counts from 1. */
export type Hold = { booking: string; nth: number; time: BookableTime; until: number }

/** Who needs new times: what they need of who counsels them, and who can interpret then. */
type Seeking = { id: string; need: Need; interpreted: (time: BookableTime) => Interpreted }

/**
 * Three new times for each displaced appointment, the earliest appointment first, no seat twice, those that suit first.
 * `writeAt` is when the message goes out (epoch milliseconds); a time is held until a day later, or
 * until it is too near to be booked. Where seats are short, some get fewer.
 */
export function holdsFor(
  displaced: readonly Seeking[],
  times: readonly BookableTime[],
  writeAt: number,
  leadMinutes: number,
): Hold[] {
  const lead = leadMinutes * 60_000
  // Somebody who reads the message an hour later can still answer it.
  const soonest = writeAt + lead + 3_600_000
  let left = times.filter(({ startsAt }) => startsAt >= soonest)
  return displaced.flatMap((seeking) => {
    const own = threeOf(left, seeking)
    left = left.map((time) => without(time, own)).filter(({ seats }) => seats.length > 0)
    return own.map((time, index) => ({
      booking: seeking.id,
      nth: index + 1,
      time,
      until: Math.min(writeAt + HELD_FOR, time.startsAt - lead),
    }))
  })
}

// One of each moment: two seats of it would be no choice.
function threeOf(left: readonly BookableTime[], { need, interpreted }: Seeking): BookableTime[] {
  const moments = new Map([...left].reverse().map((time) => [time.startsAt, time]))
  const times = inOrder([...moments.values()], need, {
    isUrgent: false,
    most: HELD_TIMES,
    interpreted,
  })
  return times
    .map(({ time }) => ({ ...time, seats: seatsInOrder(time, need).slice(0, 1) }))
    .sort((a, b) => a.startsAt - b.startsAt)
}

function without(time: BookableTime, given: readonly BookableTime[]): BookableTime {
  const own = given.filter(({ startsAt }) => startsAt === time.startsAt)
  if (own.length === 0) return time
  const gone = own.flatMap(({ seats }) => seats)
  return { ...time, seats: time.seats.filter((seat) => !gone.includes(seat)) }
}
