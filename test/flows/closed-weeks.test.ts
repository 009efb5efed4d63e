// Weeks closed at every centre, with a thousand appointments in them. On D1 an event that asks more than a thousand
// times is refused (clocked-worker.ts), so nothing of this passes unless the work is cut into pieces.

import { afterEach, beforeEach, expect, test } from 'vitest'
import { chat } from '../support/chat.ts'
import { type House, openHouse } from '../support/staff-house.ts'

const MANY = 1000
const DAY = 24 * 3_600_000
const MINUTE = 60_000

let house: House
beforeEach(async () => {
  // A Sunday, 22 November 2026.
  house = await openHouse(undefined, { LOG_LEVEL: 'error' })
})
afterEach(() => house.stop())

/** Each in a chat of their own ("1000", "1001", …), over 25 days and three centres. */
async function booked(): Promise<void> {
  const centres = ['hochfeld', 'hamborn', 'rheinhausen']
  const at = new Date(house.clock.at).toISOString()
  for (let from = 0; from < MANY; from += 50) {
    const some = Array.from({ length: 50 }, (_, n) => from + n)
    for (const i of some) {
      house.world.person({ name: 'Amal', id: 1000 + i })
      house.world.chats.find(1000 + i).started = true
    }
    const begun = some.map((i) =>
      house.deps.store.people.begin(`p${i}`, chat(1000 + i), 'de', house.clock.at),
    )
    await Promise.all(begun)
    for (const i of some) {
      const startsAt =
        Date.UTC(2026, 10, 23, 9) + (i % 25) * DAY + (Math.floor(i / 250) % 4) * 20 * MINUTE
      await house.db.booking.create({
        data: {
          ...{ id: `b${i}`, ref: `R${i}`, personId: `p${i}`, centreId: centres[i % 3] ?? '' },
          startsAt: new Date(startsAt).toISOString(),
          endsAt: new Date(startsAt + 20 * MINUTE).toISOString(),
          ...{ seat: 100 + i, state: 'booked', channel: 'telegram', changedBy: 'person' },
          ...{ createdAt: at, changedAt: at, week: '', block: '', weekday: 1, hour: 9 },
        },
      })
    }
  }
}

/** How many messages each was sent, the calendar file apart. */
const told = () =>
  Array.from({ length: MANY }, (_, i) => {
    const messages = [...house.world.chats.find(1000 + i).messages.values()]
    return messages.filter(({ text }) => text !== undefined).length
  })

test('everybody of weeks that are closed at three centres is told, nobody twice', async () => {
  await booked()
  const anna = await house.signedIn({ email: 'verwaltung@rsc.example', role: 'administrator' })
  const form = {
    centre: 'all',
    date: '2026-11-23',
    last: '2026-12-17',
    from: '08:00',
    until: '18:00',
    reason: 'Umzug',
  }
  await anna.get('/staff/closures')
  const check = await anna.post('/staff/closures/check', form)
  const id = /name="id" value="([^"]+)"/.exec(check.text)?.[1] ?? ''
  expect((await anna.post('/staff/closures', { ...form, id })).status).toBe(303)
  const cancelled = () => house.db.booking.count({ where: { state: 'cancelled' } })
  const owed = () => house.db.outbox.count({ where: { kind: 'closure' } })
  // Whoever is cancelled is owed the message, wherever it stopped.
  expect(await owed()).toBe(await cancelled())
  for (let minute = 0; minute < 15; minute += 1) {
    house.clock.at += MINUTE
    await house.tick()
    if ((await house.db.outbox.count({ where: { status: 'sent', kind: 'closure' } })) === MANY)
      break
  }
  expect([await cancelled(), await owed()]).toEqual([MANY, MANY])
  expect(await house.db.outbox.groupBy({ by: ['status'], _count: true })).toEqual([
    { status: 'sent', _count: MANY },
  ])
  expect(told().filter((times) => times !== 1)).toEqual([])
  expect(house.logged.filter((line) => /failed|not settled/.test(line))).toEqual([])
})
