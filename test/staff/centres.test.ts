import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createActor } from '../support/actor.ts'
import { seedProfile } from '../support/duisburg.ts'
import { checks, confirms, faultsIn, fieldsIn } from '../support/filled-form.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse } from '../support/staff-house.ts'

let house: House
afterEach(() => house.stop())

const administrator = (more: object = {}) =>
  house.signedIn({ email: 'it@city.example', role: 'administrator', centres: [], ...more })

const HOCHFELD = '/staff/admin/centres/hochfeld'
const profileNow = async () => {
  const row = await house.db.city.findFirstOrThrow()
  return JSON.parse(row.profile) as ReturnType<typeof seedProfile>
}
const states = () =>
  house.db.$queryRawUnsafe<{ state: string; seat: number | null; startsAt: string }[]>(
    'SELECT "state", "seat", "startsAt" FROM "Booking" ORDER BY "startsAt", "rowid"',
  )
const word = (language: string, key: string) => house.deps.i18n.t(language, { key }, 0)

test('an administrator enters hours at a Welcome Point, and a person books there', async () => {
  house = await openHouse(seedProfile('duesseldorf'))
  const admin = await administrator()
  const list = await admin.get('/staff/admin/centres')
  expect(list.text).toContain('keine Sprechstunden: kann nicht gebucht werden')
  const path = '/staff/admin/centres/welcome-point-3'
  const preview = await checks(admin, path, {
    address: 'Musterstraße 3, Düsseldorf',
    phones: '0211 8991',
    'openings.0.day1': 'yes',
    'openings.0.opens': '10:00',
    'openings.0.closes': '12:00',
    'openings.0.seats': '3',
  })
  expect(preview.status).toBe(200)
  expect(preview.text).toContain('Montag 10:00–12:00')
  expect(preview.text).toContain('Kein gebuchter Termin ist betroffen.')
  expect((await profileNow()).centres[2]?.openings).toEqual([])
  expect((await confirms(admin, path, preview.text)).location).toBe('/staff/admin/centres?done')

  const user = createActor(house.world)
  const de = (key: string) => word('de', key)
  await user.sends('/start')
  await user.taps(de('lobby.language.own-name'))
  await user.taps(de('lobby.consent.button.agree'))
  await user.taps(de('questions.urgent.option.no'))
  await user.taps(de('questions.topics.option.housing'))
  await user.taps('Stadtbezirk 3')
  await user.tapsData(/an~spoken/)
  await user.tapsData(/~tm~welcome-point-3/)
  await user.taps(de('booking.check.button.book'))
  expect(user.sees(de('booking.appointment.title')).text).toContain('Musterstraße 3, Düsseldorf')
  const [booked] = await house.db.booking.findMany()
  expect(booked).toMatchObject({
    centreId: 'welcome-point-3',
    startsAt: '2026-11-23T09:00:00.000Z',
  })
  const audited = await house.db.audit.findMany({ where: { action: 'edit-city' } })
  expect(audited.map(({ subject, outcome }) => [subject, outcome])).toEqual([
    ['welcome-point-3', 'done'],
  ])
})

describe('in Duisburg', () => {
  beforeEach(async () => {
    house = await openHouse()
  })

  test('a form sent as it is changes nothing', async () => {
    const admin = await administrator()
    for (const { id } of (await profileNow()).centres) {
      const preview = await checks(admin, `/staff/admin/centres/${id}`, {})
      expect(preview.text, id).toContain('Es ändert sich nichts.')
      expect(preview.text).not.toContain('Jetzt ändern')
    }
    expect((await checks(admin, '/staff/admin/rules', {})).text).toContain('Es ändert sich nichts.')
  })

  test('every mistake is told at its field, and nothing is changed', async () => {
    const admin = await administrator()
    const before = await profileNow()
    const answer = await checks(admin, HOCHFELD, {
      name: ' ',
      phones: 'bei Frau Müller',
      'openings.0.closes': '09:00',
      'openings.1.seats': 'viele',
      'openings.2.opens': '10:00',
      'openings.2.closes': '12:00',
      'phoneHours.0.opens': '0 Uhr',
    })
    expect(answer.status).toBe(422)
    expect(faultsIn(answer.text)).toEqual([
      'name',
      'openings.0.closes',
      'openings.1.seats',
      'openings.2.weekdays',
      'phoneHours.0.opens',
      'phones',
    ])
    expect(answer.text).toContain('value="viele"')
    expect(answer.text).toContain('aria-describedby="fault-openings.1.seats"')
    expect(await profileNow()).toEqual(before)
  })

  test('more seats kept back than there are is told at the rule', async () => {
    const admin = await administrator()
    const answer = await checks(admin, HOCHFELD, { 'openings.0.walkInSeats': '5' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('id="fault-openings.0"')
  })

  test('says whose appointments no longer fit, then tells them and holds other times', async () => {
    const first = await guestBooks(house, { language: 'ckb' })
    const later = await guestBooks(house, { language: 'fa' })
    const kept = await states()
    const admin = await administrator()
    // From 10:20 on: the first appointment falls outside, the second stands.
    const preview = await checks(admin, HOCHFELD, { 'openings.0.opens': '10:20' })
    expect(preview.text).toContain('Termine, die nicht mehr passen: 1')
    expect(preview.text).toContain('Montag, 23.11.2026, 10:00')
    expect(preview.text).not.toContain(first.ref)
    expect(await states()).toEqual(kept)

    expect((await confirms(admin, HOCHFELD, preview.text)).status).toBe(303)
    // The same form once more changes nothing more.
    expect((await confirms(admin, HOCHFELD, preview.text)).status).toBe(303)
    await house.tick()
    first.user.sees(word('ckb', 'closure.title'))
    first.user.sees(word('ckb', 'closure.changed'))
    const after = await states()
    expect(after.filter(({ state }) => state === 'offered')).toHaveLength(3)
    expect(after.filter(({ state }) => state === 'cancelled')).toHaveLength(1)
    expect(after).toContainEqual(kept[1])
    expect((await profileNow()).centres.find(({ id }) => id === 'hochfeld')?.openings[0]).toEqual({
      id: 'monday',
      repeat: { every: 'week', weekdays: [1] },
      opens: '10:20',
      closes: '12:00',
    })
    await first.user.tapsData(/~tk~/)
    first.user.sees(word('ckb', 'booking.appointment.title'))
    expect(later.ref).not.toBe('')
  })

  test('refuses a change kindly when somebody else was faster, and keeps what was typed', async () => {
    const [admin, other] = [await administrator(), await administrator({ email: 'b@city.example' })]
    const stale = fieldsIn((await admin.get(HOCHFELD)).text)
    const preview = await checks(other, HOCHFELD, { address: 'Neue Straße 1, Duisburg' })
    const waiting = await checks(admin, HOCHFELD, { address: 'Andere Straße 2, Duisburg' })
    await confirms(other, HOCHFELD, preview.text)

    const late = await confirms(admin, HOCHFELD, waiting.text)
    expect(late.status).toBe(409)
    expect(late.text).toContain('Inzwischen hat jemand anderes etwas geändert')
    expect(late.text).toContain('value="Andere Straße 2, Duisburg"')
    const check = await admin.post(`${HOCHFELD}/check`, stale)
    expect(check.status).toBe(409)
    const hochfeld = (await profileNow()).centres.find(({ id }) => id === 'hochfeld')
    expect(hochfeld?.address).toBe('Neue Straße 1, Duisburg')
    // Checked once more, against what the other has made of it, it goes through.
    const again = await admin.post(`${HOCHFELD}/check`, fieldsIn(late.text))
    expect(again.text).toContain('Neue Straße 1, Duisburg')
    expect((await confirms(admin, HOCHFELD, again.text)).status).toBe(303)
  })

  test('refuses when an appointment was booked after the preview', async () => {
    const admin = await administrator()
    const preview = await checks(admin, HOCHFELD, { 'openings.0.gone': 'yes' })
    await guestBooks(house)
    expect((await confirms(admin, HOCHFELD, preview.text)).status).toBe(409)
    expect((await states()).map(({ state }) => state)).toEqual(['booked'])
  })

  test('the rules for all centres: seats that go, and a lead that holds from then on', async () => {
    const guest = await guestBooks(house)
    const admin = await administrator()
    const path = '/staff/admin/rules'
    const wrong = await checks(admin, path, { leadMinutes: 'bald', walkInSeats: '9' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('id="fault-leadMinutes"')
    const preview = await checks(admin, path, { leadMinutes: '2880', slotMinutes: '30' })
    expect(preview.text).toContain('Termine, die nicht mehr passen: 1')
    await confirms(admin, path, preview.text)
    await house.tick()
    guest.user.sees(word('ckb', 'closure.changed'))
    const held = (await states()).filter(({ state }) => state === 'offered')
    for (const { startsAt } of held) expect(startsAt >= '2026-11-24').toBe(true)
    expect((await profileNow()).calendar).toMatchObject({ leadMinutes: 2880, slotMinutes: 30 })
  })

  test('is for administrators only, and only for centres there are', async () => {
    for (const role of ['counsellor', 'lead', 'coordinator'] as const) {
      const visitor = await house.signedIn({ email: `${role}@rsc.example`, role })
      expect((await visitor.get(HOCHFELD)).status, role).toBe(403)
      await visitor.get('/staff/account')
      expect((await visitor.post(HOCHFELD, { name: 'X' })).status, role).toBe(403)
    }
    expect((await house.visit().get(HOCHFELD)).status).toBe(401)
    const admin = await administrator()
    expect((await admin.get('/staff/admin/centres/ruhrort')).status).toBe(404)
    expect((await admin.post(`${HOCHFELD}/check`, { form: 'forged' })).status).toBe(403)
  })
})
