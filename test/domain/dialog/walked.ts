// A talk walked in memory: what the flows do with an intent, in small.

import { factsAt, MONDAY, shownFacts } from '../../../scripts/gallery/talk-facts.ts'
import type { Appointment } from '../../../src/domain/appointment/appointment.ts'
import { type Input, reduce } from '../../../src/domain/dialog/reduce.ts'
import type { Button, Screen } from '../../../src/domain/dialog/screen.ts'
import { show } from '../../../src/domain/dialog/show/show.ts'
import { beginTalk, type Facts, type Talk } from '../../../src/domain/dialog/talk.ts'
import type { Tap } from '../../../src/domain/dialog/tap.ts'

export type World = { talk: Talk; facts: Facts; screen: Screen }

const HOUR = 3_600_000
const free = shownFacts(factsAt(MONDAY)).times

export const look = (talk: Talk, facts: Facts): Screen => show(talk, { ...facts, times: free })

const startsAt = MONDAY + 50 * HOUR

const booked = (centre: string, at: number): Appointment => ({
  id: 'a1',
  centre,
  startsAt: at,
  endsAt: at + HOUR / 3,
  seat: 1,
  ref: 'HO-7F3K',
  remind: true,
  state: 'booked',
  changedAt: MONDAY,
  sequence: 0,
  interpreter: null,
})

/** What the flows do with an intent, in small: enough to go on walking. */
export function carriedOut(world: World, input: Input, luck: number): World {
  const step = reduce(world.talk, input, world.facts)
  let { talk } = step
  let { facts } = world
  for (const intent of step.intents) {
    if (intent.do === 'book' || intent.do === 'move') {
      if (luck % 5 === 0) {
        const outcome = { of: 'refused', code: 'time-taken', centre: intent.centre } as const
        talk = reduce(talk, { kind: 'outcome', outcome }, facts).talk
        continue
      }
      const appointment = booked(intent.centre, intent.startsAt)
      facts = { ...facts, appointment }
      const of = intent.do === 'book' ? 'booked' : 'moved'
      talk = reduce(talk, { kind: 'outcome', outcome: { of, appointment } }, facts).talk
    } else if (intent.do === 'cancel' && facts.appointment) {
      facts = { ...facts, appointment: { ...facts.appointment, state: 'cancelled' } }
      talk = reduce(talk, { kind: 'outcome', outcome: { of: 'cancelled' } }, facts).talk
    } else if (intent.do === 'wait' && !intent.still && luck % 3 > 0) {
      const outcome = { of: 'fitting', wishes: intent.wishes } as const
      talk = reduce(talk, { kind: 'outcome', outcome }, facts).talk
    } else if (intent.do === 'wait') {
      const held =
        luck % 2 === 0
          ? []
          : [{ id: 'o1', centre: 'hochfeld', startsAt, endsAt: startsAt, seat: 1, until: startsAt }]
      facts = { ...facts, waiting: intent.wishes, held }
      talk = reduce(talk, { kind: 'outcome', outcome: { of: 'waiting' } }, facts).talk
    } else if (intent.do === 'decline' || intent.do === 'stop-waiting') {
      const stops = intent.do === 'stop-waiting'
      facts = { ...facts, waiting: stops ? null : facts.waiting, held: [] }
      const of = stops ? 'stopped-waiting' : 'declined'
      talk = reduce(talk, { kind: 'outcome', outcome: { of } }, facts).talk
    } else if (intent.do === 'take') {
      const outcome =
        luck % 3 === 0
          ? ({ of: 'refused', code: 'time-taken' } as const)
          : ({ of: 'booked', appointment: booked('hochfeld', startsAt) } as const)
      const taken = 'appointment' in outcome
      if (taken) facts = { ...facts, appointment: outcome.appointment, waiting: null, held: [] }
      talk = reduce(talk, { kind: 'outcome', outcome }, facts).talk
    } else if (intent.do === 'submit') {
      talk = reduce(
        talk,
        { kind: 'outcome', outcome: { of: 'submitted', ref: 'HO-7F3K' } },
        facts,
      ).talk
    } else if (intent.do === 'erase') {
      talk = beginTalk('de')
      facts = { ...facts, appointment: null }
    } else if (intent.do === 'new-request') {
      facts = { ...facts, appointment: null }
    }
  }
  return { talk, facts, screen: look(talk, facts) }
}

const buttonsOf = (screen: Screen): Button[] => screen.rows.flat()
export const tapsOf = (screen: Screen): Tap[] =>
  buttonsOf(screen).flatMap((button) => ('tap' in button ? [button.tap] : []))
