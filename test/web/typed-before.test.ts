// What is typed on the pages before the consent, held against the buttons of the page.

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFormsOnly, type FormsOnly } from '../support/forms-only.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { agreesOnPage } from '../support/on-pages.ts'

let lotse: TestLotse
let browser: FormsOnly
beforeEach(async () => {
  lotse = await startLotse()
  browser = createFormsOnly(lotse.app)
})
afterEach(() => lotse.stop())

const rows = (sql: string) => lotse.db.$queryRawUnsafe<Record<string, unknown>[]>(sql)
const people = () => rows('SELECT "id" FROM "Person"')
const word = (key: string, language = 'de') => lotse.deps.i18n.t(language, { key }, 0)

async function reads(language: string): Promise<void> {
  await browser.visit('/')
  await browser.press(new RegExp(`lo~${language}~consent`))
}

describe('before anybody has agreed', () => {
  it.each([
    ['de', 'ja'],
    ['de', 'Ich stimme zu'],
    ['ar', 'نعم'],
    ['kmr', 'erê'],
  ])('"yes" is asked about, and agrees by the button alone: %s, %s', async (language, text) => {
    await reads(language)
    await browser.types(text)
    expect(browser.heading).toBe(word('notice.did-you-mean', language))
    expect(await people()).toEqual([])
    expect(browser.cookies.size).toBe(0)
    await browser.press(/^ag~|~ag~/)
    expect(browser.heading).toBe(word('questions.urgent.title', language))
    expect(await rows('SELECT "scope", "language" FROM "Consent"')).toEqual([
      { scope: 'booking', language },
    ])
  })

  it('"none of these" leads back to the question', async () => {
    await reads('de')
    await browser.types('ja')
    await browser.press(word('common.button.none-of-these'))
    expect(browser.text).toContain(word('lobby.consent.ask'))
    expect(await people()).toEqual([])
  })

  it('the name of a page leads there, and back from there as from a link', async () => {
    await reads('de')
    await browser.types('mehr lesen')
    expect(browser.heading).toBe(word('lobby.privacy.title'))
    expect(browser.at).toMatch(/^\/\?t=/)
    await browser.types('zurück')
    expect(browser.text).toContain(word('lobby.consent.ask'))
    await browser.types('nein')
    expect(browser.heading).toBe(word('lobby.declined.title'))
    expect(await people()).toEqual([])
  })

  it('"yes" says nothing on a page that asks nothing', async () => {
    await browser.visit('/')
    await browser.types('ja')
    expect(await people()).toEqual([])
    await reads('de')
    await browser.types('nein')
    await browser.press(/~centres/)
    await browser.types('ja')
    expect(browser.heading).toBe(word('lobby.nothing.title'))
    expect(await people()).toEqual([])
  })

  it('a cry is heard before any button', async () => {
    await reads('de')
    await browser.types('Mein Mann schlägt mich')
    expect(browser.text).toContain('110')
    expect(await people()).toEqual([])
  })
})

describe('where the text has changed since somebody agreed', () => {
  beforeEach(async () => {
    await agreesOnPage(browser)
  })
  const changed = () => rows(`UPDATE "Consent" SET "textHash" = 'earlier'`)
  const consents = () => rows('SELECT "id" FROM "Consent"')

  it('"yes" below the question agrees: who it is is known', async () => {
    await changed()
    await browser.visit('/talk')
    expect(browser.text).toContain(word('lobby.consent.ask'))
    await browser.types('ja')
    expect(browser.heading).toBe(word('questions.urgent.title'))
    expect(await consents()).toHaveLength(2)
  })

  it('"yes" on a page that asked something else agrees to nothing', async () => {
    await changed()
    await browser.types('ja')
    expect(browser.text).toContain(word('lobby.consent.ask'))
    expect(await consents()).toHaveLength(1)
  })
})
