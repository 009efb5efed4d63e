// A case and the carriers of its centre: who sees it, takes it over, hands it on.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { countedHour } from '../../src/domain/figures/counted-hour.ts'
import { duisburg } from '../support/duisburg.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse } from '../support/staff-house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.stop())

const anna = (more: object = {}) => house.signedIn({ email: 'anna@rsc.example', ...more })
const MONDAY_AT = (time: string) => Date.parse(`2026-11-23T${time}:00+01:00`)

test('a case that another carrier has is a taken seat on the day, also for its lead', async () => {
  const guest = await guestBooks(house, { body: 'caritas' })
  const counsellor = await anna({ body: 'drk' })
  const lead = await house.signedIn({ email: 'lead@rsc.example', role: 'lead' })
  for (const visitor of [counsellor, lead]) {
    expect((await visitor.get(`/staff/intakes/${guest.id}`)).status).toBe(404)
    expect((await visitor.get('/staff/intakes')).text).not.toContain(guest.ref)
    const { text } = await visitor.get('/staff?day=2026-11-23')
    expect(text).toContain(guest.ref)
    expect(text).toContain('Bei einem anderen Träger')
    expect(text).not.toContain(guest.id)
    expect(text).not.toContain('Wohnen')
  }
})

test('a lead reaches the whole centre where the profile says so', async () => {
  await house.stop()
  house = await openHouse({ ...duisburg(), walls: { leads: 'centre' } })
  const guest = await guestBooks(house, { body: 'caritas' })
  const path = `/staff/intakes/${guest.id}`
  const lead = await house.signedIn({ email: 'lead@rsc.example', role: 'lead' })
  expect((await lead.get(path)).text).toContain('Wohnen')
  expect((await lead.get('/staff/intakes')).text).toContain(guest.ref)
  // But takes it from the other carrier by a hand-over alone.
  expect((await lead.post(`${path}/take`, { from: '' })).status).toBe(404)
  const counsellor = await anna({ body: 'drk' })
  expect((await counsellor.get(path)).status).toBe(404)
})

test('one press takes over whom somebody has before them, and opens their record', async () => {
  const guest = await guestBooks(house, { body: null })
  const visitor = await anna()
  const front = await visitor.get(`/staff/intakes/${guest.id}`)
  expect(front.text).toContain('Noch nicht übernommen')
  expect(await house.db.audit.count({ where: { action: 'see-record' } })).toBe(0)
  house.clock.at = MONDAY_AT('10:05')
  await visitor.get('/staff')
  const marked = await visitor.post(`/staff/bookings/${guest.booking}/mark`, { to: 'attended' })
  expect(marked.location).toBe(`/staff/intakes/${guest.id}?done=taken#done`)
  const stands = await house.db.intake.findFirstOrThrow({ where: { id: guest.id } })
  expect(stands).toMatchObject({ takenBy: visitor.id, bodyId: 'drk', status: 'in-care' })
  expect(await house.db.audit.count({ where: { action: 'take-over' } })).toBe(1)
  const other = await house.signedIn({ email: 'cem@rsc.example', body: 'caritas' })
  expect((await other.get(`/staff/intakes/${guest.id}`)).status).toBe(404)
  await other.get('/staff')
  const late = await other.post(`/staff/bookings/${guest.booking}/mark`, { to: 'missed' })
  expect(late.status).toBe(404)
})

test('somebody who does not come is marked so without being taken over', async () => {
  const guest = await guestBooks(house, { body: null })
  house.clock.at = MONDAY_AT('12:00')
  const visitor = await anna()
  await visitor.get('/staff')
  const marked = await visitor.post(`/staff/bookings/${guest.booking}/mark`, { to: 'missed' })
  expect(marked.location).toBe('/staff')
  const stands = await house.db.intake.findFirstOrThrow({ where: { id: guest.id } })
  expect(stands).toMatchObject({ takenBy: null, bodyId: null })
})

test('what is given back stays with its carrier, and its notes with it', async () => {
  const guest = await guestBooks(house, { body: null })
  const path = `/staff/intakes/${guest.id}`
  const visitor = await anna()
  await visitor.get(path)
  await visitor.post(`${path}/take`, { from: '' })
  await visitor.get(path)
  await visitor.post(`${path}/notes`, { id: 'note-0001', text: 'Nur für uns' })
  await visitor.post(`${path}/status`, { to: 'new' })
  const colleague = await house.signedIn({ email: 'ben@rsc.example', body: 'drk' })
  expect((await colleague.get(path)).text).toContain('Nur für uns')
  const other = await house.signedIn({ email: 'cem@rsc.example', body: 'caritas' })
  expect((await other.get(path)).status).toBe(404)
})

test('a request goes to another carrier once the person agreed, noted in both', async () => {
  const guest = await guestBooks(house)
  const path = `/staff/intakes/${guest.id}`
  const visitor = await anna()
  const other = await house.signedIn({ email: 'cem@rsc.example', body: 'caritas' })
  await visitor.get(path)
  const to = { id: 'handed-0001', centre: 'hochfeld', body: 'caritas' }
  expect((await visitor.post(`${path}/hand-over`, to)).status).toBe(409)
  expect((await visitor.post(`${path}/hand-over`, { ...to, why: 'absence' })).status).toBe(409)
  const done = await visitor.post(`${path}/hand-over`, { ...to, why: 'agreed' })
  expect(done.location).toBe('/staff/intakes?ended=handed-over#done')
  expect((await visitor.get(path)).status).toBe(404)
  const { text } = await other.get(path)
  expect(text).toContain('von DRK, RSC Hochfeld an Caritas, RSC Hochfeld')
  expect(text).toContain('Die Person hat im Gespräch zugestimmt (22.11.2026)')
  expect(await house.db.audit.count({ where: { action: 'hand-over-agreed' } })).toBe(1)
})

test('a lead hands a request to another carrier for an absence', async () => {
  const guest = await guestBooks(house)
  const path = `/staff/intakes/${guest.id}`
  const lead = await house.signedIn({ email: 'lead@rsc.example', role: 'lead' })
  await house.signedIn({ email: 'cem@rsc.example', body: 'caritas' })
  await lead.get(path)
  const to = { id: 'handed-0002', centre: 'hochfeld', body: 'caritas', why: 'absence' }
  expect((await lead.post(`${path}/hand-over`, to)).status).toBe(303)
  const rows = await house.db.audit.findMany({ where: { action: 'hand-over-absence' } })
  expect(rows).toMatchObject([{ staffId: lead.id, subject: guest.id, outcome: 'done' }])
})

test('who moves to another centre by themselves leaves behind what staff wrote', async () => {
  const guest = await guestBooks(house, { language: 'de' })
  const path = `/staff/intakes/${guest.id}`
  const visitor = await anna({ centres: ['hochfeld', 'hamborn'] })
  await visitor.get(path)
  await visitor.post(`${path}/notes`, { id: 'note-0001', text: 'Nur für uns' })
  house.clock.at += 60_000
  const { appointments } = house.deps.store
  const open = await appointments.find(guest.booking)
  if (!open) throw new Error('no appointment')
  const counted = countedHour(open.startsAt)
  const there = { ...open, centre: 'hamborn', seats: [9], counted }
  const { personId } = await house.db.intake.findFirstOrThrow({ where: { id: guest.id } })
  await appointments.move(guest.booking, there, { personId, by: 'person' }, house.clock.at)
  const other = await house.signedIn({
    ...{ email: 'cem@rsc.example', body: 'caritas', centres: ['hamborn'] },
  })
  await other.get(path)
  await other.post(`${path}/take`, { from: '' })
  const { text } = await other.get(path)
  expect(text).toContain('Wohnen')
  expect(text).not.toContain('Nur für uns')
  expect(text).toContain('1 Eintrag stammt von einem anderen Träger')
  // Staff who move it keep it.
  const back = { ...open, seats: [9], counted }
  await appointments.move(guest.booking, back, { personId, by: 'staff:cem' }, house.clock.at)
  const stands = await house.db.intake.findFirstOrThrow({ where: { id: guest.id } })
  expect(stands).toMatchObject({ centreId: 'hochfeld', bodyId: 'caritas', walledFor: 'drk' })
})

test('the audit of a lead has their own carrier, and names nobody of another', async () => {
  const ours = await guestBooks(house, { body: 'drk' })
  const theirs = await guestBooks(house, { body: 'caritas' })
  const visitor = await anna({ name: 'Anna DRK' })
  const other = await house.signedIn({
    ...{ email: 'cem@rsc.example', body: 'caritas', name: 'Cem Caritas' },
  })
  await visitor.get(`/staff/intakes/${ours.id}`)
  await other.get(`/staff/intakes/${theirs.id}`)
  await other.get(`/staff/intakes/${ours.id}`)
  const lead = await house.signedIn({ email: 'lead@rsc.example', role: 'lead' })
  const { text } = await lead.get(`/staff/audit?ref=${ours.ref}`)
  expect(text).toContain('Anna DRK')
  expect(text).toContain(ours.ref)
  expect(text).toContain('jemand außerhalb Ihres Trägers')
  expect(text).not.toContain('Cem Caritas')
  const others = await lead.get(`/staff/audit?ref=${theirs.ref}`)
  expect(others.text).toContain('nichts protokolliert')
  expect(others.text).not.toContain('<tbody>')
})
