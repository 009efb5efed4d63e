// A voice message on a page: by forms alone, straight to the centre.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LARGEST_VOICE } from '../../src/domain/voice-message/voice-message.ts'
import { createFormsOnly, type FormsOnly, pack, windowOf } from '../support/forms-only.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { booksOnPage } from '../support/on-pages.ts'
import { m4a, ogg, wav, webm } from '../support/recordings.ts'

let lotse: TestLotse
let browser: FormsOnly
beforeEach(async () => {
  lotse = await startLotse()
  browser = createFormsOnly(lotse.app)
})
afterEach(() => lotse.stop())

const word = (language: string, key: string) => lotse.deps.i18n.t(language, { key }, 0)
const rows = () => lotse.db.voiceMessage.findMany()

async function atNote(language = 'de') {
  await booksOnPage(browser, language)
  await browser.press(/~de$/)
  await browser.press(/~dy$/)
  for (let most = 0; most < 20 && !browser.html.includes('id="voice"'); most++) {
    await browser.press(/~sk~/)
  }
  expect(browser.heading).toBe(word(language, 'questions.note.title'))
}

describe('a note by voice', () => {
  it.each([
    ['audio/ogg', ogg(42)],
    ['audio/webm', webm(42)],
    ['audio/mp4', m4a(42)],
    ['audio/wav', wav(42)],
  ])('as %s is kept, and told to have arrived', async (type, recording) => {
    await atNote()
    expect(browser.html).toMatch(/<input type="file"[^>]* accept="audio\/\*" capture required>/)
    expect(browser.text).toContain(word('de', 'voice.on-page'))
    expect(browser.text).not.toContain('Telegram')
    await browser.speaks(recording)
    expect(browser.text).toContain(word('de', 'voice.kept'))
    expect(await rows()).toMatchObject([{ about: 'note', type, seconds: 42 }])
  })

  it('as large as may be is kept, and comes back as it was', async () => {
    await atNote()
    const largest = new Uint8Array(LARGEST_VOICE)
    largest.set(m4a(59))
    await browser.speaks(largest)
    expect(browser.text).toContain(word('de', 'voice.kept'))
    const [{ id = '', intakeId = '' } = {}] = await rows()
    const found = await lotse.deps.store.voiceMessages.file(intakeId, id)
    expect(found?.file.toBase64()).toBe(largest.toBase64())
  })

  it('sent twice is kept once, and from another window as well', async () => {
    await atNote()
    const other = await windowOf(lotse.app, browser)
    const form = browser.at
    await browser.speaks(ogg(3))
    await browser.visit(form)
    expect(await rows()).toHaveLength(1)
    await other.speaks(ogg(4))
    expect(await rows()).toHaveLength(2)
  })

  it.each([
    ['too long', ogg(62), 'voice.too-long'],
    ['no sound', new TextEncoder().encode('no sound'), 'voice.no-sound'],
    ['too large', new Uint8Array(LARGEST_VOICE + 1), 'voice.too-large'],
  ])('%s is refused in their language, at the question', async (_, file, key) => {
    await atNote('ckb')
    await browser.speaks(file)
    expect(browser.status).toBe(200)
    expect(browser.text).toContain(word('ckb', key))
    expect(browser.heading).toBe(word('ckb', 'questions.note.title'))
    expect(await rows()).toEqual([])
  })

  it('far too large is not read, and told in their language', async () => {
    await atNote('ckb')
    await browser.speaks(new Uint8Array(3 * LARGEST_VOICE))
    expect(browser.status).toBe(413)
    expect(browser.text).toContain(word('ckb', 'voice.too-large'))
    expect(browser.html).toContain('href="/talk"')
  })

  it('of nobody, or with the form of another, changes nothing', async () => {
    await atNote()
    const body = () => {
      const sent = new FormData()
      const form = browser.document.querySelector('[name=form]')?.getAttribute('value') ?? ''
      sent.append('form', form)
      sent.append('voice', new File([ogg(3)], 'x'))
      return sent
    }
    const send = async (cookie?: string) => {
      const packed = await pack(body())
      const headers = { origin: 'http://localhost', 'content-type': packed.type }
      return await lotse.app.request('/talk/voice', {
        method: 'POST',
        body: packed.body,
        headers: { ...headers, ...(cookie ? { cookie } : {}) },
      })
    }
    expect((await send()).status).toBe(303)
    const other = createFormsOnly(lotse.app)
    await booksOnPage(other)
    const cookie = [...other.cookies].map((pair) => pair.join('=')).join('; ')
    expect((await send(cookie)).status).toBe(303)
    expect(await rows()).toEqual([])
  })
})

it('is not asked for before the consent, nor where a button answers', async () => {
  await browser.visit('/')
  expect(browser.html).not.toContain('type="file"')
  await booksOnPage(browser)
  expect(browser.html).not.toContain('type="file"')
})
