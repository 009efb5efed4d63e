// Silence where nothing was said, one answer where one thing came as many, and no photo that stays.

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readUpdate } from '../../src/telegram/read-update.ts'
import { type Actor, createActor } from '../support/actor.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { introduce } from '../support/talks.ts'

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
})
afterEach(() => lotse.stop())

let lastMessage = 5000
/** An update as Telegram makes it of a message of this person, or of a change of it. */
async function comes(user: Actor, content: object, kind = 'message', id = ++lastMessage) {
  const { user: from, chat } = user.person
  const message = { message_id: id, date: 1, from, chat, ...content }
  await lotse.world.delivery.send(chat.id, { [kind]: message } as never)
}
const PHOTO = { photo: [{ file_id: 'f', file_unique_id: 'u', width: 1, height: 1 }] }
const sent = () => lotse.world.calls().filter(({ method }) => /^(send|edit)/.test(method)).length
const removed = () => lotse.world.calls('deleteMessage').map(({ params }) => params['message_id'])

async function begun() {
  const user = createActor(lotse.world)
  await introduce(user)
  return { user, before: sent() }
}

describe('what nobody said', () => {
  it.each([
    ['a pin', { pinned_message: { message_id: 1, date: 0, chat: {} } }],
    ['a timer', { message_auto_delete_timer_changed: { message_auto_delete_time: 86_400 } }],
    ['a background', { chat_background_set: { type: {} } }],
    ['leave to write', { write_access_allowed: {} }],
    ['a boost', { boost_added: { boost_count: 1 } }],
    ['a gift', { gift: {} }],
    ['another gift', { unique_gift: {} }],
    ['a topic', { forum_topic_created: { name: 'x', icon_color: 1 } }],
    ['a topic that was closed', { forum_topic_closed: {} }],
    ['a price', { paid_message_price_changed: { paid_message_star_count: 1 } }],
    ['a notice of a later version', { something_new: {} }],
  ])('gets no answer: %s', async (_, content) => {
    const { user, before } = await begun()
    await comes(user, content)
    expect(sent()).toBe(before)
  })

  it('is where a live location moves: twenty positions, no answer', async () => {
    const { user, before } = await begun()
    for (let i = 0; i < 20; i++) {
      const location = { latitude: 51.4 + i / 1000, longitude: 6.7, live_period: 3600 }
      await comes(user, { location, edit_date: i + 2 }, 'edited_message', 77)
    }
    expect(sent()).toBe(before)
  })

  it('is a change in which nothing visible changed', async () => {
    const { user } = await begun()
    await comes(user, { text: 'Hallo' }, 'message', 41)
    const before = sent()
    await comes(user, { text: 'Hallo', edit_date: 2 }, 'edited_message', 41)
    expect(sent()).toBe(before)
    await comes(user, { text: 'Hallo!', edit_date: 3 }, 'edited_message', 41)
    user.sees('Wir sehen Änderungen an alten Nachrichten nicht')
    expect(sent()).toBe(before + 1)
    // The same again, and back to what it was.
    await comes(user, { text: 'Hallo!', edit_date: 4 }, 'edited_message', 41)
    await comes(user, { text: 'Hallo', edit_date: 5 }, 'edited_message', 41)
    expect(sent()).toBe(before + 1)
    // The same words in another message are another matter.
    await comes(user, { text: 'Hallo!', edit_date: 6 }, 'edited_message', 42)
    expect(sent()).toBe(before + 2)
  })

  it('is a change before the consent, when nothing is kept to compare it with', async () => {
    const user = createActor(lotse.world)
    await user.sends('/start')
    const before = sent()
    await comes(user, { text: '/start!', edit_date: 2 }, 'edited_message', 41)
    expect(sent()).toBe(before)
  })

  it('is never a cry for help, before the consent and after it', async () => {
    const cry = 'Mein Mann schlägt mich, bitte helfen Sie mir'
    const user = createActor(lotse.world)
    await user.sends('/start')
    await comes(user, { text: cry, edit_date: 2 }, 'edited_message', 41)
    user.sees('110')
    const { user: other } = await begun()
    await comes(other, { text: cry, edit_date: 2 }, 'edited_message', 41)
    other.sees('110')
  })

  it('leaves nothing of the words in the database', async () => {
    const { user } = await begun()
    await comes(user, { text: 'Geheimnis', edit_date: 2 }, 'edited_message', 41)
    const rows = await lotse.db.$queryRawUnsafe<unknown[]>('SELECT * FROM "AnsweredInput"')
    expect(JSON.stringify(rows)).not.toMatch(/Geheimnis/)
    expect(JSON.stringify(rows)).toMatch(/said:/)
  })
})

describe('an album', () => {
  const album = (group: string) => ({ ...PHOTO, media_group_id: group })

  it.each(['agreed', 'not agreed'])(
    'gets one answer, and every photo of it goes: %s',
    async (who) => {
      const user = createActor(lotse.world)
      if (who === 'agreed') await introduce(user)
      else await user.sends('/start')
      const before = sent()
      const ids = [101, 102, 103, 104, 105]
      await Promise.all(ids.map((id) => comes(user, album('a1'), 'message', id)))
      expect(sent()).toBe(before + 1)
      expect(removed().sort()).toEqual(ids)
      await comes(user, album('a2'), 'message', 106)
      expect(sent()).toBe(before + 2)
    },
  )

  it('is answered by whoever has its first part, however often that comes', async () => {
    const { inputs } = lotse.deps.store
    const chat = { channel: 'telegram', id: '7' } as const
    const other = { channel: 'telegram', id: '8' } as const
    const asked = await Promise.all(
      ['x:1', 'x:2', 'x:3'].map((name) => inputs.isFirstOf(chat, 'a1', name, lotse.clock.at)),
    )
    expect(asked.filter(Boolean)).toHaveLength(1)
    const first = `x:${asked.indexOf(true) + 1}`
    expect(await inputs.isFirstOf(chat, 'a1', first, lotse.clock.at + 1)).toBe(true)
    expect(await inputs.isFirstOf(chat, 'a1', 'x:4', lotse.clock.at)).toBe(false)
    expect(await inputs.isFirstOf(other, 'a1', 'x:5', lotse.clock.at)).toBe(true)
  })

  it('with a cry under its last photo is heard', async () => {
    const { user } = await begun()
    await comes(user, album('a1'), 'message', 101)
    await comes(user, { ...album('a1'), caption: 'Hilfe, er schlägt mich' }, 'message', 102)
    user.sees('110')
    expect(removed()).toEqual([101, 102])
  })

  it.each(['agreed', 'not agreed'])(
    'with a cry under its first photo gets the numbers and nothing below them: %s',
    async (who) => {
      const user = createActor(lotse.world)
      if (who === 'agreed') await introduce(user)
      else await user.sends('/start')
      const cry = { ...album('a1'), caption: 'Hilfe, er schlägt mich' }
      await comes(user, cry, 'message', 101)
      const before = sent()
      await comes(user, album('a1'), 'message', 102)
      await comes(user, album('a1'), 'message', 103)
      expect(sent()).toBe(before)
      user.sees('110')
      expect(removed()).toEqual([101, 102, 103])
    },
  )
})

describe('a photo goes however it comes', () => {
  it.each([
    ['by changing a text', PHOTO, 'edited_message'],
    ['for stars', { paid_media: { star_count: 1, paid_media: [] } }, 'message'],
    ['as a live photo', { live_photo: {} }, 'message'],
    ['as a file', { document: { file_id: 'f', file_unique_id: 'u' } }, 'message'],
  ])('%s', async (_, content, kind) => {
    const { user, before } = await begun()
    await comes(user, content, kind, 55)
    expect(removed()).toEqual([55])
    expect(sent()).toBe(before + 1)
  })

  it('from somebody who has blocked the bot since, without a fault', async () => {
    const { user } = await begun()
    const chat = user.person.chat.id
    const update = { message_id: 9, date: 1, from: user.person.user, chat: user.person.chat }
    await user.blocks()
    await lotse.bot.answer({ update_id: 99_999, message: { ...update, ...PHOTO } } as never)
    expect(chat).toBeGreaterThan(0)
    expect(lotse.logged.filter((line) => /"level":"error"/.test(line))).toEqual([])
  })
})

it('a message is read by what a person can put into one', () => {
  const chat = { id: 1, type: 'private', first_name: 'A' }
  const read = (content: object) =>
    readUpdate({ update_id: 1, message: { message_id: 1, date: 1, chat, ...content } } as never)
      .kind
  for (const content of ['poll', 'dice', 'venue', 'game', 'story', 'checklist', 'video_note']) {
    expect(read({ [content]: {} }), content).toBe('step')
  }
  expect(read({})).toBe('nothing')
})
