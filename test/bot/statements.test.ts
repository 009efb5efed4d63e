import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Actor, createActor } from '../../src/simulator/actor.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'

// What D1 bills and what a busy file waits for. The same numbers hold on both engines.
const MOST = 4
// Once a talk each: a new person with a consent and a first screen, and a seat with its reminders;
// and a freed seat is offered to those who wait.
const DEARER = { consent: 6, book: 5, moved: 5, cancelled: 5 }

let lotse: TestLotse
let user: Actor
beforeEach(async () => {
  lotse = await startLotse()
  user = createActor(lotse.world)
  await user.sends('/help')
})
afterEach(() => lotse.stop())

async function costOf(step: () => Promise<unknown>): Promise<number> {
  const before = lotse.count.statements
  await step()
  return lotse.count.statements - before
}

it('a tap asks the database at most four times', async () => {
  const steps: Record<string, () => Promise<unknown>> = {
    start: () => user.sends('/start'),
    language: () => user.taps('Deutsch'),
    consent: () => user.taps('Ich stimme zu'),
    urgent: () => user.taps('Nicht dringend'),
    topic: () => user.taps('Wohnung'),
    district: () => user.taps('Mitte'),
    times: () => user.tapsData(/an~spoken/),
    time: () => user.tapsData(/~tm~hochfeld/),
    book: () => user.taps('Ja, mit Erinnerung'),
    appointment: () => user.sends('/appointment'),
    move: () => user.taps('Verschieben'),
    'other time': () => user.tapsData(/~tm~hochfeld/),
    moved: () => user.taps('Ja, verschieben'),
    cancel: () => user.taps('Absagen'),
    cancelled: () => user.taps('Ja, absagen'),
  }
  const costs: Record<string, number> = {}
  for (const [name, step] of Object.entries(steps)) costs[name] = await costOf(step)
  const dearer = Object.fromEntries(Object.entries(costs).filter(([, cost]) => cost > MOST))
  expect(dearer).toEqual(DEARER)
  expect(Object.values(costs).every((cost) => cost >= 2)).toBe(true)
})
