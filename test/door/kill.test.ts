// A process that is killed between any two taps, in front of a Telegram that goes on living.

import { setTimeout as sleep } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Actor, createActor } from '../support/actor.ts'
import { type Demo, startDemo } from '../support/demo-process.ts'
import { openLastingTelegram } from '../support/killed.ts'

let telegram: Awaited<ReturnType<typeof openLastingTelegram>>
let settings: typeof telegram.settings
let world: typeof telegram.world

beforeAll(async () => {
  telegram = await openLastingTelegram('kill')
  ;({ settings, world } = telegram)
})
afterAll(() => telegram.close())

it('loses nothing when it is killed after every tap', async () => {
  const user = createActor(world, { patienceMs: 30_000 })
  let lotse: Demo = await startDemo(settings)
  const again = async () => {
    await lotse.kill()
    lotse = await startDemo(settings)
  }
  await user.sends('/start')
  for (const label of [
    'Deutsch',
    'Ich stimme zu',
    'Nicht dringend',
    'Wohnung',
    'Mitte',
    'العربية',
  ]) {
    await user.taps(label)
    await again()
  }
  await user.tapsData(/~tm~hochfeld/)
  await again()
  await user.tapsData(/~bo~/)
  user.sees('Ihr Termin steht fest')
  await again()
  await user.sends('/appointment')
  user.sees('Brückenstraße 30, Duisburg')
  await lotse.stop()
}, 120_000)

it('answers after the restart what was sent while it was down', async () => {
  const user = createActor(world, { name: 'Azad', patienceMs: 60_000 })
  let lotse: Demo = await startDemo(settings)
  await user.sends('/start')
  await lotse.kill()
  const tap = user.taps('Deutsch')
  lotse = await startDemo(settings)
  await tap
  user.sees('Dürfen wir Ihre Antworten speichern?')
  expect(lotse.output()).toContain('PUBLIC_URL is no https address')
  await lotse.stop()
}, 120_000)

it('killed five times under twenty people who tap leaves nobody stuck and answers nothing wrong', async () => {
  const people = Array.from({ length: 20 }, (_, i) =>
    createActor(world, { name: `Gast ${i}`, patienceMs: 60_000 }),
  )
  const begun = new Date().toISOString()
  let lotse = await startDemo(settings)
  let finished = 0
  const booked = people.map(async (user, at) => {
    await book(user, at % 4)
    finished += 1
  })
  for (let kills = 0; kills < 5; kills++) {
    // In the middle of it: as many are still on their way as have come.
    await sleep(150 + 100 * kills)
    expect(finished).toBeLessThan(20)
    await lotse.kill()
    lotse = await startDemo(settings)
  }
  await Promise.all(booked)
  for (const user of people) {
    expect(user.unansweredTaps()).toBe(0)
    await user.sends('/appointment')
    user.sees('Ihr Termin steht fest')
  }
  await lotse.stop()
  const db = new Sqlite(telegram.file, { readonly: true })
  const taken = db.prepare(`SELECT "centreId", "startsAt", "seat", "personId" FROM "Booking"
    WHERE "state" = 'booked' AND "personId" IN (SELECT "id" FROM "Person" WHERE "createdAt" > ?)`)
  const rows = taken.all(begun) as { centreId: string; startsAt: string; seat: number }[]
  db.close()
  expect(rows).toHaveLength(20)
  expect(new Set(rows.map((row) => Object.values(row).slice(0, 3).join())).size).toBe(20)
}, 120_000)

/** From /start to an appointment, at the n-th time on offer; each screen must be the one that comes next. */
async function book(user: Actor, nth: number): Promise<void> {
  await user.sends('/start')
  for (const [label, next] of [
    ['Deutsch', 'Dürfen wir Ihre Antworten speichern?'],
    ['Ich stimme zu', 'Ist es dringend?'],
    ['Nicht dringend', 'Worum geht es?'],
    ['Wohnung', 'Wo wohnen Sie?'],
    ['Mitte', 'Welche Sprache'],
    ['العربية', 'Zeit'],
  ] as const) {
    await user.taps(label)
    user.sees(next)
  }
  // Others take seats meanwhile; then other times are shown.
  for (let tries = 0; tries < 20; tries++) {
    await user.taps(nth)
    await user.tapsData(/~bo~/)
    if (/Ihr Termin steht fest/.test(user.screen()?.text ?? '')) return
  }
  throw new Error(user.transcript())
}
