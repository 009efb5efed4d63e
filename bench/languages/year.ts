// A year drawn from a scenario: who asks and when, what becomes of them, who is away, and what a
// pool answers to an order. The same seed gives the same year.

import { drawn, oneOf } from './chance.ts'
import {
  AWAKE,
  type CentreId,
  HOMES,
  PEOPLE,
  SPOKEN,
  type Spoken,
  URGENCIES,
  type Urgency,
  WEEK,
} from './people.ts'
import type { Pool } from './pools.ts'
import { AWAY, type Scenario, YEAR } from './scenarios.ts'

/** What somebody will do with the appointment they got: `at` is a share of the time until then. */
export type Fate =
  | { does: 'comes' | 'misses' }
  | { does: 'cancels' | 'moves'; at: number }
  | { does: 'cancels' | 'moves'; hoursBefore: number }

export type Asking = {
  id: number
  /** days since the year's first, and wall-clock minute */
  day: number
  minute: number
  home: CentreId
  otherCentreToo: boolean
  /** `german`: no need; `brings`: somebody they trust comes along */
  needs: 'german' | 'brings' | Spoken
  heedsLanguage: boolean
  woman: boolean
  legal: boolean
  urgency: Urgency
  /** ISO weekdays, Monday is 1 */
  weekdays: readonly number[]
  fate: Fate
}

/** `from` is the first of seven days; entered by staff `knownDays` before. */
export type Absence = { counsellor: string; from: number; knownDays: number }

export type Year = { asking: readonly Asking[]; absences: readonly Absence[] }

/** `after` working days; a withdrawal says how many working days before the talk it is told. */
export type Answer =
  | { says: 'nothing' }
  | { says: 'refused'; after: number }
  | { says: 'confirmed'; after: number; withdrawnBefore?: number }

const firstWeekday = new Date(`${YEAR.from}T12:00:00Z`).getUTCDay() || 7
const weekdayOn = (day: number) => ((firstWeekday - 1 + day) % 7) + 1

const fateOf = (draw: (what: string) => number): Fate => {
  const { misses, cancels, moves, onLastDay } = PEOPLE
  const rest = { is: 1 - misses.is - cancels.is - moves.is, from: 'the others' }
  const does = oneOf({ misses, cancels, moves, comes: rest }, draw('fate'))
  if (does === 'misses' || does === 'comes') return { does }
  return draw('late') < onLastDay.is
    ? { does, hoursBefore: 1 + Math.floor(draw('hours') * 23) }
    : { does, at: draw('when') }
}

function person(seed: number, id: number, day: number): Asking {
  const draw = (what: string) => drawn(seed, id, what)
  const is = (what: keyof typeof PEOPLE) => draw(what) < PEOPLE[what].is
  const rest = { is: 1 - PEOPLE.speakGerman.is - PEOPLE.bringSomebody.is, from: 'the others' }
  const needs = oneOf(
    { german: PEOPLE.speakGerman, brings: PEOPLE.bringSomebody, other: rest },
    draw('needs'),
  )
  const can = [1, 2, 3, 4, 5].filter(
    (weekday) => draw(`weekday ${weekday}`) >= PEOPLE.cannotOnWeekday.is,
  )
  const urgencies = { red: URGENCIES.red.share, orange: URGENCIES.orange.share }
  const calm = { yellow: URGENCIES.yellow.share, green: URGENCIES.green.share }
  return {
    id,
    day,
    minute: Math.floor(AWAKE.from.is + draw('minute') * (AWAKE.until.is - AWAKE.from.is)),
    home: oneOf(HOMES, draw('home')),
    otherCentreToo: is('otherCentreToo'),
    needs: needs === 'other' ? oneOf(SPOKEN, draw('spoken')) : needs,
    heedsLanguage: !is('heedNoLanguage'),
    woman: is('wishForWoman'),
    legal: is('legalConsequences'),
    urgency: oneOf({ ...urgencies, ...calm }, draw('urgency')),
    weekdays: can.length > 0 ? can : [1],
    fate: fateOf(draw),
  }
}

/** Everybody who asks in a year, in the order in which they do, and who is away when. */
export function yearOf(scenario: Scenario, seed: number): Year {
  const asking: Asking[] = []
  for (let day = 0; day < YEAR.days; day += 1) {
    const mean = (scenario.perWeek.is / 7) * (WEEK[weekdayOn(day) - 1]?.is ?? 1)
    // as many as come in a day if each comes by themselves (Poisson)
    for (let left = drawn(seed, day, 0), nth = 1; left > Math.exp(-mean); nth += 1) {
      asking.push(person(seed, asking.length, day))
      left *= drawn(seed, day, nth)
    }
  }
  asking.sort((a, b) => a.day - b.day || a.minute - b.minute)
  return { asking, absences: absencesOf(scenario, seed) }
}

function absencesOf({ house }: Scenario, seed: number): Absence[] {
  const firstMonday = (8 - firstWeekday) % 7
  return Object.keys(house.counsellors).flatMap((counsellor) => {
    const weeks = Array.from({ length: 51 }, (_, week) => week).sort(
      (a, b) => drawn(seed, counsellor, a) - drawn(seed, counsellor, b),
    )
    return AWAY.flatMap(({ weeks: count, knownDays }) =>
      weeks
        .splice(0, count.is)
        .map((week) => ({ counsellor, from: firstMonday + week * 7, knownDays: knownDays.is })),
    )
  })
}

/** What a pool answers to the nth order for somebody. */
export function answerOf(
  seed: number,
  pool: Pool,
  order: { person: number; nth: number; woman: boolean },
): Answer {
  const draw = (what: string) => drawn(seed, pool.id, order.person, order.nth, what)
  const said = draw('says')
  if (said < pool.neverAnswers.is) return { says: 'nothing' }
  const spread = Object.fromEntries(pool.answersAfter.map((share, days) => [`${days}`, share]))
  const after = Number(oneOf(spread, draw('after')))
  const there = said < pool.neverAnswers.is + pool.confirms.is
  if (!there || (order.woman && draw('woman') >= pool.hasWoman.is))
    return { says: 'refused', after }
  return draw('withdraws') < pool.withdraws.is
    ? { says: 'confirmed', after, withdrawnBefore: Math.floor(draw('on') * 3) }
    : { says: 'confirmed', after }
}
