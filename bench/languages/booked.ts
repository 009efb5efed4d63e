// An appointment of a simulated year, with the orders of interpreters for it.

import type { Fit, Need } from '../../src/domain/appointment/language-fit.ts'
import type { InterpreterOrder } from '../../src/domain/interpreting/order.ts'
import {
  type Interpretable,
  type Interpreting,
  interpretingOf,
} from '../../src/domain/interpreting/orders.ts'
import type { Profile } from '../../src/domain/profile/profile.ts'
import type { Chosen } from './choosing.ts'
import { LEGAL, OTHER } from './city.ts'
import type { Answer, Asking } from './year.ts'

/** An order, and what the pool will say to it; `placedOn` is a `dayNumber`. */
export type Placed = { order: InterpreterOrder; placedOn: number; answer: Answer }

/** Times are epoch ms. */
export type Booked = {
  id: number
  person: Asking
  need: Need
  centre: string
  startsAt: number
  endsAt: number
  seat: number
  /** when they took this time */
  bookedAt: number
  open: boolean
  /** what they heard of the language when they took it */
  told: Fit['language']
  orders: Placed[]
  /** starts that they gave up by themselves, and when */
  gaveUp: Map<number, number>
  /** the start of which they have heard to bring somebody, since nobody is promised them */
  heardToBring: number | null
  /** the start of which they have heard that nobody is left who could be asked */
  heardNobody: number | null
  /** they wished for a woman, and one sat there when they took it */
  honoured: boolean
}

/** The appointment as Lotse's rules about interpreters see it. */
export const talkOf = ({ id, person, ...booked }: Booked): Interpretable => ({
  ...{ booking: `${id}`, centre: booked.centre, seat: booked.seat, need: booked.need },
  ...{ startsAt: booked.startsAt, endsAt: booked.endsAt, topics: topicsOf(person) },
})

/** What Lotse shows of it at a moment (epoch ms). */
export const shownOf = (booked: Booked, profile: Profile, now: number): Interpreting =>
  interpretingOf(
    talkOf(booked),
    booked.orders.map(({ order }) => order),
    profile,
    now,
  )

/** The orders for an appointment as it stands now. */
export const ordersFor = ({ orders, startsAt, centre }: Booked): Placed[] =>
  orders.filter(({ order }) => order.startsAt === startsAt && order.centre === centre)

/** What somebody comes about, as codes. */
export const topicsOf = ({ legal }: Asking): string[] => [legal ? LEGAL : OTHER]

/** Where and when somebody is who has just taken a time. */
export function placeOf({ time, seat, told }: Chosen, now: number) {
  const { centreId: centre, startsAt, endsAt } = time
  return { centre, startsAt, endsAt, seat, told, bookedAt: now }
}
