// A press on the wrong row, or too early: asked about, and taken back on the same day, with nothing lost meanwhile.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isMarkedEarly } from '../../src/domain/appointment/attendance.ts'
import { callerBooks } from '../support/staff-callers.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse, type Visitor } from '../support/staff-house.ts'
import { formsTo, hiddenOf } from '../support/typed.ts'

const MINUTE = 60_000
let house: House
let anna: Visitor
beforeEach(async () => {
  house = await openHouse()
  anna = await house.signedIn({ email: 'anna@rsc.example' })
})
afterEach(() => house.stop())

const stateOf = (id: string) => house.db.booking.findUniqueOrThrow({ where: { id } })

test('who is marked before it begins is asked about, keeps the appointment, and it is taken back', async () => {
  const guest = await guestBooks(house, { language: 'de' })
  const path = `/staff/bookings/${guest.booking}/mark`
  const { startsAt } = await stateOf(guest.booking)
  house.clock.at = Date.parse(startsAt) - 2 * 60 * MINUTE
  await anna.get('/staff')
  const tooEarly = await anna.post(path, { to: 'attended' })
  expect([tooEarly.status, tooEarly.text]).toEqual([
    409,
    expect.stringContaining('Das lässt sich erst ab 23.11.2026, 09:00 vermerken.'),
  ])
  house.clock.at = Date.parse(startsAt) - 52 * MINUTE
  const day = (await anna.get('/staff')).text
  expect(day).toContain('Der Termin beginnt erst 23.11.2026, 10:00. Ist die Person schon da?')
  const asked = await anna.post(path, { to: 'attended', day: '2026-11-23' })
  expect([asked.status, (await stateOf(guest.booking)).state]).toEqual([409, 'booked'])
  expect(asked.text).toContain('Ist die Person schon da?')
  const sure = formsTo(day, path).map(hiddenOf)
  expect(sure).toMatchObject([{ to: 'attended', early: 'yes' }])
  expect((await anna.post(path, sure[0] ?? {})).status).toBe(303)
  expect((await stateOf(guest.booking)).state).toBe('attended')
  await guest.user.sends('/appointment')
  guest.user.sees(guest.ref)
  expect(guest.user.buttons().join()).not.toContain('verschieben')
  const record = (await anna.get(`/staff/intakes/${guest.id}`)).text
  const [back] = formsTo(record, `${path}/back`).map(hiddenOf)
  expect((await anna.post(`${path}/back`, back ?? {})).location).toContain('done=mark-back')
  expect((await stateOf(guest.booking)).state).toBe('booked')
  // Pressed twice it is done once, and it is in the log.
  expect((await anna.post(`${path}/back`, {})).status).toBe(303)
  expect(await house.db.audit.count({ where: { action: 'mark-back' } })).toBe(1)
  await guest.user.sends('/appointment')
  guest.user.sees(guest.ref)
})

test('what was noted of a caller is taken back on the same day, name and number still there', async () => {
  const { id } = await callerBooks(anna, { alias: 'Frau Rose', phone: '0203 987654' })
  const booking = await house.db.booking.findFirstOrThrow({ where: { intakeId: id } })
  const path = `/staff/bookings/${booking.id}/mark`
  house.clock.at = Date.parse(booking.startsAt) - 52 * MINUTE
  await anna.get('/staff')
  await anna.post(path, { to: 'attended', early: 'yes' })
  await house.passes(3 * MINUTE)
  house.clock.at = Date.parse(booking.endsAt) + 10 * MINUTE
  await house.tick()
  expect((await house.db.intake.findUniqueOrThrow({ where: { id } })).sealed).not.toBeNull()
  const day = (await anna.get('/staff')).text
  expect(day).toContain('Vermerk zurücknehmen')
  expect((await anna.post(`${path}/back`, { day: '2026-11-23' })).location).toBe(
    '/staff?day=2026-11-23',
  )
  // It is over: nothing is noted of it.
  expect((await stateOf(booking.id)).state).toBe('unmarked')
  await anna.post(path, { to: 'missed' })
  house.clock.at = Date.parse('2026-11-23T23:30:00Z')
  const late = await anna.post(`${path}/back`, {})
  expect([late.status, (await stateOf(booking.id)).state]).toEqual([409, 'missed'])
})

test.each(['nobody', 'colleagues'])(
  'a request that the press took over is given back to %s, as it was',
  async (whose) => {
    const guest = await guestBooks(house)
    const record = `/staff/intakes/${guest.id}`
    const ben = await house.signedIn({ email: 'ben@rsc.example' })
    if (whose === 'colleagues') {
      await ben.get(record)
      await ben.post(`${record}/take`, { from: '' })
      await ben.post(`${record}/status`, { to: 'new' })
    } else {
      await house.db.intake.update({ where: { id: guest.id }, data: { bodyId: null } })
    }
    const held = async () => {
      const { takenBy, bodyId, bodySince, status } = await house.db.intake.findUniqueOrThrow({
        where: { id: guest.id },
      })
      return { takenBy, bodyId, bodySince, status }
    }
    const before = await held()
    const path = `/staff/bookings/${guest.booking}/mark`
    house.clock.at = Date.parse((await stateOf(guest.booking)).startsAt) + MINUTE
    await anna.get('/staff')
    await anna.post(path, { to: 'attended' })
    expect(await held()).toMatchObject({ takenBy: expect.any(String), bodyId: 'drk' })
    house.clock.at += MINUTE
    const back = await anna.post(`${path}/back`, { record: guest.id })
    expect(back.location).toContain('done=mark-back')
    expect(await held()).toEqual(before)
    expect((await anna.get(back.location ?? '')).status).toBe(200)
    // Pressed at the right row now, it is theirs.
    await anna.post(path, { to: 'attended' })
    expect(await held()).toMatchObject({ takenBy: expect.any(String), bodyId: 'drk' })
  },
)

test('what was written about meanwhile stays with whoever wrote it', async () => {
  const guest = await guestBooks(house)
  const path = `/staff/bookings/${guest.booking}/mark`
  house.clock.at = Date.parse((await stateOf(guest.booking)).startsAt) + MINUTE
  await anna.get('/staff')
  await anna.post(path, { to: 'attended' })
  house.clock.at += MINUTE
  await anna.post(`/staff/intakes/${guest.id}/notes`, { id: 'drawn-note-1', text: 'kommt wieder' })
  expect((await anna.post(`${path}/back`, {})).status).toBe(303)
  const { bodyId, takenBy } = await house.db.intake.findUniqueOrThrow({ where: { id: guest.id } })
  expect([bodyId, takenBy === null]).toEqual(['drk', false])
})

test('is not for another carrier', async () => {
  const guest = await guestBooks(house)
  const path = `/staff/bookings/${guest.booking}/mark`
  const { startsAt } = await stateOf(guest.booking)
  house.clock.at = Date.parse(startsAt) - MINUTE
  await anna.get('/staff')
  await anna.post(path, { to: 'attended', early: 'yes' })
  const cem = await house.signedIn({ email: 'cem@rsc.example', body: 'caritas' })
  await cem.get('/staff/account')
  expect((await cem.post(`${path}/back`, {})).status).toBe(404)
  expect((await stateOf(guest.booking)).state).toBe('attended')
})

test('only what was said before its end is early', () => {
  expect(isMarkedEarly({ state: 'attended', endsAt: 10 }, 9)).toBe(true)
  expect(isMarkedEarly({ state: 'missed', endsAt: 10 }, 10)).toBe(false)
  expect(isMarkedEarly({ state: 'booked', endsAt: 10 }, 9)).toBe(false)
})
