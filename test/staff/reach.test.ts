// Staff see by which way a person can be reached, and whether what stands on their page was read.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { booksOnPage, type Guest } from '../support/guest-on-page.ts'
import { callerBooks } from '../support/staff-callers.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse, type Visitor } from '../support/staff-house.ts'
import { sendsAtDesk } from '../support/staff-writes.ts'

let house: House
let anna: Visitor
let guest: Guest
beforeEach(async () => {
  house = await openHouse()
  anna = await house.signedIn({ email: 'anna@rsc.example' })
  guest = await booksOnPage(house)
})
afterEach(() => house.stop())

const row = (page: string, id: string) => {
  const found = page.split(/<tr[ >]/).find((one) => one.includes(`/staff/intakes/${id}`))
  return found?.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ') ?? ''
}
const dayOf = async () => {
  const [booking] = await house.db.$queryRawUnsafe<{ startsAt: string }[]>(
    `SELECT "startsAt" FROM "Booking" WHERE "id" = '${guest.booking}'`,
  )
  return booking?.startsAt.slice(0, 10) ?? ''
}
const writes = (visitor: Visitor, id: string) =>
  sendsAtDesk(visitor, `/staff/intakes/${id}`, 'call')

describe('a way to a person', () => {
  test('stands in the list, on the day and in the record', async () => {
    const chat = await guestBooks(house)
    const list = (await anna.get('/staff/intakes')).text
    expect(row(list, guest.id)).toContain('Web-Seite')
    expect(row(list, chat.id)).toContain('Telegram')
    const day = (await anna.get(`/staff?day=${await dayOf()}`)).text
    expect(row(day, guest.id)).toContain('Web-Seite')
    const record = (await anna.get(`/staff/intakes/${guest.id}`)).text
    expect(record).toContain('Erreichbar über')
    expect(record).toContain('Web-Seite')
    expect(record).toContain('Die Person hat keinen Chat.')
  })

  test('is the telephone, too, where a number was given: it stands in the record', async () => {
    await guest.browser.visit('/talk')
    await guest.browser.press(/~op~ways/)
    await guest.browser.press(/~nr~yes/)
    await guest.browser.types('0203 123456')
    const list = (await anna.get('/staff/intakes')).text
    expect(row(list, guest.id)).toContain('Web-Seite, Telefon')
    const record = (await anna.get(`/staff/intakes/${guest.id}`)).text
    expect(record).toContain('0203 123456')
    // Nobody asked to be called at once.
    expect(record).not.toContain('Anruf gewünscht')
  })

  test('is none where the chat is blocked, and then nobody can write', async () => {
    const { user, id } = await guestBooks(house)
    await user.blocks()
    expect(row((await anna.get('/staff/intakes')).text, id)).toContain('keinen Weg')
    await anna.get(`/staff/intakes/${id}`)
    expect((await writes(anna, id)).status).toBe(409)
  })

  test('is the telephone of somebody whom staff wrote down', async () => {
    const { id } = await callerBooks(anna, { phone: '0203 998877' })
    const list = (await anna.get('/staff/intakes')).text
    expect(row(list, id)).toContain('Telefon')
    expect(row(list, id)).not.toContain('Web-Seite')
  })
})

describe('what stands on the page', () => {
  beforeEach(async () => {
    await anna.get(`/staff/intakes/${guest.id}`)
    expect((await writes(anna, guest.id)).status).toBe(303)
    await house.tick()
  })

  test('is not read yet in the list, on the day, in the record and on the call list', async () => {
    expect(row((await anna.get('/staff/intakes')).text, guest.id)).toContain('noch nicht gelesen')
    const day = await anna.get(`/staff?day=${await dayOf()}`)
    expect(row(day.text, guest.id)).toContain('noch nicht gelesen')
    const record = (await anna.get(`/staff/intakes/${guest.id}`)).text
    expect(record).toContain('steht auf der Seite der Person, noch nicht gelesen')
    // Without a number there is nothing to call.
    expect((await anna.get('/staff/calls')).text).not.toContain(guest.id)
    await house.db.intake.updateMany({ where: { id: guest.id }, data: { hasPhone: true } })
    const calls = (await anna.get('/staff/calls')).text
    expect(row(calls, guest.id)).toContain('Neues auf der Web-Seite noch nicht gelesen')
  })

  test('is read once the person has read it', async () => {
    await guest.browser.visit('/talk')
    await guest.browser.press(/~he$/)
    expect(row((await anna.get('/staff/intakes')).text, guest.id)).not.toContain('noch nicht')
    const record = (await anna.get(`/staff/intakes/${guest.id}`)).text
    expect(record).toContain('auf der Seite gelesen')
    expect((await anna.get('/staff/calls')).text).not.toContain(guest.id)
  })

  test('tells a stranger of another centre nothing', async () => {
    const other = { email: 'other@rsc.example', centres: ['hamborn'] }
    const stranger = await house.signedIn(other)
    for (const path of ['/staff/intakes', '/staff/calls', `/staff?day=${await dayOf()}`]) {
      expect((await stranger.get(path)).text).not.toContain(guest.id)
    }
    expect((await stranger.get(`/staff/intakes/${guest.id}`)).status).toBe(404)
    expect((await writes(stranger, guest.id)).status).toBe(404)
  })
})

test('whoever gave a number is called on the working day before', async () => {
  await guest.browser.visit('/talk')
  await guest.browser.press(/~op~ways/)
  await guest.browser.press(/~nr~yes/)
  await guest.browser.types('0203 123456')
  const calls = (await anna.get('/staff/calls')).text
  expect(row(calls, guest.id)).toContain('Keine Erinnerung möglich: an den Termin am')
  expect(row(calls, guest.id)).toContain('0203 123456')
  await anna.post(`/staff/intakes/${guest.id}/called`, { id: 'call-0001', outcome: 'reached' })
  expect((await anna.get('/staff/calls')).text).toContain('Niemand wartet')
})

test('whoever closes a day sees beforehand that somebody has to be called', async () => {
  const lead = await house.signedIn({ email: 'lead@rsc.example', role: 'lead' })
  const page = await lead.get('/staff/closures')
  expect(page.status).toBe(200)
  const day = await dayOf()
  const fields = {
    centre: 'hochfeld',
    seat: '',
    date: day,
    last: '',
    from: '',
    until: '',
    reason: 'krank',
  }
  const check = await lead.post('/staff/closures/check', fields)
  expect(check.text).toContain('Davon ohne Chat, bitte anrufen: 0')
  expect(check.text).toContain('Davon nur auf ihrer Web-Seite zu erreichen, ohne Nummer: 1')
  await house.db.intake.updateMany({ where: { id: guest.id }, data: { hasPhone: true } })
  const called = await lead.post('/staff/closures/check', fields)
  expect(called.text).toContain('Davon ohne Chat, bitte anrufen: 1')
  expect(called.text).not.toContain('nur auf ihrer Web-Seite')
})
