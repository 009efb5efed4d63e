// Staff see at which times somebody speaks a person's language, and what they book is the seat that has it.

import { afterEach, expect, test } from 'vitest'
import type { Profile } from '../../src/domain/profile/profile.ts'
import { SORANI, speaking } from '../support/speaking.ts'
import { callerForm } from '../support/staff-callers.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse, type Visitor } from '../support/staff-house.ts'

let house: House
let anna: Visitor
afterEach(() => house.stop())

async function opens(profile: Profile) {
  house = await openHouse(profile)
  anna = await house.signedIn({ email: 'anna@rsc.example' })
}
const booked = () => house.db.booking.findFirst({ where: { state: 'booked' } })

test('the times of a request say where its language is spoken; any can be taken', async () => {
  await opens(speaking([{ ...SORANI }], { rule: 'wednesday' }))
  const { id } = await guestBooks(house, { spoken: 'ckb' })
  const { text } = await anna.get(`/staff/intakes/${id}/times`)
  expect(text).toContain('🗣️ = Zu dieser Zeit spricht jemand Sorani')
  const times = [...text.matchAll(/at=(\d+)#chosen">(🗣️ )?/g)]
  const isWednesday = (at: string | undefined) => new Date(Number(at)).getUTCDay() === 3
  expect(times.length).toBeGreaterThan(4)
  // Their own seat is the one of that time; the others of it speak nothing that is entered.
  const own = Date.parse((await booked())?.startsAt ?? '')
  for (const [, at, mark] of times) {
    expect(mark !== undefined).toBe(isWednesday(at) && Number(at) !== own)
  }
  const [, at = ''] = times.find(([, one]) => isWednesday(one) && Number(one) !== own) ?? []
  expect((await anna.post(`/staff/intakes/${id}/times`, { at, centre: 'hochfeld' })).status).toBe(
    303,
  )
  expect(await booked()).toMatchObject({ seat: 2 })
  const [, other = ''] = times.find(([, one]) => !isWednesday(one)) ?? []
  await anna.post(`/staff/intakes/${id}/times`, { at: other, centre: 'hochfeld' })
  expect(await booked()).toMatchObject({ startsAt: new Date(Number(other)).toISOString() })
})

test('it is said where nobody speaks it, and where nobody knows', async () => {
  await opens(speaking([{ languages: ['ar'] }]))
  const { id } = await guestBooks(house, { spoken: 'ckb' })
  const nobody = await anna.get(`/staff/intakes/${id}/times`)
  expect(nobody.text).toContain('Zu keiner dieser Zeiten spricht jemand Sorani')
})

test('and where nothing is entered', async () => {
  await opens(speaking([]))
  const { id } = await guestBooks(house, { spoken: 'ckb' })
  expect((await anna.get(`/staff/intakes/${id}/times`)).text).toContain('ist nicht eingetragen')
})

test('for a caller each time says what is spoken then, and they get the seat that has theirs', async () => {
  await opens(speaking([{ languages: [] }, { ...SORANI }]))
  const { text, fields } = await callerForm(anna, { language: 'ckb', spoken: 'ckb' })
  expect(text).toMatch(/<option value="\d+">[^<]* · Sorani/)
  const answer = await anna.post('/staff/callers', fields)
  expect(answer.status).toBe(303)
  expect(await booked()).toMatchObject({ seat: 2 })
})
