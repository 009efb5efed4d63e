import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFormsOnly, type FormsOnly, windowOf } from '../support/forms-only.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { agreesOnPage, booksOnPage } from '../support/on-pages.ts'

let lotse: TestLotse
let browser: FormsOnly
let stranger: FormsOnly
beforeEach(async () => {
  lotse = await startLotse()
  browser = createFormsOnly(lotse.app)
  stranger = createFormsOnly(lotse.app)
})
afterEach(() => lotse.stop())

const rows = (sql: string) => lotse.db.$queryRawUnsafe<Record<string, unknown>[]>(sql)
const word = (key: string) => lotse.deps.i18n.t('de', { key }, 0)
const formOf = (one: FormsOnly) =>
  one.document.querySelector('[name=form]')?.getAttribute('value') ?? ''
const booked = () => rows(`SELECT 1 AS "one" FROM "Booking" WHERE "state" = 'booked'`)
const versions = () => rows('SELECT "id", "version" FROM "Intake" ORDER BY "id"')

/** The headers of an answer to a form sent as it is. */
async function sends(one: FormsOnly, fields: Record<string, string>, more: object = {}) {
  const cookie = [...one.cookies].map((pair) => pair.join('=')).join('; ')
  const headers = {
    cookie,
    origin: 'http://localhost',
    'content-type': 'application/x-www-form-urlencoded',
    ...more,
  }
  const body = new URLSearchParams(fields).toString()
  return await lotse.app.request('/talk', { method: 'POST', headers, body })
}

describe('the cookie', () => {
  it('is one, is set with the consent, and is closed to everybody else', async () => {
    await browser.visit('/')
    await browser.press(/lo~de~consent/)
    expect(browser.cookies.size).toBe(0)
    await browser.press(/ag~/)
    const set = browser.trail.find(({ cookie }) => cookie)?.cookie ?? ''
    expect(set).toMatch(
      /^__Host-lotse=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    expect([...browser.cookies.keys()]).toEqual(['__Host-lotse'])
    const { profile } = await import('../../src/flows/city.ts').then(({ currentCity }) =>
      currentCity(lotse.deps),
    )
    const seconds = Number(/Max-Age=(\d+)/.exec(set)?.[1])
    expect(seconds).toBe(profile.retention.abandonedHours * 3600)
    const [address] = await rows('SELECT "key", "sealed" FROM "Address"')
    expect(JSON.stringify(address)).not.toContain([...browser.cookies.values()][0])
  })

  it('that is nobody’s, or made up, leads to the beginning and is forgotten', async () => {
    for (const made of ['x', 'a'.repeat(43), "' OR 1=1 --"]) {
      stranger.cookies.set('__Host-lotse', made)
      await stranger.visit('/talk')
      expect(stranger.at).toBe('/')
      expect(stranger.status).toBe(200)
    }
    expect(await rows('SELECT 1 AS "one" FROM "Person"')).toEqual([])
  })
})

describe('what somebody else brings', () => {
  it('another’s page shows where one is oneself', async () => {
    await booksOnPage(browser)
    await agreesOnPage(stranger)
    const own = stranger.heading
    await stranger.visit(browser.at)
    expect(stranger.heading).toBe(own)
    const [row] = await rows('SELECT "ref" FROM "Booking"')
    expect(stranger.text).not.toContain(String(row?.['ref']))
  })

  it('another’s form does nothing, and says so', async () => {
    await agreesOnPage(browser)
    await agreesOnPage(stranger)
    const before = await versions()
    await stranger.post('/talk', { form: formOf(browser), t: '1~an~urgent~no' })
    expect(stranger.text).toContain(word('notice.older-button'))
    expect(await versions()).toEqual(before)
  })

  it.each([
    ['no form', {}],
    ['an empty one', { form: '' }],
    ['one made up', { form: `1.${'A'.repeat(16)}.${'B'.repeat(80)}` }],
    ['words', { form: '__proto__' }],
  ])('%s does nothing', async (_, form) => {
    await agreesOnPage(browser)
    const before = await versions()
    await browser.post('/talk', { ...form, t: '1~an~urgent~no' })
    expect(browser.status).toBe(200)
    expect(browser.text).toContain(word('notice.older-button'))
    expect(await versions()).toEqual(before)
  })

  it('the address of a page is no form, nor the other way round', async () => {
    await agreesOnPage(browser)
    const at = new URL(browser.at, 'http://localhost').searchParams.get('at') ?? ''
    const form = formOf(browser)
    const before = await versions()
    await browser.post('/talk', { form: at, t: '1~an~urgent~no' })
    expect(await versions()).toEqual(before)
    const heading = browser.heading
    await browser.visit(`/talk?at=${form}`)
    expect(browser.heading).toBe(heading)
  })

  it('a code that is none, and one of another version, is an old button', async () => {
    await agreesOnPage(browser)
    for (const t of [
      '',
      'x',
      '9~an~urgent~no',
      '1~tm~hochfeld~zzzzzzzzzzzz',
      '1~an~__proto__~no',
    ]) {
      await browser.post('/talk', { form: formOf(browser), t })
      expect(browser.status).toBe(200)
      expect(browser.text).toContain(word('notice.older-button'))
    }
  })

  it('a booking of somebody else is not cancelled by its id', async () => {
    await booksOnPage(browser)
    const [booking] = await rows('SELECT "id" FROM "Booking"')
    await booksOnPage(stranger)
    await stranger.post('/talk', { form: formOf(stranger), t: `1~cy~${booking?.['id']}` })
    expect(await booked()).toHaveLength(2)
  })

  it('a broken address shows where the person is', async () => {
    await agreesOnPage(browser)
    const { at, heading } = browser
    for (const broken of ['', 'x', '1.a.b', `${at.slice(9)}x`, at.slice(9, 60), 'a'.repeat(4000)]) {
      await browser.visit(`/talk?at=${broken}`)
      expect(browser.status).toBe(200)
      expect(browser.heading).toBe(heading)
    }
    await browser.visit('/talk?at=%00%ff')
    expect(browser.heading).toBe(heading)
  })
})

describe('forms of other sites', () => {
  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['another site', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['a neighbour', { origin: 'http://localhost.example', 'sec-fetch-site': 'same-site' }],
  ])('from %s are refused with a page that leads on', async (_, headers) => {
    await agreesOnPage(browser)
    const before = await versions()
    const answer = await sends(browser, { form: formOf(browser), t: '1~an~urgent~no' }, headers)
    expect(answer.status).toBe(403)
    const page = await answer.text()
    expect(answer.headers.get('content-type')).toContain('text/html')
    for (const { key } of lotse.deps.i18n.languages) {
      expect(page).toContain(lotse.deps.i18n.t(key, { key: 'notice.older-button' }, 0))
    }
    expect(page).toContain('<a class="button main" href="/">')
    expect(await versions()).toEqual(before)
  })

  it('a form too large is refused with a page', async () => {
    await agreesOnPage(browser)
    const answer = await sends(browser, { form: formOf(browser), text: 'ا'.repeat(40_000) })
    expect(answer.status).toBe(413)
    expect(answer.headers.get('content-type')).toContain('text/html')
  })
})

describe('the same form sent again', () => {
  it('is answered once and leads to the same page', async () => {
    await agreesOnPage(browser)
    const fields = { form: formOf(browser), t: '1~an~urgent~no' }
    await browser.post('/talk', fields)
    const { heading } = browser
    const before = await versions()
    await browser.post('/talk', fields)
    expect(browser.heading).toBe(heading)
    expect(await versions()).toEqual(before)
    await browser.press(/topics~housing/)
    const next = browser.heading
    await browser.post('/talk', fields)
    expect(browser.heading).toBe(next)
    expect(browser.text).not.toContain(word('notice.older-button'))
  })

  it('books once, however often and however fast it is pressed', async () => {
    await agreesOnPage(browser)
    for (const step of [/urgent~no/, /topics~housing/, /district~mitte/, /an~spoken/, /~tm~/]) {
      await browser.press(step)
    }
    const t = browser.pressables().find(({ name }) => /~bo~/.test(name))?.name ?? ''
    const fields = { form: formOf(browser), t }
    const answers = await Promise.all([1, 2, 3].map(() => sends(browser, fields)))
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(await booked()).toHaveLength(1)
    const [events] = await rows('SELECT count(*) AS "n" FROM "BookingEvent"')
    expect(Number(events?.['n'])).toBe(1)
  })

  it('erases once and says so twice', async () => {
    await booksOnPage(browser)
    await browser.press(/op~delete/)
    const other = await windowOf(lotse.app, browser)
    await browser.press(/~ey$/)
    await other.press(/~ey$/)
    for (const one of [browser, other]) {
      expect(one.heading).toBe(word('lobby.erased.title'))
      expect(one.cookies.size).toBe(0)
    }
  })

  it('a consent pressed twice leaves at worst somebody who is never heard of again', async () => {
    await browser.visit('/')
    await browser.press(/lo~de~consent/)
    const agree = browser.pressables().find(({ name }) => /~ag~/.test(name))?.name ?? ''
    await browser.post('/', { t: agree })
    await browser.post('/', { t: agree })
    expect(await rows('SELECT 1 AS "one" FROM "Person"')).toHaveLength(1)
    const again = createFormsOnly(lotse.app)
    await again.post('/', { t: agree })
    lotse.clock.at += 30 * 86_400_000
    await lotse.tick()
    expect(await rows('SELECT 1 AS "one" FROM "Person"')).toEqual([])
  })

  it('a form of last week does nothing any more, since nobody knows whether it did', async () => {
    await agreesOnPage(browser)
    const fields = { form: formOf(browser), t: '1~an~urgent~no' }
    lotse.clock.at += 6 * 86_400_000
    const before = await versions()
    await browser.post('/talk', fields)
    expect(await versions()).toEqual(before)
  })
})
