// On each page of this door: 🆘, a person, and a way on; and headers that bind no other host.

import { afterEach, beforeEach, expect, it } from 'vitest'
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

const word = (key: string, language: string) => lotse.deps.i18n.t(language, { key }, 0)

/** What can be pressed on the page before everything else of it. */
const top = () => browser.document.querySelector('header')?.text.replaceAll('\u00A0', ' ') ?? ''

it.each(['ckb', 'de'])('has 🆘 and a person on every page that is no screen, in %s', async (l) => {
  const has = (path: string) => {
    expect(top(), path).toContain(word('common.button.person', l))
    if (!path.startsWith('/sos')) expect(top(), path).toContain(word('common.button.sos', l))
  }
  const open = ['/sos', '/exit/limits', '/nothing', '/return', '/accessibility']
  for (const path of open) {
    await browser.visit(`${path}?lang=${l}`)
    expect(browser.language, path).toBe(l)
    has(path)
  }
  await booksOnPage(browser, l)
  await browser.visit('/talk/print')
  has('/talk/print')
  await browser.visit('/talk')
  await browser.press('/forget')
  has('/forget')
  await browser.press('forget')
  has('/forget, forgotten')
  await browser.visit(`/?kiosk&lang=${l}`)
  await browser.press(/ag~/)
  await browser.visit('/kiosk/done')
  has('/kiosk/done')
})

it('leads on from the numbers for danger: back to the talk, or to the first page in the same language', async () => {
  await browser.visit('/sos?lang=kmr')
  await browser.press(word('common.button.back', 'kmr'))
  expect(browser.language).toBe('kmr')
  await browser.press(/ag~/)
  await browser.visit('/sos?lang=kmr')
  await browser.press(word('common.button.back', 'kmr'))
  expect(browser.at).toBe('/talk')
  await browser.visit('/sos?lang=kmr')
  await browser.press(/~person/)
  expect(browser.language).toBe('kmr')
})

it('asks for https on this host alone, on every page alike', async () => {
  await agreesOnPage(browser)
  for (const path of ['/', '/sos', '/exit', '/exit/limits', '/nothing']) {
    const answer = await lotse.app.request(path)
    const said = answer.headers.get('strict-transport-security') ?? ''
    expect(said, path).not.toContain('includeSubDomains')
  }
})
