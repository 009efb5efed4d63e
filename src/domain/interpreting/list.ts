// What stands on the page of interpreters: what is to be cancelled, ordered, waited for.

import type { State } from '../calendar/holidays.ts'
import { dayOf } from '../calendar/wall-clock.ts'
import { workingDaysFrom } from '../calendar/working-days.ts'
import type { Profile } from '../profile/profile.ts'
import type { InterpreterOrder, OrderNow } from './order.ts'
import {
  type Interpreting,
  interpretingOf,
  isFor,
  type NeedingAppointment,
  ordersFor,
  ordersToCancel,
  type ToCancel,
} from './orders.ts'
import { isPoolGone } from './pool-gone.ts'
import { KNOWN_BEFORE, type Orderable } from './pools.ts'
import { wishGivenUp } from './wish.ts'

/** An appointment that needs an interpreter nobody has been asked for yet. */
export type Needed = {
  talk: NeedingAppointment
  needs: Extract<Interpreting, { state: 'needed' }>
  /** how many orders there have been for it as it stands; part of the number of the next one */
  before: number
}

/** An order with its appointment; `givenUp`: the wish that the pool had refused before, and was not asked again. */
export type Placed = {
  talk: NeedingAppointment
  order: InterpreterOrder
  givenUp: 'woman' | 'man' | null
}

/** An appointment for which nobody is ordered, with what is called when it begins. */
type OnCall = { talk: NeedingAppointment; ways: readonly Orderable[] }

export type InterpretingList = {
  /** whose free time ends soonest first */
  toCancel: readonly ToCancel[]
  /** by the last day on which an order is in time */
  needed: readonly Needed[]
  /** ordered or confirmed, by time */
  underway: readonly Placed[]
  /** what pools refused of those that nobody interprets yet: one may find somebody after all */
  refused: readonly Placed[]
  /** what is called when each begins, the best first; by time */
  onCall: readonly OnCall[]
  /** nobody speaks it and nobody can be asked, by time */
  unavailable: readonly NeedingAppointment[]
}

/**
 * @param needing all open appointments of the centres to come whose person needs a language
 * @param orders all orders of those centres to come
 */
export function interpretingList(
  needing: readonly NeedingAppointment[],
  orders: readonly OrderNow[],
  profile: Profile,
  now: number,
): InterpretingList {
  const coming = needing.filter(({ startsAt }) => startsAt > now)
  const ofBooking = Map.groupBy(orders, ({ booking }) => booking)
  const needed: Needed[] = []
  const underway: Placed[] = []
  const refused: Placed[] = []
  const onCall: OnCall[] = []
  const unavailable: NeedingAppointment[] = []
  for (const talk of coming) {
    const own = ofBooking.get(talk.booking) ?? []
    const found = interpretingOf(talk, own, profile, now)
    const placed = (order: InterpreterOrder): Placed => {
      return { talk, order, givenUp: wishGivenUp(order, talk.need.gender, own) }
    }
    if (found.state === 'needed') needed.push({ talk, needs: found, before: ordersFor(talk, own) })
    else if ('order' in found) {
      // It stands among those to be cancelled.
      if (!isPoolGone(found.order, profile)) underway.push(placed(found.order))
    }
    if (found.state === 'on-call') onCall.push({ talk, ways: found.ways })
    if (found.state === 'unavailable') unavailable.push(talk)
    if (UNPROMISED.some((state) => state === found.state)) {
      const said = own.filter((order) => order.state === 'refused' && isFor(order, talk))
      refused.push(...said.map(placed))
    }
  }
  needed.sort((a, b) => a.needs.orderBy.day - b.needs.orderBy.day)
  const toCancel = ordersToCancel(orders, coming, profile, now)
  return { toCancel, needed, underway, refused, onCall, unavailable }
}

// A pool that has refused may find somebody after all.
const UNPROMISED = ['needed', 'on-call', 'unavailable']

/** What cannot wait of the list. */
export type Pressing = {
  needed: readonly Needed[]
  toCancel: readonly ToCancel[]
  /** orders of an earlier day that no pool has answered */
  unanswered: readonly Placed[]
}

/**
 * What cannot wait: what has to be ordered today or on the next working day, or should have been; what
 * costs a fee from then on unless it is cancelled, or may cost one since its pool has been removed; and what a pool has not answered with three working days left.
 */
export function pressing(
  { needed, toCancel, underway }: Pick<InterpretingList, 'needed' | 'toCancel' | 'underway'>,
  now: number,
  state: State,
): Pressing {
  const today = dayOf(now)
  const soon = workingDaysFrom(today, 1, state)
  const near = workingDaysFrom(today, KNOWN_BEFORE, state)
  return {
    needed: needed.filter(({ needs }) => needs.isLate || needs.orderBy.day <= soon),
    toCancel: toCancel.filter(
      ({ freeUntil, isPoolGone }) =>
        isPoolGone || (freeUntil !== null && freeUntil > now && dayOf(freeUntil) <= soon),
    ),
    unanswered: underway.filter(
      ({ talk, order }) =>
        order.state === 'ordered' && dayOf(order.changedAt) < today && dayOf(talk.startsAt) <= near,
    ),
  }
}
