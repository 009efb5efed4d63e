// An appointment of a simulated year, with the orders of interpreters for it.

import type { Fit, Need } from '../../src/domain/appointment/language-fit.ts'
import { IN_FORCE, type InterpreterOrder } from '../../src/domain/interpreting/order.ts'
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
  /** they wished for a woman, and one sat there when they took it */
  honoured: boolean
}

/** Whether somebody will come by an order, or may. */
export const isInForce = ({ state }: InterpreterOrder): boolean =>
  IN_FORCE.some((one) => one === state)

/** The orders for an appointment as it stands now. */
export const ordersFor = ({ orders, startsAt, centre }: Booked): Placed[] =>
  orders.filter(({ order }) => order.startsAt === startsAt && order.centre === centre)

/** The one of them that is in force. */
export const orderInForce = (booked: Booked): Placed | undefined =>
  booked.open ? ordersFor(booked).find(({ order }) => isInForce(order)) : undefined

/** What is asked of a pool for it. */
export const toInterpret = ({ centre, startsAt, endsAt, need, person }: Booked) => ({
  ...{ centre, startsAt, endsAt, language: need.language ?? '' },
  topics: topicsOf(person),
})

/** What somebody comes about, as codes. */
export const topicsOf = ({ legal }: Asking): string[] => [legal ? LEGAL : OTHER]
