// The messages about an interpreter, worded in the moment they are sent. Each change of an order owes one (a trigger
// writes it down), and that nobody was found is owed by flows/upkeep/tell-nobody-found.ts.

import type { Deps } from '../../deps.ts'
import type { AppointmentNow } from '../../domain/appointment/appointment.ts'
import type { MessageStatus, OwedMessage } from '../../domain/appointment/messages.ts'
import { awake, isQuiet } from '../../domain/appointment/quiet-hours.ts'
import { type InterpretingNews, showInterpreting } from '../../domain/dialog/show/interpreting.ts'
import { isNobodyLeft } from '../../domain/interpreting/nobody-left.ts'
import type { InterpreterOrder, OrderState } from '../../domain/interpreting/order.ts'
import {
  type Interpreting,
  interpretingOf,
  isFor,
  type NeedingAppointment,
} from '../../domain/interpreting/orders.ts'
import { onCallFor } from '../../domain/interpreting/pools.ts'
import { wishGivenUp } from '../../domain/interpreting/wish.ts'
import type { City } from '../city.ts'
import { factsOf } from '../conversation/step.ts'
import type { Compose, Composed } from './outbox.ts'

/** How things are: the appointment as it stands, all its orders, and what it needs by now. */
type Standing = {
  booking: AppointmentNow
  talk: NeedingAppointment
  orders: readonly InterpreterOrder[]
  needs: Interpreting
  /** the wish for a woman or a man who interprets */
  wish: 'woman' | 'man' | null
}

/** What is told, or why nothing is. */
type Decided = { news: InterpretingNews; quiet?: boolean } | { drop: string }

/** A pool was asked; said without a sound, since nothing follows from it yet. */
export const composeAsked = composing(({ orders, needs, wish }, order) => {
  if (needs.state === 'spoken') return { drop: needs.state }
  const without = wishGivenUp(order, wish, orders)
  const isAnew = orders.some(({ startsAt, centre }) => !isAt(order, { startsAt, centre }))
  if (isAnew && !without) return { news: { what: 'asked-anew' }, quiet: true }
  return { news: { what: 'asked', without }, quiet: true }
})

/** Somebody comes; nothing where a counsellor speaks it by now, since the order is to be cancelled then. */
export const composeFound = composing(({ orders, needs, wish }, order) =>
  needs.state === 'spoken'
    ? { drop: needs.state }
    : { news: { what: 'found', mode: order.mode, without: wishGivenUp(order, wish, orders) } },
)

/**
 * An order was refused or cancelled. Told where its person had been told that somebody comes, or where a
 * counsellor speaks the language by now; that nobody is left to be asked has a message of its own.
 */
export const composeLost = composing(({ needs }, order, messages) => {
  if (needs.state === 'spoken') return { news: { what: 'spoken' } }
  if (needs.state !== 'needed') return { drop: needs.state }
  const isTold = messages.some(
    ({ kind, payload, status }) =>
      kind === 'interpreter-found' &&
      (payload as { order: string }).order === order.id &&
      MAY_BE_TOLD.includes(status),
  )
  return isTold ? { news: { what: 'lost' } } : { drop: 'untold' }
})

/** What nobody was found for, in codes; `news` as it was when the message was owed. */
export type Missing = {
  centre: string
  startsAt: number
  language: string | null
  news: 'nobody' | 'not-yet' | 'on-call'
}

/**
 * Nobody is left who could be asked in time, or nobody has promised by when it has to be known; or one is called when
 * the talk begins.
 */
export const composeMissing: Compose = async (deps, city, message, now) => {
  const found = await standing(deps, city, message, now)
  if ('drop' in found) return found
  const missing = message.payload as Missing
  const { booking, needs, talk } = found
  if (booking.startsAt !== missing.startsAt) return { drop: 'moved' }
  const isNobody = isNobodyLeft(needs)
  const isOpen = needs.state === 'needed' || needs.state === 'ordered'
  const messages = await deps.store.outbox.ofBooking(booking.id)
  if (missing.news === 'on-call') {
    const language = talk.need.language ?? ''
    const isOnCall = onCallFor(city.profile, { ...talk, language }).length > 0
    if (!isOnCall || (needs.state !== 'on-call' && !isOpen)) return { drop: needs.state }
    if (isTold(messages, missing, 'on-call')) return { drop: 'told' }
    return shown(deps, city, message, booking, { news: { what: missing.news } }, now)
  }
  if (!isNobody && !(isOpen && missing.news === 'not-yet')) return { drop: needs.state }
  if (missing.news === 'nobody' && isTold(messages, missing, 'not-yet')) return { drop: 'told' }
  // Who is asked all the same may still promise.
  const what = isNobody && missing.news === 'nobody' ? 'nobody' : 'not-yet'
  return shown(deps, city, message, booking, { news: { what } }, now)
}

/** They know what to do since they heard so, and nobody was found since. */
function isTold(
  messages: Messages,
  { centre, startsAt, language, news }: Missing,
  heard: Missing['news'],
): boolean {
  const told = messages.filter(({ status }) => MAY_BE_TOLD.includes(status))
  const last = told.findLast(({ kind, payload, status }) => {
    if (kind === 'interpreter-found') return true
    const said = payload as Missing
    // This very message.
    if (status === 'sending' && said.news === news) return false
    const isSame = said.centre === centre && said.startsAt === startsAt
    return kind === 'interpreter-missing' && isSame && said.language === language
  })
  return last?.kind === 'interpreter-missing' && (last.payload as Missing).news === heard
}

// On its way it may arrive any moment, on a page it may be read, and who cannot be written to is called.
const MAY_BE_TOLD: readonly MessageStatus[] = ['sent', 'sending', 'kept', 'read', 'blocked']

/** `at`: when it came to this state (epoch milliseconds) */
type OrderChange = { order: string; state: OrderState; at: number }

type Messages = Awaited<ReturnType<Deps['store']['outbox']['ofBooking']>>

function composing(
  decide: (standing: Standing, order: InterpreterOrder, messages: Messages) => Decided,
): Compose {
  return async (deps, city, message, now) => {
    const { order: id, state, at } = message.payload as OrderChange
    const found = await standing(deps, city, message, now)
    if ('drop' in found) return found
    const order = found.orders.find((one) => one.id === id)
    if (!order) return { drop: 'gone' }
    if (order.state !== state) return { drop: order.state }
    // It has been something else meanwhile, and the message of the later change says how it is.
    if (order.changedAt !== at) return { drop: 'again' }
    if (!isFor(order, found.talk)) return { drop: 'moved' }
    const messages = await deps.store.outbox.ofBooking(found.booking.id)
    return shown(deps, city, message, found.booking, decide(found, order, messages), now)
  }
}

async function standing(
  deps: Deps,
  { profile }: City,
  { bookingId }: OwedMessage,
  now: number,
): Promise<Standing | { drop: string }> {
  const { appointments, interpreterOrders } = deps.store
  const booking = await appointments.find(bookingId ?? '')
  if (!booking) return { drop: 'gone' }
  if (booking.state !== 'booked') return { drop: booking.state }
  if (booking.startsAt <= now) return { drop: 'past' }
  const talk = await interpreterOrders.needingOne(booking.id)
  if (!talk) return { drop: 'no-need' }
  const orders = await interpreterOrders.of([booking.id])
  const needs = interpretingOf(talk, orders, profile, now)
  return { booking, talk, orders, needs, wish: talk.need.gender }
}

function shown(
  deps: Deps,
  city: City,
  { hasChat }: OwedMessage,
  booking: AppointmentNow,
  decided: Decided,
  now: number,
): Composed {
  if ('drop' in decided) return decided
  const { quietHours } = city.profile.reminders
  if (isQuiet(quietHours, now)) return { later: awake(quietHours, now) }
  const { news, quiet = false } = decided
  const facts = { ...factsOf(deps, city, now), hasChat }
  return { screen: showInterpreting(news, booking, facts), quiet }
}

type Where = { centre: string; startsAt: number }

const isAt = (a: Where, b: Where): boolean => a.centre === b.centre && a.startsAt === b.startsAt
