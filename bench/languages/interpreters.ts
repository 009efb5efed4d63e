// Staff who order interpreters each working day, as Lotse tells them what is to be done.

import { dayOf } from '../../src/domain/calendar/wall-clock.ts'
import { isWorkingDay, workingDaysFrom } from '../../src/domain/calendar/working-days.ts'
import {
  cancellationLeavesAt,
  mailedAsk,
  orderLeavesAt,
} from '../../src/domain/interpreting/by-mail.ts'
import { interpretingList, pressing } from '../../src/domain/interpreting/list.ts'
import { noticeHour } from '../../src/domain/interpreting/notice.ts'
import { IN_FORCE, type InterpreterOrder } from '../../src/domain/interpreting/order.ts'
import { ordersToCancel, type ToCancel } from '../../src/domain/interpreting/orders.ts'
import { freeUntil, takesOn } from '../../src/domain/interpreting/pools.ts'
import type { Ask } from '../../src/domain/interpreting/wish.ts'
import { type Booked, ordersFor, type Placed, shownOf, talkOf } from './booked.ts'
import { drawn } from './chance.ts'
import { goesByMail } from './choosing.ts'
import type { World } from './world.ts'
import { answerOf } from './year.ts'

// Known three working days before, or else it is counted as late.
const KNOWN_BEFORE = 3

/** One appointment at the desk: what pools answered, and unless it goes by mail what is to be cancelled and ordered. */
export function atDesk(world: World, booked: Booked): void {
  const { profile, figures, now, how } = world
  for (const placed of booked.orders) hear(world, booked, placed)
  // What has begun is not to be cancelled any more, and is paid for where nobody came for it.
  const over = booked.orders.filter(({ order }) => isInForce(order) && order.startsAt <= now)
  for (const placed of over)
    if (!booked.open || placed.order.startsAt !== booked.startsAt) callOff(world, booked, placed)
  if (!goesByMail(how)) {
    for (const { order } of toCancel(world, booked)) cancel(world, booked, order)
    if (isToCome(world, booked) && isReady(world, booked)) {
      const shown = shownOf(booked, profile, now)
      const asks = shown.state === 'needed' ? shown.asks : []
      const today = dayOf(now)
      // Even a late order is in time for the pool itself, or it is not taken.
      const ask = asks.find(({ pool }) => takesOn(pool, booked.startsAt, today, profile.state))
      if (ask) place(world, booked, ask)
    }
  }
  if (isToCome(world, booked) && isShownTooSoon(world, booked)) figures.shownTooSoon += 1
}

/** What leaves by mail of one appointment, each with its instant (epoch ms) and what happens then. */
export function leavingByMail(world: World, booked: Booked): { at: number; leave: () => void }[] {
  const { profile, now } = world
  const wanted = () => {
    if (!isToCome(world, booked)) return null
    return mailedAsk(shownOf(booked, profile, world.now), booked.startsAt, profile, world.now)
  }
  const order = () => {
    const ask = wanted()
    if (ask) place(world, booked, ask)
  }
  const cancellations = toCancel(world, booked).map((one) => ({
    at: cancellationLeavesAt(one, now),
    leave: () => {
      const isStill = toCancel(world, booked).some(({ order: { id } }) => id === one.order.id)
      if (isStill) cancel(world, booked, one.order)
    },
  }))
  return [...(wanted() ? [{ at: orderLeavesAt(now), leave: order }] : []), ...cancellations]
}

const isToCome = ({ now }: World, { open, startsAt }: Booked) => open && startsAt > now

function toCancel(world: World, booked: Booked): ToCancel<InterpreterOrder>[] {
  const talk = isToCome(world, booked) ? [talkOf(booked)] : []
  const orders = booked.orders.map(({ order }) => order)
  return ordersToCancel(orders, talk, world.profile, world.now)
}

function cancel(world: World, booked: Booked, { id }: InterpreterOrder): void {
  const placed = booked.orders.find((one) => one.order.id === id)
  if (placed) callOff(world, booked, placed)
}

/** Whether an interpreter is shown as confirmed whom no pool has promised for this very time. */
export function isShownTooSoon({ profile, now }: World, booked: Booked): boolean {
  if (shownOf(booked, profile, now).state !== 'confirmed') return false
  const { state } = profile
  return !ordersFor(booked).some(({ answer, placedOn }) => {
    if (answer.says !== 'confirmed') return false
    return dayOf(now) >= workingDaysFrom(placedOn, answer.after, state)
  })
}

/** Whether a centre is told of it during the day, since it cannot wait until tomorrow. */
export function isPressing({ profile, now }: World, booked: Booked): boolean {
  const { need, startsAt, bookedAt, orders } = booked
  if (need.language === null) return false
  const whose = { intakeId: '', personId: '', body: null }
  const talk = { ...talkOf(booked), ...whose, changedAt: bookedAt }
  const isOpen = booked.open && startsAt > now
  const at = { centre: booked.centre, startsAt, isOpen }
  const own = orders.map(({ order }) => ({ ...order, now: at, personId: '' }))
  const list = interpretingList(isOpen ? [talk] : [], own, profile, now)
  const { needed, toCancel } = pressing(list, now, profile.state)
  return needed.length > 0 || toCancel.length > 0
}

const HOUR = 3_600_000

/** When notices are next looked for. */
export function nextNotices({ now, profile: { state } }: World): number {
  let at = (Math.floor(now / HOUR) + 1) * HOUR
  while (noticeHour(at, state) === null) at += HOUR
  return at
}

const isInForce = ({ state }: InterpreterOrder) => IN_FORCE.some((one) => one === state)

/** Whether the order leaves: on a working day, and one later where staff do not get to it. */
function isReady({ scenario, seed, profile: { state }, now }: World, booked: Booked): boolean {
  const { id, orders, bookedAt } = booked
  const isLate = drawn(seed, 'late', id, orders.length) < scenario.ordersLate.is
  const since = dayOf(Math.max(bookedAt, orders.at(-1)?.order.changedAt ?? 0))
  const today = dayOf(now)
  return isWorkingDay(today, state) && (!isLate || today >= workingDaysFrom(since, 2, state))
}

function place(world: World, booked: Booked, ask: Ask): void {
  const { scenario, seed, now } = world
  const { id, need, startsAt, endsAt, centre, orders } = booked
  const today = dayOf(now)
  const pool = scenario.pools.find((one) => one.id === ask.pool.id)
  if (!pool) return
  const { gender } = ask
  // Asked once more without the wish, a pool has the same people free as before.
  const before = ordersFor(booked).find(({ order }) => order.pool === pool.id)
  const nth = before ? orders.indexOf(before) : orders.length
  const answer = answerOf(seed, pool, { person: id, nth, woman: gender === 'woman' })
  const order: InterpreterOrder = {
    ...{ id: `${id}-${orders.length}`, booking: `${id}`, centre, startsAt, endsAt },
    ...{ language: need.language ?? '', gender, pool: pool.id, poolName: pool.id, mode: pool.way },
    ...{ state: 'ordered', orderedAt: now, changedAt: now, changedBy: 'staff:desk' },
  }
  orders.push({ order, placedOn: today, answer })
  world.figures.ordered += 1
}

/** What a pool has said by the morning; what it says the same day is read the next one. */
function hear(world: World, booked: Booked, placed: Placed): void {
  const { answer, placedOn } = placed
  const { state } = world.profile
  const today = dayOf(world.now)
  const talk = dayOf(placed.order.startsAt)
  if (!isInForce(placed.order) || talk < today) return
  const isBy = (days: number) => today >= workingDaysFrom(placedOn, days, state)
  if (placed.order.state === 'ordered') {
    const pool = world.scenario.pools.find(({ id }) => id === placed.order.pool)
    // Who has not answered within the days they said is given up the morning after.
    if (answer.says === 'nothing') {
      if (isBy(pool?.answersAfter.length ?? 1)) refuse(world, booked, placed, 'silent')
    } else if (isBy(answer.after)) {
      if (answer.says === 'refused') refuse(world, booked, placed, 'refused')
      else placed.order = { ...placed.order, state: 'confirmed', changedAt: world.now }
    }
  }
  if (placed.order.state !== 'confirmed' || answer.says !== 'confirmed') return
  const { withdrawnBefore: before } = answer
  if (before !== undefined && today >= workingDaysFrom(talk, -before, state))
    refuse(world, booked, placed, 'withdrawn')
}

function refuse(
  { figures, profile: { state }, now }: World,
  booked: Booked,
  placed: Placed,
  why: keyof World['figures']['refusals'],
): void {
  placed.order = { ...placed.order, state: 'refused', changedAt: now }
  if (!ordersFor(booked).includes(placed) || !booked.open) return
  const isEarly = dayOf(now) <= workingDaysFrom(dayOf(booked.startsAt), -KNOWN_BEFORE, state)
  const counted = figures.refusals[why]
  if (isEarly) counted.early += 1
  // Who was told at once that nobody speaks it there hears nothing worse.
  else if (booked.told === 'nobody') counted.lateUnpromised += 1
  else if (booked.heardToBring === booked.startsAt) counted.lateHeard += 1
  else counted.lateNews += 1
}

/** A pool charges for an interpreter it has found; an order that nobody has taken on costs nothing. */
function callOff({ figures, profile, now }: World, booked: Booked, placed: Placed): void {
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
