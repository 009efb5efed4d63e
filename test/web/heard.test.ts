import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { soundOf } from '../../src/domain/spoken/mp3.ts'
import { createFormsOnly, type FormsOnly } from '../support/forms-only.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { giveVoice } from '../support/voices.ts'

let lotse: TestLotse
let browser: FormsOnly
beforeEach(async () => {
  lotse = await startLotse()
  browser = createFormsOnly(lotse.app)
})
afterEach(() => lotse.stop())

const STEPS = [/urgent~no/, /topics~housing/, /district~mitte/, /an~spoken/, /~tm~hochfeld/, /~bo~/]

/** Where the player of the page gets its sound; nothing where there is none. */
const source = () => {
  const [, path] = /<audio [^>]*src="([^"]+)"/.exec(browser.html) ?? []
  return path?.replaceAll('&amp;', '&')
}

const cookie = () => [...browser.cookies].map((pair) => pair.join('=')).join('; ')

async function asked(path: string | undefined, headers: Record<string, string> = {}) {
  if (path === undefined) throw new Error(`no player on ${browser.at}`)
  return await lotse.app.request(path, { headers })
}

const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer())

describe('a page that is listened to', () => {
  it('has a sound from the language to the booked time, which loads when it is pressed', async () => {
    await giveVoice(lotse.db, lotse.deps, 'de')
    await browser.visit('/')
    await browser.press(/lo~de~consent/)
    const before = await asked(source())
    expect(before.status).toBe(200)
    expect(soundOf(await bytesOf(before))).toHaveProperty('seconds')
    expect(browser.cookies.size).toBe(0)
    await browser.press(/ag~/)
    const sounds = new Set<number>()
    for (const step of STEPS) {
      await browser.press(step)
      expect(browser.html).toContain('preload="none"')
      const heard = await asked(source(), { cookie: cookie() })
      expect(heard.headers.get('content-type')).toBe('audio/mpeg')
      expect(heard.headers.get('cache-control')).toBe('no-store')
      const sound = await bytesOf(heard)
      expect(soundOf(sound)).toHaveProperty('seconds')
      sounds.add(sound.length)
    }
    expect(sounds.size).toBe(STEPS.length)
    expect(browser.heading).toBe(lotse.deps.i18n.t('de', { key: 'booking.appointment.title' }, 0))
  })

  it('is kept for all where it says nothing of anybody, and comes in pieces', async () => {
    await giveVoice(lotse.db, lotse.deps, 'de')
    await browser.visit('/')
    await browser.press(/lo~de~consent/)
    const path = source()
    const whole = await asked(path)
    expect(whole.headers.get('cache-control')).toBe('public, max-age=3600')
    const all = await bytesOf(whole)
    const piece = await asked(path, { range: 'bytes=100-199' })
    expect(piece.status).toBe(206)
    expect(piece.headers.get('content-range')).toBe(`bytes 100-199/${all.length}`)
    expect(await bytesOf(piece)).toEqual(all.slice(100, 200))
  })

  it('plays first where reading is hard', async () => {
    await giveVoice(lotse.db, lotse.deps, 'de')
    await browser.visit('/')
    await browser.press(/lo~de~consent/)
    const isFirst = () => browser.html.indexOf('<audio') < browser.html.indexOf('<h1')
    expect(isFirst()).toBe(false)
    await browser.press(/lo~de~consent~~~little/)
    expect(isFirst()).toBe(true)
    await browser.press(/ag~/)
    expect(isFirst()).toBe(true)
  })

  it('lets a stranger hear nothing of a talk, nor anybody what the page did not show', async () => {
    await giveVoice(lotse.db, lotse.deps, 'de')
    await browser.visit('/')
    await browser.press(/lo~de~consent/)
    await browser.press(/ag~/)
    const path = source()
    expect((await asked(path)).status).toBe(404)
    expect((await asked(path, { cookie: 'lotse=somebody-else' })).status).toBe(404)
    const other = path?.replace(/is=\w+/, 'is=0')
    expect((await asked(other, { cookie: cookie() })).status).toBe(404)
    expect((await asked('/sound?t=1~bk&is=0')).status).toBe(404)
    expect((await asked('/sound')).status).toBe(404)
  })
})

it('a page without a voice has no player', async () => {
  await browser.visit('/')
  expect(source()).toBeUndefined()
  await browser.press(/lo~de~consent/)
  expect(source()).toBeUndefined()
})

it('a press costs two statements more where somebody listens, and none where nobody does', async () => {
  await giveVoice(lotse.db, lotse.deps, 'de')
  await browser.visit('/')
  await browser.press(/lo~de~consent/)
  const costOf = async (path: string | undefined) => {
    const before = lotse.count.statements
    await asked(path, { cookie: cookie() })
    return lotse.count.statements - before
  }
  const lobby = source()
  // The sound is kept in memory once somebody heard it.
  expect([await costOf(lobby), await costOf(lobby)]).toEqual([1, 0])
  await browser.press(/ag~/)
  const talk = source()
  expect([await costOf(talk), await costOf(talk)]).toEqual([2, 1])
})
