// A service that nobody orders: what staff and other systems are told of it.

import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { webhookBody } from '../../src/domain/appointment/webhooks.ts'
import { makeToken } from '../../src/flows/staff/tokens.ts'
import { bookedPerson } from '../support/booked.ts'
import { cityWith, serviceOf } from '../support/interpreting.ts'
import { type House, openHouse } from '../support/staff-house.ts'

const WEDNESDAY = '2026-12-02'
const service = serviceOf({
  name: 'Dolmetschdienst Ruhr',
  contact: { phone: '0203 556677' },
})
const counselling = [{ languages: ['ar'] }]

let house: House
beforeEach(async () => {
  house = await openHouse(cityWith([service], counselling))
})
afterEach(() => house.stop())

test('who to call stands on the day and under interpreters, and nothing is to be ordered', async () => {
  await bookedPerson(house, { day: WEDNESDAY, language: 'en', spoken: 'ti' })
  const [intake] = await house.db.intake.findMany()
  const counsellor = await house.signedIn({ email: 'anna@rsc.example' })
  const list = await counsellor.get('/staff/interpreting')
  expect(list.text).toContain('Im Gespräch anrufen')
  expect(list.text).toContain('href="tel:0203556677"')
  expect(list.text).not.toContain('Zu bestellen')
  expect(list.text).not.toContain(intake?.ref)
  const day = await counsellor.get(`/staff?centre=hochfeld&day=${WEDNESDAY}`)
  expect(day.text).toContain('Anruf im Gespräch')
  expect(day.text).toContain('Dolmetschdienst Ruhr')
  expect(day.text).toContain('href="tel:0203556677"')
  const sheet = await counsellor.get('/staff/interpreting/orders.csv')
  expect(sheet.text).not.toContain('Dolmetschdienst')
})

test('who takes the request over reads in its record whom to call, and who may not sees neither', async () => {
  await bookedPerson(house, { day: WEDNESDAY, language: 'en', spoken: 'ti' })
  const { id } = await house.db.intake.findFirstOrThrow()
  const path = `/staff/intakes/${id}`
  const anna = await house.signedIn({ email: 'anna@rsc.example' })
  await anna.get(path)
  expect((await anna.post(`${path}/take`, { from: '' })).status).toBe(303)
  const record = await anna.get(path)
  const line = /Sprachmittlung: [\s\S]*?<\/p>/.exec(record.text)?.[0]
  expect(line).toContain('Anruf im Gespräch')
  expect(line).toContain('Dolmetschdienst Ruhr')
  expect(line).toContain('href="tel:0203556677"')
  // Nobody was ordered.
  expect(record.text).not.toContain('Bestellungen')
  const ben = await house.signedIn({ email: 'ben@rsc.example', centres: ['hamborn'] })
  const refused = await ben.get(path)
  expect([refused.status, refused.text.includes('Dolmetschdienst')]).toEqual([404, false])
})

test('a system with a token reads on-call in the appointment, and no number or name', async () => {
  await bookedPerson(house, { day: WEDNESDAY, language: 'en', spoken: 'ti' })
  const read = async (centre: string) => {
    const grant = { name: 'case system', role: 'lead', centres: [centre], body: 'drk' } as const
    const headers = { Authorization: `Bearer ${await makeToken(house.deps, grant)}` }
    const path = `/api/v1/appointments?from=${WEDNESDAY}T00:00:00Z&until=${WEDNESDAY}T23:00:00Z`
    return await (await house.app.request(path, { headers })).text()
  }
  const told = await read('hochfeld')
  expect(JSON.parse(told).items).toMatchObject([
    { spokenLanguage: 'ti', languageFit: 'nobody', interpreting: 'on-call' },
  ])
  expect(told).not.toMatch(/Dolmetschdienst|556677/)
  expect(JSON.parse(await read('hamborn')).items).toEqual([])
  const stranger = await house.app.request('/api/v1/appointments')
  expect(stranger.status).toBe(401)
})

test('a receiver is told on-call when the appointment is made, and no number or name', async () => {
  const got: string[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    got.push(Buffer.concat(chunks).toString())
    response.writeHead(204).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    const ada = await house.signedIn({
      ...{ email: 'ada@rsc.example', role: 'administrator', centres: [] },
    })
    await ada.get('/staff/admin/webhooks')
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/lotse`
    const fields = { id: 'drawn-webhook', url, 'appointment.changed': 'yes' }
    await ada.post('/staff/admin/webhooks', fields)
    await bookedPerson(house, { day: WEDNESDAY, language: 'en', spoken: 'ti' })
    await house.tick()
    const [body = ''] = got
    expect(webhookBody('appointment.changed').parse(JSON.parse(body)).data).toMatchObject({
      spokenLanguage: 'ti',
      interpreting: 'on-call',
    })
    expect(body).not.toMatch(/Dolmetschdienst|556677/)
  } finally {
    server.close()
    server.closeAllConnections()
  }
})

test('nothing of it stands at a centre for which it is not', async () => {
  await bookedPerson(house, { day: WEDNESDAY, language: 'en', spoken: 'ti' })
  const elsewhere = await house.signedIn({ email: 'ida@rsc.example', centres: ['hamborn'] })
  const list = await elsewhere.get('/staff/interpreting')
  expect(list.text).not.toContain('Im Gespräch anrufen')
})
