// Where the wall between carriers has corners: callers, people who come again, nobody on the other side.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { callerBooks } from '../support/staff-callers.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse, type Visitor } from '../support/staff-house.ts'

let house: House
let anna: Visitor & { id: string }
beforeEach(async () => {
  house = await openHouse()
  anna = await house.signedIn({ email: 'anna@rsc.example', name: 'Anna DRK' })
})
afterEach(() => house.stop())

const cem = () => house.signedIn({ email: 'cem@rsc.example', body: 'caritas' })

async function writtenDown() {
  const who = { alias: 'Frau Rose', phone: '0203 987654' }
  const { id, at, answer } = await callerBooks(anna, who)
  expect(answer.location).toBe(`/staff/intakes/${id}/slip?booked=yes#done`)
  return { id, path: `/staff/intakes/${id}`, startsAt: Number(at) }
}

test('whom staff write down is their carrier’s from the start, and nobody’s within it', async () => {
  const { id, path, startsAt } = await writtenDown()
  const stands = () => house.db.intake.findFirstOrThrow({ where: { id } })
  expect(await stands()).toMatchObject({ bodyId: 'drk', takenBy: null, status: 'new' })
  expect((await anna.get(path)).text).toContain('Frau Rose')
  const other = await cem()
  expect((await other.get(path)).status).toBe(404)
  expect((await other.post(`${path}/take`, { from: '' })).status).toBe(404)
  const booking = await house.db.booking.findFirstOrThrow({ where: { intakeId: id } })
  house.clock.at = startsAt + 300_000
  await other.get('/staff')
  const mark = `/staff/bookings/${booking.id}/mark`
  expect((await other.post(mark, { to: 'attended' })).status).toBe(404)
  // A colleague of the same carrier who has them there takes them over by the same press.
  const ben = await house.signedIn({ email: 'ben@rsc.example' })
  expect((await ben.get('/staff')).text).toContain('Erschienen, übernehmen')
  expect((await ben.post(mark, { to: 'attended' })).location).toBe(`${path}?done=taken#done`)
  expect(await stands()).toMatchObject({ bodyId: 'drk', takenBy: ben.id, status: 'in-care' })
})

test('whoever a colleague has taken over stays theirs when somebody else marks them', async () => {
  const { id, path, startsAt } = await writtenDown()
  await anna.get(path)
  await anna.post(`${path}/take`, { from: '' })
  const booking = await house.db.booking.findFirstOrThrow({ where: { intakeId: id } })
  house.clock.at = startsAt + 300_000
  const ben = await house.signedIn({ email: 'ben@rsc.example' })
  await ben.get('/staff')
  await ben.post(`/staff/bookings/${booking.id}/mark`, { to: 'attended' })
  const stands = await house.db.intake.findFirstOrThrow({ where: { id } })
  expect(stands).toMatchObject({ takenBy: anna.id, bodyId: 'drk' })
})

test('who was with another carrier before is taken over like anybody, and that is not told', async () => {
  const guest = await guestBooks(house, { body: null })
  await house.db.intake.update({ where: { id: guest.id }, data: { takenBy: anna.id } })
  const path = `/staff/intakes/${guest.id}`
  const other = await cem()
  const front = await other.get(path)
  expect(front.text).not.toContain('Anna DRK')
  expect(front.text).not.toContain(anna.id)
  expect((await other.post(`${path}/take`, { from: '' })).location).toBe(`${path}?done=taken#done`)
  const stands = await house.db.intake.findFirstOrThrow({ where: { id: guest.id } })
  expect(stands).toMatchObject({ takenBy: other.id, bodyId: 'caritas', status: 'in-care' })
})

test('nothing is handed to where nobody works, nor without a reason, and both are said', async () => {
  const guest = await guestBooks(house)
  const path = `/staff/intakes/${guest.id}`
  await anna.get(path)
  const to = { id: 'handed-0001', centre: 'hochfeld', body: 'caritas', why: 'agreed' }
  const nobody = await anna.post(`${path}/hand-over`, to)
  expect([nobody.status, nobody.text]).toEqual([
    409,
    expect.stringContaining('arbeitet an dieser Stelle niemand mit Lotse'),
  ])
  // Elsewhere, or with other work, is not there.
  await house.signedIn({ email: 'd@rsc.example', body: 'caritas', centres: ['hamborn'] })
  await house.signedIn({ email: 'e@rsc.example', body: 'caritas', role: 'volunteer', centres: [] })
  const left = await cem()
  await house.db.staff.updateMany({ where: { id: left.id }, data: { disabledAt: new Date() } })
  await anna.get(path)
  expect((await anna.post(`${path}/hand-over`, to)).status).toBe(409)
  await house.db.staff.updateMany({ where: { id: left.id }, data: { disabledAt: null } })
  await anna.get(path)
  const without = await anna.post(`${path}/hand-over`, { ...to, why: '' })
  expect(without.text).toContain('Wählen Sie bitte, warum')
  const stands = await house.db.intake.findFirstOrThrow({ where: { id: guest.id } })
  expect(stands).toMatchObject({ bodyId: 'drk', centreId: 'hochfeld' })
  await anna.get(path)
  expect((await anna.post(`${path}/hand-over`, to)).status).toBe(303)
})

test('a table is sorted by what its reader is shown: its order tells nothing of a hidden paper', async () => {
  const papers = await guestBooks(house, { body: 'stadt-duisburg' })
  house.clock.at += 60_000
  const later = await guestBooks(house, { body: 'stadt-duisburg' })
  const { talk } = await house.db.intake.findFirstOrThrow({ where: { id: papers.id } })
  const kept = JSON.parse(talk) as { answers: object }
  const answers = { ...kept.answers, document: 'section-104c' }
  await house.db.intake.update({
    where: { id: papers.id },
    data: { talk: JSON.stringify({ ...kept, answers }), urgency: 'yellow', rank: 2 },
  })
  const city = await house.signedIn({ email: 'c@rsc.example', body: 'stadt-duisburg' })
  for (const list of ['/staff/intakes', '/staff/intakes.csv']) {
    const { status, text } = await city.get(list)
    expect(status, list).toBe(200)
    expect(text.indexOf(later.ref), list).toBeGreaterThan(-1)
    expect(text.indexOf(later.ref), list).toBeLessThan(text.indexOf(papers.ref))
  }
})
