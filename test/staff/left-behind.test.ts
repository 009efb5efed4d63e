// A colleague leaves: what they had is seen by their colleagues and given on, and nobody reads how much it is.

import { afterEach, beforeEach, expect, test } from 'vitest'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse, type Visitor } from '../support/staff-house.ts'

let house: House
beforeEach(async () => {
  // A Sunday.
  house = await openHouse()
})
afterEach(() => house.stop())

const BOX = '/staff/intakes?box=left'

/** Somebody with a request of theirs that comes up again the next day. */
async function leaves() {
  const ben = await house.signedIn({ email: 'ben@rsc.example', name: 'Ben Weg' })
  const guest = await guestBooks(house, { body: null })
  await ben.get(`/staff/intakes/${guest.id}`)
  await ben.post(`/staff/intakes/${guest.id}/take`, { from: '' })
  await ben.get(`/staff/intakes/${guest.id}`)
  const follow = { on: '2026-11-23', line: 'Bescheid nachfragen' }
  expect((await ben.post(`/staff/intakes/${guest.id}/follow-up`, follow)).status).toBe(303)
  return { ben, guest }
}

async function closesAccount(of: string) {
  const admin = await house.signedIn({ email: 'it@city.example', role: 'administrator' })
  const at = `/staff/admin/staff/${of}`
  const before = (await admin.get(at)).text
  const closed = await admin.post(`${at}/close`, {})
  return { before, after: (await admin.get(closed.location ?? '')).text, admin }
}

const lead = () => house.signedIn({ email: 'leitung@rsc.example', role: 'lead' })

test('closing an account says before and after what it leaves, and no number', async () => {
  const { ben } = await leaves()
  const { before, after, admin } = await closesAccount(ben.id)
  for (const page of [before, after]) {
    expect(page).toContain('Dieses Konto hat offene Anfragen und Wiedervorlagen.')
    expect(page).toContain('„Konto gesperrt“')
  }
  const other = await house.signedIn({ email: 'leer@rsc.example' })
  expect((await admin.get(`/staff/admin/staff/${other.id}`)).text).not.toContain('Dieses Konto hat')
})

test('its requests stand in one box for the same carrier, marked, until they are given on', async () => {
  const { ben, guest } = await leaves()
  const anna = await lead()
  const boxed = async (by: Visitor) => (await by.get(BOX)).text.includes(guest.ref)
  expect(await boxed(anna)).toBe(false)
  expect((await anna.get('/staff/intakes')).text).not.toContain('box=left')
  await closesAccount(ben.id)
  expect(await boxed(anna)).toBe(true)
  house.clock.at += 11_000
  expect((await anna.get('/staff/intakes')).text).toMatch(/box=left">Konto gesperrt <span[^>]*>1</)
  const badge = '<span class="badge yellow">Konto gesperrt</span>'
  expect((await anna.get('/staff/intakes?box=all')).text).toContain(badge)
  const record = (await anna.get(`/staff/intakes/${guest.id}`)).text
  expect(record).toContain(badge)
  const caritas = await house.signedIn({
    ...{ email: 'c@rsc.example', role: 'lead', body: 'caritas' },
  })
  expect(await boxed(caritas)).toBe(false)

  const wish = { id: 'assign-0001', to: anna.id, from: ben.id, line: '' }
  await anna.get(`/staff/intakes/${guest.id}`)
  expect((await anna.post(`/staff/intakes/${guest.id}/assign`, wish)).status).toBe(303)
  expect(await boxed(anna)).toBe(false)
  expect((await anna.get(`/staff/intakes/${guest.id}`)).text).not.toContain(badge)
})

test('what it laid aside is due on the day of its colleagues', async () => {
  const { ben, guest } = await leaves()
  house.clock.at = Date.parse('2026-11-23T07:00:00Z')
  const anna = await lead()
  const due = async () => (await anna.get('/staff')).text.includes('Bescheid nachfragen')
  expect(await due()).toBe(false)
  await closesAccount(ben.id)
  expect(await due()).toBe(true)
  expect((await anna.get('/staff')).text).toContain(guest.ref)
})

test('who comes back and was once with somebody who left is new, and not left behind', async () => {
  const { ben, guest } = await leaves()
  await house.db.intake.updateMany({
    where: { id: guest.id },
    data: { status: 'new', bodyId: null },
  })
  await closesAccount(ben.id)
  expect((await (await lead()).get(BOX)).text).not.toContain(guest.ref)
})
