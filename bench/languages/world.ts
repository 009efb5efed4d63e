// The city of a simulated year at a moment: who counsels when, what is taken, what is free.

import {
  fitAt,
  type Need,
  seatsInOrder,
  timeElsewhere,
} from '../../src/domain/appointment/language-fit.ts'
import { timesInstead } from '../../src/domain/appointment/times-instead.ts'
import { bookableTimes, checkTime } from '../../src/domain/calendar/bookable.ts'
import { counsellorAt } from '../../src/domain/calendar/counsellor-at.ts'
import type { Counsellor } from '../../src/domain/calendar/counsellors.ts'
import { plannedSlots } from '../../src/domain/calendar/planned.ts'
import { dateOfDay } from '../../src/domain/calendar/wall-clock.ts'
import { interpretedAt } from '../../src/domain/dialog/fitting.ts'
import { calendarOf, centreOf, type Profile } from '../../src/domain/profile/profile.ts'
import { type Booked, topicsOf } from './booked.ts'
import { type Chosen, choose, chooseInstead, type How, isInHurry } from './choosing.ts'
import { dayIn } from './city.ts'
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

const counsellorOf = ({ profile }: World, booked: Booked): Counsellor | undefined =>
  counsellorAt(calendarIn(profile, booked.centre), booked)

/** What somebody has answered, as far as it says whom they need. */
export const answersOf = (person: Asking) => ({
  spoken: { german: 'de', brings: 'own' }[person.needs as string] ?? person.needs,
  topics: topicsOf(person),
})

/**
 * What somebody takes: in a hurry of all centres, else at their own, with the time beside it at which they are
 * understood elsewhere, else where they would go, too. A time they have is no other time.
 */
export function timeFor(world: World, person: Asking, need: Need, has?: Booked): Chosen | null {
  const { now, how, profile } = world
  const all = profile.centres.map(({ id }) => id)
  const others = all.filter((id) => id !== person.home)
  const calm = person.otherCentreToo ? [[person.home], others] : [[person.home]]
  const interpreted = interpretedAt({ answers: answersOf(person) }, { profile, now })
  const freeAt = (centres: readonly string[]) =>
    centres
      .flatMap((centre) => [...bookableTimes(availability(world, centre))])
      .filter((time) => time.startsAt !== has?.startsAt)
  for (const centres of isInHurry(person) ? [all] : calm) {
    const free = freeAt(centres)
    const isOwn = centres.length === 1 && how !== 'blind'
    const beside = isOwn ? timeElsewhere(free, freeAt(others), need) : null
    const chosen = choose(free, { person, need, now, interpreted }, how, beside)
    if (chosen) return chosen
  }
  return null
}

/**
 * What somebody takes of the times that are named to whom nobody was found, or nobody yet (`isAsked`): then only where
 * it is spoken. `null` where they keep theirs.
 */
export function timeInstead(world: World, booked: Booked, isAsked: boolean): Chosen | null {
  const { now, profile } = world
  const { person, need, centre } = booked
  if (isInHurry(person)) return null
  const interpreted = interpretedAt({ answers: answersOf(person) }, { profile, now })
  const free = profile.centres.flatMap(({ id }) => [...bookableTimes(availability(world, id))])
  const named = timesInstead(free, need, booked, isAsked ? () => null : interpreted)
  const reached = ({ centreId }: { centreId: string }) =>
    centreId === centre || person.otherCentreToo
  return chooseInstead(
    named.filter(({ time }) => reached(time)),
    free.filter(reached),
    { person, need, now, interpreted },
  )
}

/**
 * The wish for a woman, told after booking: another free seat of the same time is taken for it, never at the
 * price of the language, and what cannot be met is said.
 */
export function wish(world: World, booked: Booked): void {
  const { woman } = world.figures
  woman.asked += 1
  if (world.how !== 'blind') {
    booked.need = { ...booked.need, gender: 'woman' }
    booked.seat = seatWished(world, booked)
  }
  const { gender } = fitAt(counsellorOf(world, booked), booked.need, null)
  if (isWoman(world, booked)) woman.honoured += 1
  else if (gender === 'no-wish') woman.silent += 1
  else woman.inWords += 1
}

function seatWished(world: World, booked: Booked): number {
  const time = checkTime(availability(world, booked.centre), booked.startsAt)
  if ('not' in time) return booked.seat
  const said = (seat: number) => fitAt(counsellorOf(world, { ...booked, seat }), booked.need, null)
  const own = said(booked.seat)
  const better = seatsInOrder(time, booked.need).find((seat) => {
    const [speaks, spoke] = [said(seat).language === 'spoken', own.language === 'spoken']
    if (booked.need.language !== null && speaks !== spoke) return speaks
    return said(seat).gender === 'met' && own.gender !== 'met'
  })
  return better ?? booked.seat
}

/** Whether a woman counsels where somebody has an appointment. */
export const isWoman = (world: World, booked: Booked): boolean =>
  counsellorOf(world, booked)?.gender === 'woman'

/** All public seats of some days of the year, counted from its first. */
export function seatsIn(
  { profile }: World,
  { from, until }: { from: number; until: number },
): number {
  const range = { from: dateOfDay(dayIn(from)), until: dateOfDay(dayIn(until)) }
  return profile.centres
    .flatMap((centre) => plannedSlots(calendarOf(profile, centre), [], range))
    .reduce((sum, { seats }) => sum + seats.length, 0)
}
