// An order of an interpreter as it is placed, by staff or by itself.

import type { InterpreterOrder, OrderState } from './order.ts'
import type { NeedingAppointment } from './orders.ts'
import type { Ask } from './wish.ts'

/** The order of what a pool is asked for an appointment as it stands; `now` is epoch milliseconds. */
export function placedOrder(
  { booking, centre, startsAt, endsAt, need }: NeedingAppointment,
  { pool, mode, gender }: Ask,
  said: { number: string; state: OrderState; by: string },
  now: number,
): InterpreterOrder {
  const { number: id, state, by } = said
  return {
    ...{ id, booking, centre, startsAt, endsAt, language: need.language ?? '', gender },
    ...{
      pool: pool.id,
      poolName: pool.name,
      mode,
      state,
      orderedAt: now,
      changedAt: now,
      changedBy: by,
    },
  }
}
