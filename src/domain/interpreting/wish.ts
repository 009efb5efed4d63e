// The wish for a woman or a man who interprets: what of it a pool is asked for, and when it has been given up.

import type { InterpreterOrder } from './order.ts'
import type { Orderable } from './pools.ts'

type Wish = 'woman' | 'man' | null

/** A pool that can be asked, and the wish that it is asked with. */
export type Ask = Orderable & { gender: Wish }

type Refused = Pick<InterpreterOrder, 'pool' | 'mode' | 'gender'>

/**
 * What a pool can still be asked after what it refused of the same talk; `null` where nothing is left. One that
 * has no woman may have a man: a refusal of an order with a wish counts for that wish, and the pool is asked once
 * more without it. A pool that takes no wish, or was asked without one, has nobody.
 */
export function askOf(
  { pool, mode }: Orderable,
  wish: Wish,
  refused: readonly Refused[],
): Ask | null {
  const said = refused.filter((one) => one.pool === pool.id && one.mode === mode)
  if (said.length === 0) return { pool, mode, gender: wish }
  if (pool.genderWish === false || said.some(({ gender }) => gender === null)) return null
  return { pool, mode, gender: said.some(({ gender }) => gender === wish) ? null : wish }
}

/**
 * The wish that an order was placed without, since the same pool had refused it; `null` where none was given up.
 * @param orders all orders of the appointment
 */
export function wishGivenUp(
  { pool, mode, gender, centre, startsAt }: Place & Refused,
  wish: Wish,
  orders: readonly (Place & Refused & Pick<InterpreterOrder, 'state'>)[],
): Wish {
  if (wish === null || gender !== null) return null
  const isRefused = orders.some(
    (one) =>
      one.state === 'refused' &&
      one.gender === wish &&
      one.pool === pool &&
      one.mode === mode &&
      one.centre === centre &&
      one.startsAt === startsAt,
  )
  return isRefused ? wish : null
}

type Place = Pick<InterpreterOrder, 'centre' | 'startsAt'>
