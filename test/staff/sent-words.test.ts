// What staff sent is read later as it went out: in the language of the person, and in German.

import { afterEach, beforeEach, expect, test } from 'vitest'
import type { NewAccount } from '../../src/domain/people/accounts.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse } from '../support/staff-house.ts'
import { sendsAtDesk, writesAtDesk } from '../support/staff-writes.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.stop())

const word = (language: string, key: string) => house.deps.i18n.t(language, { key }, 0)

async function atRecord() {
  const guest = await guestBooks(house, { language: 'ckb' })
  const anna = await house.signedIn({ email: 'anna@rsc.example' })
  const path = `/staff/intakes/${guest.id}`
  await anna.get(path)
  await anna.post(`${path}/take`, { from: '' })
  return { guest, anna, path }
}

/** What the history says of the latest message, by language. */
async function saidIn(page: string) {
  const entry =
    /<div class="entry">(?:(?!<div class="entry">)[\s\S])*?<details>([\s\S]*?)<\/details>/
  const said = entry.exec(page)?.[1] ?? ''
  return Object.fromEntries(
    [...said.matchAll(/<div class="written" lang="(\w+)" dir="(\w+)">([\s\S]*?)<\/div>/g)].map(
      ([, language = '', dir, text]) => [`${language} ${dir}`, text],
    ),
  )
}

test('a template is read in both languages, in the direction of each', async () => {
  const { anna, path } = await atRecord()
  expect((await sendsAtDesk(anna, path, 'call')).status).toBe(303)
  const said = await saidIn((await anna.get(path)).text)
  expect(Object.keys(said)).toEqual(['ckb rtl', 'de ltr'])
  expect(said['ckb rtl']).toContain(word('ckb', 'message.call'))
  expect(said['ckb rtl']).toContain('<bdi lang="de" dir="ltr">0203 60802707</bdi>')
  expect(said['de ltr']).toContain('Bitte rufen Sie uns an.')
})

test('the preview for whoever has no chat says nothing of Telegram, and is sent', async () => {
  const { anna, path } = await atRecord()
  const wish = { template: 'free', text: 'Bitte rufen Sie an.' }
  const chat = await anna.post(`${path}/message`, wish)
  expect(chat.text).toContain('Auch Telegram kann es hören')
  await house.db.$executeRawUnsafe(`UPDATE "Address" SET "channel" = 'web'`)
  const page = await anna.post(`${path}/message`, wish)
  expect(page.status).toBe(200)
  expect(page.text).not.toContain('Telegram kann')
  expect(page.text).toContain(word('ckb', 'voice.on-page'))
  const { send } = await writesAtDesk(anna, path, wish)
  expect((await send()).status).toBe(303)
  // Neither does what of it stands in the history.
  const said = Object.values(await saidIn((await anna.get(path)).text)).join()
  expect(said).toContain(word('ckb', 'voice.on-page'))
  expect(said).not.toContain('Telegram kann')
})

test('an own text can be read later, and nothing of it is code', async () => {
  const { anna, path } = await atRecord()
  await sendsAtDesk(anna, path, 'free', 'Kommen Sie <b>bitte</b>\nzum Eingang B.')
  const said = await saidIn((await anna.get(path)).text)
  expect(said['ckb rtl']).toContain('Kommen Sie &lt;b&gt;bitte&lt;/b&gt;\nzum Eingang B.')
  expect(said['ckb rtl']).toContain(word('ckb', 'message.in-german'))
})

test('what was seen is what arrives, whatever the person reads by then', async () => {
  const { guest, anna, path } = await atRecord()
  await sendsAtDesk(anna, path, 'call')
  await guest.user.sends('/language')
  await guest.user.taps('Deutsch')
  await house.tick()
  guest.user.sees(word('ckb', 'message.call'))
})

test('what would say something else by now is not sent', async () => {
  const { anna, path } = await atRecord()
  const { send } = await writesAtDesk(anna, path, { template: 'call' })
  const { profile } = await house.db.city.findFirstOrThrow()
  const renumbered = profile.replaceAll('0203 60802707', '0203 60802708')
  await house.db.city.updateMany({ data: { profile: renumbered, version: 9 } })
  const refused = await send()
  expect(refused.status).toBe(409)
  expect(refused.text).toContain('name="template" value="call"')
  expect(await house.db.outbox.count({ where: { kind: 'staff-message' } })).toBe(0)
})

test('it is sealed, in the file of the person, and gone with them', async () => {
  const { guest, anna, path } = await atRecord()
  await sendsAtDesk(anna, path, 'papers')
  const [row] = await house.db.outbox.findMany({ where: { kind: 'staff-message' } })
  const papers = word('de', 'booking.appointment.bring-papers')
  expect(row?.sealed).not.toContain(papers)
  expect(row?.payload).not.toContain(papers)
  const held = await house.deps.store.holdings.of(row?.personId ?? '')
  const message = held.messages.find(({ kind }) => kind === 'staff-message')
  expect(message).toMatchObject({
    template: 'papers',
    language: 'ckb',
    text: expect.stringContaining(word('ckb', 'booking.appointment.bring-papers')),
    german: expect.stringContaining(papers),
  })
  await anna.post(`${path}/erase`, {})
  await house.tick()
  expect(await house.db.outbox.count({ where: { kind: 'staff-message' } })).toBe(0)
  expect(guest.ref).not.toBe('')
})

test('who may not see the record reads none of it', async () => {
  const { anna, path } = await atRecord()
  await sendsAtDesk(anna, path, 'free', 'Nur hier zu lesen')
  const others = [
    { email: 'b@rsc.example', body: 'caritas' },
    { email: 'c@rsc.example', centres: ['hamborn'] },
    { email: 'd@rsc.example', role: 'coordinator', centres: [], body: null },
    { email: 'e@rsc.example', role: 'administrator', centres: [], body: null },
    { email: 'f@rsc.example', role: 'volunteer', centres: [], body: null },
    { email: 'g@rsc.example', role: 'data-protection', centres: [], body: null },
  ] satisfies (Partial<NewAccount> & { email: string })[]
  for (const other of others) {
    const member = await house.signedIn(other)
    const seen = await member.get(path)
    expect(seen.text, other.email).not.toContain('Nur hier zu lesen')
    const tried = await sendsAtDesk(member, path, 'free', 'Von woanders')
    expect([403, 404], other.email).toContain(tried.status)
  }
  expect(await house.db.outbox.count({ where: { kind: 'staff-message' } })).toBe(1)
})
