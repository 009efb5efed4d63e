import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFormsOnly, type FormsOnly } from '../support/forms-only.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { agreesOnPage, booksOnPage } from '../support/on-pages.ts'

let lotse: TestLotse
let browser: FormsOnly
beforeEach(async () => {
  lotse = await startLotse()
  browser = createFormsOnly(lotse.app)
})
afterEach(() => lotse.stop())

const word = (language: string, key: string) => lotse.deps.i18n.t(language, { key }, 0)

describe('troubles are told in the language of the person, with a way forward', () => {
  it('a fault at a press, which can be pressed again', async () => {
    await agreesOnPage(browser, 'ckb')
    const before = browser.at
    lotse.disk.broken = true
    await browser.press(/urgent~no/)
    expect(browser.status).toBe(500)
    expect(browser.language).toBe('ckb')
    expect(browser.text).toMatch(/[0-9a-f]{8}/)
    expect(browser.html).toContain('href="/sos?lang=ckb"')
    await browser.press(word('ckb', 'common.button.continue'))
    expect(browser.status).toBe(200)
    await browser.visit(before)
    await browser.press(/urgent~no/)
    expect(browser.status).toBe(200)
    expect(browser.pressables().some(({ name }) => /topics/.test(name))).toBe(true)
  })

  it('the same form again after a fault is answered, however often it fails', async () => {
    await agreesOnPage(browser, 'ar')
    const form = browser.document.querySelector('[name=form]')?.getAttribute('value') ?? ''
    for (let tries = 0; tries < 3; tries++) {
      lotse.disk.broken = true
      await browser.post('/talk', { form, t: '1~an~urgent~no' })
      expect(browser.status).toBe(500)
      expect(browser.heading).not.toBe('')
    }
    await browser.post('/talk', { form, t: '1~an~urgent~no' })
    expect(browser.status).toBe(200)
  })

  it('a fault at a page, of whose reader nothing is known: in every language', async () => {
    await agreesOnPage(browser, 'fa')
    lotse.disk.broken = true
    await browser.visit('/talk')
    expect(browser.status).toBe(500)
    for (const { key } of lotse.deps.i18n.languages) {
      expect(browser.text).toContain(word(key, 'page.missing') && word(key, 'common.button.sos'))
    }
    expect(browser.html).not.toContain('{"error"')
  })

  it('who floods is told to wait, each time', async () => {
    await agreesOnPage(browser, 'tr')
    const t = '1~op~help'
    const form = () => browser.document.querySelector('[name=form]')?.getAttribute('value') ?? ''
    for (let i = 0; i < 64 && browser.status === 200; i++) {
      await browser.post('/talk', { form: form(), t })
    }
    expect(browser.status).toBe(429)
    expect(browser.heading).toBe(word('tr', 'refusal.too-many-messages'))
    await browser.press(word('tr', 'common.button.continue'))
    expect(browser.status).toBe(200)
    await browser.post('/talk', { form: form(), t })
    expect(browser.status).toBe(429)
    expect(browser.heading).toBe(word('tr', 'refusal.too-many-messages'))
    lotse.clock.at += 60_000
    await browser.visit('/talk')
    await browser.post('/talk', { form: form(), t })
    expect(browser.status).toBe(200)
  })

  it.each(['/nothing', '/talk/nothing', '/wp-login.php'])(
    'a path that is none (%s) leads on',
    async (path) => {
      await browser.visit(path)
      expect(browser.status).toBe(404)
      expect(browser.text).toContain(word('ckb', 'page.missing'))
      await browser.press('/')
      expect(browser.status).toBe(200)
    },
  )
})

describe('what a browser is told', () => {
  it('keeps no page, frames it nowhere, and takes nothing from elsewhere', async () => {
    await booksOnPage(browser)
    for (const path of ['/', browser.at, '/talk', '/talk/print', '/nothing']) {
      const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ')
      const { headers } = await lotse.app.request(path, { headers: { cookie } })
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('same-origin')
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).toContain("form-action 'self'")
      expect(policy).not.toContain('unsafe')
    }
  })

  it('puts nothing personal into an address or the log', async () => {
    await booksOnPage(browser, 'en')
    const [row] = await lotse.db.$queryRawUnsafe<Record<string, unknown>[]>(
      'SELECT "ref" FROM "Booking"',
    )
    const said = ['housing', 'mitte', 'hochfeld', String(row?.['ref'])]
    const after = browser.trail.filter(({ path }) => path.startsWith('/talk'))
    for (const { path } of after) for (const one of said) expect(path).not.toContain(one)
    const cookie = [...browser.cookies.values()][0] ?? ''
    for (const line of lotse.logged) {
      for (const one of [...said, cookie]) expect(line).not.toContain(one)
    }
  })
})
