// What is kept of a form is for one account, in one browser, until it is sent and for an hour at most; nobody else gets at it.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse, PASSWORD } from '../support/staff-house.ts'
import { comesBack, formsTo, type Member, sessionEnds, typedAt } from '../support/typed.ts'

const NOBODY = { channel: 'staff', id: 'nobody' } as const
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

/** A note sent after the session has ended; the page on which it stands again. */
async function keeps(member = anna): Promise<string> {
  await member.get(at)
  sessionEnds(member)
  const asked = await member.post(`${at}/notes`, { id: 'drawn-note-1', text: SAID })
  expect(asked.status).toBe(303)
  expect(asked.location).not.toContain('Frau')
  return typedAt(asked)
}

const noteIn = (page: string) => formsTo(page, `${at}/notes`)[0]?.querySelector('textarea')?.text

test('its own account has it again by password and code, as often as it is asked for, and sends it by one press', async () => {
  const again = await keeps()
  expect((await anna.get(`/staff/sign-in?next=${again}`)).text).toContain('nicht verloren')
  expect(noteIn((await comesBack(house, anna, again)).text)).toBe(SAID)
  const shown = await anna.get(again)
  expect(noteIn(shown.text)).toBe(SAID)
  expect(shown.headers.get('content-security-policy')).toContain("script-src 'self'")
  expect(await house.db.staffNote.count()).toBe(0)
  const id = /name="id" value="(drawn-note-1)"/.exec(shown.text)?.[1] ?? ''
  const Referer = `http://localhost${again}`
  await anna.post('/staff/find', { find: 'nobody' }, { Referer })
  expect(noteIn((await anna.get(again)).text)).toBe(SAID)
  const saved = await anna.post(`${at}/notes`, { id, text: SAID }, { Referer })
  expect(saved.location).toBe(`${at}?done=note#done`)
  expect(await house.db.staffNote.count()).toBe(1)
  // Who goes back from there comes to the record, and nothing is left of what was kept.
  expect(await anna.get(again)).toMatchObject({ status: 303, location: at })
  const row = await house.db.staffVerification.findFirstOrThrow({ where: { id: nameOf(again) } })
  expect(row.value.length).toBeLessThan(150)
})

const nameOf = (page: string) => page.split('/').at(-1) ?? ''

test('so it has by a recovery code, from the page of codes', async () => {
  const codes = await anna.post('/staff/account/codes', { current: PASSWORD })
  const next = await keeps()
  const { email } = anna
  const asked = await anna.post('/staff/sign-in', { email, password: PASSWORD, next })
  const code = await anna.get(asked.location ?? '')
  const other = /href="(\/staff\/sign-in\/recovery[^"]*)"/.exec(code.text)?.[1] ?? ''
  expect((await anna.get(other)).text).toContain(`name="next" value="${next}"`)
  const wrong = await anna.post('/staff/sign-in/recovery', { next, code: 'wrong-wrong' })
  expect(wrong.text).toContain(`name="next" value="${next}"`)
  const recovery = /<ul class="codes"><li>([^<]+)/.exec(codes.text)?.[1] ?? ''
  const led = await anna.post('/staff/sign-in/recovery', { next, code: recovery })
  expect(led.location).toBe(next)
  expect(noteIn((await anna.get(next)).text)).toBe(SAID)
})

test('a wrong password or code keeps the way to it', async () => {
  const next = await keeps()
  const { email } = anna
  const wrong = await anna.post('/staff/sign-in', { email, password: 'no', next })
  expect(wrong.text).toContain(`name="next" value="${next}"`)
  await anna.post('/staff/sign-in', { email, password: PASSWORD, next })
  const again = await anna.post('/staff/sign-in/code', { code: '000000', next })
  expect(again.text).toContain(`name="next" value="${next}"`)
  expect(noteIn((await comesBack(house, anna, next)).text)).toBe(SAID)
})

test('who signs in in another window goes on by a link', async () => {
  const again = await keeps()
  const asked = await anna.get(again)
  expect(asked.status).toBe(401)
  expect(asked.text).toContain(`<a class="button quiet" href="${again}">`)
  await comesBack(house, anna)
  expect(noteIn((await anna.get(again)).text)).toBe(SAID)
})

test('another account in the same browser gets nothing of it', async () => {
  const again = await keeps()
  const inAnnas = { ...ben, jar: anna.jar, get: anna.get, post: anna.post }
  const shown = await comesBack(house, inAnnas, again)
  expect(shown.status).toBe(410)
  expect(shown.text).not.toContain(SAID)
  sessionEnds(anna)
  expect(noteIn((await comesBack(house, anna, again)).text)).toBe(SAID)
})

test('another browser of the same account gets nothing of it', async () => {
  const again = await keeps()
  const elsewhere = { ...anna, ...house.visit() }
  const shown = await comesBack(house, elsewhere, again)
  expect(shown.status).toBe(410)
  expect(shown.text).not.toContain(SAID)
  await comesBack(house, anna, again)
})

test('of what is kept nobody reads anything without the browser, and an hour later it is nothing', async () => {
  const again = await keeps()
  const row = await house.db.staffVerification.findFirstOrThrow({ where: { id: nameOf(again) } })
  expect(row.value).not.toContain('Frau')
  await expect(house.deps.store.pages.open('typed', NOBODY, row.value)).resolves.toBeUndefined()
  await comesBack(house, anna, again)
  for (const other of ['x', nameOf(again).slice(1), `${nameOf(again)}a`]) {
    expect((await anna.get(`/staff/typed/${other}`)).status).toBe(410)
  }
  const { expiresAt } = row
  expect(Math.abs(expiresAt.getTime() - Date.now() - 60 * 60_000)).toBeLessThan(60_000)
  await house.db.staffVerification.update({
    where: { id: row.id },
    data: { expiresAt: new Date(Date.now() - 1) },
  })
  expect((await anna.get(again)).status).toBe(410)
  // The next that is kept takes it away.
  await keeps()
  expect(await house.db.staffVerification.count({ where: { id: nameOf(again) } })).toBe(0)
  await comesBack(house, anna)
})

test('of an account that has left many behind the latest thirty are there', async () => {
  await anna.get(at)
  const pages: string[] = []
  for (let n = 0; n < 32; n += 1) {
    const refused = await anna.post(`${at}/notes`, { id: 'drawn-note-1', text: '' })
    pages.push(refused.location ?? '')
    // The order of those of one millisecond nobody needs to know.
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  const identifier = `typed ${anna.id}`
  expect(await house.db.staffVerification.count({ where: { identifier } })).toBe(30)
  const found = await Promise.all(pages.map(async (page) => (await anna.get(page)).status))
  expect(found).toEqual([410, 410, ...Array(30).fill(409)])
  await house.db.staffVerification.deleteMany()
}, 60_000)

test('a form that no page of ours was made for is not kept', async () => {
  const stranger = house.visit()
  const tokens = ['', 'a~b~c~1', `x~${anna.id}~x~1`]
  for (const form of tokens) {
    const asked = await stranger.post(`${at}/notes`, { form, text: SAID })
    expect(asked.status).toBe(401)
    expect([...stranger.jar.keys()]).toEqual([])
  }
})

test('a form of an earlier session of the same account is filled in again, and not sent', async () => {
  const before = await anna.get(at)
  const old = /name="form" value="([^"]+)"/.exec(before.text)?.[1] ?? ''
  sessionEnds(anna)
  await comesBack(house, anna)
  const notes = await house.db.staffNote.count()
  const sent = await anna.post(`${at}/notes`, { form: old, id: 'drawn-note-9', text: SAID })
  expect(noteIn((await anna.get(typedAt(sent))).text)).toBe(SAID)
  expect(await house.db.staffNote.count()).toBe(notes)
})

test('a form of somebody else, sent by whoever is in now, is kept for its own account', async () => {
  const page = await ben.get(at)
  const bens = /name="form" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
  await anna.get(at)
  const sent = await anna.post(`${at}/notes`, { form: bens, id: 'drawn-note-8', text: SAID })
  const asked = await anna.get(sent.location ?? '')
  expect(asked.text).toContain('ein anderes Konto angemeldet')
  expect(asked.text).not.toContain('Anna Test')
  const again = typedAt(sent)
  expect((await anna.get(again)).status).toBe(410)
  const inAnnas = { ...ben, jar: anna.jar, get: anna.get, post: anna.post }
  expect(noteIn((await comesBack(house, inAnnas, again)).text)).toBe(SAID)
  sessionEnds(anna)
  await comesBack(house, anna)
})

test('no password is kept, and nothing that was typed is logged', async () => {
  await anna.get('/staff/account')
  sessionEnds(anna)
  const passwords = { current: 'secret-current', password: 'secret-new', repeat: 'secret-new' }
  const asked = await anna.post('/staff/account/password', passwords)
  expect(typedAt(asked)).toBe('')
  expect(asked.text).not.toContain('secret-')
  expect(house.logged.join('\n')).not.toContain(SAID)
  await comesBack(house, anna)
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
  const shown = await comesBack(house, anna, typedAt(asked))
  expect(shown.text).toContain('Geändert, seit Sie die Seite')
  expect(shown.text).toMatch(/<bdi>Ben Test<\/bdi>: [^<]*übernommen/i)
  const stale = await anna.post(`${at}/take`, { from: 'nobody' })
  expect(stale.status).toBe(409)
})
