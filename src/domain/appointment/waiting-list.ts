// The waiting list: what a person waits for, who gets a free seat next, and until when it is held.

import type { BookableTime } from '../calendar/bookable.ts'
import { toWall } from '../calendar/wall-clock.ts'
import type { Profile } from '../profile/profile.ts'
import { awake } from './quiet-hours.ts'

/** The two halves of the day people can choose between. */
export const DAY_PARTS = ['morning', 'afternoon'] as const
type DayPart = (typeof DAY_PARTS)[number]

/** What a person waits for; an empty list means any. `days` are 1 = Monday … 7 = Sunday. */
export type Wishes = {
  days: readonly number[]
  parts: readonly DayPart[]
  centres: readonly string[]
}

export const NO_WISHES: Wishes = { days: [], parts: [], centres: [] }

/** Somebody who waits and can be written to. Times are epoch milliseconds. */
export type Waiter = {
  id: string
  personId: string
  intakeId: string | null
  wishes: Wishes
  since: number
  /** Start of the appointment they have; only something earlier helps them. */
  has: number | null
  /** Times they let go by. */
  declined: readonly { centre: string; startsAt: number }[]
}

export type OfferMade = { waiter: Waiter; time: BookableTime; writeAt: number; heldUntil: number }

const NOON = 12 * 60

/** The half of the day a time falls into. */
function dayPart(startsAt: number): DayPart {
  return toWall(startsAt).minutes < NOON ? 'morning' : 'afternoon'
}

/** Whether a time is one the person waits for. */
export function fits(waiter: Waiter, time: { centreId: string; startsAt: number }): boolean {
  const { wishes, has, declined } = waiter
  const { centreId, startsAt } = time
  return (
    anyOr(wishes.days, toWall(startsAt).weekday) &&
    anyOr(wishes.parts, dayPart(startsAt)) &&
    anyOr(wishes.centres, centreId) &&
    (has === null || startsAt < has) &&
    !declined.some((gone) => gone.centre === centreId && gone.startsAt === startsAt)
  )
}

/**
 * Who is offered which free seat now: each person one, each seat to one. A narrow wish goes before a
 * wide one, since fewer seats can meet it, and then whoever has waited longest. A person is written
 * to outside the quiet hours and has the hold time from then on; a time too close for that is left
 * to those who look for one.
 */
export function nextOffers(
  profile: Pick<Profile, 'waitingList' | 'reminders' | 'calendar'>,
  times: readonly BookableTime[],
  waiters: readonly Waiter[],
  now: number,
): OfferMade[] {
  const writeAt = awake(profile.reminders.quietHours, now)
  const heldUntil = writeAt + profile.waitingList.holdMinutes * 60_000
  const earliest = heldUntil + profile.calendar.leadMinutes * 60_000
  const queue = [...waiters].sort(byTurn)
  const offers: OfferMade[] = []
  for (const time of [...times].sort((a, b) => a.startsAt - b.startsAt)) {
    if (time.startsAt < earliest) continue
    for (const seat of time.seats) {
      const turn = queue.findIndex((waiter) => fits(waiter, time))
      if (turn === -1) break
      for (const waiter of queue.splice(turn, 1)) {
        offers.push({ waiter, time: { ...time, seats: [seat] }, writeAt, heldUntil })
      }
    }
  }
  return offers
}

/** How narrow a wish is: the number of things that are not "any". */
function narrowness({ days, parts, centres }: Wishes): number {
  return [days, parts, centres].filter((list) => list.length > 0).length
}

function byTurn(a: Waiter, b: Waiter): number {
  return narrowness(b.wishes) - narrowness(a.wishes) || a.since - b.since
}

function anyOr<T>(wished: readonly T[], value: T): boolean {
  return wished.length === 0 || wished.includes(value)
}
