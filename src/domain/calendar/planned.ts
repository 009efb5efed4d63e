// Cuts the opening rules of a centre into slots. Nothing here knows what is booked.

import { type Closure, touching } from './closures.ts'
import { type Counsellors, counsellorsOn } from './counsellors.ts'
import { holidayOn, type State } from './holidays.ts'
import { fallsOn } from './recurrence.ts'
import type { CalendarNumbers, OpeningRule, Site } from './rules.ts'
import { atDay, clockChangesWithin, dayNumber, minutesOf, toWall } from './wall-clock.ts'

/** The rules of one centre and what they leave open. */
export type CentreCalendar = {
  centreId: string
  state: State
  numbers: CalendarNumbers
  rules: readonly OpeningRule[]
}

/** A stretch of time at a centre, with the numbers of the seats that can be given away in it. */
export type Slot = {
  centreId: string
  /** epoch ms */
  startsAt: number
  endsAt: number
  /** bookable by everybody */
  seats: readonly number[]
  /** bookable by staff only */
  staffSeats: readonly number[]
  /** kept for people who come without an appointment: the highest numbers, never public */
  walkInSeats: readonly number[]
  site?: Site
  /** who counsels at which of the seats, where the centre has entered it */
  counsellors?: Counsellors
}

/** Days YYYY-MM-DD, both included. */
export type DayRange = { from: string; until: string }

type Seats = Pick<Slot, 'seats' | 'staffSeats' | 'walkInSeats'>

const numbersFrom = (first: number, count: number): number[] =>
  Array.from({ length: Math.max(0, count) }, (_, index) => first + index)

/** The seats of a rule; `walkInSeats` and `staffSeats` go before public ones if seats are short. */
export const seatsOf = (
  rule: Pick<OpeningRule, 'firstSeat' | 'seats' | 'walkInSeats' | 'staffSeats'>,
  numbers: CalendarNumbers,
): Seats => {
  const all = numbersFrom(rule.firstSeat ?? 1, rule.seats ?? numbers.seats)
  const walkIn = Math.max(0, all.length - (rule.walkInSeats ?? numbers.walkInSeats))
  const staff = Math.max(0, walkIn - (rule.staffSeats ?? numbers.staffSeats))
  return {
    seats: all.slice(0, staff),
    staffSeats: all.slice(staff, walkIn),
    walkInSeats: all.slice(walkIn),
  }
}

const without = (all: Seats, closed: readonly Closure[]): Seats => {
  const open = (seat: number) => !closed.some((closure) => closure.seat === seat)
  return {
    seats: all.seats.filter(open),
    staffSeats: all.staffSeats.filter(open),
    walkInSeats: all.walkInSeats.filter(open),
  }
}

const seatCount = (slot: Seats): number =>
  slot.seats.length + slot.staffSeats.length + slot.walkInSeats.length

const slotsOfRule = (
  calendar: CentreCalendar,
  rule: OpeningRule,
  day: number,
  closures: readonly Closure[],
): Slot[] => {
  const length = rule.slotMinutes ?? calendar.numbers.slotMinutes
  const all = seatsOf(rule, calendar.numbers)
  const counsellors = counsellorsOn(rule, day, seatNumbers(all))
  const more = { ...(rule.site && { site: rule.site }), ...(counsellors && { counsellors }) }
  const midnight = atDay(day, 0)
  const changes = clockChangesWithin(midnight, atDay(day, 1440))
  const slots: Slot[] = []
  const closes = minutesOf(rule.closes)
  for (let opens = minutesOf(rule.opens); opens + length <= closes; opens += length) {
    const startsAt = changes ? atDay(day, opens) : midnight + opens * 60_000
    const endsAt = startsAt + length * 60_000
    // The hour that summer time skips has no slots, the doubled hour has them once, and none runs
    // across the change: it would end an hour off what the wall says.
    if (changes && (toWall(startsAt).minutes !== opens || clockChangesWithin(startsAt, endsAt)))
      continue
    const closed = touching(closures, calendar.centreId, startsAt, endsAt)
    if (closed.some(({ seat }) => typeof seat !== 'number')) continue
    const seats = closed.length > 0 ? without(all, closed) : all
    if (seatCount(seats) === 0) continue
    slots.push({ centreId: calendar.centreId, startsAt, endsAt, ...seats, ...more })
  }
  return slots
}

// A single date says more than a weekday of the month, and that more than every week.
const rank = { date: 0, month: 1, week: 2 }
const bySpeciality = (a: OpeningRule, b: OpeningRule) => rank[a.repeat.every] - rank[b.repeat.every]

const seatNumbers = (slot: Seats): number[] => [
  ...slot.seats,
  ...slot.staffSeats,
  ...slot.walkInSeats,
]

const collide = (a: Slot, b: Slot): boolean =>
  a.startsAt < b.endsAt &&
  b.startsAt < a.endsAt &&
  seatNumbers(a).some((seat) => seatNumbers(b).includes(seat))

/** The slots of one day (`dayNumber`), by time; see `plannedSlots`. */
export const slotsOn = (
  calendar: CentreCalendar,
  closures: readonly Closure[],
  day: number,
): Slot[] => {
  const rules = calendar.rules.filter((rule) => fallsOn(rule, day))
  if (rules.length === 0 || holidayOn(day, calendar.state)) return []
  const closed = touching(closures, calendar.centreId, atDay(day, 0), atDay(day, 1440))
  let slots: Slot[] = []
  for (const rule of rules.sort(bySpeciality)) {
    const more = slotsOfRule(calendar, rule, day, closed)
    const settled = slots
    slots = settled.concat(more.filter((slot) => !settled.some((other) => collide(slot, other))))
  }
  return rules.length === 1 ? slots : slots.sort((a, b) => a.startsAt - b.startsAt)
}

/**
 * All slots of a centre in a range of days, by time: wall-clock times in Germany, none on public
 * holidays of the calendar's state, none that a closure touches. Where two rules would give the
 * same seat away at the same time, the more special one holds (date, then weekday of the month,
 * then week, then the order of the rules).
 */
export const plannedSlots = (
  calendar: CentreCalendar,
  closures: readonly Closure[],
  range: DayRange,
): Slot[] => {
  const slots: Slot[] = []
  for (let day = dayNumber(range.from); day <= dayNumber(range.until); day += 1)
    slots.push(...slotsOn(calendar, closures, day))
  return slots
}
