// "Forget on this device": whoever holds somebody's telephone for a moment must not be able to take the way back from them
// by one press, and who has to hide this must be able to do it at once.

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

const word = (key: string) => lotse.deps.i18n.t('de', { key }, 0)
const PIN = /\d{3}\s\d{3}\s\d{3}/
const code = async () => {
  const rows = await lotse.db.$queryRawUnsafe<{ ref: string }[]>('SELECT "ref" FROM "Intake"')
  return rows[0]?.ref ?? ''
}

it('asks first, with what one comes back by, and does nothing by it', async () => {
  await booksOnPage(browser)
  const pin = PIN.exec(browser.text)?.[0] ?? 'none'
  await browser.press(/^\/forget$/)
  expect(browser.heading).toBe(word('page.forget.ask'))
  for (const said of [word('page.forget.stays'), word('return.what-for'), await code(), pin]) {
    expect(browser.text).toContain(said)
  }
  expect(browser.cookies.size).toBe(1)
  await browser.press(word('common.button.back'))
  expect(browser.heading).toBe(word('booking.appointment.title'))
})

it('shows what one comes back by, too, where a new text has to be agreed to first', async () => {
  await booksOnPage(browser)
  await lotse.db.consent.updateMany({ data: { textHash: 'of an older text' } })
  await browser.visit('/forget')
  expect(browser.text).toContain(await code())
  expect(browser.text).toMatch(PIN)
  await browser.press(word('page.forget.button'))
  expect(browser.text).toContain(word('page.forget.stays'))
  expect(browser.text).toContain(await code())
})

it('forgets at the second press, and asks for nothing that has to be known', async () => {
  await booksOnPage(browser)
  await browser.press(/^\/forget$/)
  expect(browser.document.querySelectorAll('main input:not([type=hidden])')).toHaveLength(0)
  await browser.press(/^forget$/)
  expect(browser.heading).toBe(word('page.forget.title'))
  expect(browser.text).not.toMatch(PIN)
  expect(browser.cookies.size).toBe(0)
  await browser.visit('/forget')
  expect(browser.at).toBe('/')
})

it('asks as well where a page of before sends what was one press', async () => {
  await booksOnPage(browser)
  await browser.post('/forget', {})
  expect(browser.heading).toBe(word('page.forget.ask'))
  expect(browser.cookies.size).toBe(1)
})

it('says to whoever has no code yet that they begin anew, and promises nothing that stays', async () => {
  await agreesOnPage(browser)
  await browser.press(/urgent~no/)
  await browser.press(/^\/forget$/)
  expect(browser.text).toContain(word('page.forget.anew'))
  expect(browser.text).not.toContain(word('page.forget.stays'))
  await browser.press(/^forget$/)
  expect(browser.heading).toBe(word('page.forget.title'))
  expect(browser.text).not.toContain(word('page.forget.stays'))
})

it('has the code of who spoke before, while somebody else is spoken for', async () => {
  await booksOnPage(browser)
  const own = await code()
  for (const step of [/op~appointment-more/, /~pp$/, /br~child/, /vo~child/]) {
    await browser.press(step)
  }
  await browser.types('Amina')
  // The child has sent nothing yet.
  await browser.press(/^\/forget$/)
  expect(browser.text).toContain(own)
  expect(browser.text).toMatch(PIN)
  expect(browser.text).not.toContain(word('page.forget.anew'))
})
