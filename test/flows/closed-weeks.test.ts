// Weeks closed at every centre, with a thousand appointments in them. On D1 an event that asks more than a thousand
// times is refused (clocked-worker.ts), so nothing of this passes unless the work is cut into pieces.

import { afterEach, beforeEach, expect, test } from 'vitest'
import { bookWeeks } from '../support/booked-weeks.ts'
import { type House, openHouse } from '../support/staff-house.ts'

const MANY = 1000
const MINUTE = 60_000

let house: House
beforeEach(async () => {
  // A Sunday, 22 November 2026.
  house = await openHouse(undefined, { LOG_LEVEL: 'error' })
})
afterEach(() => house.stop())

const booked = (many: number, days: number) => bookWeeks(house, many, days)

/** How many messages each was sent, the calendar file apart. */
const told = (many: number) =>
  Array.from({ length: many }, (_, i) => {
    const messages = [...house.world.chats.find(1000 + i).messages.values()]
    return messages.filter(({ text }) => text !== undefined).length
  })

/** All centres, from Monday to a day; gives what sends the form. */
async function closes(last: string): Promise<() => Promise<number>> {
  const anna = await house.signedIn({ email: 'verwaltung@rsc.example', role: 'administrator' })
  const hours = { from: '08:00', until: '18:00', reason: 'Umzug' }
  const form = { centre: 'all', date: '2026-11-23', last, ...hours }
  await anna.get('/staff/closures')
  const check = await anna.post('/staff/closures/check', form)
  const id = /name="id" value="([^"]+)"/.exec(check.text)?.[1] ?? ''
  return async () => (await anna.post('/staff/closures', { ...form, id })).status
}

const cancelled = () => house.db.booking.count({ where: { state: 'cancelled' } })
const owed = () => house.db.outbox.count({ where: { kind: 'closure' } })
const isPending = async () => (await house.db.closure.count({ where: { pending: true } })) > 0

/** Minute by minute, until all of them are: each once, in no minute cancelled without being owed it. */
async function everybodyTold(many: number): Promise<void> {
  const sent = { where: { status: 'sent', kind: 'closure' } } as const
  for (let minute = 0; minute < 15; minute += 1) {
    house.clock.at += MINUTE
    await house.tick()
    expect(await owed()).toBe(await cancelled())
    if ((await house.db.outbox.count(sent)) === many) break
  }
  expect([await cancelled(), await owed()]).toEqual([many, many])
  expect(await house.db.outbox.groupBy({ by: ['status'], _count: true })).toEqual([
    { status: 'sent', _count: many },
  ])
  expect(told(many).filter((times) => times !== 1)).toEqual([])
  expect(await isPending()).toBe(false)
  expect(house.logged.filter((line) => /failed|not settled/.test(line))).toEqual([])
}

test('everybody of weeks that are closed at three centres is told, nobody twice', async () => {
  await booked(MANY, 25)
  const close = await closes('2026-12-17')
  expect(await close()).toBe(303)
  // Whoever is cancelled is owed the message, wherever it stopped.
  expect(await owed()).toBe(await cancelled())
  await everybodyTold(MANY)
})

// So many closures, each with somebody in it, that one event cannot cancel all of them.
const CLOSURES = 276

test('what one event has no queries left for the tick goes on with, though other hours are closed meanwhile', async () => {
  await booked(CLOSURES, 92)
  const close = await closes('2027-02-22')
  const before = house.deps.queries
  // What a file may ask is set here; D1's own limit is enforced in the Worker.
  let left = 450
  house.deps.queries = { spare: () => (left -= 1), hold: () => () => {} }
  expect(await close()).toBe(303)
  if (before) house.deps.queries = before
  else delete house.deps.queries
  const done = await cancelled()
  expect(done).toBeGreaterThan(0)
  expect(done).toBeLessThan(CLOSURES)
  expect([await owed(), await isPending()]).toEqual([done, true])
  // Under a form that is done at once, what the first left stays pending.
  const lead = await house.signedIn({ email: 'leitung@rsc.example', role: 'lead' })
  await lead.get('/staff/closures')
  const monday = { centre: 'hochfeld', date: '2026-11-23', from: '', until: '', reason: 'x' }
  await lead.post('/staff/closures', { ...monday, id: 'another-form' })
  expect([await isPending(), await owed()]).toEqual([true, await cancelled()])
  await everybodyTold(CLOSURES)
})

/** Every centre is open each day, but for holidays. */
async function opensDaily(): Promise<void> {
  const profile = JSON.parse((await house.db.city.findFirstOrThrow()).profile)
  const daily = { id: 'daily', repeat: { every: 'week', weekdays: [1, 2, 3, 4, 5, 6, 7] } }
  for (const centre of profile.centres) {
    centre.openings = [{ ...daily, opens: '08:00', closes: '20:00' }]
  }
  const data = { profile: JSON.stringify(profile), version: { increment: 1 } }
  await house.db.city.updateMany({ data })
}

// Both days of Christmas and New Year's Day at three centres: nobody has them back.
const HOLIDAYS = 9

test('hours of as many closures are opened again by one press, and everybody hears of it once', async () => {
  await opensDaily()
  await booked(CLOSURES, 92)
  const close = await closes('2027-02-22')
  expect(await close()).toBe(303)
  await everybodyTold(CLOSURES)
  const anna = await house.signedIn({ email: 'it@rsc.example', role: 'administrator' })
  const [form = ''] = (await house.db.closure.findFirstOrThrow()).id.split('.')
  await anna.get(`/staff/closures/${form}/reopen`)
  expect((await anna.post(`/staff/closures/${form}/reopen`, {})).status).toBe(303)
  expect(await house.db.closure.count()).toBe(0)
  const states = await house.db.booking.groupBy({ by: ['state'], _count: true })
  expect(states.find(({ state }) => state === 'booked')?._count).toBe(CLOSURES - HOLIDAYS)
  // They keep the times that are held for each, three where an event may ask so much.
  const held = states.find(({ state }) => state === 'offered')?._count ?? 0
  expect([held >= HOLIDAYS, held <= 3 * HOLIDAYS]).toEqual([true, true])
  const sent = { where: { status: 'sent', kind: 'reopened' } } as const
  for (let minute = 0; minute < 5; minute += 1) {
    house.clock.at += MINUTE
    await house.tick()
  }
  expect(await house.db.outbox.count(sent)).toBe(CLOSURES - HOLIDAYS)
  const twice = told(CLOSURES).filter((times) => times === 2)
  expect(twice).toHaveLength(CLOSURES - HOLIDAYS)
  expect(house.logged.filter((line) => /failed|not settled/.test(line))).toEqual([])
})
