// What is left of who worked here: as long as the audit, or a request that names them.

import { afterEach, beforeEach, expect, test } from 'vitest'
import { currentCity } from '../../src/flows/city.ts'
import { closeAccount } from '../../src/flows/sign-in/accounts.ts'
import { createSignIn } from '../../src/flows/sign-in/sign-in.ts'
import { eraseDue } from '../../src/flows/upkeep/erase-due.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse } from '../support/staff-house.ts'

const DAY = 86_400_000
let house: House
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.stop())

const erase = async () => await eraseDue(house.deps, await currentCity(house.deps))
const addresses = async () =>
  (await house.deps.store.staff.people.list()).map(({ email }) => email).sort()

async function closed(email: string, before = async (_: { id: string }) => {}) {
  const visitor = await house.signedIn({ email })
  await before(visitor)
  await closeAccount(house.deps, await createSignIn(house.deps), visitor.id)
  return visitor.id
}

test('a closed account is deleted with all that hangs on it once the audit of its time is', async () => {
  await house.signedIn({ email: 'stays@rsc.example' })
  const id = await closed('left@rsc.example')
  const { auditMonths } = (await currentCity(house.deps)).profile.retention
  house.clock.at += (auditMonths * 30 - 5) * DAY
  expect(await erase()).toMatchObject({ staffAccounts: 0 })
  expect(await addresses()).toContain('left@rsc.example')
  house.clock.at += 20 * DAY
  expect(await erase()).toMatchObject({ staffAccounts: 1 })
  expect(await addresses()).toEqual(['stays@rsc.example'])
  const of = { where: { userId: id } }
  expect(await house.db.staffAccount.findMany(of)).toEqual([])
  expect(await house.db.staffTwoFactor.findMany(of)).toEqual([])
  expect(await erase()).toMatchObject({ staffAccounts: 0 })
})

test('one that a request still names stays until the request goes', async () => {
  const guest = await guestBooks(house)
  await closed('noted@rsc.example', async ({ id: staffId }) => {
    const note = { id: 'a-note-0001', intakeId: guest.id, staffId, text: 'angerufen' }
    await house.deps.store.staff.care.addNote(note, house.clock.at)
  })
  const longAfter = house.clock.at + 3650 * DAY
  const { people } = house.deps.store.staff
  expect(await people.eraseClosed(longAfter)).toBe(0)
  await house.db.staffNote.deleteMany()
  expect(await people.eraseClosed(longAfter)).toBe(1)
})
