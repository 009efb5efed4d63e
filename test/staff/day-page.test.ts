import { afterEach, beforeEach, expect, test } from 'vitest'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse } from '../support/staff-house.ts'
import { sendsAtDesk } from '../support/staff-writes.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.stop())

/** The city is in memory, as it is after the first page of a process. */
async function statementsOf(path: string, visitor: { get: (path: string) => Promise<unknown> }) {
  await visitor.get(path)
  const before = house.count.statements
  await visitor.get(path)
  return house.count.statements - before
}

test('the page of a day asks the database twice, the session included, and notes what it showed once', async () => {
  const guest = await guestBooks(house)
  await guestBooks(house)
  const lead = await house.signedIn({
    email: 'lead@rsc.example',
    role: 'lead',
    centres: ['hochfeld', 'hamborn', 'rheinhausen'],
  })
  await lead.get(`/staff/intakes/${guest.id}`)
  await sendsAtDesk(lead, `/staff/intakes/${guest.id}`, 'call')
  await house.tick()
  await guest.user.sends('Antwort')
  for (const path of ['/staff', '/staff?day=2026-11-23', '/staff?day=2026-11-24']) {
    const asked = await statementsOf(path, lead)
    // Session and page, and noting it: one batch of the line and its records. What could not be delivered was counted just now.
    expect(asked, path).toBe(3)
  }
})

test('the next day with appointments is that of the own centres, also where another carrier has the seat', async () => {
  const guest = await guestBooks(house, { centre: 'hamborn' })
  const anna = await house.signedIn({ email: 'anna@rsc.example', centres: ['hamborn', 'hochfeld'] })
  const ben = await house.signedIn({ email: 'ben@rsc.example', centres: ['hochfeld'] })
  const next = /Nächste Termine: [^<]+/
  expect((await anna.get('/staff')).text).toMatch(next)
  expect((await ben.get('/staff')).text).not.toMatch(next)
  await house.db.intake.update({ where: { id: guest.id }, data: { bodyId: 'caritas' } })
  expect((await anna.get('/staff')).text).toMatch(next)
})

test('new answers are those of the own centres and the own carrier', async () => {
  const guest = await guestBooks(house)
  await house.db.reply.create({
    data: {
      intakeId: guest.id,
      input: 'telegram:1',
      language: 'ckb',
      sealed: 'sealed',
      createdAt: '2026-11-22T08:00:00.000Z',
    },
  })
  const anna = await house.signedIn({ email: 'anna@rsc.example' })
  const ben = await house.signedIn({ email: 'ben@rsc.example', centres: ['hamborn'] })
  expect((await anna.get('/staff')).text).toContain(guest.ref)
  expect((await ben.get('/staff')).text).not.toContain(guest.ref)
  await house.db.intake.update({ where: { id: guest.id }, data: { bodyId: 'caritas' } })
  expect((await anna.get('/staff')).text).not.toContain(guest.ref)
})
