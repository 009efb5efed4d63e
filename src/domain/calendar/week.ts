// The days of a centre's week with their times: who has a seat, which are free, kept back, closed.

import { type CentreHours, type ClosedDay, closedDay, reasonsOf } from './closed-day.ts'
import { type Closure, touching } from './closures.ts'
import { type OpenHours, openHours } from './open-hours.ts'
import { type Slot, slotsOn } from './planned.ts'
import { addDays, atDay, dateOfDay, dayNumber, dayOf, weekdayOfDay } from './wall-clock.ts'

/** A seat that somebody has, or that is held for somebody (epoch ms). */
export type TakenSeat = { startsAt: number; endsAt: number; seat: number | null }

/**
 * A time of a day with its seats, counted. `free`: for everybody, `staffOnly` and `walkIn`: kept back for callers
 * and for who comes without an appointment. Instants are epoch ms.
 */
export type WeekTime<One> = {
  startsAt: number
  endsAt: number
  /** An outreach site away from the centre. */
  site: string | null
  taken: readonly One[]
  held: number
  free: number
  staffOnly: number
  walkIn: number
  closed: { seats: number; reasons: readonly string[] } | null
  /** over: it has ended · ahead: too far ahead to be given away. */
  when: 'over' | 'open' | 'ahead'
}

/** A day of the week; `at` is when it begins. */
export type WeekDay<One> = {
  date: string
  at: number
  closed: ClosedDay | null
  walkIn: readonly OpenHours[]
  times: readonly WeekTime<One>[]
}

type Booked<One> = { appointments: readonly One[]; held: readonly TakenSeat[] }

/** The Monday of the week that a date lies in (YYYY-MM-DD). */
export const mondayOf = (date: string): string => addDays(date, 1 - weekdayOfDay(dayNumber(date)))

/**
 * The days from a Monday on: the five working days, a Saturday or Sunday where anything is on. Appointments that no
 * rule has a time for any more stand at their own.
 */
export function weekOf<One extends TakenSeat>(
  centre: CentreHours,
  closures: readonly Closure[],
  booked: Booked<One>,
  { monday, now }: { monday: string; now: number },
): WeekDay<One>[] {
  const { centreId, state } = centre.calendar
  const first = dayNumber(monday)
  return Array.from({ length: 7 }, (_, nth) => {
    const day = first + nth
    const date = dateOfDay(day)
    const hours = { centreId, state, hours: centre.walkIn }
    return {
      date,
      at: atDay(day, 0),
      closed: closedDay(centre, closures, day),
      walkIn: openHours(hours, closures, { from: date, until: date }),
      times: timesOf(centre, closures, booked, { day, now }),
    }
  }).filter(
    ({ times, walkIn, closed }, nth) =>
      nth < 5 || times.length > 0 || walkIn.length > 0 || closed?.why === 'closed',
  )
}

function timesOf<One extends TakenSeat>(
  { calendar }: CentreHours,
  closures: readonly Closure[],
  { appointments, held }: Booked<One>,
  { day, now }: { day: number; now: number },
): WeekTime<One>[] {
  const isOn = ({ startsAt }: TakenSeat) => dayOf(startsAt) === day
  const [own, kept] = [appointments.filter(isOn), held.filter(isOn)]
  const open = slotsOn(calendar, closures, day)
  const isAhead = day > dayOf(now) + calendar.numbers.horizonDays
  const whenOf = (endsAt: number) => (endsAt <= now ? 'over' : isAhead ? 'ahead' : 'open')
  const planned = Map.groupBy(slotsOn(calendar, [], day), keyOf)
  // Where one rule is closed another one may hold in its place.
  const keys = new Map([...planned, ...Map.groupBy(open, keyOf)])
  const placed = new Set<TakenSeat>()
  const times = [...keys].map(([key, [slot]]) => {
    const { startsAt, endsAt, site } = slot as Slot
    const all = numbersIn(planned.get(key) ?? [])
    const left = open.filter((one) => keyOf(one) === key)
    const isHere = (one: TakenSeat) =>
      one.startsAt === startsAt &&
      one.endsAt === endsAt &&
      !placed.has(one) &&
      (one.seat === null || [...all, ...numbersIn(left)].includes(one.seat))
    const taken = own.filter(isHere)
    const reserved = kept.filter(isHere)
    for (const one of [...taken, ...reserved]) placed.add(one)
    // A seat is busy at all times that overlap: rules are edited while appointments stand.
    const isBusy = (seat: number) =>
      [...own, ...kept].some(
        (one) => one.seat === seat && one.startsAt < endsAt && one.endsAt > startsAt,
      )
    const count = (seats: (slot: Slot) => readonly number[]) =>
      left.flatMap(seats).filter((seat) => !isBusy(seat)).length
    const shut = all.filter((seat) => !numbersIn(left).includes(seat) && !isBusy(seat))
    return {
      ...{ startsAt, endsAt, site: site?.name ?? null, taken, held: reserved.length },
      free: count(({ seats }) => seats),
      staffOnly: count(({ staffSeats }) => staffSeats),
      walkIn: count(({ walkInSeats }) => walkInSeats),
      closed: closedSeats(shut, touching(closures, calendar.centreId, startsAt, endsAt)),
      when: whenOf(endsAt),
    } satisfies WeekTime<One>
  })
  const elsewhere = Map.groupBy(
    own.filter((one) => !placed.has(one)),
    ({ startsAt, endsAt }) => `${startsAt}-${endsAt}`,
  )
  const others = [...elsewhere.values()].map((taken) => {
    const { startsAt, endsAt } = taken[0] as One
    const nothing = { site: null, held: 0, free: 0, staffOnly: 0, walkIn: 0, closed: null }
    return { startsAt, endsAt, taken, ...nothing, when: whenOf(endsAt) } satisfies WeekTime<One>
  })
  return joined([...times, ...others].filter(hasSomething).sort(byStart))
}

const keyOf = ({ startsAt, endsAt, site }: Slot) => `${startsAt}-${endsAt}-${site?.id ?? ''}`

const numbersIn = (slots: readonly Slot[]): number[] =>
  slots.flatMap(({ seats, staffSeats, walkInSeats }) => [...seats, ...staffSeats, ...walkInSeats])

function closedSeats(seats: readonly number[], closures: readonly Closure[]) {
  if (seats.length === 0) return null
  const own = closures.filter(({ seat }) => typeof seat !== 'number' || seats.includes(seat))
  return { seats: seats.length, reasons: reasonsOf(own) }
}

const byStart = (a: WeekTime<unknown>, b: WeekTime<unknown>) => a.startsAt - b.startsAt

const isShut = ({ taken, held, free, staffOnly, walkIn }: WeekTime<unknown>) =>
  taken.length + held + free + staffOnly + walkIn === 0

const hasSomething = (time: WeekTime<unknown>) => !isShut(time) || time.closed !== null

/** Times that are closed one after the other for the same reason are one stretch. */
function joined<One>(times: readonly WeekTime<One>[]): WeekTime<One>[] {
  const out: WeekTime<One>[] = []
  for (const time of times) {
    const before = out.at(-1)
    const follows =
      before &&
      before.endsAt === time.startsAt &&
      before.site === time.site &&
      [before, time].every(isShut) &&
      String(before.closed?.reasons) === String(time.closed?.reasons)
    if (follows) out[out.length - 1] = { ...before, endsAt: time.endsAt, when: time.when }
    else out.push(time)
  }
  return out
}
