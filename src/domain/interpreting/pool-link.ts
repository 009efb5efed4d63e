// What a pool sees of an order behind the link of its mail, and what it can say there.

import type { Profile } from '../profile/profile.ts'
import type { OrderNow } from './order.ts'
import { isWantedBy, type NeedingAppointment } from './orders.ts'
import { isPoolGone } from './pool-gone.ts'

/** `needless`: it is cancelled, or about to be; `over`: the talk has begun. */
export type SeenByPool = 'ordered' | 'confirmed' | 'refused' | 'needless' | 'over'

/** @param talk the appointment as it stands; `null` where none needs a language any more */
export function seenByPool(
  order: OrderNow,
  talk: NeedingAppointment | null,
  profile: Profile,
  now: number,
): SeenByPool {
  if (order.startsAt <= now) return 'over'
  const isWanted = talk !== null && isWantedBy(order, talk, profile)
  if (order.state === 'cancelled' || !isWanted || isPoolGone(order, profile)) return 'needless'
  return order.state
}

/** Somebody comes, or nobody can; each is said again where it has changed. */
export const SAID_BY_POOL: Readonly<Record<SeenByPool, readonly ('confirmed' | 'refused')[]>> = {
  ordered: ['confirmed', 'refused'],
  confirmed: ['refused'],
  refused: ['confirmed'],
  needless: [],
  over: [],
}
