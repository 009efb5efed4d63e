// How a time, or the seat that somebody has, answers what they need of who counsels them.

import type { Appointment } from '../appointment/appointment.ts'
import {
  type Fit,
  type FittingTime,
  fitAt,
  fitOf,
  type Interpreted,
  type Need,
  needOf,
} from '../appointment/language-fit.ts'
import type { LanguageAt } from '../appointment/wishes.ts'
import type { BookableTime } from '../calendar/bookable.ts'
import { counsellorAt } from '../calendar/counsellor-at.ts'
import { dayOf } from '../calendar/wall-clock.ts'
import { knownBy } from '../interpreting/nobody-left.ts'
import { onCallFor, orderedNext, poolFor } from '../interpreting/pools.ts'
import { calendarOf, centreOf } from '../profile/profile.ts'
import type { AnswersById } from '../questionnaire/question.ts'
import { codesOf } from '../questionnaire/questions.ts'
import type { Facts } from './talk.ts'
import type { Narrowed } from './tap.ts'

/** Whose need it is: a talk, or an appointment with what its request says. */
export type Asking = { answers: AnswersById }
type World = Pick<Facts, 'profile' | 'now' | 'counsellor'>
type At = { centreId: string; startsAt: number; endsAt: number }

/** Whose account had a request of a person last, as a step of theirs knows it. */
export const knowing = ({ counsellor }: { counsellor: string | null }): { counsellor?: string } =>
  counsellor === null ? {} : { counsellor }

/** What somebody needs of who counsels them. */
export const needIn = ({ answers }: Asking, { counsellor }: World): Need =>
  needOf(answers, counsellor ?? null)

/**
 * Who can interpret for somebody at a time; asked of many times, so it remembers. Once it has to be known who comes,
 * whoever is still ordered is no news to wait for where one can be called.
 */
export function interpretedAt(asking: Asking, { profile, now }: World): (time: At) => Interpreted {
  const { language } = needOf(asking.answers)
  if (language === null || !profile.interpreting?.length) return () => null
  const topics = codesOf(asking.answers, 'topics')
  const orderedOn = orderedNext(now, profile.state)
  const known = new Map<string, Interpreted>()
  return ({ centreId: centre, startsAt, endsAt }) => {
    // Pools count in days, and in how long the talk is.
    const key = `${centre} ${dayOf(startsAt)} ${endsAt - startsAt}`
    const before = known.get(key)
    if (before !== undefined) return before
    const talk = { centre, startsAt, endsAt, language, topics }
    const isOnCall = onCallFor(profile, talk).length > 0
    const isWaitedFor = !isOnCall || now < knownBy(startsAt, profile.state)
    const canOrder = isWaitedFor && poolFor(profile, talk, orderedOn) !== null
    const is = canOrder ? 'interpreter' : isOnCall ? 'on-call' : null
    known.set(key, is)
    return is
  }
}

/** How times answer somebody's language, for what they wait for. */
export function languageAt(asking: Asking, world: World): LanguageAt {
  const [need, interpreted] = [needIn(asking, world), interpretedAt(asking, world)]
  return (time) => fitOf(time, need, interpreted(time)).language
}

/** How a time would answer it, by the best of its free seats. */
export const fitOfTime = (time: BookableTime, asking: Asking, world: World): Fit =>
  fitOf(time, needIn(asking, world), interpretedAt(asking, world)(time))

/** Times with how each answers it, by time. */
export function fittingTimes(
  times: readonly BookableTime[],
  asking: Asking,
  world: World,
): FittingTime[] {
  const [need, interpreted] = [needIn(asking, world), interpretedAt(asking, world)]
  return times
    .map((time) => ({ time, fit: fitOf(time, need, interpreted(time)) }))
    .sort((a, b) => a.time.startsAt - b.time.startsAt)
}

/** Those to which a list is narrowed; all where it is not. */
export function narrowed(of: readonly FittingTime[], only: Narrowed | undefined): FittingTime[] {
  return of.filter(({ fit }) => {
    if (only === 'language') return fit.language === 'spoken'
    if (only === 'known') return fit.isSameCounsellor
    return only === undefined || fit.gender === 'met'
  })
}

/** How the seat answers it that somebody has, or that is held for them. */
export function fitOfSeat(
  had: Pick<Appointment, 'centre' | 'startsAt' | 'endsAt' | 'seat'> &
    Partial<Pick<Appointment, 'interpreter'>>,
  asking: Asking,
  world: World,
): Fit {
  const { centre: centreId, startsAt, endsAt, seat } = had
  const centre = centreOf(world.profile, centreId)
  const counsellor = centre && counsellorAt(calendarOf(world.profile, centre), { startsAt, seat })
  const at = { centreId, startsAt, endsAt }
  // Nobody is left to be waited for when it begins, nor once a pool has refused.
  const last = interpretedAt(asking, { ...world, now: startsAt })(at)
  const isCalled = last === 'on-call' && had.interpreter === 'refused'
  const interpreted = isCalled ? last : interpretedAt(asking, world)(at)
  return fitAt(counsellor, needIn(asking, world), interpreted)
}
