// What was typed stands in the field again where nothing came of it, and only there.

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

const NOTE = 'Mein Bruder wohnt bei uns.'
const word = (key: string) => lotse.deps.i18n.t('de', { key }, 0)
const formOf = (one: FormsOnly) =>
  one.document.querySelector('[name=form]')?.getAttribute('value') ?? ''

/** To the last of the optional questions, which is one in their own words. */
async function toNote() {
  await booksOnPage(browser)
  await browser.press(/1~de$/)
  await browser.press(/1~dy/)
  while (browser.document.querySelector('textarea') === null) await browser.press(/~sk/)
}

it('is not put back once it was taken: the next page may be seen by anybody', async () => {
  await toNote()
  await browser.types(NOTE)
  expect(browser.text).toContain(word('notice.details-done'))
  expect(browser.html).not.toContain(NOTE)
  expect(browser.at.length).toBeLessThan(300)
})

it('nor where it named a button, which was pressed', async () => {
  await booksOnPage(browser)
  await browser.press(/~ca$/)
  await browser.types(word('booking.cancel.button.yes'))
  expect(browser.document.querySelector('[name=text]')?.getAttribute('value')).toBe('')
})

it('is put back where it is too long or says nothing', async () => {
  await agreesOnPage(browser)
  await browser.types('blauer Elefant')
  expect(browser.document.querySelector('[name=text]')?.getAttribute('value')).toBe(
    'blauer Elefant',
  )
  browser.cookies.clear()
  await toNote()
  const long = 'Bruder '.repeat(60)
  await browser.post('/talk', { form: formOf(browser), text: long })
  expect(browser.document.querySelector('textarea')?.text).toBe(long)
})
