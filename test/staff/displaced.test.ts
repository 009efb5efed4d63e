// After a day was closed: who was hit, who was told and has answered, and whom somebody calls before they set out.

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse, type Visitor } from '../support/staff-house.ts'

const HOUR = 3_600_000

let house: House
beforeEach(async () => {
  // A Sunday, 09:00; the first free time is on Monday, 23 November 2026, 10:00.
  house = await openHouse()
})
afterEach(() => house.stop())

const MONDAY = { centre: 'hochfeld', date: '2026-11-23', from: '', until: '', reason: 'Krankheit' }

const lead = () => house.signedIn({ email: 'leitung@rsc.example', role: 'lead' })

async function closes(by: Visitor): Promise<string> {
  await by.get('/staff/closures')
  const check = await by.post('/staff/closures/check', MONDAY)
  const id = /name="id" value="([^"]+)"/.exec(check.text)?.[1] ?? ''
  expect((await by.post('/staff/closures', { ...MONDAY, id })).status).toBe(303)
  await house.tick()
  return id
}

/** The row of a request in a page's tables, or all of one without a code; its marks stripped. */
const rowOf = (text: string, sign: string) =>
  text
    .split('<tr')
    .find((row) => row.includes(sign))
    ?.replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ') ?? ''

describe('who is concerned', () => {
  test('stands under the closure with what has become of each', async () => {
    const answers = await guestBooks(house)
    const silent = await guestBooks(house, { language: 'fa' })
    const gone = await guestBooks(house, { language: 'ar' })
    await gone.user.blocks()
    const nobodys = await guestBooks(house, { language: 'tr', body: null })
    const others = await guestBooks(house, { language: 'uk', body: 'caritas' })
    const anna = await lead()
    const id = await closes(anna)
    await answers.user.tapsData(/~tk~/)
    expect((await anna.get('/staff/closures')).text).toContain(`href="/staff/closures/${id}"`)
    const { text } = await anna.get(`/staff/closures/${id}`)
    expect(text).toContain('Krankheit')
    expect(rowOf(text, answers.ref)).toMatch(/Neuer Termin: 25\.11\.2026, 1\d:\d0/)
    expect(rowOf(text, silent.ref)).toContain('benachrichtigt, noch keine Antwort')
    expect(rowOf(text, silent.ref)).not.toContain('bitte anrufen')
    expect(rowOf(text, gone.ref)).toMatch(/keine Nachricht möglich bitte anrufen/)
    expect(rowOf(text, gone.ref)).toContain('23.11.')
    // Of what nobody has taken over no more than its front, of another carrier's that there was one.
    expect(rowOf(text, nobodys.ref)).toContain('Noch nicht übernommen')
    expect(rowOf(text, nobodys.ref)).toContain('noch kein neuer Termin')
    expect(rowOf(text, nobodys.ref)).not.toContain('benachrichtigt')
    expect(text).not.toContain(others.ref)
    expect(rowOf(text, 'Bei einem anderen Träger')).toContain('23.11.')

    // Whoever was sent it is noted.
    const noted = await house.db.auditSubject.findMany()
    const seen = noted.map(({ subject }) => subject)
    for (const one of [answers, silent, gone, nobodys]) expect(seen).toContain(one.id)
    expect(seen).not.toContain(others.id)

    // A day later nobody has answered.
    await house.passes(24 * HOUR + 60_000)
    const later = await house.signedIn({ email: 'vertretung@rsc.example', role: 'lead' })
    const again = (await later.get(`/staff/closures/${id}`)).text
    expect(rowOf(again, silent.ref)).toContain('bitte anrufen')
    expect(rowOf(again, answers.ref)).not.toContain('bitte anrufen')
  })

  test('also on the page of the day, for whoever counsels there', async () => {
    const guest = await guestBooks(house)
    await guestBooks(house, { language: 'fa', body: 'caritas' })
    const anna = await house.signedIn({ email: 'anna@rsc.example' })
    expect((await anna.get('/staff?day=2026-11-23')).text).not.toContain('Wegen der Schließung')
    await closes(await lead())
    const { text } = await anna.get('/staff?day=2026-11-23')
    expect(text).toContain('Wegen der Schließung abgesagt')
    expect(rowOf(text, guest.ref)).toContain('benachrichtigt, noch keine Antwort')
    expect(text).toContain('Bei einem anderen Träger')
    const noted = await house.db.audit.findMany({ where: { action: 'see-day' } })
    expect(noted.map(({ subject }) => subject)).toContain(guest.id)
    // Not on another day, nor at another centre.
    expect((await anna.get('/staff?day=2026-11-25')).text).not.toContain('Wegen der Schließung')
    const other = await house.signedIn({ email: 'h@rsc.example', centres: ['hamborn'] })
    expect((await other.get('/staff?day=2026-11-23')).text).not.toContain('Wegen der Schließung')
  })

  test('is nobody’s to read who may not close there', async () => {
    const guest = await guestBooks(house)
    const id = await closes(await lead())
    const elsewhere = await house.signedIn({
      ...{ email: 'h@rsc.example', role: 'lead', centres: ['hamborn'] },
    })
    const admin = await house.signedIn({ email: 'it@city.example', role: 'administrator' })
    expect((await elsewhere.get(`/staff/closures/${id}`)).status).toBe(404)
    expect((await elsewhere.get('/staff/closures/nothing')).status).toBe(404)
    expect((await house.visit().get(`/staff/closures/${id}`)).status).not.toBe(200)
    const { status, text } = await admin.get(`/staff/closures/${id}`)
    expect([status, text.includes(guest.ref)]).toEqual([200, false])
  })
})

test.each(['drk', null])('the record (carrier: %s) says why it was cancelled', async (body) => {
  const guest = await guestBooks(house, { body })
  const anna = await lead()
  const id = await closes(anna)
  const why = 'abgesagt: <bdi dir="auto">Krankheit</bdi>'
  expect((await anna.get(`/staff/intakes/${guest.id}`)).text).toContain(why)
  expect((await anna.get('/staff/intakes?box=all')).text).toContain('(abgesagt)')
  await anna.post(`/staff/closures/${id}/reopen`, {})
  expect((await anna.get(`/staff/intakes/${guest.id}`)).text).not.toContain('Krankheit')
})

describe('whose appointment would begin before a day is over', () => {
  test('is called at once, until they answer', async () => {
    const [silent, answers] = [await guestBooks(house), await guestBooks(house, { language: 'fa' })]
    const anna = await lead()
    house.clock.at += 2 * HOUR
    const id = await closes(anna)
    const calls = (await anna.get('/staff/calls')).text
    expect(calls).toContain(silent.ref)
    expect(calls).toMatch(/Termin am 23\.11\.2026, 10:00 entfällt: neue Zeit anbieten/)
    expect(rowOf((await anna.get(`/staff/closures/${id}`)).text, silent.ref)).toContain(
      'bitte anrufen',
    )
    await answers.user.tapsData(/~tk~/)
    const later = (await anna.get('/staff/calls')).text
    expect([later.includes(silent.ref), later.includes(answers.ref)]).toEqual([true, false])
  })

  test('and of whoever comes later they wait for an answer', async () => {
    const guest = await guestBooks(house)
    const anna = await lead()
    await closes(anna)
    expect((await anna.get('/staff/calls')).text).not.toContain(guest.ref)
  })
})
