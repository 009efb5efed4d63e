// When a person has to hear that nobody was found to interpret for them, or nobody yet.

import type { State } from '../calendar/holidays.ts'
import { atDay, dayOf } from '../calendar/wall-clock.ts'
import { workingDaysFrom } from '../calendar/working-days.ts'
import type { Profile } from '../profile/profile.ts'
import type { InterpreterOrder } from './order.ts'
import { type Interpreting, interpretingOf, type NeedingAppointment } from './orders.ts'
import { KNOWN_BEFORE, orderedNext, poolFor } from './pools.ts'

/** Whether nobody who interprets can be asked in time any more. */
export const isNobodyLeft = (needs: Interpreting): boolean =>
  needs.state === 'unavailable' ||
  needs.state === 'unknown' ||
  (needs.state === 'needed' && needs.isLate)

// What pools answer in the morning of the day is noted by then, and the rest of it is left to look for somebody.
const NOON = 12 * 60

/** When it has to be known who interprets a talk (epoch milliseconds): three working days before, at noon. */
export const knownBy = (startsAt: number, state: State): number =>
  atDay(workingDaysFrom(dayOf(startsAt), -KNOWN_BEFORE, state), NOON)

/**
 * What a person has to hear who is promised nobody: that nobody is left, or, three working days before, that there
 * is nobody yet, whoever is still asked; or that one is called when it begins. From then on a refusal changes nothing
 * for them, and a promise is good news.
 * @param isAsked a pool that answers too late is asked all the same, by itself
 * @param isOnCall one can be called when it begins
 */
export function unpromised(
  needs: Interpreting,
  startsAt: number,
  {
    now,
    state,
    isAsked,
    isOnCall,
  }: { now: number; state: State; isAsked: boolean; isOnCall: boolean },
): 'nobody' | 'not-yet' | 'on-call' | null {
  if (needs.state === 'on-call') return needs.state
  if (isNobodyLeft(needs) && !isAsked) return 'nobody'
  if (needs.state !== 'needed' && needs.state !== 'ordered') return null
  if (now < knownBy(startsAt, state)) return null
  return isOnCall ? 'on-call' : 'not-yet'
}

/**
 * What its person has to hear of another profile: nobody is left, or one is called at most, though they were told that
 * somebody is sought; nobody is left though they were told that one is called. `null`: nothing. Who is told of something
 * else, by an order or by another counsellor, is not among them.
 */
export function lostBy(
  talk: NeedingAppointment,
  orders: readonly InterpreterOrder[],
  before: Profile,
  after: Profile,
  now: number,
): 'nobody' | 'on-call' | null {
  // Whoever is still sought hears with all others what becomes of it: flows/upkeep/tell-nobody-found.ts.
  if (wasSought(talk, orders, after)) return null
  const had = interpretingOf(talk, orders, before, now)
  const isCalled = had.state === 'on-call'
  const isSought = had.state === 'needed' && !had.isLate && wasSought(talk, orders, before)
  const has = interpretingOf(talk, orders, after, now)
  if (isNobodyLeft(has)) return isSought || isCalled ? 'nobody' : null
  return isSought && has.state === 'on-call' ? 'on-call' : null
}

/** Whether its person heard that somebody is sought: a pool was asked, or could be when they took the time. */
export function wasSought(
  talk: NeedingAppointment,
  orders: readonly Pick<InterpreterOrder, 'centre' | 'startsAt'>[],
  profile: Pick<Profile, 'interpreting' | 'state'>,
): boolean {
  const { centre, startsAt, changedAt } = talk
  if (orders.some((order) => order.centre === centre && order.startsAt === startsAt)) return true
  const language = talk.need.language ?? ''
  return poolFor(profile, { ...talk, language }, orderedNext(changedAt, profile.state)) !== null
}
