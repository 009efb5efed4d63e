import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Actor, createActor } from '../support/actor.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { reachTimes } from '../support/talks.ts'

// What D1 bills and what a busy file waits for. The same numbers hold on both engines.
const MOST = 4

// The next screen and the answer to the button. The calendar file comes before the screen, and what was
// pressed goes; a message that no longer holds is corrected.
const MOST_CALLS = 2
// That a message was corrected is noted once the answer has been.
const WITH_A_CORRECTION = { moved: 5, cancelled: 5 }
const WITH_MORE = { book: 4, moved: 5, cancelled: 5 }

let lotse: TestLotse
let user: Actor
beforeEach(async () => {
  lotse = await startLotse()
  user = createActor(lotse.world)
  await user.sends('/help')
})
afterEach(() => lotse.stop())

type Cost = { statements: number; calls: number }

async function costOf(step: () => Promise<unknown>): Promise<Cost> {
  const statements = lotse.count.statements
  const calls = lotse.world.calls().length
  await step()
  return {
    statements: lotse.count.statements - statements,
    calls: lotse.world.calls().length - calls,
  }
}

/** The steps that cost more than `most` of something, with what they cost. */
function dearerThan(most: number, costs: Record<string, Cost>, what: keyof Cost) {
  const all = Object.entries(costs).map(([name, cost]) => [name, cost[what]] as const)
  return Object.fromEntries(all.filter(([, cost]) => cost > most))
}

it('a tap asks the database at most four times and Telegram twice, but for what it corrects', async () => {
  const steps: Record<string, () => Promise<unknown>> = {
    start: () => user.sends('/start'),
    language: () => user.taps('Deutsch'),
    consent: () => user.taps('Ich stimme zu'),
    urgent: () => user.taps('Nicht dringend'),
    topic: () => user.taps('Wohnung'),
    district: () => user.taps('Mitte'),
    times: () => user.tapsData(/an~spoken/),
    time: () => user.tapsData(/~tm~hochfeld/),
    book: () => user.tapsData(/~bo~/),
    appointment: () => user.sends('/appointment'),
    move: () => user.taps('Verschieben'),
    'other time': () => user.tapsData(/~tm~hochfeld/),
    moved: () => user.taps('Ja, verschieben'),
    cancel: () => user.taps('Absagen'),
    cancelled: () => user.taps('Ja, absagen'),
  }
  const costs: Record<string, Cost> = {}
  for (const [name, step] of Object.entries(steps)) costs[name] = await costOf(step)
  expect(dearerThan(MOST, costs, 'statements')).toEqual(WITH_A_CORRECTION)
  expect(dearerThan(MOST_CALLS, costs, 'calls')).toEqual(WITH_MORE)
  expect(Object.values(costs).every(({ statements }) => statements >= 2)).toBe(true)
})

it('free times are looked up once, also for what is typed beside them', async () => {
  await reachTimes(user)
  const typed = await costOf(() => user.sends('Blaumeise'))
  user.sees('Bitte tippen Sie auf einen der Knöpfe')
  const answered = await costOf(() => user.sends('andere Stelle'))
  // Loaded, the free times, what was sent before, saved; and one later that it was answered.
  expect([typed.statements, answered.statements]).toEqual([5, 5])
})
