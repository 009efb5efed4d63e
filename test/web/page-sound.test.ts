// Pages outside the talk are heard, too: their words are the same for everybody.

import { afterEach, beforeEach, expect, it } from 'vitest'
import { soundOf } from '../../src/domain/spoken/mp3.ts'
import { tooManyPage } from '../../src/web/crowd/page.ts'
import { toldSound } from '../../src/web/page-sound.ts'
import { createFormsOnly } from '../support/forms-only.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { agreesOnPage } from '../support/on-pages.ts'
import { giveVoice } from '../support/voices.ts'

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
})
afterEach(() => lotse.stop())

const shown = async (path: string, init: RequestInit = {}) =>
  await (await lotse.app.request(path, init)).text()

/** Where the player of a page gets its sound; nothing where there is none. */
const sourceIn = (page: string) =>
  /<audio [^>]*src="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&')

const PAGES = ['/exit/limits', '/return', '/sos', '/accessibility']

it('has a player where all its words are released, that loads nothing by itself', async () => {
  await giveVoice(lotse.db, lotse.deps, 'kmr')
  const lengths = new Set<number>()
  for (const path of PAGES) {
    const page = await shown(`${path}?lang=kmr`)
    expect(page, path).toContain('preload="none"')
    const answer = await lotse.app.request(sourceIn(page) ?? '')
    expect(answer.headers.get('content-type'), path).toBe('audio/mpeg')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=3600')
    expect(answer.headers.has('set-cookie')).toBe(false)
    const sound = new Uint8Array(await answer.arrayBuffer())
    expect(soundOf(sound)).toHaveProperty('seconds')
    lengths.add(sound.length)
  }
  expect(lengths.size).toBe(PAGES.length)
  const browser = createFormsOnly(lotse.app)
  await agreesOnPage(browser, 'kmr')
  for (const press of [/^\/forget$/, /^forget$/]) {
    await browser.press(press)
    expect(await lengthOf(browser.html)).toBeGreaterThan(0)
  }
})

it('has none where a clip is missing, and none in a language without a voice', async () => {
  await giveVoice(lotse.db, lotse.deps, 'kmr', { without: ['exit.history', 'return.no-pin'] })
  for (const path of ['/exit/limits?lang=kmr', '/return?lang=kmr', '/return?lang=ar']) {
    expect(sourceIn(await shown(path)), path).toBeUndefined()
  }
})

it('says what is wrong first, and is another sound then', async () => {
  await giveVoice(lotse.db, lotse.deps, 'kmr')
  const plain = sourceIn(await shown('/return?lang=kmr'))
  const body = new URLSearchParams({ lang: 'kmr', code: '7F3-K2D', pin: '123456789' })
  const wrong = sourceIn(await shown('/return', { method: 'POST', body }))
  expect(wrong).toContain('above=return.not-together')
  const sound = async (path = '') =>
    (await (await lotse.app.request(path)).arrayBuffer()).byteLength
  expect(await sound(wrong)).toBeGreaterThan(await sound(plain))
})

it.each([
  ['a page there is not', 'of=constructor&lang=kmr'],
  ['a language there is not', 'of=return&lang=xx'],
  ['nothing', ''],
  ['another sound than today’s', 'of=return&lang=kmr&is=old'],
  ['a sentence that stands above none', 'of=return&lang=kmr&is=old&above=lobby.consent.ask'],
])('answers for %s that there is none', async (_, query) => {
  await giveVoice(lotse.db, lotse.deps, 'kmr')
  expect((await lotse.app.request(`/page-sound?${query}`)).status).toBe(404)
})

/** The sound of a page's player, after it was looked at. */
async function lengthOf(page: string): Promise<number> {
  const answer = await lotse.app.request(sourceIn(page) ?? '')
  const sound = new Uint8Array(await answer.arrayBuffer())
  expect(soundOf(sound)).toHaveProperty('seconds')
  return sound.length
}

it('a page there is not is heard in its language, and in each that has a voice where it names none', async () => {
  await giveVoice(lotse.db, lotse.deps, 'kmr')
  const missing = await shown('/nowhere?lang=kmr')
  expect(sourceIn(missing)).toContain('above=page.missing')
  expect(await lengthOf(missing)).toBeGreaterThan(0)
  expect(sourceIn(await shown('/nowhere?lang=ar'))).toBeUndefined()
  const one = await lengthOf(await shown('/nowhere'))
  await giveVoice(lotse.db, lotse.deps, 'ar')
  lotse.clock.at += 61_000
  expect(await lengthOf(await shown('/nowhere'))).toBeGreaterThan(one)
})

it('a page that is too late, or too much at once, is heard', async () => {
  await giveVoice(lotse.db, lotse.deps, 'kmr')
  expect(await lengthOf(await shown('/with/0123456789abcdef'))).toBeGreaterThan(0)
  const body = `t=${'x'.repeat(40_000)}`
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(body.length),
  }
  const init = { method: 'POST', body, headers }
  const large = await shown('/', init)
  expect(sourceIn(large)).toContain('above=crowd.too-much')
  expect(await lengthOf(large)).toBeGreaterThan(0)
})

it('the page for too many is heard in each language that has a voice, where none was chosen', async () => {
  await giveVoice(lotse.db, lotse.deps, 'kmr')
  const kept = { method: 'get', path: '/', fields: [], isTyped: false } as const
  const asked = { kept, challenge: '{}', seconds: 60, language: undefined, heard: undefined }
  const { content } = await tooManyPage(lotse.deps, asked)
  expect(await lengthOf(String(await content))).toBeGreaterThan(0)
  const cried = await tooManyPage(lotse.deps, { ...asked, heard: ['violence'] })
  expect(sourceIn(String(await cried.content)), 'the numbers come first').toBeUndefined()
})

it('a tablet that asks whether somebody is still there says so in the warning above its page, too', async () => {
  await giveVoice(lotse.db, lotse.deps, 'kmr')
  const tablet = createFormsOnly(lotse.app)
  await tablet.visit('/?kiosk')
  await tablet.press(/lo~kmr~consent/)
  const source = tablet.document.querySelector('#still-there audio')?.getAttribute('src') ?? ''
  expect(source).toContain('of=still-there')
  expect(
    soundOf(new Uint8Array(await (await lotse.app.request(source)).arrayBuffer())),
  ).toHaveProperty('seconds')
})

it('a fault is heard with its number, sign by sign', async () => {
  await giveVoice(lotse.db, lotse.deps, 'kmr')
  const one = await toldSound(lotse.deps, 'kmr', 'notice.fault', { id: '1a2b3c4d' })
  const other = await toldSound(lotse.deps, 'kmr', 'notice.fault', { id: '1a2b3c4e' })
  expect(await lengthOf(String(one))).toBeGreaterThan(0)
  expect(sourceIn(String(one))).not.toBe(sourceIn(String(other)))
  expect(await toldSound(lotse.deps, 'kmr', 'notice.fault', { id: 'no number!' })).toBe('')
})

it('a press that cannot be carried out says so aloud', async () => {
  await giveVoice(lotse.db, lotse.deps, 'kmr')
  const person = createFormsOnly(lotse.app)
  await agreesOnPage(person, 'kmr')
  lotse.disk.broken = true
  await person.press(/urgent~no/)
  const source = person.document.querySelector('audio')?.getAttribute('src') ?? ''
  expect(source).toMatch(/above=notice.fault&id=[0-9a-f-]{8}/)
  expect((await lotse.app.request(source)).status).toBe(200)
})

it('how long somebody has to wait to come back is heard, and the page that asks for a language', async () => {
  await giveVoice(lotse.db, lotse.deps, 'kmr')
  expect(await lengthOf(await shown('/return'))).toBeGreaterThan(0)
  const body = new URLSearchParams({ lang: 'kmr', code: '7F3-K2D', pin: '123456789' })
  let page = ''
  for (let tries = 0; tries < 30 && !page.includes('above=return.wait'); tries++) {
    page = await shown('/return', { method: 'POST', body })
  }
  expect(sourceIn(page)).toMatch(/above=return.wait&when=\d+/)
  expect(await lengthOf(page)).toBeGreaterThan(0)
})

it('after a cry for help the numbers for it are heard first', async () => {
  await giveVoice(lotse.db, lotse.deps, 'kmr')
  const kept = { method: 'get', path: '/', fields: [], isTyped: false } as const
  const asked = { kept, challenge: '{}', seconds: 60, language: 'kmr' }
  const plain = await tooManyPage(lotse.deps, { ...asked, heard: undefined })
  const cried = await tooManyPage(lotse.deps, { ...asked, heard: ['violence'] })
  expect(sourceIn(String(await cried.content))).toContain('danger=violence')
  expect(await lengthOf(String(await cried.content))).toBeGreaterThan(
    await lengthOf(String(await plain.content)),
  )
  expect(await lengthOf(await shown('/sos?lang=kmr&about=violence'))).toBeGreaterThan(0)
  expect(sourceIn(await shown('/sos?lang=kmr&about=violence'))).toContain('danger=violence')
})

it('says in a trial that it is one, as the frame does, and is silent where that cannot be heard', async () => {
  const sound = async (path = '') =>
    (await (await lotse.app.request(path)).arrayBuffer()).byteLength
  await giveVoice(lotse.db, lotse.deps, 'kmr')
  const plain: number[] = []
  const paths = [...PAGES, '/'].map((path) => `${path}?lang=kmr`)
  for (const path of paths) plain.push(await sound(sourceIn(await shown(path))))
  await lotse.stop()
  lotse = await startLotse({ settings: { TRIAL: 'yes' } })
  await giveVoice(lotse.db, lotse.deps, 'kmr')
  for (const [at, path] of paths.entries()) {
    const said = await sound(sourceIn(await shown(path)))
    expect(said, path).toBeGreaterThan(plain[at] ?? 0)
  }
  await lotse.stop()
  lotse = await startLotse({ settings: { TRIAL: 'yes' } })
  await giveVoice(lotse.db, lotse.deps, 'kmr', { without: ['facts.trial'] })
  for (const path of paths) expect(sourceIn(await shown(path)), path).toBeUndefined()
})
