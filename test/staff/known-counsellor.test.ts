// Messages know who knows their person, as the screens do.

import { afterEach, beforeEach, expect, test } from 'vitest'
import { bookedPerson } from '../support/booked.ts'
import { cityWith } from '../support/interpreting.ts'
import { type House, openHouse } from '../support/staff-house.ts'

// It is Sunday, 22 November 2026.
const MONDAY = '2026-12-07'
const KNOWN = '⭐ Somebody who knows you is there.'

let house: House
beforeEach(async () => {
  house = await openHouse(cityWith([], [{ languages: [], staffId: 'anna' }]))
  const at = new Date(house.clock.at)
  await house.db.staff.create({
    data: {
      ...{ id: 'anna', name: 'Anna', email: 'anna.berg@rsc.example', role: 'counsellor' },
      ...{ centres: '["hochfeld"]', createdAt: at, updatedAt: at },
    },
  })
})
afterEach(() => house.stop())

/** Somebody with an appointment, whose request Anna has. */
async function known() {
  const person = await bookedPerson(house, { day: MONDAY, language: 'en' })
  await house.db.intake.updateMany({ data: { takenBy: 'anna', bodyId: 'drk' } })
  return person
}

const lastOf = ({ user }: Awaited<ReturnType<typeof known>>) => user.messages().at(-1)?.text

async function reminded(person: Awaited<ReturnType<typeof known>>) {
  house.clock.at = Date.parse('2026-12-06T12:00:00+01:00')
  await house.tick()
  expect(lastOf(person)).toContain('🔔')
  return lastOf(person)
}

test('a reminder says that who knows them is there', async () => {
  expect(await reminded(await known())).toContain(KNOWN)
})

test('a reminder says nothing of it where somebody else counsels, or their account is closed', async () => {
  const person = await known()
  await house.db.staff.updateMany({ where: { id: 'anna' }, data: { disabledAt: new Date() } })
  expect(await reminded(person)).not.toContain(KNOWN)
})

test('a reminder says once more whom to bring to somebody who brings somebody', async () => {
  const person = await bookedPerson(house, { day: MONDAY, language: 'en', spoken: 'own' })
  expect(await reminded(person)).toContain('Please bring an adult you trust, not a child.')
})

test('a message that staff moved the appointment says it, too', async () => {
  const person = await known()
  const clara = await house.signedIn({ email: 'clara@rsc.example' })
  const { id } = await house.db.intake.findFirstOrThrow()
  await clara.get(`/staff/intakes/${id}/times`)
  const page = await clara.get(`/staff/intakes/${id}/times`)
  const at = /name="at" value="(\d+)"/.exec(page.text)?.[1] ?? ''
  expect((await clara.post(`/staff/intakes/${id}/times`, { centre: 'hochfeld', at })).status).toBe(
    303,
  )
  await house.tick()
  expect(lastOf(person)).toContain(KNOWN)
})
