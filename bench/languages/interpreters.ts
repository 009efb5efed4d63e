// Staff who order interpreters each working day, and pools that answer as they do.

import { understands } from '../../src/domain/appointment/language-fit.ts'
import type { Counsellor } from '../../src/domain/calendar/counsellors.ts'
import { dayOf } from '../../src/domain/calendar/wall-clock.ts'
import { isWorkingDay, workingDaysFrom } from '../../src/domain/calendar/working-days.ts'
import type { InterpreterOrder } from '../../src/domain/interpreting/order.ts'
import { freeUntil, type Orderable, poolsFor } from '../../src/domain/interpreting/pools.ts'
import type { Profile } from '../../src/domain/profile/profile.ts'
import {
  type Booked,
  isInForce,
  orderInForce,
  ordersFor,
  type Placed,
  toInterpret,
} from './booked.ts'
import { drawn } from './chance.ts'
import type { How } from './choosing.ts'
import type { Figures } from './figures.ts'
import type { Scenario } from './scenarios.ts'
import { answerOf } from './year.ts'

/** The desk of a working day; `now` is epoch ms. */
export type Desk = {
  how: How
  scenario: Scenario
  seed: number
  profile: Profile
  figures: Figures
  now: number
}

// Known three working days before, or else it is counted as late.
const KNOWN_BEFORE = 3

/** One appointment at the desk: what pools answered, what is to be cancelled, and what to be ordered. */
export function atDesk(desk: Desk, booked: Booked, counsellor: Counsellor | undefined): void {
  const { now } = desk
  const { language } = booked.need
  const isToCome = booked.open && booked.startsAt > now
  const isNeeded = isToCome && language !== null && understands(counsellor, language) !== 'spoken'
  for (const placed of booked.orders) {
    hear(desk, booked, placed)
    const isOver = placed !== orderInForce(booked) || (isToCome && !isNeeded)
    if (isInForce(placed.order) && isOver) callOff(desk, booked, placed)
  }
  if (isNeeded && !orderInForce(booked) && isReady(desk, booked)) place(desk, booked)
}

/** Whether the order leaves: on a working day, and one later where staff do not get to it. */
function isReady({ how, scenario, seed, profile: { state }, now }: Desk, booked: Booked): boolean {
  const { id, orders, bookedAt } = booked
  const isLate = how === 'rule' && drawn(seed, 'late', id, orders.length) < scenario.ordersLate.is
  const since = dayOf(Math.max(bookedAt, orders.at(-1)?.order.changedAt ?? 0))
  const today = dayOf(now)
  return isWorkingDay(today, state) && (!isLate || today >= workingDaysFrom(since, 2, state))
}

/** Whom staff ask: a pool that can answer in time, else one that is late to be asked and takes orders yet. */
function whomToAsk({ profile, scenario, now }: Desk, booked: Booked): Orderable | undefined {
  const asked = ordersFor(booked).map(({ order }) => order.pool)
  const today = dayOf(now)
  const takesOrders = (id: string) => {
    const lead = scenario.pools.find((pool) => pool.id === id)?.leadWorkingDays.is ?? 0
    return today <= workingDaysFrom(dayOf(booked.startsAt), -lead, profile.state)
  }
  const talk = toInterpret(booked)
  return [
    ...poolsFor(profile, talk, today),
    ...poolsFor(profile, talk, Number.NEGATIVE_INFINITY),
  ].find(({ pool: { id } }) => !asked.includes(id) && takesOrders(id))
}

function place(desk: Desk, booked: Booked): void {
  const { scenario, seed, now } = desk
  const { need, startsAt, endsAt, centre, orders } = booked
  const asked = whomToAsk(desk, booked)
  const pool = scenario.pools.find(({ id }) => id === asked?.pool.id)
  if (!asked || !pool) return
  const woman = need.gender === 'woman'
  const answer = answerOf(seed, pool, { person: booked.id, nth: orders.length, woman })
  const order: InterpreterOrder = {
    ...{ id: `${booked.id}-${orders.length}`, booking: `${booked.id}`, centre, startsAt, endsAt },
    ...{ language: need.language ?? '', gender: need.gender, pool: pool.id, mode: asked.mode },
    ...{ state: 'ordered', orderedAt: now, changedAt: now, changedBy: 'staff:desk' },
  }
  orders.push({ order, placedOn: dayOf(now), answer })
  desk.figures.ordered += 1
}

/** What a pool has said by the morning; what it says the same day is read the next one. */
function hear(desk: Desk, booked: Booked, placed: Placed): void {
  const { answer, placedOn } = placed
  const { state } = desk.profile
  const today = dayOf(desk.now)
  const talk = dayOf(placed.order.startsAt)
  if (!isInForce(placed.order) || talk < today) return
  const isBy = (days: number) => today >= workingDaysFrom(placedOn, days, state)
  if (placed.order.state === 'ordered') {
    const pool = desk.scenario.pools.find(({ id }) => id === placed.order.pool)
    // Who has not answered within the days they said is given up the morning after.
    if (answer.says === 'nothing') {
      if (isBy(pool?.answersAfter.length ?? 1)) refuse(desk, booked, placed, 'silent')
    } else if (isBy(answer.after)) {
      if (answer.says === 'refused') refuse(desk, booked, placed, 'refused')
      else placed.order = { ...placed.order, state: 'confirmed', changedAt: desk.now }
    }
  }
  if (placed.order.state !== 'confirmed' || answer.says !== 'confirmed') return
  const { withdrawnBefore: before } = answer
  if (before !== undefined && today >= workingDaysFrom(talk, -before, state))
    refuse(desk, booked, placed, 'withdrawn')
}

function refuse(
  { figures, profile: { state }, now }: Desk,
  booked: Booked,
  placed: Placed,
  why: keyof Figures['refusals'],
): void {
  placed.order = { ...placed.order, state: 'refused', changedAt: now }
  if (!ordersFor(booked).includes(placed) || !booked.open) return
  const isEarly = dayOf(now) <= workingDaysFrom(dayOf(booked.startsAt), -KNOWN_BEFORE, state)
  const counted = figures.refusals[why]
  if (isEarly) counted.early += 1
  // Who was told at once that nobody speaks it there hears nothing worse.
  else if (booked.told === 'nobody') counted.lateUnpromised += 1
  else counted.latePromised += 1
}

// A pool charges for an interpreter it has found; an order that nobody has taken on costs nothing.
function callOff({ profile, figures, now }: Desk, booked: Booked, placed: Placed): void {
  const { order } = placed
  const pool = profile.interpreting?.find(({ id }) => id === order.pool)
  const until = pool ? freeUntil(pool, order.startsAt) : null
  placed.order = { ...order, state: 'cancelled', changedAt: now }
  figures.calledOff += 1
  if (order.state !== 'confirmed' || until === null || now <= until) return
  const gaveUp = booked.gaveUp.get(order.startsAt)
  if (gaveUp === undefined) figures.fees.notOwn += 1
  else if (gaveUp <= until) figures.fees.personInTime += 1
  else figures.fees.personLate += 1
}
