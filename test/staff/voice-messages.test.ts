// What people say instead of writing: kept for staff, heard by whoever may read the record.
import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { LARGEST_VOICE, MOST_VOICES } from '../../src/domain/voice-message/voice-message.ts'
import { currentCity } from '../../src/flows/city.ts'
import { eraseDue } from '../../src/flows/upkeep/erase-due.ts'
import { createSeal } from '../../src/store/engine/seal.ts'
import { createStore } from '../../src/store/store.ts'
import { ogg, sent } from '../support/recordings.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse } from '../support/staff-house.ts'
import { sendsAtDesk } from '../support/staff-writes.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.stop())

const DAY = 86_400_000
const word = (key: string) => house.deps.i18n.t('ckb', { key }, 0)
const RECORDED = ogg(42)
const rows = () => house.db.voiceMessage.findMany({ orderBy: { createdAt: 'asc' } })
const voices = (text: string) => [...text.matchAll(/src="(\/staff\/[^"]*\/voice\/[^"]+)"/g)]

/** A guest at the question for a note, with an appointment. */
async function atNote() {
  const guest = await guestBooks(house, { language: 'ckb' })
  await guest.user.tapsData(/~de$/)
  await guest.user.tapsData(/~dy$/)
  while (!guest.user.screen()?.text?.includes(word('questions.note.title'))) {
    await guest.user.tapsData(/~sk~/)
  }
  return guest
}

/** A guest to whom Anna has written; the message has arrived. */
async function writtenTo() {
  const guest = await guestBooks(house, { language: 'ckb' })
  const anna = await house.signedIn({ email: 'anna@rsc.example' })
  const path = `/staff/intakes/${guest.id}`
  await anna.get(path)
  await sendsAtDesk(anna, path, 'papers')
  await house.tick()
  return { guest, anna, path }
}

describe('a note by voice', () => {
  test('is told about before, kept sealed, and gone from the chat', async () => {
    const { user, id } = await atNote()
    user.sees(word('voice.hint'))
    const before = user.messages().length
    await user.sendsVoice(sent(RECORDED))
    user.sees(word('voice.kept'))
    expect(user.messages().filter(({ from, voice }) => !from.is_bot && voice)).toEqual([])
    expect(user.messages().length).toBeLessThanOrEqual(before + 1)
    const [row] = await rows()
    expect(row).toMatchObject({ intakeId: id, about: 'note', seconds: 42, type: 'audio/ogg' })
    expect(row?.sealed).not.toContain(RECORDED.toBase64().slice(8, 40))
    expect(house.logged.join('\n')).not.toMatch(/file\/bot|OggS|4242:test/)
  })

  test('is heard in the record, each time noted down, in pieces, and never cached', async () => {
    const { user, id } = await atNote()
    await user.sendsVoice(sent(RECORDED))
    const anna = await house.signedIn({ email: 'anna@rsc.example' })
    const page = await anna.get(`/staff/intakes/${id}`)
    expect(page.text).toContain('Sprachnachricht, 0:42')
    expect(page.text).toContain('preload="none"')
    expect(page.headers.get('content-security-policy')).toContain("media-src 'self'")
    const [[, src = ''] = []] = voices(page.text)
    expect(await house.db.audit.count({ where: { action: 'hear-voice' } })).toBe(0)
    const heard = await anna.get(src)
    expect(heard.status).toBe(200)
    expect(heard.headers.get('content-type')).toBe('audio/ogg')
    expect(heard.headers.get('cache-control')).toBe('private, no-store')
    expect(heard.headers.get('accept-ranges')).toBe('bytes')
    expect(await house.db.audit.findMany({ where: { action: 'hear-voice' } })).toMatchObject([
      { subject: id, outcome: 'done', centreId: 'hochfeld', staffId: anna.id },
    ])
    expect((await anna.get(`${src}x`)).status).toBe(404)
  })

  test('is heard by nobody of another centre, and by nobody who is not signed in', async () => {
    const { user, id } = await atNote()
    await user.sendsVoice(sent(RECORDED))
    const [row] = await rows()
    const src = `/staff/intakes/${id}/voice/${row?.id}`
    const other = await house.signedIn({ email: 'berta@rsc.example', centres: ['hamborn'] })
    expect((await other.get(src)).status).toBe(404)
    const elsewhere = await guestBooks(house, { language: 'ckb', centre: 'hamborn' })
    expect((await other.get(`/staff/intakes/${elsewhere.id}/voice/${row?.id}`)).status).toBe(404)
    expect((await house.visit().get(src)).status).toBe(401)
    const heard = await house.db.audit.findMany({ where: { action: 'hear-voice' } })
    expect(heard).toEqual([])
    const refused = await house.db.audit.findMany({ where: { subject: id, outcome: 'refused' } })
    expect(refused).toMatchObject([{ action: 'see-records', staffId: other.id }])
  })

  test('comes back with one’s own data, and is erased with them', async () => {
    const { user } = await atNote()
    await user.sendsVoice(sent(RECORDED))
    await user.sends('/mydata')
    await user.tapsData(/~ex$/)
    const file = user.documents().find(({ name }) => name === 'lotse.json')
    const [message] = JSON.parse(file?.text ?? '{}').voiceMessages
    expect(message).toMatchObject({ about: 'note', seconds: 42, type: 'audio/ogg' })
    expect(Uint8Array.fromBase64(message.file)).toEqual(new Uint8Array(RECORDED))
    await user.sends('/delete')
    await user.taps(word('pages.delete.button.yes'))
    expect(await rows()).toEqual([])
  })

  test('goes when what was said of one’s own accord is taken back', async () => {
    const { user } = await atNote()
    await user.sendsVoice(sent(RECORDED))
    await user.sends('/mydata')
    await user.tapsData(/my-data~agreed/)
    await user.tapsData(/wd~details/)
    expect(await rows()).toEqual([])
  })

  test('goes with the content of the request', async () => {
    const { user } = await atNote()
    await user.sendsVoice(sent(RECORDED))
    house.clock.at += 400 * DAY
    await eraseDue(house.deps, await currentCity(house.deps))
    expect(await rows()).toEqual([])
  })

  test('is sealed anew with a new key', async () => {
    const { user, id } = await atNote()
    await user.sendsVoice(sent(RECORDED))
    const { id: kept = '', sealed } = (await rows())[0] ?? {}
    const seal = await createSeal(`2:${randomBytes(32).toString('base64')},${house.dataKey}`)
    const store = createStore(house.db, seal)
    while ((await store.keys.rotateSome()) > 0);
    expect((await rows())[0]?.sealed).toMatch(/^2\./)
    expect((await rows())[0]?.sealed).not.toBe(sealed)
    const found = await store.voiceMessages.file(id, kept)
    expect(found?.file).toEqual(new Uint8Array(RECORDED))
  })
})

describe('refused kindly, with the question still there', () => {
  test.each([
    ['longer than a minute', { ...sent(ogg(10)), seconds: 61 }, 'voice.too-long'],
    ['longer than it says', { ...sent(ogg(62)), seconds: 2 }, 'voice.too-long'],
    ['no sound', sent(new TextEncoder().encode('no sound at all')), 'voice.no-sound'],
    ['too large', sent(new Uint8Array(LARGEST_VOICE + 1)), 'voice.too-large'],
  ])('%s', async (_, spoken, key) => {
    const { user } = await atNote()
    await user.sendsVoice(spoken)
    const { text } = user.sees(word(key))
    expect(text).toContain(word('questions.note.title'))
    expect(await rows()).toEqual([])
  })

  test('what Telegram says is too much is never fetched', async () => {
    const { user } = await atNote()
    await user.sendsVoice({ ...sent(ogg(10)), seconds: 61 })
    await user.sendsVoice(sent(new Uint8Array(LARGEST_VOICE + 1)))
    expect(house.world.calls('getFile')).toEqual([])
  })

  test('one more than can be listened to', async () => {
    const { user, id } = await atNote()
    const { personId } = await house.db.intake.findFirstOrThrow({ where: { id } })
    for (let nth = 0; nth < MOST_VOICES; nth++) {
      const message = { id: `v${nth}`, request: id, personId, about: 'note', input: `x:${nth}` }
      const voice = { ...message, type: 'audio/ogg', seconds: 2, file: RECORDED } as const
      await house.deps.store.voiceMessages.keep(voice, house.clock.at)
    }
    await user.sendsVoice(sent(RECORDED))
    user.sees(word('message.reply.enough'))
    expect(await rows()).toHaveLength(MOST_VOICES)
  })
})

describe('an answer to staff by voice', () => {
  test('reaches the record, is new until it was read, and is one of the answers', async () => {
    const { guest, anna, path } = await writtenTo()
    guest.user.sees(word('voice.short'))
    await guest.user.sendsVoice(sent(RECORDED))
    guest.user.sees(word('message.reply.title'))
    const { text } = await anna.get(path)
    expect(text).toContain('neue Antwort')
    expect(text).toContain('Sprachnachricht, 0:42')
    expect(voices(text)).toHaveLength(1)
    expect(await house.db.reply.count()).toBe(1)
    expect(await rows()).toMatchObject([{ about: '.staff', intakeId: guest.id }])
  })
})

describe('a crash', () => {
  test.each([
    ['before the file is there', 'getFile', 'before'],
    ['after it was fetched', 'getFile', 'after'],
    ['before the answer', 'sendMessage', 'before'],
    ['after the answer', 'sendMessage', 'after'],
    ['before it is out of the chat', 'deleteMessage', 'before'],
    ['after it is out of the chat', 'deleteMessage', 'after'],
  ] as const)('%s loses nothing and doubles nothing', async (_, method, drop) => {
    const { user } = await atNote()
    house.world.faults.add({ method, times: 1, drop })
    await user.sendsVoice(sent(RECORDED))
    await house.world.delivery.again()
    expect(await rows()).toHaveLength(1)
    expect(user.messages().filter(({ from, voice }) => !from.is_bot && voice)).toEqual([])
    expect(user.screen()?.text).not.toContain(word('questions.note.title'))
  })
})
