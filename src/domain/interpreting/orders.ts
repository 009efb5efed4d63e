// Whether an appointment needs an interpreter, who has been asked, and which orders have to be cancelled.
// Derived each time from the request, the seat, the profile and the orders: nothing of it is stored.

import { fitAt, type Need, needOf } from '../appointment/language-fit.ts'
import { counsellorAt } from '../calendar/counsellor-at.ts'
import { dayOf } from '../calendar/wall-clock.ts'
import { calendarOf, centreOf, type Profile } from '../profile/profile.ts'
import type { AnswersById } from '../questionnaire/question.ts'
import { type InterpreterOrder, isInForce, type OrderNow } from './order.ts'
import { isPoolGone } from './pool-gone.ts'
import { freeUntil, lastOrderDay, type Orderable, onCallFor, poolsFor } from './pools.ts'
import { type Ask, askOf } from './wish.ts'

/** An open appointment whose person may need somebody who interprets; times are epoch milliseconds. */
export type Interpretable = {
  booking: string
  centre: string
  startsAt: number
  endsAt: number
  seat: number | null
  need: Pick<Need, 'language' | 'gender'>
  /** codes of what it is about */
  topics: readonly string[]
}

/** One whose person needs a language, with whose it is. */
export type NeedingAppointment = Interpretable & {
  /** when it was booked, or moved to where it is (epoch milliseconds) */
  changedAt: number
  intakeId: string
  personId: string
  /** the carrier of its request; `null` where none has taken it */
  body: string | null
}

/** What an appointment needs and has. */
export type Interpreting =
  /** German, or they bring somebody · a counsellor speaks it · nobody knows, and no pool has it */
  | { state: 'no-need' | 'spoken' | 'unknown' }
  /** `asks`: whom to ask, the best first; `orderBy`: the last day of the first, `lastDay`: of any of them */
  | { state: 'needed'; asks: Asks; orderBy: Day; lastDay: Day; isLate: boolean }
  | { state: 'ordered' | 'confirmed'; order: InterpreterOrder }
  /** nobody has been asked in time, and these are called when the talk begins, the best first */
  | { state: 'on-call'; ways: readonly Orderable[] }
  /** nobody there speaks it, and no pool can be asked (any more) */
  | { state: 'unavailable' }

/** `day`: its `dayNumber`; `date`: YYYY-MM-DD */
type Day = { day: number; date: string }
type Asks = readonly [Ask, ...Ask[]]

/** An order that nobody needs any more. */
export type ToCancel<Order = OrderNow> = {
  order: Order
  /** until when it costs nothing (epoch milliseconds); `null`: always, or the pool has been removed */
  freeUntil: number | null
  /** its pool has been removed: the order may still be needed, and another pool can be asked once it is cancelled */
  isPoolGone: boolean
}

const NEVER_LATE = Number.NEGATIVE_INFINITY

/** What an appointment needs now. Orders of other appointments, places and times are passed over. */
export function interpretingOf(
  talk: Interpretable,
  orders: readonly InterpreterOrder[],
  profile: Profile,
  now: number,
): Interpreting {
  const { language } = talk.need
  if (language === null) return { state: 'no-need' }
  if (fitOf(talk, profile) === 'spoken') return { state: 'spoken' }
  const own = orders.filter((order) => isFor(order, talk))
  const inForce = own.find(isInForce)
  if (inForce) return { state: inForce.state, order: inForce }
  const refused = own.filter(({ state }) => state === 'refused')
  const { state } = profile
  const left = (orderedOn: number) =>
    poolsFor(profile, { ...talk, language }, orderedOn).flatMap(
      (orderable) => askOf(orderable, talk.need.gender, refused) ?? [],
    )
  const inTime = left(dayOf(now))
  const ways = inTime.length > 0 ? [] : onCallFor(profile, { ...talk, language })
  if (ways.length > 0) return { state: 'on-call', ways }
  const [first, ...others] = inTime.length > 0 ? inTime : left(NEVER_LATE)
  if (!first) {
    const isKnown = refused.length > 0 || fitOf(talk, profile) === 'nobody'
    return { state: isKnown ? 'unavailable' : 'unknown' }
  }
  const asks: Asks = [first, ...others]
  const days = asks.map(({ pool }) => lastOrderDay(pool, talk.startsAt, state))
  const [orderBy = lastOrderDay(first.pool, talk.startsAt, state)] = days
  const lastDay = days.reduce((late, one) => (one.day > late.day ? one : late), orderBy)
  return { state: 'needed', asks, orderBy, lastDay, isLate: inTime.length === 0 }
}

/**
 * The orders in force that have to be cancelled with their pool, before a fee if that is still possible: the
 * appointment is over or elsewhere, or needs them no longer, or their pool has been removed. Those whose free time ends soonest stand first.
 * @param needing the open appointments that need a language, as they stand now
 */
export function ordersToCancel<Order extends InterpreterOrder>(
  orders: readonly Order[],
  needing: readonly Interpretable[],
  profile: Profile,
  now: number,
): ToCancel<Order>[] {
  return orders
    .filter((order) => isInForce(order) && order.startsAt > now)
    .map((order) => {
      const isGone = isPoolGone(order, profile)
      return { order, freeUntil: freeUntilOf(order, profile), isPoolGone: isGone }
    })
    .filter(
      ({ order, isPoolGone }) =>
        isPoolGone || !needing.some((talk) => isWantedBy(order, talk, profile)),
    )
    .sort((a, b) => (a.freeUntil ?? a.order.startsAt) - (b.freeUntil ?? b.order.startsAt))
}

/** Until when an order can be cancelled without a fee (epoch milliseconds); `null` where nothing is known of one. */
function freeUntilOf(
  { pool: id, startsAt }: Pick<InterpreterOrder, 'pool' | 'startsAt'>,
  { interpreting }: Pick<Profile, 'interpreting'>,
): number | null {
  const pool = interpreting?.find((one) => one.id === id)
  return pool ? freeUntil(pool, startsAt) : null
}

/** Whether an order is for an appointment as it stands now. */
export const isFor = (order: InterpreterOrder, talk: Interpretable): boolean =>
  order.booking === talk.booking &&
  order.centre === talk.centre &&
  order.startsAt === talk.startsAt &&
  order.language === talk.need.language

/** Whether an appointment as it stands now needs the order: nobody at its seat speaks the language. */
export const isWantedBy = (
  order: InterpreterOrder,
  talk: Interpretable,
  profile: Profile,
): boolean => isFor(order, talk) && fitOf(talk, profile) !== 'spoken'

/** How many orders there have been for an appointment as it stands now. */
export const ordersFor = (talk: Interpretable, orders: readonly InterpreterOrder[]): number =>
  orders.filter((order) => isFor(order, talk)).length

function fitOf({ centre, startsAt, seat, need }: Interpretable, profile: Profile) {
  const found = centreOf(profile, centre)
  const counsellor = found && counsellorAt(calendarOf(profile, found), { startsAt, seat })
  return fitAt(counsellor, { ...need, staffId: null }, null).language
}

/** An appointment of somebody, with what their answers say of the language they need. */
export function interpretableOf(
  at: { id: string; centre: string; startsAt: number; endsAt: number; seat: number | null },
  answers: AnswersById,
): Interpretable {
  const { id: booking, centre, startsAt, endsAt, seat } = at
  const { topics } = answers
  const codes = Array.isArray(topics) ? topics : []
  return { booking, centre, startsAt, endsAt, seat, need: needOf(answers), topics: codes }
}
