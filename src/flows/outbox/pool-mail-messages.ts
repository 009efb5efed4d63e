// The mail to a pool, worded in the moment of sending; what it orders or cancels is written down once it has gone.

import type { Deps } from '../../deps.ts'
import { mailedAsk, mailedPool } from '../../domain/interpreting/by-mail.ts'
import { IN_FORCE, isThere } from '../../domain/interpreting/order.ts'
import {
  type OrderText,
  orderLetter,
  spokenInGerman,
} from '../../domain/interpreting/order-text.ts'
import { interpretingOf, ordersFor, ordersToCancel } from '../../domain/interpreting/orders.ts'
import { placedOrder } from '../../domain/interpreting/placing.ts'
import type { Mail } from '../../domain/people/notices.ts'
import type { City } from '../city.ts'
import { poolLink } from '../pool-link.ts'
import { orderNumber } from '../staff/order-number.ts'
import type { Compose } from './outbox.ts'
import type { PoolMail } from './pool-mails.ts'

// The audit is about staff: that nobody of them did it stands in the order.
const BY = 'system'

/** Dropped where it is not needed any more, staff have ordered meanwhile, or another pool comes first by now. */
export const composePoolOrder: Compose = async (deps, { profile }, message, now) => {
  if (!deps.mail) return { drop: 'no-mail' }
  const { booking, number } = message.payload as PoolMail
  const { interpreterOrders } = deps.store
  const talk = await interpreterOrders.needingOne(booking)
  const orders = await interpreterOrders.of([booking])
  if (!talk || talk.startsAt <= now) return { drop: 'gone' }
  if ((await orderNumber(talk, ordersFor(talk, orders))) !== number) return { drop: 'changed' }
  const needs = interpretingOf(talk, orders, profile, now)
  const ask = mailedAsk(needs, talk.startsAt, profile, now)
  if (!ask) return { drop: needs.state }
  const order = placedOrder(talk, ask, { number, state: 'ordered', by: BY }, now)
  return {
    mail: await letter(deps, profile, order, ask.pool.contact.mail, 'order'),
    sent: async () => {
      const at = deps.clock.now()
      const placed = { ...order, orderedAt: at, changedAt: at }
      // Nothing new where staff have noted the same order in this very moment.
      await interpreterOrders.add(placed, talk.personId)
    },
  }
}

/** Dropped where the order is needed after all, or staff have cancelled it. */
export const composePoolCancellation: Compose = async (deps, { profile }, message, now) => {
  if (!deps.mail) return { drop: 'no-mail' }
  const { booking, number } = message.payload as PoolMail
  const { interpreterOrders } = deps.store
  const order = await interpreterOrders.find(number)
  const talk = await interpreterOrders.needingOne(booking)
  const [old] = ordersToCancel(order ? [order] : [], talk ? [talk] : [], profile, now)
  if (!order || !old) return { drop: 'gone' }
  const pool = mailedPool(order, profile)
  if (!pool) return { drop: 'no-mail' }
  return {
    mail: await letter(deps, profile, order, pool.contact.mail, 'cancel'),
    sent: async () => {
      const tells = talk && isThere(order) ? talk.personId : null
      const at = deps.clock.now()
      await interpreterOrders.change(order, IN_FORCE, 'cancelled', { by: BY, tells }, at)
    },
  }
}

/** To the pool; its answer goes to the mailbox of the centre, where there is one. */
async function letter(
  deps: Deps,
  profile: City['profile'],
  order: Omit<OrderText, 'number'> & { id: string },
  to: string,
  what: 'order' | 'cancel',
): Promise<Mail> {
  const language = spokenInGerman(order.language, deps.i18n.terms)
  const link = what === 'order' ? await poolLink(deps, order.id) : null
  const asked = { ...order, number: order.id, language }
  const { subject, lines } = orderLetter(asked, profile, what, link)
  const targets = await deps.store.notices.list()
  const own = targets.find(({ centre, kind }) => centre === order.centre && kind === 'mail')
  const text = `${lines.join('\n')}\n`
  return { to, subject, text, ...(own ? { replyTo: own.address } : {}) }
}
