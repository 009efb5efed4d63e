import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse } from '../support/staff-house.ts'

const DAY = 24 * 3_600_000

let house: House
beforeEach(async () => {
  // A Sunday; the first free time is on Monday, 23 November 2026.
  house = await openHouse()
})
afterEach(() => house.stop())

const MONDAY = {
  centre: 'hochfeld',
  date: '2026-11-23',
  from: '',
  until: '',
  reason: 'Fortbildung',
}

const states = () =>
  house.db.$queryRawUnsafe<{ state: string; seat: number | null; startsAt: string }[]>(
    `SELECT "state", "seat", "startsAt" FROM "Booking" ORDER BY "startsAt", "createdAt", "rowid"`,
  )
const word = (language: string, key: string) => house.deps.i18n.t(language, { key }, 0)
const lead = () => house.signedIn({ email: 'leitung@rsc.example', role: 'lead' })

async function closesMonday() {
  const anna = await lead()
  await anna.get('/staff/closures')
  const check = await anna.post('/staff/closures/check', MONDAY)
  const id = /name="id" value="([^"]+)"/.exec(check.text)?.[1] ?? ''
  const close = () => anna.post('/staff/closures', { ...MONDAY, id })
  return { anna, check, id, close }
}

describe('closing a day', () => {
  test('under the id of a closure of other hours displaces nobody', async () => {
    const { anna, id, close } = await closesMonday()
    expect((await close()).status).toBe(303)
    await guestBooks(house)
    const before = await states()
    const other = { ...MONDAY, date: '2026-11-23', last: '2026-12-23', id }
    expect((await anna.post('/staff/closures', other)).status).toBe(404)
    expect(await states()).toEqual(before)
    expect(await house.db.closure.count({ where: { id } })).toBe(1)
  })

  test('shows how many are affected and changes nothing before it is confirmed', async () => {
    await guestBooks(house)
    await guestBooks(house, { language: 'fa' })
    await guestBooks(house, { centre: 'hamborn' })
    const { check } = await closesMonday()
    expect(check.text).toContain('Betroffene Termine: 2')
    expect(check.text).toContain('Montag, 23.11.2026')
    expect((await states()).map(({ state }) => state)).toEqual(['booked', 'booked', 'booked'])
  })

  test('tells everybody in their language and holds three times for each', async () => {
    const guest = await guestBooks(house)
    const other = await guestBooks(house, { language: 'fa' })
    const { close } = await closesMonday()
    expect((await close()).status).toBe(303)
    // A form sent twice closes once.
    expect((await close()).status).toBe(303)
    await house.tick()
    guest.user.sees(word('ckb', 'closure.title'))
    guest.user.sees(word('ckb', 'closure.sorry'))
    other.user.sees(word('fa', 'closure.title'))
    const after = await states()
    expect(after.filter(({ state }) => state === 'cancelled').map(({ seat }) => seat)).toEqual([
      null,
      null,
    ])
    const held = after.filter(({ state }) => state === 'offered')
    expect(held).toHaveLength(6)
    expect(new Set(held.map(({ startsAt, seat }) => `${startsAt} ${seat}`)).size).toBe(6)
    for (const { startsAt } of held) expect(startsAt >= '2026-11-24').toBe(true)
    expect(guest.user.buttons()).toHaveLength(6)

    // One tap, and the other two are free again.
    await guest.user.tapsData(/~tk~/)
    guest.user.sees(word('ckb', 'booking.appointment.title'))
    guest.user.sees(guest.ref)
    const later = await states()
    expect(later.filter(({ state }) => state === 'booked')).toHaveLength(1)
    expect(later.filter(({ state }) => state === 'offered')).toHaveLength(3)
  })

  test('leaves nobody a time on the closed day', async () => {
    const { close } = await closesMonday()
    await close()
    const guest = await guestBooks(house)
    expect((await states()).map(({ startsAt }) => startsAt.slice(0, 10))).toEqual(['2026-11-25'])
    expect(guest.booking).not.toBe('')
  })

  test('puts whoever does not answer for a day on the call list, and whoever has no chat at once', async () => {
    const silent = await guestBooks(house)
    const gone = await guestBooks(house, { language: 'fa' })
    await gone.user.blocks()
    const { anna, check, close } = await closesMonday()
    expect(check.text).toContain('bitte anrufen: 0')
    expect(check.text).toContain('ohne Chat und ohne Nummer: 1')
    await close()
    await house.tick()
    const calls = await anna.get('/staff/calls')
    expect(calls.text).toContain(gone.ref)
    expect(calls.text).toContain('entfällt: neue Zeit anbieten')
    expect(calls.text).not.toContain(silent.ref)
    await house.passes(DAY + 60_000)
    const again = await house.signedIn({ email: 'vertretung@rsc.example', role: 'lead' })
    expect((await again.get('/staff/calls')).text).toContain(silent.ref)
    // What was held for them is free for others again.
    expect((await states()).filter(({ state }) => state === 'offered')).toEqual([])
  })

  test('gives the old seats back when the day is opened before answers are in', async () => {
    const waits = await guestBooks(house)
    const answers = await guestBooks(house, { language: 'fa' })
    const before = await states()
    const { anna, id, close } = await closesMonday()
    await close()
    await house.tick()
    await answers.user.tapsData(/~tk~/)
    expect((await anna.post(`/staff/closures/${id}/reopen`, {})).status).toBe(303)
    await house.tick()
    waits.user.sees(word('ckb', 'closure.reopened'))
    const booked = (await states()).filter(({ state }) => state === 'booked')
    expect(booked).toHaveLength(2)
    expect(booked).toContainEqual(before[0])
    expect((await states()).filter(({ state }) => state === 'offered')).toEqual([])
    expect((await anna.get('/staff/closures')).text).not.toContain('Fortbildung')
  })

  test('stands on the page of that day with why, and opening again first says how many it tells', async () => {
    await guestBooks(house)
    const { anna, id, close } = await closesMonday()
    await close()
    const day = (await anna.get('/staff?day=2026-11-23')).text
    expect(day).toContain('Geschlossen: <bdi dir="auto">Fortbildung</bdi>')
    expect(day).not.toContain('Keine Termine an diesem Tag')
    expect((await anna.get('/staff')).text).toContain('Keine Sprechstunde')
    expect((await anna.get('/staff?day=2026-12-25')).text).toContain('(Feiertag)')
    expect((await anna.get('/staff/closures')).text).toContain(
      `href="/staff/closures/${id}/reopen"`,
    )
    const asks = await anna.get(`/staff/closures/${id}/reopen`)
    expect(asks.text).toContain('Eine Person bekommt ihren Termin zurück')
    expect(await house.db.closure.count()).toBe(1)
    expect((await anna.post(`/staff/closures/${id}/reopen`, {})).status).toBe(303)
    expect((await anna.get(`/staff/closures/${id}/reopen`)).status).toBe(404)
  })

  test('some hours of several days at all centres, told once and offered what stays open', async () => {
    const guest = await guestBooks(house)
    const other = await guestBooks(house, { language: 'fa', centre: 'hamborn' })
    const admin = await house.signedIn({ email: 'it@city.example', role: 'administrator' })
    await admin.get('/staff/closures')
    const wish = {
      centre: 'all',
      date: '2026-11-23',
      last: '2026-11-25',
      from: '08:00',
      until: '17:00',
      reason: 'Streik',
    }
    const check = await admin.post('/staff/closures/check', wish)
    expect(check.text).toContain('Betroffene Termine: 2')
    expect(check.text).toContain('Montag, 23.11.2026, 10:00, RSC Hochfeld')
    const id = /name="id" value="([^"]+)"/.exec(check.text)?.[1] ?? ''
    expect((await admin.post('/staff/closures', { ...wish, id })).status).toBe(303)
    expect((await admin.post('/staff/closures', { ...wish, id })).status).toBe(303)
    // Three centres, three days each.
    expect(await house.db.closure.count()).toBe(9)
    await house.tick()
    guest.user.sees(word('ckb', 'closure.sorry'))
    other.user.sees(word('fa', 'closure.sorry'))
    const held = (await states()).filter(({ state }) => state === 'offered')
    expect(held).toHaveLength(6)
    for (const { startsAt } of held) expect(startsAt >= '2026-11-26').toBe(true)

    // One part of it is opened again, then the rest with one tap.
    const listed = (await admin.get('/staff/closures')).text
    expect(listed).toContain('Alles davon wieder öffnen')
    await admin.post(`/staff/closures/${id}.0/reopen`, {})
    expect(await house.db.closure.count()).toBe(8)
    expect((await admin.post(`/staff/closures/${id}/reopen`, {})).status).toBe(303)
    expect(await house.db.closure.count()).toBe(0)
    expect((await states()).map(({ state }) => state).sort()).toEqual([
      'booked',
      'booked',
      ...Array(6).fill('offer-released'),
    ])
    expect((await admin.post(`/staff/closures/${id}/reopen`, {})).status).toBe(404)
  })

  test('a lead opens again only what is the own centre of a closure everywhere', async () => {
    const admin = await house.signedIn({ email: 'it@city.example', role: 'administrator' })
    await admin.get('/staff/closures')
    const wish = { ...MONDAY, centre: 'all', id: 'everywhere-1' }
    await admin.post('/staff/closures', wish)
    const anna = await lead()
    await anna.get('/staff/closures')
    await anna.post('/staff/closures/everywhere-1/reopen', {})
    const left = await house.db.closure.findMany({ orderBy: { centreId: 'asc' } })
    expect(left.map(({ centreId }) => centreId)).toEqual(['hamborn', 'rheinhausen'])
  })

  test('a single seat displaces only who sits in it', async () => {
    await guestBooks(house)
    const { anna } = await closesMonday()
    const onSeat = async (seat: string) =>
      (await anna.post('/staff/closures/check', { ...MONDAY, seat })).text
    expect(await onSeat('2')).toContain('Betroffene Termine: 0')
    const check = await onSeat('1')
    expect(check).toContain('Betroffene Termine: 1')
    expect(check).toContain('Montag, 23.11.2026, Platz 1')
    const id = /name="id" value="([^"]+)"/.exec(check)?.[1] ?? ''
    await anna.post('/staff/closures', { ...MONDAY, seat: '1', id })
    expect(await house.db.closure.findFirst()).toMatchObject({ centreId: 'hochfeld', seat: 1 })
  })

  test('tells a mistake at its field and keeps what was entered', async () => {
    const { anna } = await closesMonday()
    const answer = await anna.post('/staff/closures/check', {
      ...MONDAY,
      last: '2026-11-20',
      from: '12:00',
      until: '10:00',
      reason: ' ',
    })
    expect(answer.status).toBe(422)
    for (const field of ['last', 'until', 'reason']) {
      expect(answer.text).toContain(`id="fault-${field}"`)
    }
    expect(answer.text).toContain('value="2026-11-20"')
    const endless = await anna.post('/staff/closures/check', { ...MONDAY, last: '2027-11-23' })
    expect(endless.text).toContain('id="fault-last"')
  })

  test('says at its page what was done, and asks where, of whom has several centres', async () => {
    const { close } = await closesMonday()
    expect((await close()).location).toBe('/staff/closures?said=closed#done')
    const two = await house.signedIn({
      ...{ email: 'zwei@rsc.example', role: 'lead', centres: ['hochfeld', 'hamborn'] },
    })
    const { text } = await two.get('/staff/closures?said=closed')
    expect(text).toContain('Die Zeiten sind geschlossen.')
    expect((await two.get('/staff/closures?said=<b>')).text).not.toContain('id="done"')
    expect(/<select id="centre"[^>]*>(<option[^>]*>)/.exec(text)?.[1]).toBe(
      '<option value="" selected>',
    )
    const asked = await two.post('/staff/closures/check', { ...MONDAY, centre: '' })
    expect(asked.status).toBe(422)
    expect(asked.text).toMatch(/id="fault-centre">Bitte wählen Sie aus/)
    expect(asked.text).toContain('value="Fortbildung"')
  })

  test('all centres are one’s own ones for a lead', async () => {
    const other = await guestBooks(house, { centre: 'hamborn' })
    const { anna } = await closesMonday()
    const page = await anna.get('/staff/closures')
    expect(page.text).not.toContain('value="all"')
    const check = await anna.post('/staff/closures/check', { ...MONDAY, centre: 'all' })
    expect(check.text).toContain('Betroffene Termine: 0')
    expect(other.ref).not.toBe('')
  })

  test('is only for one’s own centre', async () => {
    await guestBooks(house)
    const { anna } = await closesMonday()
    // A centre of others, and one that there is not.
    for (const centre of ['hamborn', 'nowhere']) {
      const elsewhere = { ...MONDAY, centre }
      expect((await anna.post('/staff/closures/check', elsewhere)).status).toBe(404)
      const refused = await anna.post('/staff/closures', { ...elsewhere, id: 'closing-0001' })
      expect(refused.status).toBe(404)
    }
    expect(await house.db.closure.findMany()).toEqual([])
  })
})

test('days that are no holidays, and on which hardly anybody works, are named until they are closed', async () => {
  // Of that year both are Mondays, on which Hochfeld counsels.
  house.clock.at = Date.parse('2029-11-25T09:00:00Z')
  const anna = await lead()
  const hint = async () => {
    const { text } = await anna.get('/staff/closures')
    return /<p class="hint">([^<]*kein Feiertag[^<]*)</.exec(text)?.[1] ?? ''
  }
  expect(await hint()).toContain('Montag, 24.12.2029 · Montag, 31.12.2029')
  const eve = { ...MONDAY, date: '2029-12-24', reason: 'Heiligabend' }
  const check = await anna.post('/staff/closures/check', eve)
  const id = /name="id" value="([^"]+)"/.exec(check.text)?.[1] ?? ''
  expect((await anna.post('/staff/closures', { ...eve, id })).status).toBe(303)
  expect(await hint()).not.toContain('24.12.2029')
  expect(await hint()).toContain('31.12.2029')
})
