// Closing that an event had no queries left for, while other hours are closed before and after it.

import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Closing } from '../../src/domain/appointment/closing.ts'
import { atWall } from '../../src/domain/calendar/wall-clock.ts'
import type { Actor } from '../../src/flows/staff/actor.ts'
import { closeDays } from '../../src/flows/staff/close-day.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse } from '../support/staff-house.ts'

const MINUTE = 60_000

let house: House
beforeEach(async () => {
  // A Sunday; the first free time is on Monday, 23 November 2026.
  house = await openHouse()
})
afterEach(() => house.stop())

const closing = (id: string, centre: string, date: string, last = date): Closing => ({
  ...{ id, centre, seat: null, reason: 'Umzug' },
  ...{ startsAt: atWall(date, 0), endsAt: atWall(last, 24 * 60) },
})

/** `isCutOff`: as on D1, once nothing more may be asked. */
async function closes(one: Closing, isCutOff = false): Promise<void> {
  const { id } = await house.db.staff.findFirstOrThrow({ where: { role: 'administrator' } })
  const actor: Actor = { id, role: 'administrator', centres: [], body: null, client: 'c' }
  const queries = { spare: () => 0, hold: () => () => {} }
  const deps = isCutOff ? { ...house.deps, queries } : house.deps
  expect(await closeDays(deps, actor, [one])).toBe('done')
}

const pending = () => house.db.closure.count({ where: { pending: true } })
const stateOf = async (id: string) =>
  (await house.db.booking.findUniqueOrThrow({ where: { id } })).state

test('is gone on with, though other hours were closed in between', async () => {
  await house.signedIn({ email: 'verwaltung@rsc.example', role: 'administrator' })
  const guest = await guestBooks(house)
  await closes(closing('a', 'hochfeld', '2026-11-23'), true)
  expect(await stateOf(guest.booking)).toBe('booked')
  await closes(closing('b', 'hamborn', '2026-11-24'))
  house.clock.at += MINUTE
  await house.tick()
  expect(await stateOf(guest.booking)).toBe('cancelled')
  expect(await house.db.outbox.count({ where: { kind: 'closure' } })).toBe(1)
  expect(await pending()).toBe(0)
})

test('goes on though the clock was set back, and not while whoever closes may be at it', async () => {
  await house.signedIn({ email: 'verwaltung@rsc.example', role: 'administrator' })
  const guest = await guestBooks(house)
  await closes(closing('a', 'hochfeld', '2026-11-23'), true)
  house.clock.at += 10_000
  await house.tick()
  expect([await stateOf(guest.booking), await pending()]).toEqual(['booked', 1])
  house.clock.at -= 60 * MINUTE
  await house.tick()
  expect([await stateOf(guest.booking), await pending()]).toEqual(['cancelled', 0])
})

test('holds no times anew for whom other hours displaced that are done with', async () => {
  await house.signedIn({ email: 'verwaltung@rsc.example', role: 'administrator' })
  const earlier = await guestBooks(house, { centre: 'hamborn' })
  await closes(closing('a', 'hamborn', '2026-11-23', '2026-11-25'))
  const held = () => house.db.booking.count({ where: { state: 'offered' } })
  expect([await stateOf(earlier.booking), await held()]).toEqual(['cancelled', 3])
  // They let theirs lapse.
  house.clock.at += 25 * 60 * MINUTE
  await house.tick()
  expect(await held()).toBe(0)
  const later = await guestBooks(house, { centre: 'hamborn' })
  await closes(closing('b', 'hamborn', '2026-11-26', '2026-12-02'), true)
  house.clock.at += MINUTE
  await house.tick()
  expect([await stateOf(later.booking), await pending()]).toEqual(['cancelled', 0])
  // For one of them three, not for both.
  expect(await held()).toBe(3)
})

test('asks nobody to be called again whose hours were closed before', async () => {
  await house.signedIn({ email: 'verwaltung@rsc.example', role: 'administrator' })
  const called = await guestBooks(house, { centre: 'hamborn' })
  await closes(closing('a', 'hamborn', '2026-11-23'))
  expect(await stateOf(called.booking)).toBe('cancelled')
  house.clock.at += MINUTE
  const calledAt = new Date(house.clock.at).toISOString()
  await house.db.intake.updateMany({ data: { calledAt } })
  const guest = await guestBooks(house)
  house.clock.at += MINUTE
  await closes(closing('b', 'hochfeld', '2026-11-23'), true)
  house.clock.at += MINUTE
  await house.tick()
  expect(await stateOf(guest.booking)).toBe('cancelled')
  expect(await house.db.intake.count({ where: { calledAt } })).toBe(1)
})
