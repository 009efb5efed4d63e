// A service that nobody orders: what staff and other systems are told of it.

import { afterEach, beforeEach, expect, test } from 'vitest'
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

test('nothing of it stands at a centre for which it is not', async () => {
  await bookedPerson(house, { day: WEDNESDAY, language: 'en', spoken: 'ti' })
  const elsewhere = await house.signedIn({ email: 'ida@rsc.example', centres: ['hamborn'] })
  const list = await elsewhere.get('/staff/interpreting')
  expect(list.text).not.toContain('Im Gespräch anrufen')
})
