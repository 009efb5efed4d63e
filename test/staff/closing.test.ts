// A request is closed whose appointment is still to come: what becomes of it is asked, and nothing happens unasked.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse, type Visitor } from '../support/staff-house.ts'
import { formsTo, hiddenOf } from '../support/typed.ts'

let house: House
let anna: Visitor
let guest: Awaited<ReturnType<typeof guestBooks>>
let at: string
beforeAll(async () => {
  house = await openHouse()
  anna = await house.signedIn({ email: 'anna@rsc.example' })
})
afterAll(() => house.stop())
beforeEach(async () => {
  guest = await guestBooks(house, { language: 'de' })
  at = `/staff/intakes/${guest.id}`
  await anna.post(`${at}/take`, { from: '' })
  await house.tick()
})

const status = async () =>
  (await house.db.intake.findUniqueOrThrow({ where: { id: guest.id } })).status
const booking = async () =>
  (await house.db.booking.findUniqueOrThrow({ where: { id: guest.booking } })).state

test('its page says that there is an appointment, and both that can be done about it', async () => {
  const { text } = await anna.get(at)
  expect(text).toContain('Es gibt noch einen Termin: Montag, 23.11.2026, 10:00')
  const forms = formsTo(text, `${at}/status`).map(hiddenOf)
  const from = String(Date.parse('2026-11-23T09:00:00Z'))
  expect(forms).toContainEqual({ to: 'closed', appointment: 'cancel', from })
  expect(forms).toContainEqual({ to: 'closed', appointment: 'keep', from })
  expect(forms).not.toContainEqual({ to: 'closed' })
})

test('from a page that does not know of it, it is refused and asked', async () => {
  const refused = await anna.post(`${at}/status`, { to: 'closed' })
  expect(refused.status).toBe(409)
  expect(refused.text).toContain('Diese Anfrage hat noch einen Termin')
  expect([await status(), await booking()]).toEqual(['in-care', 'booked'])
})

test('cancelled with it, the person is told, the seat is free, and the record says so', async () => {
  const before = guest.user.messages().length
  const done = await anna.post(`${at}/status`, { to: 'closed', appointment: 'cancel' })
  expect(done.location).toBe(`${at}?done=closed-cancelled#done`)
  expect([await status(), await booking()]).toEqual(['closed', 'cancelled'])
  await house.tick()
  expect(guest.user.messages().length).toBeGreaterThan(before)
  guest.user.sees('abgesagt')
  expect((await anna.get(done.location ?? '')).text).toContain('der Termin abgesagt')
  const actions = await house.db.audit.findMany({ where: { subject: guest.id } })
  expect(actions.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['cancel-booking', 'status-closed']),
  )
  // The same press once more does nothing.
  const again = await anna.post(`${at}/status`, { to: 'closed', appointment: 'cancel' })
  expect(again.status).toBe(303)
})

test('kept, it stands, and nobody is told anything', async () => {
  const before = guest.user.messages().length
  expect((await anna.post(`${at}/status`, { to: 'closed', appointment: 'keep' })).location).toBe(
    `${at}?done=status#done`,
  )
  expect([await status(), await booking()]).toEqual(['closed', 'booked'])
  await house.tick()
  expect(guest.user.messages().length).toBe(before)
  expect((await anna.get('/staff?day=2026-11-23')).text).toContain(guest.ref)
})

test('once it is over, closing asks nothing', async () => {
  house.clock.at += 30 * 3_600_000
  const { text } = await anna.get(at)
  expect(text).not.toContain('Es gibt noch einen Termin')
  expect(formsTo(text, `${at}/status`).map(hiddenOf)).toContainEqual({ to: 'closed' })
  expect((await anna.post(`${at}/status`, { to: 'closed' })).status).toBe(303)
  expect(await status()).toBe('closed')
  house.clock.at -= 30 * 3_600_000
})

test('who may not work on it closes nothing and learns nothing of its appointment', async () => {
  const eve = await house.signedIn({ email: `eve-${guest.id}@rsc.example`, centres: ['hamborn'] })
  for (const appointment of ['', 'cancel', 'keep']) {
    const sent = { to: 'closed', ...(appointment ? { appointment } : {}) }
    const answer = await eve.post(`${at}/status`, sent)
    expect(answer.status).toBe(404)
    expect(answer.text).not.toContain('Termin.')
  }
  expect([await status(), await booking()]).toEqual(['in-care', 'booked'])
})
