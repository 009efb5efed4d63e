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

const word = (key: string) => lotse.deps.i18n.t('de', { key }, 0)
const rows = () =>
  browser.document.querySelectorAll('.answer').map((row) => {
    const [name, value] = [row.querySelector('dt'), row.querySelector('dd span')]
    return [name?.text.trim(), value?.text.replace(/[\u00A0\u2066-\u2069]/g, ' ').trim()]
  })

async function toCheck(): Promise<void> {
  await agreesOnPage(browser)
  for (const step of [/urgent~no/, /topics~housing/, /district~mitte/, /an~spoken~de/, /~tm~/]) {
    await browser.press(step)
  }
}

describe('before a time is booked', () => {
  it('every answer stands there, with a way to change it', async () => {
    await toCheck()
    expect(browser.heading).toBe(word('booking.check.title'))
    expect(rows().map(([name]) => name)).toEqual(
      ['urgent', 'topics', 'district', 'spoken'].map((id) => word(`questions.${id}.name`)),
    )
    expect(rows()[2]?.[1]).toBe('Mitte: Innenstadt')
    const changes = browser.document.querySelectorAll('.answer button')
    const heard = changes.map((button) => button.getAttribute('aria-label'))
    expect(heard).toEqual(rows().map(([name]) => `${word('page.change')}: ${name}`))
  })

  it('a changed answer leads to the times that fit it, and is kept', async () => {
    await toCheck()
    await browser.press(/~mr~district/)
    expect(browser.heading).toBe(word('questions.district.title'))
    await browser.press(/an~district~hamborn/)
    expect(browser.heading).toContain('Hamborn')
    await browser.press(/~tm~/)
    expect(rows()[2]?.[1]).toBe('Hamborn')
    await browser.press(/~bo~/)
    expect(browser.heading).toBe(word('booking.appointment.title'))
  })

  it('a change that asks for no other time leads back to the check', async () => {
    await toCheck()
    await browser.press(/~mr~spoken/)
    await browser.press(/an~spoken~ar/)
    expect(browser.heading).toBe(word('booking.check.title'))
    expect(rows()[3]?.[1]).toBe('العربية')
  })

  it('back from a question leads to the check again', async () => {
    await toCheck()
    await browser.press(/~mr~spoken/)
    await browser.press(/~bk$/)
    expect(browser.heading).toBe(word('booking.check.title'))
  })

  it('a topic that a link brought stands there once', async () => {
    await browser.visit('/?lang=de&topic=housing')
    await browser.press(/ag~/)
    for (const step of [/urgent~no/, /district~mitte/, /an~spoken~de/, /~tm~/]) {
      await browser.press(step)
    }
    const changes = browser.pressables().filter(({ name }) => name.includes('mr~topics'))
    expect(changes).toHaveLength(1)
  })
})

it('nothing is changed in this way from elsewhere, or once a time is booked', async () => {
  await agreesOnPage(browser)
  const form = browser.document.querySelector('[name=form]')?.getAttribute('value') ?? ''
  await browser.post('/talk', { form, t: '1~mr~spoken' })
  expect(browser.text).toContain(word('notice.older-button'))
  browser.cookies.clear()
  await booksOnPage(browser)
  await browser.press(/~mo$/)
  await browser.press(/~tm~/)
  expect(browser.heading).toBe(word('booking.check.title-move'))
  expect(rows()).toEqual([])
})

it('after a cry a page begins with the numbers', async () => {
  await agreesOnPage(browser)
  await browser.types('Mein Mann schlägt mich')
  const main = browser.document.querySelector('main')
  const kinds = main?.childNodes.map((node) => (node as { rawTagName?: string }).rawTagName)
  expect(kinds?.filter(Boolean)[0]).toBe('h1')
  const html = main?.innerHTML ?? ''
  expect(html.indexOf('href="tel:110"')).toBeGreaterThan(0)
  expect(html.indexOf('href="tel:110"')).toBeLessThan(html.indexOf('<blockquote'))
})

it('what is typed wrongly is told at its field, which keeps it', async () => {
  await agreesOnPage(browser)
  await browser.press(/op~person/)
  await browser.press(/cb~phone/)
  await browser.types('12')
  const field = browser.document.querySelector('[name=text]')
  expect(field?.getAttribute('aria-invalid')).toBe('true')
  const told = browser.document.querySelector(`#${field?.getAttribute('aria-describedby')}`)
  expect(told?.text).toContain(word('notice.no-phone'))
  expect(browser.document.querySelector('title')?.text).toMatch(/^⚠️/)
})
