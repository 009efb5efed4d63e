// Which of the free times somebody takes: from a list as Lotse orders it, or from one by time alone.

import {
  type Fit,
  type FittingTime,
  fitOf,
  type Interpreted,
  inOrder,
  type Need,
  seatsInOrder,
} from '../../src/domain/appointment/language-fit.ts'
import type { BookableTime } from '../../src/domain/calendar/bookable.ts'
import { dayOf, toWall } from '../../src/domain/calendar/wall-clock.ts'
import { URGENCIES } from './people.ts'
import type { Asking } from './year.ts'

/**
 * `blind`: the soonest time, the lowest seat and no orders, as before there was a rule. Then by the rule:
 * `mornings`: staff do once each working day what is listed. `notices`: they also do what a notice tells them
 * during the day. `by mail`: Lotse mails orders and cancellations itself; staff only note what pools answer. `by link`:
 * the same, and pools answer behind the link of the mail, so that nobody has to note it.
 */
export const HOWS = ['blind', 'mornings', 'notices', 'by mail', 'by link'] as const
export type How = (typeof HOWS)[number]

/** Whether orders leave by themselves. */
export const goesByMail = (how: How): boolean => how === 'by mail' || how === 'by link'

/** A time taken, its seat, and what was said of the language there. */
export type Chosen = {
  time: BookableTime
  seat: number
  told: Fit['language']
  /** they wanted to be understood, and whether the first screen had a time for it; null where they did not */
  onFirstScreen: boolean | null
}

export type Looking = {
  person: Asking
  need: Need
  /** epoch ms */
  now: number
  interpreted: (time: BookableTime) => Interpreted
}

// As many as one screen shows.
const SHOWN = 4

/**
 * What somebody takes of these times, or null where they can come to none. `beside`: a time of another centre that
 * stands on the first screen, too, whether or not they would go there.
 */
export function choose(
  times: readonly BookableTime[],
  looking: Looking,
  how: How,
  beside: BookableTime | null = null,
): Chosen | null {
  const reached = looking.person.otherCentreToo && beside ? [...times, beside] : times
  const able = reached.filter((time) => canCome(looking, time))
  const [soonest] = [...able].sort((a, b) => a.startsAt - b.startsAt)
  if (!soonest) return null
  if (how === 'blind')
    return { time: soonest, seat: Math.min(...soonest.seats), told: 'unknown', onFirstScreen: null }
  const isUrgent = isInHurry(looking.person)
  const { need, interpreted } = looking
  const besides = beside ? [{ time: beside, fit: fitOf(beside, need, null) }] : []
  const shown = (most: number) =>
    [...inOrder(times, need, { isUrgent, most, interpreted }), ...besides].filter(({ time }) =>
      able.includes(time),
    )
  const first = best(shown(SHOWN - besides.length), soonest.startsAt, looking)
  // Whoever can come to none of them, or wants to be understood and is not, looks through the days.
  const isFine = first && (first.worth < WORTH.nobody || !heeds(looking))
  const taken = isFine ? first : best(shown(times.length), soonest.startsAt, looking)
  if (!taken) return null
  const { time, fit } = taken.one
  const [seat] = seatsInOrder(time, need)
  const onFirstScreen = heeds(looking) ? isFine === true : null
  return seat === undefined ? null : { time, seat, told: fit.language, onFirstScreen }
}

/**
 * What somebody takes of the times that the message names to whom nobody was found: the best to which they can come,
 * within the days they would wait for it; `null` where they keep theirs.
 * @param free all they could take instead
 */
export function chooseInstead(
  named: readonly FittingTime[],
  free: readonly BookableTime[],
  looking: Looking,
): Chosen | null {
  const able = named.filter(({ time }) => canCome(looking, time))
  if (able.length === 0) return null
  const starts = free.filter((time) => canCome(looking, time)).map(({ startsAt }) => startsAt)
  const taken = best(able, Math.min(...starts), looking)
  if (!taken || taken.worth === WORTH.nobody) return null
  const { time, fit } = taken.one
  const [seat] = seatsInOrder(time, looking.need)
  return seat === undefined ? null : { time, seat, told: fit.language, onFirstScreen: null }
}

/** Red and orange, as Lotse says it of a request. */
export const isInHurry = ({ urgency }: Asking): boolean => urgency === 'red' || urgency === 'orange'

const canCome = ({ person, now }: Looking, { startsAt }: BookableTime): boolean =>
  person.weekdays.includes(toWall(startsAt).weekday) &&
  dayOf(startsAt) - dayOf(now) <= URGENCIES[person.urgency].waits.is

// As the list has it: who reads that nobody may be free when one is called rather waits for an order.
const WORTH: Readonly<Record<Fit['language'], number>> = {
  'no-need': 0,
  spoken: 0,
  interpreter: 1,
  'on-call': 2,
  unknown: 3,
  nobody: 3,
}

const heeds = ({ person, need }: Looking) => person.heedsLanguage && need.language !== null

/** The best within the days they would wait for it, else the soonest. */
function best(shown: readonly FittingTime[], soonest: number, looking: Looking) {
  const latest = dayOf(soonest) + URGENCIES[looking.person.urgency].waitsForFit.is
  const worth = ({ time, fit }: FittingTime) =>
    heeds(looking) && dayOf(time.startsAt) <= latest ? WORTH[fit.language] : WORTH.nobody
  const [first] = shown
    .map((one) => ({ one, worth: worth(one) }))
    .sort((a, b) => a.worth - b.worth || a.one.time.startsAt - b.one.time.startsAt)
  return first
}
