import { afterEach, beforeEach, expect, test } from 'vitest'
import { currentCity } from '../../src/flows/city.ts'
import { eraseDue } from '../../src/flows/upkeep/erase-due.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse } from '../support/staff-house.ts'
import { sendsAtDesk } from '../support/staff-writes.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.stop())

const DAY = 86_400_000
const TEXT = 'بەڵێ <b>دێم</b>'
const word = (language: string, key: string) => house.deps.i18n.t(language, { key }, 0)

/** A guest who reads Sorani, to whom Anna has written; the message has arrived. */
async function writtenTo(template = 'papers') {
  const guest = await guestBooks(house, { language: 'ckb' })
  const anna = await house.signedIn({ email: 'anna@rsc.example' })
  const path = `/staff/intakes/${guest.id}`
  await anna.get(path)
  const text = template === 'free' ? 'Welche Frist steht im Brief?' : ''
  await sendsAtDesk(anna, path, template, text)
  await house.tick()
  guest.user.sees(word('ckb', 'message.answer'))
  return { guest, anna, path }
}

test.each(['papers', 'free'])(
  'an answer to a message (%s) reaches the record',
  async (template) => {
    const { guest, anna, path } = await writtenTo(template)
    await guest.user.sends(TEXT)
    const told = guest.user.sees(word('ckb', 'message.reply.title')).text ?? ''
    expect(told).toContain('RSC Hochfeld')
    expect(told).toContain(word('ckb', 'message.reply.no-emergency'))
    expect(told).toContain(word('ckb', 'message.reply.more'))
    const { text } = await anna.get(path)
    expect(text).toContain('Antwort der Person (Sorani (Zentralkurdisch))')
    expect(text).toContain('<blockquote dir="auto">بەڵێ &lt;b&gt;دێم&lt;/b&gt;</blockquote>')
    await guest.user.taps(word('ckb', 'danger.button.on'))
    guest.user.sees(word('ckb', 'booking.appointment.title'))
  },
)

test('it is new until somebody has read it, in the list of the day as well', async () => {
  const { guest, anna, path } = await writtenTo()
  const marks = async () => (await anna.get('/staff?day=2026-11-23')).text.match(/neue Antwort</g)
  expect(await marks()).toBeNull()
  await guest.user.sends(TEXT)
  expect(await marks()).toHaveLength(1)
  // Today is a Sunday without appointments: the answer is there all the same.
  expect((await anna.get('/staff')).text).toMatch(new RegExp(`Neue Antworten[\\s\\S]*${guest.ref}`))
  const page = await anna.get(path)
  const until = /name="until" value="(\d+)"/.exec(page.text)?.[1] ?? ''
  house.clock.at += 1000
  await guest.user.sends('noch etwas')
  expect((await anna.post(`${path}/replies/read`, { until })).status).toBe(303)
  expect(await marks()).toHaveLength(1)
  await anna.post(`${path}/replies/read`, { until: String(house.clock.at) })
  expect(await marks()).toBeNull()
  expect((await anna.get(path)).text).toContain('noch etwas')
  for (const wrong of ['', 'x', '1e99']) {
    expect((await anna.post(`${path}/replies/read`, { until: wrong })).status).toBe(409)
  }
  expect(await house.db.audit.count({ where: { action: 'replies-read' } })).toBe(2)
})

test('above every list stands that there is an answer, and the number of the navigation is that of its list', async () => {
  const { guest, anna } = await writtenTo()
  const answers = /<a href="\/staff#replies">Neue Antworten <span class="count">(\d+)</
  expect((await anna.get('/staff/intakes')).text).not.toMatch(answers)
  await guest.user.sends(TEXT)
  for (const list of ['/staff/intakes', '/staff/intakes?box=mine', '/staff/calls']) {
    const { text } = await anna.get(list)
    expect(answers.exec(text)?.[1]).toBe('1')
    const own = /<li><a href="\/staff\/intakes\?box=new"[^>]*>Neu <span class="count">(\d+)/.exec(
      text,
    )
    const badge =
      /<a href="\/staff\/intakes"[^>]*>Anfragen(?: <span class="badge yellow">(\d+))?/.exec(text)
    expect(badge?.[1] ?? '0').toBe(own?.[1])
  }
  expect((await anna.get('/staff')).text).toContain('id="replies"')
})

test('it is sealed, kept once when the update comes again, and its answer is not lost', async () => {
  const { guest } = await writtenTo()
  house.world.faults.add({ method: 'sendMessage', times: 1, drop: 'before' })
  await guest.user.sends(TEXT)
  guest.user.sees(word('ckb', 'message.reply.title'))
  const calls = house.world.calls().length
  await house.world.delivery.again()
  expect(house.world.calls()).toHaveLength(calls)
  const rows = await house.db.reply.findMany()
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ intakeId: guest.id, language: 'ckb', readAt: null })
  expect(rows[0]?.sealed).not.toContain('دێم')
  expect(house.logged.join('\n')).not.toContain('دێم')
})

test('nothing is kept of a text where staff have not written, or long ago', async () => {
  const guest = await guestBooks(house)
  await guest.user.sends('Hallo')
  guest.user.sees(word('ckb', 'notice.use-buttons'))
  const { guest: other } = await writtenTo()
  house.clock.at += 15 * DAY
  await other.user.sends('Hallo')
  other.user.sees(word('ckb', 'notice.use-buttons'))
  expect(await house.db.reply.count()).toBe(0)
})

test('after ten answers the person is shown how to call; a new message opens ten more', async () => {
  const { guest, anna, path } = await writtenTo()
  for (let n = 1; n <= 10; n += 1) {
    house.clock.at += 10_000
    await guest.user.sends(`Antwort ${n}`)
  }
  guest.user.sees(word('ckb', 'message.reply.title'))
  house.clock.at += 10_000
  await guest.user.sends('Antwort 11')
  guest.user.sees(word('ckb', 'message.reply.enough'))
  guest.user.sees('0203')
  expect(await house.db.reply.count()).toBe(10)
  house.clock.at += 60_000
  await sendsAtDesk(anna, path, 'call')
  await house.tick()
  await guest.user.sends('Antwort 11')
  expect(await house.db.reply.count()).toBe(11)
})

test('the person gets what they answered with their data, and it goes with them', async () => {
  const { guest } = await writtenTo()
  await guest.user.sends(TEXT)
  await guest.user.sends('/mydata')
  await guest.user.taps(word('ckb', 'pages.my-data.button.export'))
  const file = guest.user.documents().find(({ name }) => name === 'lotse.json')
  expect(JSON.parse(file?.text ?? '{}').replies).toMatchObject([{ language: 'ckb', text: TEXT }])
  await guest.user.sends('/delete')
  await guest.user.taps(word('ckb', 'pages.delete.button.yes'))
  expect(await house.db.reply.count()).toBe(0)
})

test('a request stays as long as its latest answer, and goes with it', async () => {
  const { guest } = await writtenTo()
  house.clock.at += 10 * DAY
  await guest.user.sends(TEXT)
  const erase = async () => eraseDue(house.deps, await currentCity(house.deps))
  house.clock.at += 28 * DAY
  await erase()
  expect(await house.db.reply.count()).toBe(1)
  house.clock.at += 4 * DAY
  await erase()
  expect(await house.db.reply.count()).toBe(0)
  expect(await house.db.person.count()).toBe(0)
})
