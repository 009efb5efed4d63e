// Interpreters: what staff see of who needs one, and what came of asking a pool.

import type { Deps } from '../../deps.ts'
import {
  type InterpretingList,
  interpretingList,
  type Needed,
  type Pressing,
} from '../../domain/interpreting/list.ts'
import { isThere } from '../../domain/interpreting/order.ts'
import {
  interpretingOf,
  isFor,
  isWantedBy,
  type NeedingAppointment,
  ordersFor,
} from '../../domain/interpreting/orders.ts'
import { placedOrder } from '../../domain/interpreting/placing.ts'
import { isPoolGone } from '../../domain/interpreting/pool-gone.ts'
import { lacksBody, may } from '../../domain/people/rights.ts'
import { leadsReachOf } from '../../domain/people/wall.ts'
import type { InterpretingMode } from '../../domain/profile/interpreting.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { cityLately, currentCity } from '../city.ts'
import { readInterpreting } from '../interpreting-read.ts'
import { type MailState, mailedOf } from '../outbox/pool-mails.ts'
import { type Actor, mayHere, noteDown, noteSeen, type Seen } from './actor.ts'
import { lately, remember } from './lately.ts'
import { orderNumber } from './order-number.ts'
import type { WorkOutcome } from './work-on-record.ts'

/** What is needed, with the number that its order would have. */
export type Numbered = Needed & { number: string }

export type SeenInterpreting = Omit<InterpretingList, 'needed'> & {
  needed: readonly Numbered[]
  /** what leaves by mail by itself, or should: by the appointment that needs it, or the order to be cancelled */
  mails: ReadonlyMap<string, MailState>
  profile: Profile
  now: number
}

/** What the actor's centres need of interpreters; noted down, also where it is taken out of the house. */
export async function seeInterpreting(
  deps: Deps,
  actor: Actor,
  action: 'see-interpreting' | 'export-orders' = 'see-interpreting',
): Promise<SeenInterpreting> {
  const now = deps.clock.now()
  const { profile } = await currentCity(deps)
  const { needing, orders } = await readInterpreting(deps, actor.centres, now)
  const list = visible(interpretingList(needing, orders, profile, now), actor, profile)
  const needed = list.needed.map(async (one) => ({
    ...one,
    number: await orderNumber(one.talk, one.before),
  }))
  const mailed = await mailedOf(deps, list, profile, now)
  remember(deps, actor, 'interpreting', Promise.resolve(toDo(list)))
  await noteSeen(deps, actor, action, seenIn(list))
  const mails = new Map(mailed.map(({ about, state }) => [about, state]))
  return { ...list, needed: await Promise.all(needed), mails, profile, now }
}

/** How much of a list is to be done: ordered, or cancelled. The number in the navigation. */
export const toDo = ({ needed, toCancel }: Pick<InterpretingList, 'needed' | 'toCancel'>): number =>
  needed.length + toCancel.length

/** The same of the actor's centres, as it was within the last ten seconds: mostly no statement. */
export const countInterpreting = (deps: Deps, actor: Actor): Promise<number> =>
  lately(deps, actor, 'interpreting', async () => {
    const { profile } = await cityLately(deps)
    const now = deps.clock.now()
    const { needing, orders } = await readInterpreting(deps, actor.centres, now)
    return toDo(visible(interpretingList(needing, orders, profile, now), actor, profile))
  })

/** What of a list is the actor's to see; an order to be cancelled is everybody's at its centre. */
export function visible(list: InterpretingList, actor: Actor, profile: Profile): InterpretingList {
  const leads = leadsReachOf(profile)
  const isSeen = (talk: NeedingAppointment) => may(actor, 'see-day', talk, leads)
  return {
    toCancel: lacksBody(actor) ? [] : list.toCancel,
    needed: list.needed.filter(({ talk }) => isSeen(talk)),
    underway: list.underway.filter(({ talk }) => isSeen(talk)),
    refused: list.refused.filter(({ talk }) => isSeen(talk)),
    onCall: list.onCall.filter(({ talk }) => isSeen(talk)),
    unavailable: list.unavailable.filter(isSeen),
  }
}

/** Whose data stand in a list: of requests, and of appointments for which an order is to be cancelled. */
export function seenIn(list: Partial<InterpretingList & Pressing>): Seen[] {
  const { toCancel = [], needed = [], underway = [], refused = [] } = list
  const { onCall = [], unavailable = [] } = list
  const placed = [...needed, ...underway, ...refused, ...onCall, ...(list.unanswered ?? [])]
  const talks = [...placed.map(({ talk }) => talk), ...unavailable]
  return [
    ...talks.map(({ intakeId: id, centre }) => ({ id, centre })),
    ...toCancel.map(({ order }) => ({ id: order.booking, centre: order.centre })),
  ]
}

/** What staff have done: which pool they asked how, and what it said. */
export type Asked = {
  /** as the page showed it */
  number: string
  pool: string
  mode: InterpretingMode
  state: 'ordered' | 'confirmed' | 'refused'
}

/** Whether the actor may order for an appointment; a refusal is noted down. */
export async function mayOrder(deps: Deps, actor: Actor, booking: string): Promise<boolean> {
  const found = await deps.store.appointments.find(booking)
  return found !== null && (await mayHere(deps, actor, 'change-booking', booking, found))
}

/** Notes that a pool was asked for an appointment, and what came of it. The same form again changes nothing. */
export async function orderInterpreter(
  deps: Deps,
  actor: Actor,
  booking: string,
  asked: Asked,
): Promise<WorkOutcome> {
  if (!(await mayOrder(deps, actor, booking))) return 'unknown'
  const { interpreterOrders } = deps.store
  const talk = await interpreterOrders.needingOne(booking)
  const orders = await interpreterOrders.of([booking])
  const { number, ...said } = asked
  const isDone = orders.some(
    ({ id, pool, mode, state }) =>
      id === number && pool === said.pool && mode === said.mode && state === said.state,
  )
  if (isDone) return 'done'
  const now = deps.clock.now()
  const isStale =
    !talk || talk.startsAt <= now || (await orderNumber(talk, ordersFor(talk, orders))) !== number
  if (isStale || talk.need.language === null) return 'changed'
  const { profile } = await currentCity(deps)
  const found = interpretingOf(talk, orders, profile, now)
  if (found.state !== 'needed') return 'changed'
  const ask = found.asks.find(({ pool, mode }) => pool.id === said.pool && mode === said.mode)
  if (!ask) return 'changed'
  const { centre } = talk
  const by = `staff:${actor.id}`
  const order = placedOrder(talk, ask, { number, state: said.state, by }, now)
  if (!(await interpreterOrders.add(order, talk.personId))) return 'changed'
  await noteDown(deps, actor, `interpreter-${said.state}`, { subject: booking, centre })
  return 'done'
}

const FROM = {
  // Also where it has found somebody after all.
  confirmed: ['ordered', 'refused'],
  refused: ['ordered', 'confirmed'],
  cancelled: ['ordered', 'confirmed'],
} as const

/**
 * Notes what became of an order. Nothing is confirmed for an appointment that is elsewhere, or needs another language
 * by now.
 */
export async function answerOrder(
  deps: Deps,
  actor: Actor,
  number: string,
  to: keyof typeof FROM,
): Promise<WorkOutcome> {
  const { interpreterOrders } = deps.store
  const order = await interpreterOrders.find(number)
  if (!order) return 'unknown'
  const { booking, centre } = order
  const talk = await interpreterOrders.needingOne(booking)
  const { profile } = await currentCity(deps)
  // What nobody needs is to be cancelled by whoever is at the centre.
  const isNeeded = talk !== null && isWantedBy(order, talk, profile) && !isPoolGone(order, profile)
  const body = talk && isThere(order) && (isNeeded || to !== 'cancelled') ? talk.body : null
  if (!(await mayHere(deps, actor, 'change-booking', booking, { centre, body }))) return 'unknown'
  if (order.state === to) return 'done'
  const isWanted = talk !== null && isFor(order, talk)
  if (to !== 'cancelled' && !isWanted) return 'changed'
  const by = `staff:${actor.id}`
  const tells = isWanted ? talk.personId : null
  const now = deps.clock.now()
  const changed = await interpreterOrders.change(order, FROM[to], to, { by, tells }, now)
  if (!changed) return 'changed'
  await noteDown(deps, actor, `interpreter-${to}`, { subject: booking, centre })
  return 'done'
}
