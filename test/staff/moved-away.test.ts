// A person takes their appointment to another centre: whoever works there sees who comes.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse } from '../support/staff-house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.stop())

test('a request that a carrier has taken over is nobody’s where its person goes, and seen there alone', async () => {
  const guest = await guestBooks(house, { language: 'de' })
  const anna = await house.signedIn({ email: 'anna@rsc.example', body: 'drk' })
  const ben = await house.signedIn({
    email: 'ben@rsc.example',
    body: 'caritas',
    centres: ['hamborn'],
  })
  const path = `/staff/intakes/${guest.id}`
  await anna.get(path)
  expect((await anna.post(`${path}/take`, { from: '' })).status).toBe(303)
  await anna.post(`${path}/follow-up`, { on: '2026-12-03', line: 'Bescheid da?' })
  await guest.user.sends('/appointment')
  await guest.user.taps('Verschieben')
  await guest.user.taps('➕ Mehr')
  await guest.user.taps('📍 Anderer Ort')
  await guest.user.taps('RSC Hamborn')
  await guest.user.tapsData(/~tm~hamborn/)
  await guest.user.taps('Ja, verschieben')
  guest.user.sees('RSC Hamborn')
  const [booking] = await house.db.booking.findMany({ where: { state: 'booked' } })
  expect(booking?.centreId).toBe('hamborn')
  const day = booking?.startsAt.slice(0, 10)
  expect((await ben.get(`/staff?day=${day}`)).text).toContain(guest.ref)
  expect((await ben.get('/staff/intakes')).text).toContain(guest.ref)
  expect((await ben.get(path)).status).toBe(200)
  expect((await anna.get(path)).status).toBe(404)
  const [intake] = await house.db.intake.findMany()
  expect(intake).toMatchObject({
    takenBy: null,
    bodyId: null,
    centreId: 'hamborn',
    status: 'new',
    ...{ followUpOn: null, followUpSealed: null, followUpBy: null },
  })
})

test('other systems hear that nobody has the request any more, and of a move within the centre nothing', async () => {
  const guest = await guestBooks(house, { language: 'de' })
  const anna = await house.signedIn({ email: 'anna@rsc.example', body: 'drk' })
  const path = `/staff/intakes/${guest.id}`
  await anna.get(path)
  await anna.post(`${path}/take`, { from: '' })
  const hook = { id: 'hook', url: 'https://case.example/lotse', secret: 'whsec_x', createdBy: 'it' }
  const events = ['care.changed', 'appointment.changed'] as const
  await house.deps.store.webhooks.add({ ...hook, events }, house.clock.at)
  const owed = async () => {
    const rows = await house.db.webhookDelivery.findMany({ orderBy: { id: 'asc' } })
    await house.db.webhookDelivery.deleteMany()
    return rows.map(({ event, subject }) => [event, subject])
  }
  house.clock.at += 60_000
  await guest.user.sends('/appointment')
  await guest.user.taps('Verschieben')
  await guest.user.tapsData(/~tm~hochfeld/)
  await guest.user.taps('Ja, verschieben')
  expect(await owed()).toEqual([['appointment.changed', guest.booking]])
  house.clock.at += 60_000
  await guest.user.sends('/appointment')
  await guest.user.taps('Verschieben')
  await guest.user.taps('➕ Mehr')
  await guest.user.taps('📍 Anderer Ort')
  await guest.user.taps('RSC Hamborn')
  await guest.user.tapsData(/~tm~hamborn/)
  await guest.user.taps('Ja, verschieben')
  expect(await owed()).toEqual([
    ['care.changed', guest.id],
    ['appointment.changed', guest.booking],
  ])
  const told = await house.deps.store.webhooks.intake(guest.id)
  expect(told).toMatchObject({ data: { centre: 'hamborn' }, inCare: { body: null } })
})
