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

const most = (key: string, count: string) =>
  lotse.deps.i18n.t(key, { key: 'notice.too-long', values: { most: count } }, 0)

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

it.each(['de', 'ar'])(
  'whole, however long it is, with what is too long about it, in %s',
  async (key) => {
    await booksOnPage(browser, key)
    await browser.press(/1~de$/)
    await browser.press(/1~dy/)
    while (browser.document.querySelector('textarea') === null) await browser.press(/~sk/)
    // Longer than an address holds, and no browser may cut it: nothing would say so.
    expect(browser.html).not.toContain('maxlength')
    const long = (key === 'ar' ? 'قصتي طويلة جدًا. ' : 'Das ist eine lange Geschichte. ').repeat(90)
    await browser.types(long)
    expect(browser.status).toBe(422)
    expect(browser.text).toContain(most(key, '300'))
    expect(browser.document.querySelector('textarea')?.text).toBe(long)
    await browser.types(long.slice(0, 290))
    expect(browser.text).toContain(lotse.deps.i18n.t(key, { key: 'notice.details-done' }, 0))
  },
)

it('nor is it lost where its page is too old, or nothing was asked for', async () => {
  await booksOnPage(browser)
  const story = 'Mein Bruder wohnt bei uns, und er hat einen Brief bekommen. '.repeat(60)
  await browser.types(story)
  expect(browser.text).toContain(word('notice.nobody-reads'))
  expect(browser.document.querySelector('details [name=text]')?.getAttribute('value')).toBe(story)
  await browser.post('/talk', { form: 'made-up', text: story })
  expect(browser.text).toContain(word('notice.older-button'))
  expect(browser.document.querySelector('details [name=text]')?.getAttribute('value')).toBe(story)
})
