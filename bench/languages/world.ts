// The city of a simulated year at a moment: who counsels when, what is taken, what is free.

import { fitAt, type Need, seatsInOrder } from '../../src/domain/appointment/language-fit.ts'
import { type BookableTime, bookableTimes, checkTime } from '../../src/domain/calendar/bookable.ts'
import type { Counsellor, Counsellors } from '../../src/domain/calendar/counsellors.ts'
import { slotsOn } from '../../src/domain/calendar/planned.ts'
import { dayOf } from '../../src/domain/calendar/wall-clock.ts'
import { orderedNext, poolFor } from '../../src/domain/interpreting/pools.ts'
import { calendarOf, centreOf, type Profile } from '../../src/domain/profile/profile.ts'
import { type Booked, topicsOf } from './booked.ts'
import { type Chosen, choose, type How, isInHurry } from './choosing.ts'
import type { Figures } from './figures.ts'
import type { Scenario } from './scenarios.ts'
import type { Asking } from './year.ts'

export type World = {
  scenario: Scenario
  seed: number
  how: How
  figures: Figures
  profile: Profile
  /** those to come */
  booked: Set<Booked>
  /** epoch ms */
  now: number
}

const calendarIn = (profile: Profile, centre: string) => {
  const found = centreOf(profile, centre)
  if (!found) throw new Error(`${centre} is no centre`)
  return calendarOf(profile, found)
}

const availability = ({ profile, booked, now }: World, centre: string) => {
  const taken = [...booked].filter((one) => one.open && one.centre === centre)
  const calendar = calendarIn(profile, centre)
  return { calendar, closures: [], taken, now, audience: 'public' } as const
}

function counsellorsAt({ profile }: World, { centre, startsAt }: Booked): Counsellors | undefined {
  const slots = slotsOn(calendarIn(profile, centre), [], dayOf(startsAt))
  return slots.find((slot) => slot.startsAt === startsAt)?.counsellors
}

/** Who sits where somebody has an appointment, as far as it is known now. */
export const counsellorOf = (world: World, booked: Booked): Counsellor | undefined =>
  counsellorsAt(world, booked)?.get(booked.seat)

/**
 * What somebody takes: in a hurry of all centres, else at their own, else where they would go, too. A time
 * they have is no other time.
 */
export function timeFor(world: World, person: Asking, need: Need, has?: Booked): Chosen | null {
  const { now, how } = world
  const all = world.profile.centres.map(({ id }) => id)
  const others = all.filter((id) => id !== person.home)
  const calm = person.otherCentreToo ? [[person.home], others] : [[person.home]]
  const canOrder = orderable(world, person, need)
  for (const centres of isInHurry(person) ? [all] : calm) {
    const free = centres
      .flatMap((centre) => [...bookableTimes(availability(world, centre))])
      .filter((time) => time.startsAt !== has?.startsAt)
    const chosen = choose(free, { person, need, now, canOrder }, how)
    if (chosen) return chosen
  }
  return null
}

// The times of a day are alike for a pool, so that it is asked once a day and centre.
function orderable({ profile, now }: World, person: Asking, { language }: Need) {
  const orderedOn = orderedNext(now, profile.state)
  const known = new Map<string, boolean>()
  return ({ centreId: centre, startsAt, endsAt }: BookableTime): boolean => {
    if (language === null) return false
    const key = `${centre} ${dayOf(startsAt)}`
    const talk = { centre, startsAt, endsAt, language, topics: topicsOf(person) }
    const can = known.get(key) ?? poolFor(profile, talk, orderedOn) !== null
    known.set(key, can)
    return can
  }
}

/**
 * The wish for a woman, told after booking: another free seat of the same time is taken for it where the order
 * of seats has it first, and what cannot be met is said.
 */
export function wish(world: World, booked: Booked): void {
  const { woman } = world.figures
  woman.asked += 1
  if (world.how !== 'blind') {
    booked.need = { ...booked.need, gender: 'woman' }
    const time = checkTime(availability(world, booked.centre), booked.startsAt)
    const seats = [booked.seat, ...('not' in time ? [] : time.seats)].sort((a, b) => a - b)
    const counsellors = counsellorsAt(world, booked)
    const [first] = seatsInOrder({ seats, ...(counsellors && { counsellors }) }, booked.need)
    booked.seat = first ?? booked.seat
  }
  const { gender } = fitAt(counsellorOf(world, booked), booked.need, false)
  if (isWoman(world, booked)) woman.honoured += 1
  else if (gender === 'no-wish') woman.silent += 1
  else woman.inWords += 1
}

/** Whether a woman counsels where somebody has an appointment. */
export const isWoman = (world: World, booked: Booked): boolean =>
  counsellorOf(world, booked)?.gender === 'woman'
