// What ids in a form could reach: somebody else's request, appointment or carrier.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { callerForm } from '../support/staff-callers.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse, type Visitor } from '../support/staff-house.ts'

let house: House
let anna: Visitor
beforeEach(async () => {
  house = await openHouse()
  anna = await house.signedIn({ email: 'anna@rsc.example' })
})
afterEach(() => house.stop())

const held = async () => [await house.db.person.count(), await house.db.intake.count()]
const booked = () => house.db.booking.findMany({ where: { state: 'booked' } })

async function form(visitor: Visitor, centre = 'hochfeld') {
  const { fields, times } = await callerForm(visitor, { alias: 'Frau Rose', centre })
  return { ...fields, later: times.at(-1) ?? '' }
}

describe('the form for callers', () => {
  test('sent again with another time leaves the first appointment as it is', async () => {
    const fields = await form(anna)
    expect((await anna.post('/staff/callers', fields)).status).toBe(303)
    const [first] = await booked()
    expect((await anna.post('/staff/callers', { ...fields, at: fields.later })).status).toBe(409)
    expect(await booked()).toEqual([first])
    expect(first?.personId).toBe(fields.id)
    expect(await held()).toEqual([1, 1])
  })

  test('with the id of a request from the chat books nothing and erases nobody', async () => {
    const guest = await guestBooks(house)
    const before = await booked()
    const fields = await form(anna)
    expect((await anna.post('/staff/callers', { ...fields, id: guest.id })).status).toBe(404)
    const person = await house.db.person.findFirstOrThrow()
    expect((await anna.post('/staff/callers', { ...fields, id: person.id })).status).toBe(404)
    expect(await booked()).toEqual(before)
    expect(await held()).toEqual([1, 1])
  })

  test('with the id of another centre’s caller books nothing and erases nobody', async () => {
    const ben = await house.signedIn({ email: 'ben@rsc.example', centres: ['hamborn'] })
    const theirs = await form(ben, 'hamborn')
    expect((await ben.post('/staff/callers', theirs)).status).toBe(303)
    const fields = await form(anna)
    expect((await anna.post('/staff/callers', { ...fields, id: theirs.id })).status).toBe(404)
    expect(await booked()).toHaveLength(1)
    expect(await held()).toEqual([1, 1])
  })
})

test('an appointment at another centre is not moved or cancelled by way of an older request', async () => {
  const guest = await guestBooks(house)
  const ben = await house.signedIn({ email: 'ben@rsc.example', centres: ['hamborn'] })
  await house.db.$executeRawUnsafe(
    `INSERT INTO "Intake" ("id", "personId", "version", "questionnaire", "talk", "ref", "centreId",
       "bodyId", "status", "createdAt", "updatedAt", "submittedAt")
     SELECT 'older-request', "personId", 1, "questionnaire", "talk", 'HA-2222', 'hamborn', 'drk', 'new',
       '2026-01-01T00:00:00.000Z', "updatedAt", '2026-01-01T00:00:00.000Z' FROM "Intake"`,
  )
  const path = '/staff/intakes/older-request'
  expect((await ben.get(path)).status).toBe(200)
  const before = await booked()
  expect(before.map(({ id }) => id)).toEqual([guest.booking])
  expect((await ben.post(`${path}/cancel`, {})).status).toBe(409)
  const { text } = await ben.get(`${path}/times`)
  const at = /name="at" value="(\d+)"/.exec(text)?.[1] ?? ''
  expect(at).not.toBe('')
  expect((await ben.post(`${path}/times`, { centre: 'hamborn', at })).status).toBe(409)
  expect(await booked()).toEqual(before)
  const refused = await house.db.audit.findMany({ where: { outcome: 'refused' } })
  expect(refused.map(({ action }) => action)).toEqual(['change-booking', 'change-booking'])
})

test('a referral under the id of somebody else’s asks nobody and says so', async () => {
  const [guest, other] = [await guestBooks(house), await guestBooks(house)]
  const path = `/staff/intakes/${guest.id}`
  const form = { id: 'referral-0001', target: 'caritas' }
  await anna.get(path)
  expect((await anna.post(`${path}/refer`, form)).status).toBe(303)
  await house.tick()
  await house.db.$executeRawUnsafe('DELETE FROM "Outbox"')
  expect((await anna.post(`/staff/intakes/${other.id}/refer`, form)).status).toBe(409)
  expect(await house.db.outbox.count()).toBe(0)
})

test('a referral of another request is neither printed nor closed by way of an own one', async () => {
  const [guest, other] = [await guestBooks(house), await guestBooks(house)]
  const [mine, theirs] = [`/staff/intakes/${guest.id}`, `/staff/intakes/${other.id}`]
  await anna.get(theirs)
  await anna.post(`${theirs}/refer`, { id: 'referral-0001', target: 'caritas' })
  const path = `${mine}/referrals/referral-0001`
  expect((await anna.get(`${path}/slip`)).status).toBe(404)
  expect((await anna.post(`${path}/outcome`, { outcome: 'arrived' })).status).toBe(404)
  expect((await house.db.referral.findFirstOrThrow()).outcome).toBeNull()
  const refused = await house.db.audit.findMany({ where: { outcome: 'refused' } })
  expect(refused.map(({ action }) => action)).toEqual(['print-referral', 'referral-outcome'])
})
