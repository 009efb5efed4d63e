// An order of an interpreter, as it is kept. What an appointment needs is derived: orders.ts.

import type { InterpretingMode } from '../profile/interpreting.ts'

/** `refused`: nobody is available. `cancelled`: it has been cancelled with the pool, not only by the person. */
export type OrderState = 'ordered' | 'confirmed' | 'refused' | 'cancelled'

/** Those that somebody will come by, or may; at most one of an appointment at its place and start, in one language. */
export const IN_FORCE = ['ordered', 'confirmed'] as const satisfies OrderState[]

/** Times are epoch milliseconds; place and times are those the pool was asked for. */
export type InterpreterOrder = {
  /** the number that the pool is given; says nothing of the person */
  id: string
  booking: string
  centre: string
  startsAt: number
  endsAt: number
  /** by its key: i18n/spoken.ts */
  language: string
  /** the wish that was passed on */
  gender: 'woman' | 'man' | null
  /** its id in the profile */
  pool: string
  /** what it was called when it was asked */
  poolName: string
  mode: InterpretingMode
  state: OrderState
  orderedAt: number
  changedAt: number
  /** `staff:` and the id of the account, or `system` where Lotse mailed it by itself */
  changedBy: string
}

type InForce = InterpreterOrder & { state: (typeof IN_FORCE)[number] }

/** Whether somebody will come by it, or may. */
export const isInForce = (order: InterpreterOrder): order is InForce =>
  IN_FORCE.some((state) => state === order.state)

/** An order with where its appointment stands by now. */
export type OrderNow = InterpreterOrder & {
  now: Pick<InterpreterOrder, 'centre' | 'startsAt'> & { isOpen: boolean }
  /** whose it was; `null` once they are forgotten */
  personId: string | null
}

/** Whether the appointment of an order still stands where it was ordered for. */
export const isThere = ({ now, centre, startsAt }: OrderNow): boolean =>
  now.isOpen && now.centre === centre && now.startsAt === startsAt
