// Which times of a centre can still be given to somebody, and at which seats.

import type { Closure } from './closures.ts'
import type { Counsellors } from './counsellors.ts'
import { type CentreCalendar, type Slot, slotsOn } from './planned.ts'
import type { Site } from './rules.ts'
import { dayNumber, dayOf } from './wall-clock.ts'

/** A seat that is booked, held or offered. Times are epoch ms. */
export type Taken = { startsAt: number; endsAt: number; seat: number }

/**
 * For whom a time is sought. `public`: public seats within lead time and horizon. `staff`: for a
 * caller, staff-only seats and then public ones, until the slot ends. `walk-in`: for a person at
 * the door, the walk-in quota first, then the others.
 */
export type Audience = 'public' | 'staff' | 'walk-in'

/** What decides which times can be booked at a centre. `taken` holds this centre's seats only. */
export type Availability = {
  calendar: CentreCalendar
  closures: readonly Closure[]
  taken: readonly Taken[]
  /** epoch ms */
  now: number
  audience: Audience
}

/** A time with its free seats, the one to be given away first in front. */
export type BookableTime = {
  centreId: string
  /** epoch ms */
  startsAt: number
  endsAt: number
  seats: readonly number[]
  site?: Site
  /** who counsels at which of the seats, where the centre has entered it; others may stand in it too */
  counsellors?: Counsellors
}

/** Why a time cannot be booked: no such slot (any more), lead time, horizon, no seat left. */
export type Unavailable = 'closed' | 'too-soon' | 'too-far' | 'full'

const hour = 3_600_000

// A seat is busy at all times its booking overlaps, not only at an equal start: rules are edited
// while bookings stand, and then the old grid and the new one lie across each other.
const byHour = (taken: readonly Taken[]): Map<number, Taken[]> => {
  const hours = new Map<number, Taken[]>()
  for (const one of taken) {
    for (let at = Math.floor(one.startsAt / hour); at * hour < one.endsAt; at += 1) {
      const list = hours.get(at)
      if (list) list.push(one)
      else hours.set(at, [one])
    }
  }
  return hours
}

const isBusy = (hours: Map<number, Taken[]>, slot: Slot, seat: number): boolean => {
  for (let at = Math.floor(slot.startsAt / hour); at * hour < slot.endsAt; at += 1) {
    for (const one of hours.get(at) ?? [])
      if (one.seat === seat && one.startsAt < slot.endsAt && one.endsAt > slot.startsAt) return true
  }
  return false
}

const seatsFor = (slot: Slot, audience: Audience): readonly number[] => {
  if (audience === 'public') return slot.seats
  const staff = [...slot.staffSeats, ...slot.seats]
  return audience === 'staff' ? staff : [...slot.walkInSeats, ...staff]
}

const whenOf = (slot: Slot, sought: Availability): 'too-soon' | 'too-far' | undefined => {
  const { numbers } = sought.calendar
  if (dayOf(slot.startsAt) > dayOf(sought.now) + numbers.horizonDays) return 'too-far'
  const early =
    sought.audience === 'public'
      ? slot.startsAt < sought.now + numbers.leadMinutes * 60_000
      : slot.endsAt <= sought.now
  return early ? 'too-soon' : undefined
}

const isAt = (one: { startsAt: number; site?: Site }, startsAt: number, siteId?: string) =>
  one.startsAt === startsAt && one.site?.id === siteId

const timeOf = (slot: Slot, seats: readonly number[]): BookableTime => {
  const { centreId, startsAt, endsAt, site, counsellors } = slot
  const more = { ...(site && { site }), ...(counsellors && { counsellors }) }
  return { centreId, startsAt, endsAt, seats, ...more }
}

const both = (one: BookableTime, other: Slot, seats: readonly number[]): BookableTime => {
  const counsellors = new Map([...(one.counsellors ?? []), ...(other.counsellors ?? [])])
  const known = counsellors.size > 0 ? { counsellors } : {}
  return { ...one, seats: [...one.seats, ...seats], ...known }
}

type Hours = ReturnType<typeof byHour>

// Two rules may run side by side with seats of their own. Who chooses a time sees it once.
const timesOn = (sought: Availability, hours: Hours, day: number): BookableTime[] => {
  const times: BookableTime[] = []
  for (const slot of slotsOn(sought.calendar, sought.closures, day)) {
    if (whenOf(slot, sought)) continue
    const all = seatsFor(slot, sought.audience)
    const seats = hours.size > 0 ? all.filter((seat) => !isBusy(hours, slot, seat)) : all
    if (seats.length === 0) continue
    const same = times.findIndex((time) => isAt(time, slot.startsAt, slot.site?.id))
    const before = times[same]
    if (!before) times.push(timeOf(slot, seats))
    else if (before.endsAt === slot.endsAt) times[same] = both(before, slot, seats)
  }
  return times
}

/**
 * The bookable times from `now` to the horizon, by time, one after the other: who needs three stops
 * after three, and later days are not computed. `range` narrows it to days YYYY-MM-DD (inclusive).
 */
export function* bookableTimes(
  sought: Availability,
  range: { from?: string; until?: string } = {},
): Generator<BookableTime> {
  const today = dayOf(sought.now)
  const first = range.from ? Math.max(today, dayNumber(range.from)) : today
  const horizon = today + sought.calendar.numbers.horizonDays
  const last = range.until ? Math.min(horizon, dayNumber(range.until)) : horizon
  const hours = byHour(sought.taken)
  for (let day = first; day <= last; day += 1) yield* timesOn(sought, hours, day)
}

/** The next `limit` bookable times. */
export const nextTimes = (sought: Availability, limit: number): BookableTime[] =>
  bookableTimes(sought).take(limit).toArray()

/**
 * Asks again, just before a booking, whether one time (epoch ms, at an outreach site its id) can be
 * had, and says why not: a screen may be days old.
 */
export const checkTime = (
  sought: Availability,
  startsAt: number,
  siteId?: string,
): BookableTime | { not: Unavailable } => {
  const day = dayOf(startsAt)
  const time = timesOn(sought, byHour(sought.taken), day).find((one) => isAt(one, startsAt, siteId))
  if (time) return time
  const slot = slotsOn(sought.calendar, sought.closures, day).find((one) =>
    isAt(one, startsAt, siteId),
  )
  return { not: slot ? (whenOf(slot, sought) ?? 'full') : 'closed' }
}
