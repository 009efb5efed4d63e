// The link in the mail of an order: who has it answers for the pool, without an account.

import type { Deps } from '../deps.ts'
import type { OrderNow } from '../domain/interpreting/order.ts'
import { isFor, type NeedingAppointment } from '../domain/interpreting/orders.ts'
import { SAID_BY_POOL, type SeenByPool, seenByPool } from '../domain/interpreting/pool-link.ts'
import type { Address } from '../domain/people/address.ts'
import type { Profile } from '../domain/profile/profile.ts'
import { currentCity } from './city.ts'

/** Where the pages of links stand. */
export const POOL_PATH = '/pool'

// Whoever has the link, whichever browser it is.
const ANYBODY: Address = { channel: 'web', id: '' }
const PURPOSE = 'pool'
// In an order: that its pool said so itself.
const BY = 'pool'

/** The address of an order's link; none where Lotse has no address of its own. */
export async function poolLink({ config, store }: Deps, number: string): Promise<string | null> {
  if (config.publicUrl === undefined) return null
  return `${config.publicUrl}${POOL_PATH}/${await store.pages.seal(PURPOSE, ANYBODY, number)}`
}

/** An order as its pool sees it. */
export type PoolOrder = { order: OrderNow; is: SeenByPool; profile: Profile }

/** The order behind a link; `null` where the link was not made here, or the order is forgotten. */
export async function orderBehind(deps: Deps, sealed: string): Promise<PoolOrder | null> {
  const found = await behind(deps, sealed)
  return found && { order: found.order, is: found.is, profile: found.profile }
}

type Behind = PoolOrder & { talk: NeedingAppointment | null }

async function behind(deps: Deps, sealed: string): Promise<Behind | null> {
  const { interpreterOrders, pages } = deps.store
  const number = await pages.open(PURPOSE, ANYBODY, sealed)
  const order = number === undefined ? null : await interpreterOrders.find(number)
  if (!order) return null
  const talk = await interpreterOrders.needingOne(order.booking)
  const { profile } = await currentCity(deps)
  return { order, talk, profile, is: seenByPool(order, talk, profile, deps.clock.now()) }
}

/**
 * Notes what the pool says, and tells the person as if staff had noted it. Said again, or where it can no longer be
 * said, nothing changes: the page shows how it is. False for no link of ours.
 */
export async function answerBehind(
  deps: Deps,
  sealed: string,
  to: 'confirmed' | 'refused',
): Promise<boolean> {
  const found = await behind(deps, sealed)
  if (!found) return false
  const { order, talk, is } = found
  if (SAID_BY_POOL[is].includes(to)) {
    const tells = talk && isFor(order, talk) ? talk.personId : null
    const how = { by: BY, tells }
    await deps.store.interpreterOrders.change(order, [order.state], to, how, deps.clock.now())
  }
  return true
}
