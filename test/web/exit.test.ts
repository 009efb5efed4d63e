import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HEARD_KINDS } from '../../src/domain/danger/cry-list.ts'
import { HARMLESS } from '../../src/web/exit.ts'
import { createFormsOnly, type FormsOnly, windowOf } from '../support/forms-only.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { agreesOnPage, booksOnPage } from '../support/on-pages.ts'

let lotse: TestLotse
let browser: FormsOnly
beforeEach(async () => {
  lotse = await startLotse()
  browser = createFormsOnly(lotse.app)
})
afterEach(() => lotse.stop())

const word = (key: string, language = 'de') => lotse.deps.i18n.t(language, { key }, 0)
const exits = (one: FormsOnly) => one.document.querySelectorAll('body > .exit a[href="/exit"]')
const cookieOf = (one: FormsOnly) => [...one.cookies].map((pair) => pair.join('=')).join('; ')

/** Presses the exit; where it leads is not asked for. */
async function leaves(one: FormsOnly): Promise<Response> {
  const headers = { cookie: cookieOf(one) }
  const response = await lotse.app.request('/exit', { headers })
  for (const set of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
    one.cookies.set(name, value)
  }
  return response
}

describe('the exit is in sight', () => {
  it.each(['de', 'ar', 'ckb'])(
    'first on every page about danger in %s, and on no other',
    async (l) => {
      await browser.visit(`/sos?lang=${l}`)
      expect(exits(browser)).toHaveLength(1)
      for (const kind of HEARD_KINDS) {
        await browser.visit(`/sos?lang=${l}&about=${kind}`)
        expect(exits(browser), kind).toHaveLength(1)
      }
      await browser.visit('/')
      expect(exits(browser)).toHaveLength(0)
      await browser.press(new RegExp(`lo~${l}~consent`))
      expect(exits(browser)).toHaveLength(0)
      await browser.press(new RegExp(`lo~${l}~danger`))
      expect(exits(browser)).toHaveLength(1)
      await agreesOnPage(browser, l)
      expect(exits(browser)).toHaveLength(0)
      await browser.press(/op~danger/)
      expect(exits(browser)).toHaveLength(1)
      // It comes before everything else that can be pressed, and says where its limits are.
      expect(browser.pressables()[0]?.label).toBe(word('exit.button', l))
      await browser.press(word('exit.limits', l))
      for (const key of ['what', 'after', 'again', 'history', 'clear', 'private', 'screen']) {
        expect(browser.text).toContain(word(`exit.${key}`, l))
      }
      expect(exits(browser)).toHaveLength(1)
    },
  )

  it('where words are a cry, before the consent and after it', async () => {
    await browser.visit('/')
    await browser.press(/lo~de~consent/)
    await browser.types('Mein Mann schlägt mich')
    expect(exits(browser)).toHaveLength(1)
    await agreesOnPage(browser)
    await browser.types('Mein Mann schlägt mich')
    expect(exits(browser)).toHaveLength(1)
  })

  it('instead of emptying a chat, which a page is none', async () => {
    await agreesOnPage(browser)
    await browser.press(/op~danger/)
    expect(browser.text).not.toContain(word('danger.button.hide'))
    expect(browser.pressables().some(({ name }) => /~hi$/.test(name))).toBe(false)
  })

  it('in every language with words of its own', async () => {
    const seen = new Set<string>()
    for (const { key } of lotse.deps.i18n.languages) {
      await browser.visit(`/exit/limits?lang=${key}`)
      expect(browser.language).toBe(key)
      seen.add(browser.text)
    }
    expect(seen.size).toBe(lotse.deps.i18n.languages.length)
    await browser.visit('/exit/limits?lang=%22%3E%3Cscript%3E')
    expect(browser.status).toBe(200)
    expect(browser.html).not.toContain('<script>')
  })
})

describe('the exit', () => {
  it('leads to a harmless page at once, and tells it nothing', async () => {
    const response = await leaves(browser)
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toBe(HARMLESS)
    expect(response.headers.get('referrer-policy')).toBe('no-referrer')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('set-cookie')).toBeNull()
    expect(lotse.logged.join('\n')).not.toContain('exit')
  })

  it('leads where the city says', async () => {
    await lotse.stop()
    const { duisburgProfile } = await import('../../scripts/gallery/talk-facts.ts')
    lotse = await startLotse({
      profile: { ...duisburgProfile(), exitTo: 'https://weather.example/' },
    })
    const response = await leaves(createFormsOnly(lotse.app))
    expect(response.headers.get('location')).toBe('https://weather.example/')
  })

  it('covers the talk: going back, reloading and typing addresses show the first page', async () => {
    await booksOnPage(browser)
    await browser.press(/op~appointment-more/)
    const pages = browser.trail.filter(({ method, path }) => method === 'GET' && path !== '/')
    await leaves(browser)
    expect([...browser.cookies.values()].join()).toMatch(/^left\.[\w-]{43}$/)
    for (const path of [...pages.map((page) => page.path), '/talk', '/talk/print', '/']) {
      if (path.startsWith('/?')) continue
      await browser.visit(path)
      expect(browser.at, path).toBe('/')
      expect(browser.html).not.toContain('RSC Hochfeld')
    }
    await browser.visit('/talk/appointment.ics')
    expect(browser.file).toBeUndefined()
  })

  it('takes nothing from who agrees once more', async () => {
    await booksOnPage(browser)
    const [id] = browser.cookies.values()
    const card = browser.heading
    await leaves(browser)
    await agreesOnPage(browser)
    await browser.visit('/talk')
    expect([...browser.cookies.values()]).toEqual([id])
    expect(browser.heading).toBe(card)
    expect(await lotse.db.$queryRawUnsafe('SELECT "id" FROM "Person"')).toHaveLength(1)
  })

  it('pressed twice, or by somebody with a made-up cookie, changes nothing more', async () => {
    await booksOnPage(browser)
    await leaves(browser)
    const covered = cookieOf(browser)
    await leaves(browser)
    expect(cookieOf(browser)).toBe(covered)
    const stranger = createFormsOnly(lotse.app)
    for (const made of [
      `left.${'a'.repeat(43)}`,
      'left.',
      'left.x',
      `left.left.${'a'.repeat(43)}`,
    ]) {
      stranger.cookies.set('__Host-lotse', made)
      await stranger.visit('/talk')
      expect(stranger.at).toBe('/')
      await agreesOnPage(stranger)
      expect(stranger.cookies.get('__Host-lotse')).not.toContain('a'.repeat(43))
    }
  })

  it('holds in every window of the browser', async () => {
    await booksOnPage(browser)
    const other = await windowOf(lotse.app, browser)
    await leaves(browser)
    for (const [name, value] of browser.cookies) other.cookies.set(name, value)
    await other.visit(other.at)
    expect(other.at).toBe('/')
  })
})
