// Pages outside the talk are heard, too: their words are the same for everybody.

import { afterEach, beforeEach, expect, it } from 'vitest'
import { soundOf } from '../../src/domain/spoken/mp3.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
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
  const body = new URLSearchParams({ lang: 'kmr', code: '7F3-K2D', pin: '123456' })
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
