// What is kept of a form is for one account, in one browser, once and for an hour; nobody else gets at it.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse, PASSWORD } from '../support/staff-house.ts'
import { comesBack, formsTo, type Member, sessionEnds, typedIn } from '../support/typed.ts'

const SAID = 'Frau Beispiel ruft morgen an'

let house: House
let guest: Awaited<ReturnType<typeof guestBooks>>
let anna: Member
let ben: Member
let at: string
beforeAll(async () => {
  house = await openHouse()
  guest = await guestBooks(house, { language: 'ar' })
  anna = await house.signedIn({ email: 'anna@rsc.example', name: 'Anna Test' })
  ben = await house.signedIn({ email: 'ben@rsc.example', name: 'Ben Test' })
  at = `/staff/intakes/${guest.id}`
})
afterAll(() => house.stop())
beforeEach(() => house.db.staffUsedCode.deleteMany().then(() => {}))

/** A note sent after the session has ended; what the page that asks to sign in keeps of it. */
async function keeps(member = anna): Promise<string> {
  await member.get(at)
  sessionEnds(member)
  const asked = await member.post(`${at}/notes`, { id: 'drawn-note-1', text: SAID })
  expect(asked.status).toBe(401)
  expect(asked.text).not.toContain(SAID)
  return typedIn(asked.text)
}

const noteIn = (page: string) => formsTo(page, `${at}/notes`)[0]?.querySelector('textarea')?.text

test('its own account has it again by password and code, and sends it by one press', async () => {
  const shown = await comesBack(house, anna, await keeps())
  expect(noteIn(shown.text)).toBe(SAID)
  expect(await house.db.staffNote.count()).toBe(0)
  const id = /name="id" value="(drawn-note-1)"/.exec(shown.text)?.[1] ?? ''
  const saved = await anna.post(`${at}/notes`, { id, text: SAID })
  expect(saved.location).toBe(`${at}?done=note#done`)
  expect(await house.db.staffNote.count()).toBe(1)
})

test('so it has by a recovery code, from the page of codes', async () => {
  const codes = await anna.post('/staff/account/codes', { current: PASSWORD })
  const typed = await keeps()
  const code = await anna.post('/staff/sign-in', { email: anna.email, password: PASSWORD, typed })
  expect(typedIn(code.text)).toBe(typed)
  const asked = await anna.post('/staff/sign-in/recovery', { typed })
  expect(asked.status).toBe(200)
  expect(typedIn(asked.text)).toBe(typed)
  const wrong = await anna.post('/staff/sign-in/recovery', { typed, code: 'wrong-wrong' })
  expect(typedIn(wrong.text)).toBe(typed)
  const recovery = /<ul class="codes"><li>([^<]+)/.exec(codes.text)?.[1] ?? ''
  const shown = await anna.post('/staff/sign-in/recovery', { typed, code: recovery })
  expect(noteIn(shown.text)).toBe(SAID)
})

test('a wrong password or code keeps it', async () => {
  const typed = await keeps()
  const wrong = await anna.post('/staff/sign-in', { email: anna.email, password: 'no', typed })
  expect(typedIn(wrong.text)).toBe(typed)
  await anna.post('/staff/sign-in', { email: anna.email, password: PASSWORD, typed })
  const again = await anna.post('/staff/sign-in/code', { code: '000000', typed })
  expect(typedIn(again.text)).toBe(typed)
  const shown = await comesBack(house, anna, typed)
  expect(noteIn(shown.text)).toBe(SAID)
})

test('who signs in in another window goes on where it waits', async () => {
  const typed = await keeps()
  expect((await anna.post('/staff/typed', { typed })).status).toBe(401)
  await comesBack(house, anna, '')
  expect((await anna.get('/staff/typed')).text).toContain('Weiter mit meiner Eingabe')
  const shown = await anna.post('/staff/typed', { typed })
  expect(noteIn(shown.text)).toBe(SAID)
})

test('another account in the same browser gets nothing of it', async () => {
  const typed = await keeps()
  const inAnnas = { ...ben, jar: anna.jar, get: anna.get, post: anna.post }
  const shown = await comesBack(house, inAnnas, typed)
  expect(shown.status).toBe(410)
  expect(shown.text).not.toContain(SAID)
  sessionEnds(anna)
  expect(noteIn((await comesBack(house, anna, typed)).text)).toBe(SAID)
})

test('another browser of the same account gets nothing of it', async () => {
  const typed = await keeps()
  const elsewhere = { ...anna, ...house.visit() }
  const shown = await comesBack(house, elsewhere, typed)
  expect(shown.status).toBe(410)
  expect(shown.text).not.toContain(SAID)
  await comesBack(house, anna, typed)
})

test('it is shown once', async () => {
  const typed = await keeps()
  expect((await comesBack(house, anna, typed)).status).toBe(200)
  const again = await anna.post('/staff/typed', { typed })
  expect(again.status).toBe(410)
  expect(again.text).not.toContain(SAID)
})

test('what was changed on the way, or is an hour old, is nothing', async () => {
  const typed = await keeps()
  const letters = [...typed]
  const middle = letters.length >> 1
  letters[middle] = letters[middle] === 'A' ? 'B' : 'A'
  expect((await comesBack(house, anna, letters.join(''))).status).toBe(410)
  for (const other of ['', 'x', 'x.y.z', `${'a'.repeat(12)}.1.a.b`]) {
    expect((await anna.post('/staff/typed', { typed: other })).status).toBe(410)
  }
  house.clock.at += 61 * 60_000
  expect((await anna.post('/staff/typed', { typed })).status).toBe(410)
  house.clock.at -= 61 * 60_000
  expect(noteIn((await anna.post('/staff/typed', { typed })).text)).toBe(SAID)
})

test('a form that no page of ours was made for is not kept', async () => {
  const stranger = house.visit()
  const tokens = ['', 'a~b~c~1', `x~${anna.id}~x~1`]
  for (const form of tokens) {
    const asked = await stranger.post(`${at}/notes`, { form, text: SAID })
    expect(asked.status).toBe(401)
    expect(typedIn(asked.text)).toBe('')
    expect([...stranger.jar.keys()]).toEqual([])
  }
})

test('a form of an earlier session of the same account is filled in again, and not sent', async () => {
  const before = await anna.get(at)
  const old = /name="form" value="([^"]+)"/.exec(before.text)?.[1] ?? ''
  sessionEnds(anna)
  await comesBack(house, anna, '')
  const notes = await house.db.staffNote.count()
  const sent = await anna.post(`${at}/notes`, { form: old, id: 'drawn-note-9', text: SAID })
  expect(sent.status).toBe(403)
  expect(noteIn(sent.text)).toBe(SAID)
  expect(await house.db.staffNote.count()).toBe(notes)
})

test('a form of somebody else, sent by whoever is in now, is sealed for its own account', async () => {
  const page = await ben.get(at)
  const bens = /name="form" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
  await anna.get(at)
  const sent = await anna.post(`${at}/notes`, { form: bens, id: 'drawn-note-8', text: SAID })
  expect(sent.status).toBe(403)
  expect(sent.text).not.toContain(SAID)
  const typed = typedIn(sent.text)
  expect((await anna.post('/staff/typed', { typed })).text).not.toContain(SAID)
  const inAnnas = { ...ben, jar: anna.jar, get: anna.get, post: anna.post }
  expect(noteIn((await comesBack(house, inAnnas, typed)).text)).toBe(SAID)
  sessionEnds(anna)
  await comesBack(house, anna, '')
})

test('no password is kept, and nothing that was typed is logged or stored', async () => {
  await anna.get('/staff/account')
  sessionEnds(anna)
  const passwords = { current: 'secret-current', password: 'secret-new', repeat: 'secret-new' }
  const asked = await anna.post('/staff/account/password', passwords)
  expect(typedIn(asked.text)).toBe('')
  expect(asked.text).not.toContain('secret-')
  expect(house.logged.join('\n')).not.toContain(SAID)
  await comesBack(house, anna, '')
})

test('a page that was left open says who has done what since', async () => {
  await anna.get(at)
  await anna.post(`${at}/take`, { from: '' })
  await anna.get(at)
  house.clock.at += 60_000
  await ben.get(at)
  await ben.post(`${at}/take`, { from: anna.id })
  sessionEnds(anna)
  const asked = await anna.post(`${at}/status`, { to: 'closed' })
  const shown = await comesBack(house, anna, typedIn(asked.text))
  expect(shown.text).toContain('Geändert, seit Sie die Seite')
  expect(shown.text).toMatch(/<bdi>Ben Test<\/bdi>: [^<]*übernommen/i)
  const stale = await anna.post(`${at}/take`, { from: 'nobody' })
  expect(stale.status).toBe(409)
})
