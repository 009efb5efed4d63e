// What is counted of a simulated year.

import { dayOf } from '../../src/domain/calendar/wall-clock.ts'
import { poolsFor } from '../../src/domain/interpreting/pools.ts'
import type { Profile } from '../../src/domain/profile/profile.ts'
import { type Booked, ordersFor, shownOf, talkOf } from './booked.ts'
import { isInHurry } from './choosing.ts'

/** Why nobody understands somebody, the first that holds. */
export const WHY_UNMET = [
  'no pool has it',
  'no answer yet',
  'pools refused',
  'ordered too late',
  'colleague away',
  'in a hurry',
  'wanted the soonest',
  'nothing in reach',
] as const
type Unmet = (typeof WHY_UNMET)[number]

/**
 * Known three working days before, or later: as news, to somebody who knew since then that there was nobody yet and
 * whom to bring, or to somebody who was told so when they booked.
 */
const known = () => ({ early: 0, lateNews: 0, lateHeard: 0, lateUnpromised: 0 })

export type Figures = ReturnType<typeof noFigures>

/** All that is counted, at nought. */
export const noFigures = () => ({
  asked: 0,
  foundNothing: 0,
  ordered: 0,
  calledOff: 0,
  /** with a language need, 24 hours before; `short`: taken later than that, and then looked at at once; `onCall`: one is called when it begins */
  needy: { all: 0, spoken: 0, confirmed: 0, onCall: 0, short: 0, shortMet: 0, shortOnCall: 0 },
  unmet: Object.fromEntries(WHY_UNMET.map((why) => [why, 0])) as Record<Unmet, number>,
  /** at the talk itself: colleagues and interpreters may have fallen ill, or confirmed since */
  atTalk: { all: 0, met: 0 },
  shownTooSoon: 0,
  refusals: { refused: known(), silent: known(), withdrawn: known() },
  /** heard three working days before that there is nobody yet */
  heardNotYet: 0,
  /** heard then that one is called when it begins */
  heardOnCall: 0,
  /** heard of nobody, and took one of the times that were named with it */
  tookInstead: 0,
  /** `notOwn`: the interpreter was not needed any more though the person came */
  fees: { personInTime: 0, personLate: 0, notOwn: 0 },
  /** `lostLater`: honoured, and then somebody else sits there */
  woman: { asked: 0, honoured: 0, inWords: 0, silent: 0, lostLater: 0 },
  seats: { bookable: 0, booked: 0, came: 0 },
  /** of those who want to be understood: whose first screen had a time for it */
  firstScreen: { wanted: 0, had: 0 },
  /** days from asking to the time taken */
  waits: { needy: [] as number[], others: [] as number[] },
})

/** How an appointment with a need stands a day before; `isShort`: it is not a whole day any more. */
export function countNeed(
  { needy, unmet }: Figures,
  booked: Booked,
  { profile, now, isShort }: { profile: Profile; now: number; isShort: boolean },
): void {
  if (booked.need.language === null) return
  const { state } = shownOf(booked, profile, now)
  const isMet = state === 'spoken' || state === 'confirmed'
  needy.all += 1
  needy.short += Number(isShort)
  needy.shortMet += Number(isShort && isMet)
  const isOnCall = state === 'on-call'
  needy.shortOnCall += Number(isShort && isOnCall)
  if (isMet) needy[state] += 1
  else if (isOnCall) needy.onCall += 1
  else unmet[whyUnmet(booked, profile)] += 1
}

/** How it stood when it began; `isFree`: who is called is free. */
export function countTalk(
  { atTalk }: Figures,
  booked: Booked,
  { profile, isFree }: { profile: Profile; isFree: boolean },
): void {
  if (booked.need.language === null) return
  const { state } = shownOf(booked, profile, booked.startsAt)
  atTalk.all += 1
  const isCalled = state === 'on-call' && isFree
  atTalk.met += Number(state === 'spoken' || state === 'confirmed' || isCalled)
}

/** How long somebody waits for the time they took. */
export function countWait({ waits }: Figures, { need, startsAt, bookedAt }: Booked): void {
  waits[need.language === null ? 'others' : 'needy'].push(dayOf(startsAt) - dayOf(bookedAt))
}

function whyUnmet(booked: Booked, profile: Profile): Unmet {
  const { person, told, need } = booked
  const talk = { ...talkOf(booked), language: need.language ?? '' }
  const states = ordersFor(booked).map(({ order }) => order.state)
  if (poolsFor(profile, talk, Number.NEGATIVE_INFINITY).length === 0) return 'no pool has it'
  if (states.includes('ordered')) return 'no answer yet'
  if (states.includes('refused')) return 'pools refused'
  if (told === 'interpreter') return 'ordered too late'
  if (told === 'spoken') return 'colleague away'
  if (isInHurry(person)) return 'in a hurry'
  return person.heedsLanguage ? 'nothing in reach' : 'wanted the soonest'
}
