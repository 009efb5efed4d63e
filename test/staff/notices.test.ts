import { afterEach, beforeEach, expect, test } from 'vitest'
import { createActor } from '../support/actor.ts'
import { duisburg, duisburgInGroups } from '../support/duisburg.ts'
import { SECRET } from '../support/lotse.ts'
import { callerBooks } from '../support/staff-callers.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse } from '../support/staff-house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse(duisburgInGroups())
  // As the Worker of the tests has it, so that a notice can link to a record.
  house.deps.config.publicUrl = 'http://localhost'
})
afterEach(() => house.stop())

const lead = (more: object = {}) =>
  house.signedIn({ email: 'lead@rsc.example', role: 'lead', name: 'Lea Test', ...more })
const codeIn = (text: string) => /link_[0-9a-f]{24}/.exec(text)?.[0] ?? ''

/** Somebody of the team in a group that the bot is in. */
function teamGroup(title = 'RSC Hochfeld Team') {
  const group = house.world.group({ title })
  const member = createActor(house.world, { name: 'Lea', group })
  const heard = () => member.messages().filter(({ from }) => from.id === house.world.bot.id)
  return { member, heard }
}

/** A group that has been linked to RSC Hochfeld. */
async function linked() {
  const lea = await lead()
  await lea.get('/staff/notices')
  const page = await lea.post('/staff/notices/hochfeld/code', {})
  const code = codeIn(page.text)
  const team = teamGroup()
  await team.member.sends(`/start@lotse_demo_bot ${code}`)
  return { lea, code, ...team }
}

test('a code links a group once, and the page says so', async () => {
  const { lea, code, member, heard } = await linked()
  member.sees('Diese Gruppe bekommt jetzt die Hinweise für RSC Hochfeld')
  expect((await lea.get('/staff/notices')).text).toContain('Verbunden seit 22.11.2026, 09:00')
  const other = teamGroup('Fremde')
  await other.member.sends(`/start@lotse_demo_bot ${code}`)
  expect(other.heard()).toHaveLength(0)
  expect(heard()).toHaveLength(1)
  const rows = await house.db.noticeTarget.findMany()
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain('-100')
  const log = await house.db.audit.findMany({ where: { action: 'link-group' } })
  expect(log).toMatchObject([{ staffId: lea.id, centreId: 'hochfeld', outcome: 'done' }])
})

test('a code that is an hour old, or none, is met with silence', async () => {
  const lea = await lead()
  await lea.get('/staff/notices')
  const code = codeIn((await lea.post('/staff/notices/hochfeld/code', {})).text)
  house.clock.at += 3_600_000
  const team = teamGroup()
  await team.member.sends(`/start@lotse_demo_bot ${code}`)
  await team.member.sends(`/start@lotse_demo_bot link_${'0'.repeat(24)}`)
  expect(team.heard()).toHaveLength(0)
  expect(await house.db.noticeTarget.count()).toBe(0)
})

test('the group hears of a new request its code, centre and link, and nothing else', async () => {
  const { heard } = await linked()
  const guest = await guestBooks(house, { topic: 'violence', language: 'ckb' })
  await house.tick()
  await house.tick()
  const [, notice, ...more] = heard()
  expect(more).toEqual([])
  expect(notice?.text).toBe(`${guest.ref}, Hochfeld\nhttp://localhost/staff/intakes/${guest.id}`)
  expect(notice?.reply_markup?.inline_keyboard ?? []).toEqual([])
})

test('an urgent request says so', async () => {
  const { heard } = await linked()
  const guest = await guestBooks(house, { urgent: 'yes' })
  await house.tick()
  expect(heard().at(-1)?.text).toContain(`${guest.ref}, Hochfeld, dringend`)
})

test('a centre hears of what is handed over to it, and of nobody staff wrote down', async () => {
  const { lea, heard } = await linked()
  const guest = await guestBooks(house, { centre: 'hamborn' })
  await house.tick()
  expect(heard()).toHaveLength(1)
  const cem = await house.signedIn({ email: 'cem@rsc.example', centres: ['hamborn'] })
  const path = `/staff/intakes/${guest.id}`
  await cem.get(path)
  await cem.post(`${path}/cancel`, {})
  expect(
    (await cem.post(`${path}/hand-over`, { id: 'handed-over', centre: 'hochfeld', body: 'drk' }))
      .status,
  ).toBe(303)
  await house.tick()
  expect(heard()).toHaveLength(2)
  expect((await callerBooks(lea)).answer.status).toBe(303)
  await house.tick()
  expect(heard()).toHaveLength(2)
})

test('a centre hears once more of a request that has become urgent, and of no other change', async () => {
  const { heard } = await linked()
  const { user, id } = await guestBooks(house, { urgent: 'yes' })
  await house.tick()
  expect(heard()).toHaveLength(2)
  // Nothing is left that would keep a second notice back.
  await house.db.outbox.deleteMany()
  await user.sends('/mydata')
  await house.tick()
  expect(heard()).toHaveLength(2)
  await house.db.intake.update({ where: { id }, data: { urgency: 'yellow' } })
  await user.sends('/mydata')
  await house.tick()
  expect(heard()).toHaveLength(3)
})

test('the bot says nothing else in a group of staff', async () => {
  const { member, heard } = await linked()
  const guest = await guestBooks(house)
  const before = heard().length
  for (const text of ['/start@lotse_demo_bot', '/mydata@lotse_demo_bot', guest.ref, 'Hallo']) {
    await member.sends(text)
  }
  expect(heard()).toHaveLength(before)
})

test('a request that was erased or closed is not announced', async () => {
  const { lea, heard } = await linked()
  const first = await guestBooks(house)
  const second = await guestBooks(house)
  await lea.get(`/staff/intakes/${first.id}`)
  await lea.post(`/staff/intakes/${first.id}/erase`, {})
  await lea.post(`/staff/intakes/${second.id}/status`, { to: 'closed', appointment: 'keep' })
  await house.tick()
  expect(heard()).toHaveLength(1)
})

test('a group that put the bot out is linked no longer, and the person is not to blame', async () => {
  await linked()
  await guestBooks(house)
  const description = 'Forbidden: bot was kicked from the supergroup chat'
  house.world.faults.add({ method: 'sendMessage', times: 1, status: 403, description })
  await house.tick()
  expect(await house.db.noticeTarget.count()).toBe(0)
  expect(await house.db.person.findMany()).toMatchObject([{ unreachable: null }])
})

test('what went to the group is not taken for a message in the chat of the person', async () => {
  await linked()
  await guestBooks(house)
  await house.tick()
  const sent = await house.db.outbox.findMany({ where: { kind: 'notice-group' } })
  expect(sent).toMatchObject([{ status: 'sent', messageId: null }])
})

test('a lead edits the own centres only, an administrator every one', async () => {
  const { lea } = await linked()
  await lea.get('/staff/notices')
  expect((await lea.post('/staff/notices/hamborn/code', {})).status).toBe(404)
  expect((await lea.post('/staff/notices/hamborn/end', { kind: 'group' })).status).toBe(404)
  expect((await lea.post('/staff/notices/nowhere/code', {})).status).toBe(404)
  expect((await lea.get('/staff/notices')).text).not.toContain('RSC Hamborn')
  const ada = await house.signedIn({ email: 'ada@rsc.example', role: 'administrator', centres: [] })
  expect((await ada.get('/staff/notices')).text).toContain('RSC Hamborn')
  expect((await ada.post('/staff/notices/hochfeld/end', { kind: 'group' })).status).toBe(303)
  expect(await house.db.noticeTarget.count()).toBe(0)
})

test('a mailbox is kept sealed, and what is none is refused', async () => {
  const lea = await lead()
  await lea.get('/staff/notices')
  const set = (address: string) => lea.post('/staff/notices/hochfeld/mail', { address })
  for (const wrong of ['', 'team', 'a@b', 'a@b.de, c@d.de', 'a@b.de\nBcc: c@d.de']) {
    expect((await set(wrong)).status, wrong).toBe(400)
  }
  expect((await set('team@rsc.example')).status).toBe(303)
  const rows = await house.db.noticeTarget.findMany()
  expect(rows).toMatchObject([{ kind: 'mail', centreId: 'hochfeld' }])
  expect(rows[0]?.sealed).not.toContain('team')
})

test('notices follow a group to which Telegram gives a new number', async () => {
  const { member } = await linked()
  const from = member.chatId
  const chat = { id: from, type: 'group', title: 'RSC Hochfeld Team' }
  const message = { message_id: 900, date: 0, chat, migrate_to_chat_id: -1009000000001 }
  const answer = await house.app.request('/telegram', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'X-Telegram-Bot-Api-Secret-Token': SECRET },
    body: JSON.stringify({ update_id: 900_001, message }),
  })
  expect(answer.status).toBe(200)
  const targets = await house.deps.store.notices.list()
  expect(targets.map(({ address }) => address)).toEqual(['-1009000000001'])
})

test('where Telegram is not open, no group can be linked, and a code is none', async () => {
  await house.stop()
  const web = { DOORS: 'web', PUBLIC_URL: 'http://localhost', BOT_TOKEN: '', WEBHOOK_SECRET: '' }
  house = await openHouse(undefined, web)
  const lea = await lead()
  const { text } = await lea.get('/staff/notices')
  expect(text).toContain('Dieses Lotse ist nicht in Telegram')
  expect(text).not.toContain('/staff/notices/hochfeld/code')
  expect((await lea.post('/staff/notices/hochfeld/code', {})).status).toBe(404)
})

test('where the city has not switched groups on, none is linked or told, and the page says why', async () => {
  const { lea, heard, member } = await linked()
  const code = codeIn((await lea.post('/staff/notices/hochfeld/code', {})).text)
  await house.deps.store.cities.replace('duisburg', duisburg(), house.clock.at)
  const before = heard().length
  await guestBooks(house)
  await house.tick()
  await house.tick()
  await member.sends(`/start@lotse_demo_bot ${code}`)
  expect(heard()).toHaveLength(before)
  const rows = await house.db.outbox.findMany({ where: { kind: 'notice-group' } })
  expect(rows.map(({ status, reason }) => [status, reason])).toEqual([['dropped', 'no-telegram']])
  const { text } = await lea.get('/staff/notices')
  for (const words of ['notices.telegram', 'ungeprüft', 'bekommt nichts mehr']) {
    expect(text).toContain(words)
  }
  expect((await lea.post('/staff/notices/hochfeld/code', {})).status).toBe(404)
  expect((await lea.post('/staff/notices/hochfeld/end', { kind: 'group' })).status).toBe(303)
  expect((await lea.get('/staff/notices')).text).not.toContain('bekommt nichts mehr')
})
