// What all appointments to come need of interpreters, with all orders: read whole, since what is needed is derived.

import type { Deps } from '../deps.ts'
import type { OrderNow } from '../domain/interpreting/order.ts'
import type { NeedingAppointment } from '../domain/interpreting/orders.ts'

export type InterpretingRead = {
  needing: readonly NeedingAppointment[]
  orders: readonly OrderNow[]
}

/** Of some centres, from `now` (epoch milliseconds) on. */
export async function readInterpreting(
  { store: { interpreterOrders } }: Deps,
  centres: readonly string[],
  now: number,
): Promise<InterpretingRead> {
  const needing = await interpreterOrders.needing(centres, now)
  return { needing, orders: await interpreterOrders.coming(centres, now) }
}

/** The same of fewer centres. */
export const ofCentres = (
  { needing, orders }: InterpretingRead,
  centres: readonly string[],
): InterpretingRead => ({
  needing: needing.filter(({ centre }) => centres.includes(centre)),
  orders: orders.filter(({ centre }) => centres.includes(centre)),
})
