// Two cities side by side in one process: no city sees another's data. On Node only: a Worker has one.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { currentCity } from '../../src/flows/city.ts'
import { makeToken } from '../../src/flows/staff/tokens.ts'
import { exportCity, importCity } from '../../src/flows/upkeep/move-city.ts'
import { staffRoutes } from '../../src/staff/staff.ts'
import { createActor } from '../support/actor.ts'
import { chat } from '../support/chat.ts'
import { seedProfile } from '../support/duisburg.ts'
import { fillEverything, freeSeat } from '../support/full-week.ts'
import { SECRET } from '../support/lotse.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse } from '../support/staff-house.ts'
import { reachTimes } from '../support/talks.ts'

let duisburg: House
let unna: House
beforeEach(async () => {
  duisburg = await openHouse()
  unna = await openHouse(seedProfile('kreis-unna'))
})
afterEach(() => Promise.all([duisburg.stop(), unna.stop()]))

/** How many rows each table of a city has. */
const rows = async (house: House) => {
  const ask = <T>(sql: string) => house.db.$queryRawUnsafe<T[]>(sql)
  const tables = await ask<{ name: string }>(
    `SELECT "name" FROM sqlite_schema WHERE "type" = 'table' AND "name" NOT LIKE 'sqlite%'`,
  )
  const counts = tables.map(async ({ name }) => {
    const [row] = await ask<{ n: number }>(`SELECT count(*) AS "n" FROM "${name}"`)
    return [name, Number(row?.n)]
  })
  return Object.fromEntries(await Promise.all(counts)) as Record<string, number>
}

test('a booking and a place on the waiting list leave no row in the other city', async () => {
  await unna.tick()
  const before = await rows(unna)
  const guest = await guestBooks(duisburg)
  expect(guest.ref).toMatch(/^\w{3}-\w{3}$/)
  await fillEverything(duisburg)
  const amal = createActor(duisburg.world, { name: 'Amal' })
  await reachTimes(amal)
  for (const label of ['Auf eine Zeit warten', 'Das ist mir egal', 'Das ist mir egal', 'Weiter'])
    await amal.taps(label)
  amal.sees('Sie warten auf eine freie Zeit.')
  await freeSeat(duisburg, 'hochfeld', 5)
  await unna.tick()
  expect(await rows(unna)).toEqual(before)
  await duisburg.tick()
  expect(await rows(duisburg)).toMatchObject({ Waiting: 1, Outbox: 1, Person: 2 })
  expect(await rows(unna)).toEqual(before)
  expect((await currentCity(duisburg.deps)).profile.id).toBe('duisburg')
  expect((await currentCity(unna.deps)).profile.id).toBe('kreis-unna')
})

test('staff of one city are strangers in the other, session and record alike', async () => {
  const guest = await guestBooks(duisburg)
  const anna = await duisburg.signedIn({ email: 'anna@rsc.example' })
  const path = `/staff/intakes/${guest.id}`
  expect((await anna.get(path)).status).toBe(200)
  // Her cookies, carried over by hand, open nothing there.
  const intruder = unna.visit()
  for (const [name, value] of anna.jar) intruder.jar.set(name, value)
  const refused = await intruder.get(path)
  expect(refused.status).toBe(401)
  expect(refused.text).not.toContain(guest.ref)
  // Nor does the id of a record tell somebody who is in there that it exists.
  const ben = await unna.signedIn({ email: 'ben@unna.example', centres: ['kim', 'hochfeld'] })
  expect((await ben.get(path)).status).toBe(404)
  expect((await ben.get('/staff/intakes')).text).not.toContain(guest.ref)
})

test('every page and export of one city tells nothing of the other', async () => {
  const guest = await guestBooks(duisburg)
  const pages = staffRoutes
    .filter(({ method, path }) => method === 'get' && !path.includes(':'))
    .map(({ path }) => `/staff${path}`.replace(/\/$/, ''))
  expect(pages).toContain('/staff/utilisation.csv')
  for (const role of ['lead', 'coordinator', 'administrator'] as const) {
    const cleo = await unna.signedIn({ email: `${role}@unna.example`, role, centres: ['kim'] })
    for (const page of pages) {
      const { text } = await cleo.get(page)
      expect(text, page).not.toContain(guest.ref)
      expect(text, page).not.toMatch(/Hochfeld|Duisburg/)
    }
  }
  const carried = (await exportCity(duisburg.deps)).lines
  expect(carried.join()).toContain(guest.ref)
  expect((await exportCity(unna.deps)).lines.join()).not.toContain(guest.ref)
  expect(await importCity(unna.deps, carried)).toEqual({ not: 'other-city' })
})

test('a token of one city is none in the other, and one of the other reads nothing', async () => {
  const guest = await guestBooks(duisburg)
  const lead = { name: 'case system', role: 'lead', body: 'drk' } as const
  const own = await makeToken(duisburg.deps, { ...lead, centres: ['hochfeld'] })
  const foreign = await makeToken(unna.deps, { ...lead, centres: ['kim', 'hochfeld'] })
  const ask = (house: House, path: string, bearer: string) =>
    house.app.request(`/api/v1${path}`, { headers: { Authorization: `Bearer ${bearer}` } })
  const intakes = await ask(duisburg, '/intakes', own)
  expect(await intakes.text()).toContain(guest.ref)
  expect((await ask(unna, '/intakes', own)).status).toBe(401)
  expect((await ask(unna, `/intakes/${guest.id}`, foreign)).status).toBe(404)
  const span = 'from=2026-11-23T00:00:00Z&until=2026-11-24T00:00:00Z'
  for (const path of ['/intakes', `/appointments?${span}`, '/utilisation']) {
    const answer = await ask(unna, path, foreign)
    expect(answer.status, path).toBe(200)
    expect(await answer.text(), path).not.toMatch(new RegExp(`${guest.ref}|hochfeld`))
  }
})

test('what one city owes its people is sent by its own bot only', async () => {
  await guestBooks(duisburg)
  const silent = () => unna.world.calls().length
  const before = silent()
  const [booking] = await duisburg.deps.store.appointments.upcoming(duisburg.clock.at)
  if (!booking) throw new Error('nothing is booked')
  duisburg.clock.at = booking.startsAt - 2 * 60 * 60_000
  unna.clock.at = duisburg.clock.at
  await unna.tick()
  expect((await rows(duisburg))['Outbox']).toBe(0)
  await duisburg.tick()
  const sent = await duisburg.db.outbox.findMany()
  expect(sent.map(({ kind, status }) => [kind, status])).toEqual([['reminder', 'sent']])
  expect(silent()).toBe(before)
})

test('the same chat is two people who cannot be brought together', async () => {
  const keyOf = async (house: House) => {
    const id = house.deps.newId()
    await house.deps.store.people.begin(id, chat(4711), 'ar', house.clock.at)
    return (await house.db.address.findFirstOrThrow({ where: { personId: id } })).key
  }
  expect(await keyOf(unna)).not.toBe(await keyOf(duisburg))
})

test('a database takes no second city, whoever asks', async () => {
  await expect(
    duisburg.deps.store.cities.seed('kreis-unna', seedProfile('kreis-unna'), duisburg.clock.at),
  ).rejects.toThrow()
  expect(await duisburg.deps.store.cities.other('duisburg')).toBeUndefined()
  expect(await duisburg.deps.store.cities.other('kreis-unna')).toBe('duisburg')
})

test('an update without the city’s own secret is not taken', async () => {
  const update = { update_id: 1, message: { message_id: 1, date: 0, chat: { id: 1 }, text: 'x' } }
  const post = (secret: string) =>
    unna.app.request('/telegram', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'X-Telegram-Bot-Api-Secret-Token': secret },
      body: JSON.stringify(update),
    })
  expect((await post(`${SECRET}-of-duisburg`)).status).toBe(401)
})
