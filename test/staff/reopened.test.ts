// Opening again gives nobody a time that does not hold: closed twice, other hours by now; and what cannot be closed.

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse, type Visitor } from '../support/staff-house.ts'

let house: House
beforeEach(async () => {
  // A Sunday, 09:00; the first free time is on Monday, 23 November 2026.
  house = await openHouse()
})
afterEach(() => house.stop())

const MONDAY = { centre: 'hochfeld', date: '2026-11-23', from: '', until: '' }
const TWICE = 'Da ist noch aus einem anderen Grund geschlossen'

const lead = () => house.signedIn({ email: 'leitung@rsc.example', role: 'lead' })
const word = (language: string, key: string) => house.deps.i18n.t(language, { key }, 0)

async function closes(by: Visitor, form: Record<string, string>): Promise<string> {
  await by.get('/staff/closures')
  const check = await by.post('/staff/closures/check', form)
  const id = /name="id" value="([^"]+)"/.exec(check.text)?.[1] ?? ''
  expect((await by.post('/staff/closures', { ...form, id })).status).toBe(303)
  return id
}

const reopens = (by: Visitor, id: string) => by.post(`/staff/closures/${id}/reopen`, {})
const stateOf = async (id: string) =>
  (await house.db.booking.findUniqueOrThrow({ where: { id } })).state

describe('a day that is closed twice', () => {
  test('takes place only once both are open again', async () => {
    const guest = await guestBooks(house)
    const anna = await lead()
    const whole = await closes(anna, { ...MONDAY, reason: 'Krankheit' })
    // The same day and more.
    const longer = await closes(anna, { ...MONDAY, last: '2026-11-24', reason: 'nochmal' })
    await house.tick()
    const asks = await anna.get(`/staff/closures/${whole}/reopen`)
    expect(asks.text).toContain('0 Personen bekommen ihren Termin zurück')
    expect(asks.text).toContain(TWICE)
    const done = await reopens(anna, whole)
    expect(done.location).toBe('/staff/closures?said=reopened&back=0&stay=1#done')
    expect((await anna.get(done.location ?? '')).text).toContain(TWICE)
    await house.tick()
    expect(await stateOf(guest.booking)).toBe('cancelled')
    expect(await house.db.outbox.count({ where: { kind: 'reopened' } })).toBe(0)
    // What was held for them stays held.
    expect(await house.db.booking.count({ where: { state: 'offered' } })).toBe(3)
    expect((await reopens(anna, longer)).location).toContain('back=1&stay=0')
    await house.tick()
    expect(await stateOf(guest.booking)).toBe('booked')
    guest.user.sees(word('ckb', 'closure.reopened'))
    expect(await house.db.booking.count({ where: { state: 'offered' } })).toBe(0)
  })

  test('for all centres and for one, and one seat of it', async () => {
    const guest = await guestBooks(house)
    const admin = await house.signedIn({ email: 'it@city.example', role: 'administrator' })
    const first = await closes(admin, { ...MONDAY, seat: '1', reason: 'Stuhl' })
    await closes(admin, { ...MONDAY, centre: 'all', reason: 'Streik' })
    expect((await reopens(admin, first)).location).toContain('back=0&stay=1')
    expect(await stateOf(guest.booking)).toBe('cancelled')
  })

  test('by another seat does not stand in the way', async () => {
    const guest = await guestBooks(house)
    const anna = await lead()
    const whole = await closes(anna, { ...MONDAY, reason: 'Krankheit' })
    await house.db.closure.create({
      data: {
        ...{ id: 'seat-2', centreId: 'hochfeld', seat: 2, reason: '', createdBy: 'x' },
        ...{ startsAt: '2026-11-22T23:00:00.000Z', endsAt: '2026-11-23T23:00:00.000Z' },
        createdAt: '2026-11-22T08:00:00.000Z',
      },
    })
    expect((await reopens(anna, whole)).location).toContain('back=1&stay=0')
    expect(await stateOf(guest.booking)).toBe('booked')
  })

  test('while it was opened again is left to the database', async () => {
    const guest = await guestBooks(house)
    await house.db.booking.update({
      where: { id: guest.booking },
      data: { state: 'cancelled', seat: null, changedBy: 'closure:a' },
    })
    const hours = { startsAt: '2026-11-22T23:00:00.000Z', endsAt: '2026-11-23T23:00:00.000Z' }
    const made = { createdAt: '2026-11-22T08:00:00.000Z', createdBy: 'x', reason: '' }
    await house.db.closure.create({ data: { id: 'b', centreId: 'hochfeld', ...hours, ...made } })
    const { appointments } = house.deps.store
    const now = house.clock.at
    expect(await appointments.reopen(['a'], [guest.booking], 'system', now)).toBe(0)
    expect(await stateOf(guest.booking)).toBe('cancelled')
  })

  test('is refused where nothing would change, and marked where some of it would', async () => {
    const anna = await house.signedIn({
      ...{ email: 'zwei@rsc.example', role: 'lead', centres: ['hochfeld', 'hamborn'] },
    })
    const id = await closes(anna, { ...MONDAY, reason: 'Krankheit' })
    const again = { ...MONDAY, reason: 'nochmal' }
    for (const form of [
      again,
      { ...again, from: '10:00', until: '11:00' },
      { ...again, seat: '1' },
    ]) {
      const { status, text } = await anna.post('/staff/closures/check', form)
      expect([status, /id="fault-date">([^<]+)/.exec(text)?.[1]]).toEqual([
        422,
        'Da ist schon alles geschlossen, es würde sich nichts ändern. Was geschlossen ist, steht unten.',
      ])
      expect(text).toContain('value="nochmal"')
    }
    const straight = await anna.post('/staff/closures', { ...again, id: 'other-form-1' })
    expect(straight.status).toBe(422)
    // The form that closed it may come once more.
    const twice = await anna.post('/staff/closures', { ...MONDAY, reason: 'Krankheit', id })
    expect(twice.status).toBe(303)
    expect(await house.db.closure.count()).toBe(1)
    const both = await anna.post('/staff/closures/check', { ...again, centre: 'all' })
    expect(both.text).toContain('RSC Hochfeld: Montag, 23.11.2026 <strong>(ist schon geschlossen)')
    expect(both.text).not.toContain('RSC Hamborn: Montag, 23.11.2026 <strong>')
  })
})

describe('who counsels at a time that is given back', () => {
  /** Nobody is ordered; on Mondays somebody speaks these, at both seats. */
  const speaking = async (...languages: string[]) => {
    const row = await house.db.city.findFirstOrThrow()
    const profile = JSON.parse(row.profile)
    const centre = profile.centres.find((one: { id: string }) => one.id === 'hochfeld')
    for (const rule of centre.openings) rule.counselling = [{ languages }]
    const changed = JSON.stringify({ ...profile, interpreting: [] })
    await house.db.city.updateMany({ data: { profile: changed, version: { increment: 1 } } })
  }
  const APART = 'Zu einem dieser Termine spricht dann niemand die Sprache der Person.'

  test.each([
    ['speaks their language no more', ['ar'], 'nobody'],
    ['speaks it as before', ['ckb'], 'spoken'],
  ] as const)('%s: it is said', async (_, languages, said) => {
    await speaking('ckb')
    const guest = await guestBooks(house, { spoken: 'ckb' })
    const anna = await lead()
    const id = await closes(anna, { ...MONDAY, reason: 'Krankheit' })
    await house.tick()
    await speaking(...languages)
    const page = (await anna.get(`/staff/closures/${id}/reopen`)).text
    expect(page.includes(APART)).toBe(said === 'nobody')
    expect((await reopens(anna, id)).location).toContain('back=1&stay=0')
    await house.tick()
    const told = guest.user.sees(word('ckb', 'closure.reopened')).text ?? ''
    const yours = { language: { key: 'language.yours' } }
    const line = (how: string) =>
      house.deps.i18n.t('ckb', { key: `language.fit.${how}`, values: yours } as never, 0)
    expect(told).toContain(line(said))
    expect(told).not.toContain(line(said === 'nobody' ? 'spoken' : 'nobody'))
    expect(told.includes(word('ckb', 'language.fit.bring'))).toBe(said === 'nobody')
  })
})

test('other hours by now: stays cancelled, and the page says so', async () => {
  const guest = await guestBooks(house)
  const anna = await lead()
  const id = await closes(anna, { ...MONDAY, reason: 'Krankheit' })
  await house.tick()
  const row = await house.db.city.findFirstOrThrow()
  const profile = JSON.parse(row.profile)
  const centre = profile.centres.find((one: { id: string }) => one.id === 'hochfeld')
  for (const rule of centre.openings) [rule.opens, rule.closes] = ['08:00', '09:00']
  await house.db.city.updateMany({
    data: { profile: JSON.stringify(profile), version: { increment: 1 } },
  })
  expect((await anna.get(`/staff/closures/${id}/reopen`)).text).toContain(
    'oder die Sprechzeiten sind jetzt andere',
  )
  expect((await reopens(anna, id)).location).toContain('back=0&stay=1')
  await house.tick()
  expect(await stateOf(guest.booking)).toBe('cancelled')
  expect(await house.db.outbox.count({ where: { kind: 'reopened' } })).toBe(0)
})

describe('what is over', () => {
  const past = (text: string) => /id="fault-date">([^<]+)/.exec(text)?.[1]

  test('is not closed', async () => {
    const anna = await lead()
    await anna.get('/staff/closures')
    const days = [
      { date: '2026-11-20' },
      { date: '2026-11-20', last: '2026-11-25' },
      { date: '2026-11-22', from: '07:00', until: '09:00' },
    ]
    for (const day of days) {
      const form = { ...MONDAY, ...day, reason: 'Krankheit' }
      const check = await anna.post('/staff/closures/check', form)
      expect([check.status, past(check.text)]).toEqual([
        422,
        'Diese Zeit ist schon vorbei. Heute lässt sich ab jetzt schließen.',
      ])
      expect((await anna.post('/staff/closures', { ...form, id: 'closing-0001' })).status).toBe(422)
    }
    expect(await house.db.closure.count()).toBe(0)
  })

  test('stays as it was today: whoever is there is counselled, whoever comes later is told', async () => {
    const [there, later] = [await guestBooks(house), await guestBooks(house, { language: 'fa' })]
    const begins = (await house.db.booking.findUniqueOrThrow({ where: { id: there.booking } }))
      .startsAt
    await house.db.booking.update({
      where: { id: later.booking },
      data: { startsAt: '2026-11-23T09:40:00.000Z', endsAt: '2026-11-23T10:00:00.000Z' },
    })
    house.clock.at = Date.parse(begins) + 60_500
    const anna = await lead()
    await anna.get('/staff/closures')
    const form = { ...MONDAY, last: '2026-11-24', reason: 'Krankheit' }
    const check = await anna.post('/staff/closures/check', form)
    expect(check.text).toContain('Betroffene Termine: 1')
    expect(check.text).toContain('Montag, 23.11.2026, ab 10:01 – Dienstag, 24.11.2026')
    const id = /name="id" value="([^"]+)"/.exec(check.text)?.[1] ?? ''
    expect((await anna.post('/staff/closures', { ...form, id })).status).toBe(303)
    house.clock.at += 5 * 60_000
    expect((await anna.post('/staff/closures', { ...form, id })).status).toBe(303)
    expect([await stateOf(there.booking), await stateOf(later.booking)]).toEqual([
      'booked',
      'cancelled',
    ])
    expect(await house.db.closure.findMany({ select: { startsAt: true } })).toEqual([
      { startsAt: '2026-11-23T09:01:00.000Z' },
    ])
  })
})
