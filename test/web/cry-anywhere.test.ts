// A cry for help typed where nothing else can be answered any more: the numbers come all the same.

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFormsOnly, type FormsOnly, windowOf } from '../support/forms-only.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { agreesOnPage, booksOnPage } from '../support/on-pages.ts'

const CRY = 'kocam beni dövüyor'
const DAY = 86_400_000
const MANY = 60

let lotse: TestLotse
let browser: FormsOnly
beforeEach(async () => {
  lotse = await startLotse()
  browser = createFormsOnly(lotse.app)
})
afterEach(() => lotse.stop())

const word = (key: string, language = 'tr') => lotse.deps.i18n.t(language, { key }, 0)
const formOf = (one: FormsOnly) =>
  one.document.querySelector('[name=form]')?.getAttribute('value') ?? ''
const talks = () =>
  lotse.db.$queryRawUnsafe<object[]>('SELECT "id", "version", "urgency" FROM "Intake"')

/** Numbers to call, and the way out of the page before everything else. */
function hasNumbers(one: FormsOnly) {
  expect(one.html).toContain('href="tel:110"')
  expect(one.pressables()[0]?.label).toMatch(
    new RegExp(lotse.deps.i18n.languages.map(({ key }) => word('exit.button', key)).join('|')),
  )
}

describe('a cry for help is heard', () => {
  it('on a page of somebody the browser has forgotten, without a cookie or a row', async () => {
    await agreesOnPage(browser, 'tr')
    const form = formOf(browser)
    browser.cookies.clear()
    const before = await talks()
    await browser.post('/talk', { form, text: CRY })
    hasNumbers(browser)
    expect(browser.language).toBe('tr')
    expect(browser.cookies.size).toBe(0)
    expect(await talks()).toEqual(before)
  })

  it.each([
    ['a form of last week', 6 * DAY, (form: string) => form],
    ['no form at all', 0, () => ''],
  ])('on %s, which changes nothing', async (_, later, given) => {
    await agreesOnPage(browser, 'tr')
    const form = formOf(browser)
    lotse.clock.at += later
    const before = await talks()
    await browser.post('/talk', { form: given(form), text: CRY })
    hasNumbers(browser)
    expect(await talks()).toEqual(before)
  })

  it('on a page left open by somebody whose data is erased', async () => {
    await booksOnPage(browser, 'tr')
    const other = await windowOf(lotse.app, browser)
    await browser.press(/op~delete/)
    await browser.press(/~ey$/)
    await other.types(CRY)
    hasNumbers(other)
    expect(other.cookies.size).toBe(0)
  })

  it('of somebody who has sent too much to be answered', async () => {
    await agreesOnPage(browser, 'tr')
    const form = formOf(browser)
    for (let nth = 0; nth < MANY; nth += 1) await browser.post('/talk', { form, text: `x${nth}` })
    expect(browser.status).toBe(429)
    await browser.post('/talk', { form, text: CRY })
    expect(browser.status).toBe(429)
    hasNumbers(browser)
    expect(browser.text).toContain(word('refusal.too-many-messages'))
  })

  it('and kept as a note, with the ways on; as a name it is kept nowhere', async () => {
    await booksOnPage(browser, 'tr')
    await browser.press(/~de$/)
    await browser.press(/~dy$/)
    const sealed = async () => (await lotse.db.intake.findFirst())?.sealed ?? null
    const before = await sealed()
    await browser.types(CRY)
    hasNumbers(browser)
    expect(await sealed()).toBe(before)
    expect((await talks())[0]).toMatchObject({ urgency: 'green' })
    await browser.press(/~he~none$/)
    for (let nth = 0; nth < 12 && !browser.html.includes('~sk~note'); nth++) {
      await browser.press(/~sk~/)
    }
    await browser.types(CRY)
    hasNumbers(browser)
    for (const key of ['time', 'walk-in', 'call-back']) {
      expect(browser.text).toContain(word(`danger.button.${key}`).replace(/^\P{L}+/u, ''))
    }
    expect(await sealed()).not.toBe(before)
    expect((await talks())[0]).toMatchObject({ urgency: 'red' })
    await browser.press(/~he~none/)
    expect((await talks())[0]).toMatchObject({ urgency: 'green' })
    expect(await sealed()).not.toBe(before)
  })

  it('in each field of the form to come back by', async () => {
    for (const [code, pin] of [
      [CRY, ''],
      ['', CRY],
      ['ABC-123', CRY],
    ] as const) {
      await browser.post('/return', { lang: 'tr', code, pin })
      hasNumbers(browser)
      expect(browser.html.split(CRY)).toHaveLength(code === CRY ? 2 : 1)
    }
  })

  it('in each field of the form for barriers, taken or not', async () => {
    for (const [text, reach] of [
      [CRY, ''],
      ['', CRY],
    ] as const) {
      await browser.post('/accessibility?lang=tr', { text, reach })
      hasNumbers(browser)
      expect(browser.cookies.size).toBe(0)
    }
  })

  it('in the field for the code', async () => {
    await browser.post('/return', { lang: 'tr', code: CRY, pin: '' })
    hasNumbers(browser)
    // The numbers are what the page is about then.
    expect(browser.html.indexOf('<h1>')).toBeLessThan(browser.html.indexOf('<h2>'))
    expect(browser.html.split('<h1>')).toHaveLength(2)
  })
})

describe('what is typed and cannot be taken is kept', () => {
  it.each([
    ['Arabic', 'ا'.repeat(1500)],
    ['emoji', '😀'.repeat(749)],
    ['what is escaped', '\u0001'.repeat(1500)],
  ])('though no address can carry it: %s', async (_, text) => {
    await agreesOnPage(browser, 'ar')
    for (const form of [formOf(browser), '']) {
      await browser.post('/talk', { form, text })
      expect(browser.status).toBe(422)
      expect(browser.heading).toBe(word('questions.urgent.title', 'ar'))
      expect(browser.document.querySelector('[name=text]')?.getAttribute('value')).toBe(text)
    }
  })

  it('on a form of last week', async () => {
    await agreesOnPage(browser, 'tr')
    const form = formOf(browser)
    lotse.clock.at += 6 * DAY
    await browser.post('/talk', { form, text: 'Çocuğum için okul' })
    expect(browser.text).toContain(word('notice.older-button'))
    expect(browser.document.querySelector('[name=text]')?.getAttribute('value')).toBe(
      'Çocuğum için okul',
    )
  })

  it('where too much came at once: sent again, it is taken', async () => {
    await agreesOnPage(browser, 'tr')
    const form = formOf(browser)
    for (let nth = 0; nth < MANY; nth += 1) await browser.post('/talk', { form, text: `x${nth}` })
    await browser.post('/talk', { form, text: 'acil değil' })
    expect(browser.text).toContain(word('crowd.kept'))
    lotse.clock.at += 10 * 60_000
    await browser.press(word('crowd.button.again'))
    expect(browser.status).toBe(200)
    expect(browser.html).toContain('1~an~topics')
  })
})
