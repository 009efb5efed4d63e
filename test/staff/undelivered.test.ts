import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { forgetSetUpRefused, noteSetUpRefused } from '../../src/flows/set-up-refused.ts'
import type { Chat } from '../../src/simulator/wire.ts'
import { createActor } from '../support/actor.ts'
import { duisburgInGroups } from '../support/duisburg.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse } from '../support/staff-house.ts'
import { sendsAtDesk } from '../support/staff-writes.ts'

let house: House
beforeEach(async () => {
  house = await openHouse(duisburgInGroups())
})
afterEach(() => house.stop())

const PATH = '/staff/undelivered'
const lead = (centres = ['hochfeld']) =>
  house.signedIn({ email: `${centres.join('-')}@rsc.example`, role: 'lead', centres })

/** A group linked to RSC Hochfeld, and what the bot said in it. */
async function linked() {
  const lea = await lead()
  await lea.get('/staff/notices')
  const page = await lea.post('/staff/notices/hochfeld/code', {})
  const group = house.world.group({ title: 'Team' })
  const member = createActor(house.world, { name: 'Lea', group })
  await member.sends(`/start@lotse_demo_bot ${/link_[0-9a-f]{24}/.exec(page.text)?.[0]}`)
  const heard = () => member.messages().filter(({ from }) => from.id === house.world.bot.id)
  return { lea, heard, chat: group.chat.id }
}

const navigated = (text: string) =>
  /href="\/staff\/undelivered"[^>]*>[^<]*<span class="badge yellow">(\d+)/.exec(text)?.[1] ?? '0'

describe('a notice that Telegram refuses for good', () => {
  const refuse = (chat: number) =>
    house.world.faults.add({
      method: 'sendMessage',
      chat,
      status: 400,
      description: 'Bad Request: not enough rights',
    })

  test('stands on the page with its code, is counted on every page, and leaves again by a press', async () => {
    const { lea, heard, chat } = await linked()
    const mend = refuse(chat)
    const guest = await guestBooks(house)
    await house.tick()
    const { text } = await lea.get(PATH)
    expect(text).toContain('Benachrichtigung an die Gruppe')
    expect(text).toContain('<code>refused-400</code>')
    expect(text).toContain('href="/staff/notices"')
    expect(navigated((await lea.get('/staff')).text)).toBe('1')
    expect(house.logged.join('\n')).toContain(
      '"event":"message given up","door":"group","kind":"notice-group","reason":"refused-400"',
    )
    expect(house.logged.join('\n')).not.toContain('not enough rights')
    mend()
    const fields = { way: 'group', kind: 'notice-group', reason: 'refused-400', centre: 'hochfeld' }
    expect((await lea.post(`${PATH}/again`, fields)).status).toBe(303)
    await house.tick()
    expect(heard().at(-1)?.text).toContain(guest.ref)
    expect((await lea.get(PATH)).text).toContain('Alles ist angekommen')
    expect(navigated((await lea.get('/staff')).text)).toBe('0')
    const log = await house.db.audit.findMany({ where: { action: 'send-again' } })
    expect(log).toMatchObject([{ staffId: lea.id, centreId: 'hochfeld' }])
  })

  test('is nothing to other centres, and can be taken off the list', async () => {
    const { lea, chat } = await linked()
    refuse(chat)
    await guestBooks(house)
    await house.tick()
    const other = await lead(['hamborn'])
    expect((await other.get(PATH)).text).toContain('Alles ist angekommen')
    const fields = { way: 'group', kind: 'notice-group', reason: 'refused-400', centre: 'hochfeld' }
    expect((await other.post(`${PATH}/heeded`, fields)).status).toBe(404)
    expect((await other.post(`${PATH}/heeded`, { ...fields, centre: '' })).status).toBe(404)
    // The count of ten seconds ago holds until then.
    expect(navigated((await lea.get('/staff')).text)).toBe('0')
    house.clock.at += 10_000
    expect(navigated((await lea.get('/staff')).text)).toBe('1')
    expect((await lea.post(`${PATH}/heeded`, fields)).status).toBe(303)
    expect((await lea.get(PATH)).text).toContain('Alles ist angekommen')
    const anna = await house.signedIn({ email: 'anna@rsc.example' })
    expect((await anna.get(PATH)).status).toBe(403)
    expect((await anna.get('/staff')).text).not.toContain(PATH)
  })
})

test('who blocked the bot is counted, to be called, and not written to again', async () => {
  const lea = await lead()
  const guest = await guestBooks(house)
  house.world.faults.add({ method: 'sendMessage', status: 403 })
  await lea.get(`/staff/intakes/${guest.id}`)
  await sendsAtDesk(lea, `/staff/intakes/${guest.id}`, 'call')
  await house.tick()
  const { text } = await lea.get(PATH)
  expect(text).toContain('<code>blocked</code>')
  expect(text).toContain('href="/staff/calls"')
  expect(text).not.toContain('/undelivered/again')
  expect(text).not.toContain(guest.ref)
  expect((await lea.get(`/staff/intakes/${guest.id}`)).text).toContain('nicht angekommen')
})

test('calls of webhooks and of setting up are the administrators’', async () => {
  const chief = await house.signedIn({
    email: 'it@rsc.example',
    role: 'administrator',
    centres: [],
  })
  await chief.get('/staff/admin/webhooks')
  await chief.post('/staff/admin/webhooks', {
    id: 'drawn-webhook',
    url: 'http://127.0.0.1:9/',
    'intake.submitted': 'yes',
  })
  await guestBooks(house)
  await house.db.webhookDelivery.updateMany({
    data: { status: 'dead', reason: 'status-500', doneAt: '2026-11-22T08:00:00.000Z' },
  })
  const refused = { what: 'register webhook', code: 400, description: 'IP address is reserved' }
  await noteSetUpRefused(house.deps, refused)
  house.clock.at += 60_000
  await noteSetUpRefused(house.deps, refused)
  const { text } = await chief.get(PATH)
  expect(text).toContain('IP address is reserved')
  expect(text).toContain('<code>status-500</code>')
  expect(navigated(text)).toBe('2')
  const lea = await lead()
  expect((await lea.get(PATH)).text).toContain('Alles ist angekommen')
  const fields = { way: 'webhook', kind: '', reason: 'status-500', centre: '' }
  expect((await lea.post(`${PATH}/again`, fields)).status).toBe(404)
  expect((await chief.post(`${PATH}/heeded`, fields)).status).toBe(303)
  await forgetSetUpRefused(house.deps, 'another call')
  expect(navigated((await chief.get(PATH)).text)).toBe('1')
  await forgetSetUpRefused(house.deps, 'register webhook')
  expect((await chief.get(PATH)).text).toContain('Alles ist angekommen')
})

describe('a group', () => {
  const addresses = async () =>
    (await house.deps.store.notices.list()).map(({ address }) => address)

  /** Telegram's own notice in a group. */
  const tells = (chat: Chat, what: object) =>
    house.world.delivery.send(chat.id, {
      message: { message_id: 900, date: 1, from: house.world.bot, chat, ...what },
    })

  /** A group linked to RSC Hochfeld by what a colleague wrote in one of its topics. */
  async function linkedInTopic() {
    const lea = await lead()
    await lea.get('/staff/notices')
    const page = await lea.post('/staff/notices/hochfeld/code', {})
    const group = house.world.group({ title: 'Team' })
    const { person, messages } = createActor(house.world, { name: 'Lea', group })
    const text = `/start@lotse_demo_bot ${/link_[0-9a-f]{24}/.exec(page.text)?.[0]}`
    const topic = { is_topic_message: true, message_thread_id: 77 }
    await tells(group.chat, { from: person.user, text, ...topic })
    // Groups have numbers below zero.
    const sent = () =>
      house.world
        .calls('sendMessage')
        .map(({ params }) => params)
        .filter((params) => Number(params['chat_id']) < 0)
    const heard = () => messages().filter(({ from }) => from.id === house.world.bot.id)
    return { chat: group.chat.id, sent, heard }
  }

  test('that has another number is followed, and the notice comes there at once', async () => {
    const { heard, chat } = await linked()
    const next = house.world.group({ title: 'Team, neu' })
    const there = createActor(house.world, { name: 'Lea', group: next })
    house.world.faults.add({
      method: 'sendMessage',
      chat,
      status: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      migrateTo: next.chat.id,
    })
    const before = heard().length
    const guest = await guestBooks(house)
    await house.tick()
    expect(heard()).toHaveLength(before)
    there.sees(guest.ref)
    expect(await addresses()).toEqual([String(next.chat.id)])
    expect(await house.db.outbox.count({ where: { status: 'failed' } })).toBe(0)
  })

  test.each(['from', 'to'] as const)(
    'is followed when Telegram says itself where it is: migrate_%s',
    async (told) => {
      const { chat, heard } = await linked()
      const next = house.world.group({ title: 'Team, neu' })
      const there = createActor(house.world, { name: 'Lea', group: next })
      await tells(
        told === 'from' ? next.chat : { ...next.chat, id: chat },
        told === 'from' ? { migrate_from_chat_id: chat } : { migrate_to_chat_id: next.chat.id },
      )
      expect(await addresses()).toEqual([String(next.chat.id)])
      const before = heard().length
      const guest = await guestBooks(house)
      await house.tick()
      expect(heard()).toHaveLength(before)
      there.sees(guest.ref)
    },
  )

  test('linked in a topic hears there, also once it has moved', async () => {
    const { chat, sent } = await linkedInTopic()
    expect(await addresses()).toEqual([`${chat}#77`])
    expect(sent()).toMatchObject([{ chat_id: chat, message_thread_id: 77 }])
    await guestBooks(house)
    await house.tick()
    expect(sent().at(-1)).toMatchObject({ chat_id: String(chat), message_thread_id: 77 })
    const next = house.world.group({ title: 'Team, neu' })
    await tells(next.chat, { migrate_from_chat_id: chat })
    expect(await addresses()).toEqual([`${next.chat.id}#77`])
    await guestBooks(house)
    await house.tick()
    expect(sent().at(-1)).toMatchObject({ chat_id: String(next.chat.id), message_thread_id: 77 })
  })

  test.each([
    'Bad Request: TOPIC_CLOSED',
    'Bad Request: TOPIC_DELETED',
    'Bad Request: message thread not found',
  ])(
    'whose topic is gone hears where everybody reads, and is told why: %s',
    async (description) => {
      const { chat, heard } = await linkedInTopic()
      house.world.faults.add({ method: 'sendMessage', chat, times: 1, status: 400, description })
      const guest = await guestBooks(house)
      await house.tick()
      expect(heard().at(-1)?.text).toContain(guest.ref)
      expect(heard().at(-1)?.text).toContain('geschlossen oder gelöscht')
      expect(await addresses()).toEqual([String(chat)])
    },
  )
})
