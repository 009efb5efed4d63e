// Two cities side by side in one process: no city sees another's data. On Node only: a Worker has one.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { currentCity } from '../../src/flows/city.ts'
import { seedProfile } from '../support/duisburg.ts'
import { SECRET } from '../support/lotse.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse } from '../support/staff-house.ts'

let duisburg: House
let unna: House
beforeEach(async () => {
  duisburg = await openHouse()
  unna = await openHouse(seedProfile('kreis-unna'))
})
afterEach(() => Promise.all([duisburg.stop(), unna.stop()]))

const rows = async (house: House) => {
  const tables = ['Person', 'Intake', 'Booking', 'Consent', 'Outbox', 'Audit', 'Staff']
  const counts = tables.map((table) =>
    house.db.$queryRawUnsafe<{ n: number }[]>(`SELECT count(*) AS "n" FROM "${table}"`),
  )
  return (await Promise.all(counts)).map(([row]) => Number(row?.n))
}

test('a booking in one city leaves no row in the other', async () => {
  const before = await rows(unna)
  const guest = await guestBooks(duisburg)
  expect(guest.ref).toMatch(/^HO-/)
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

test('the same chat is two people who cannot be brought together', async () => {
  const keyOf = async (house: House) => {
    const id = house.deps.newId()
    await house.deps.store.people.begin(id, '4711', 'ar', house.clock.at)
    return (await house.db.person.findUniqueOrThrow({ where: { id } })).chatKey
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
