// Orders and cancellations that Lotse mails to a pool by itself, and when they leave.

import { dayOf } from '../calendar/wall-clock.ts'
import type { Pool } from '../profile/interpreting.ts'
import type { Profile } from '../profile/profile.ts'
import type { InterpreterOrder } from './order.ts'
import type { Interpreting, ToCancel } from './orders.ts'
import { takesOn } from './pools.ts'
import type { Ask } from './wish.ts'

// A change of mind right after a booking or a cancellation costs no mail.
const PATIENCE = 10 * 60_000

export type MailedPool = Pool & { contact: { mail: string } }

/** Whether orders to a pool leave by themselves. */
export const isByMail = (pool: Pool | undefined): pool is MailedPool =>
  pool?.byMail === true && pool.contact.mail !== undefined

/**
 * What is ordered by mail for an appointment; `null` where it needs nothing, or staff ask the pool that comes
 * first. A late order leaves, too, as long as the pool itself takes it.
 */
export function mailedAsk(
  needs: Interpreting,
  startsAt: number,
  { state }: Pick<Profile, 'state'>,
  now: number,
): (Ask & { pool: MailedPool }) | null {
  if (needs.state !== 'needed') return null
  const ask = needs.asks.find(({ pool }) => takesOn(pool, startsAt, dayOf(now), state))
  return ask && isByMail(ask.pool) ? { ...ask, pool: ask.pool } : null
}

/** The pool to which the cancellation of an order goes by mail, if it does. */
export function mailedPool(
  order: Pick<InterpreterOrder, 'pool'>,
  { interpreting }: Pick<Profile, 'interpreting'>,
): MailedPool | null {
  const pool = interpreting?.find(({ id }) => id === order.pool)
  return isByMail(pool) ? pool : null
}

/** When an order leaves (epoch milliseconds): after some patience, and never on a later day than today. */
export const orderLeavesAt = (now: number): number =>
  dayOf(now + PATIENCE) === dayOf(now) ? now + PATIENCE : now

/**
 * Changes when all that is mailed is looked at, whatever is known to have changed: each ten minutes, and each minute
 * before midnight, when what waits would be a day late.
 */
export const poolMailsLook = (now: number): number =>
  orderLeavesAt(now) === now ? now : Math.floor(now / PATIENCE)

/** When a cancellation leaves: after some patience, but at once where that would cost something. */
export const cancellationLeavesAt = ({ freeUntil }: Pick<ToCancel, 'freeUntil'>, now: number) =>
  freeUntil !== null && freeUntil > now && freeUntil <= now + PATIENCE ? now : now + PATIENCE
