// The messages about an interpreter, worded in the moment they are sent. Each change of an order owes one (a trigger
// writes it down); that nobody was found: nobody-message.ts.

import type { Deps } from '../../deps.ts'
import type { AppointmentNow } from '../../domain/appointment/appointment.ts'
import type { MessageStatus, OwedMessage } from '../../domain/appointment/messages.ts'
import { awake, isQuiet } from '../../domain/appointment/quiet-hours.ts'
import { type InterpretingNews, showInterpreting } from '../../domain/dialog/show/interpreting.ts'
import type { InterpreterOrder, OrderState } from '../../domain/interpreting/order.ts'
import {
  type Interpreting,
  interpretingOf,
  isFor,
  type NeedingAppointment,
} from '../../domain/interpreting/orders.ts'
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

// On its way it may arrive any moment, on a page it may be read, and who cannot be written to is called.
export const MAY_BE_TOLD: readonly MessageStatus[] = ['sent', 'sending', 'kept', 'read', 'blocked']

/** `at`: when it came to this state (epoch milliseconds) */
type OrderChange = { order: string; state: OrderState; at: number }

export type Messages = Awaited<ReturnType<Deps['store']['outbox']['ofBooking']>>

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

/** How things are with the appointment of a message, or why nothing is told. */
export async function standing(
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

/** What was decided as a message, where it is not quiet. */
export function shown(
  deps: Deps,
  city: City,
  { hasChat }: OwedMessage,
  booking: AppointmentNow,
  decided: Decided,
  now: number,
): Composed {
  if ('drop' in decided) return decided
  const later = untilAwake(city, now)
  if (later) return later
  const { news, quiet = false } = decided
  const facts = { ...factsOf(deps, city, now), hasChat }
  return { screen: showInterpreting(news, booking, facts), quiet }
}

/** Nobody is woken by news of an interpreter. */
export function untilAwake({ profile }: City, now: number): { later: number } | null {
  const { quietHours } = profile.reminders
  return isQuiet(quietHours, now) ? { later: awake(quietHours, now) } : null
}

type Where = { centre: string; startsAt: number }

const isAt = (a: Where, b: Where): boolean => a.centre === b.centre && a.startsAt === b.startsAt
