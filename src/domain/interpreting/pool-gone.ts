// Orders of a pool that is no longer in the profile: nobody can be asked there any more, so they are to be cancelled.

import type { Profile } from '../profile/profile.ts'
import { type InterpreterOrder, isInForce } from './order.ts'

type Pools = Pick<Profile, 'interpreting'>

/** Whether the pool of an order has been removed since it was asked. */
export const isPoolGone = (
  { pool }: Pick<InterpreterOrder, 'pool'>,
  { interpreting = [] }: Pools,
): boolean => !interpreting.some(({ id }) => id === pool)

/** The orders in force that another profile would leave without their pool, in their order. */
export const ordersLeft = <Order extends InterpreterOrder>(
  before: Pools,
  after: Pools,
  orders: readonly Order[],
): Order[] =>
  orders.filter(
    (order) => isInForce(order) && !isPoolGone(order, before) && isPoolGone(order, after),
  )
