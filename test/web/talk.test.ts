import { afterEach, beforeEach, describe, expect, it } from 'vitest'
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

const rows = (sql: string) => lotse.db.$queryRawUnsafe<Record<string, unknown>[]>(sql)
const word = (key: string) => lotse.deps.i18n.t('de', { key }, 0)
const booked = () => rows(`SELECT "startsAt" FROM "Booking" WHERE "state" = 'booked'`)
const faults = () => lotse.logged.filter((line) => /"level":"(error|warn)"/.test(line))

describe('what can be done in a chat can be done on pages', () => {
  it('moves an appointment, with the file for the calendar in the phone', async () => {
    await booksOnPage(browser)
    await browser.press('/talk/appointment.ics')
    const before = browser.file?.text ?? ''
    const [first] = await booked()
    await browser.press(/~mo$/)
    await browser.press(/~tm~hochfeld/)
    await browser.press(/~bo~/)
    expect(browser.text).toContain(word('notice.moved'))
    expect(await booked()).not.toEqual([first])
    await browser.press('/talk/appointment.ics')
    const uid = (text: string) => /UID:(\S+)/.exec(text)?.[1]
    expect(uid(browser.file?.text ?? '')).toBe(uid(before))
    expect(before).toContain('SEQUENCE:0')
    expect(browser.file?.text).toMatch(/METHOD:PUBLISH[\s\S]*SEQUENCE:1/)
    expect(browser.file?.type).toContain('text/calendar')
  })

  it('has the files of a time that is safe with it, above what is asked next', async () => {
    await agreesOnPage(browser)
    for (const step of [/urgent~yes/, /reason~letter/, /~tm~/, /~bo~/]) {
      if (browser.pressables().some(({ name }) => step.test(name))) await browser.press(step)
    }
    expect(browser.heading).toBe(word('questions.topics.title'))
    const order = [
      browser.html.indexOf('✅'),
      ...['/talk/appointment.ics', '/talk/print', '<h1>'].map((part) => browser.html.indexOf(part)),
    ]
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(order).not.toContain(-1)
    // What is asked and its answers are not parted by them.
    const main = browser.html.slice(browser.html.indexOf('<h1>'))
    expect(main).not.toContain('appointment.ics')
  })

  it('cancels, with the file that calls it off', async () => {
    await booksOnPage(browser)
    const [before] = await booked()
    await browser.press(/~ca$/)
    await browser.press(/~cy~/)
    expect(browser.text).toContain(word('notice.cancelled'))
    expect(await booked()).toEqual([])
    await browser.press('/talk/appointment.ics')
    expect(browser.file?.text).toContain('METHOD:CANCEL')
    expect(browser.file?.name).toMatch(/-cancelled\.ics$/)
    expect(browser.text).toContain(word('booking.appointment.calendar-off'))
    // Once that day is over there is nothing to take out of a calendar.
    lotse.clock.at = Date.parse(String(before?.['startsAt'])) + 86_400_000
    await browser.visit('/talk')
    expect(browser.html).not.toContain('appointment.ics')
    expect(browser.text).not.toContain(word('booking.appointment.calendar-off'))
  })

  it('waits for another time, says where the news will stand, and stops', async () => {
    await agreesOnPage(browser)
    for (const step of [/urgent~no/, /topics~housing/, /district~mitte/, /spoken/]) {
      await browser.press(step)
    }
    for (const step of [/~wy$/, /~wa$/, /wi~days/, /~wo~days/, /wo~parts/, /wo~centres/]) {
      if (browser.pressables().some(({ name }) => step.test(name))) await browser.press(step)
    }
    if (browser.pressables().some(({ name }) => /~wn$/.test(name))) await browser.press(/~wn$/)
    expect(await rows(`SELECT 1 AS "one" FROM "Waiting" WHERE "state" = 'waiting'`)).toHaveLength(1)
    expect(browser.text).toContain(word('page.waiting'))
    expect(browser.text).not.toContain(word('waiting.how'))
    await browser.press(/~ws$/)
    expect(await rows(`SELECT 1 AS "one" FROM "Waiting" WHERE "state" = 'waiting'`)).toEqual([])
  })

  it('shows what is held, and gives it as a file, twice where it is asked for twice', async () => {
    await booksOnPage(browser)
    await browser.press(/op~appointment-more/)
    await browser.press(/op~my-data/)
    expect(browser.heading).toBe(word('pages.my-data.title'))
    expect(browser.text).toContain(word('page.cookie'))
    const page = browser.at
    await browser.press(/~ex$/)
    expect(browser.file?.name).toBe('lotse.json')
    const held = JSON.parse(browser.file?.text ?? '')
    expect(held.city).toBe('Duisburg')
    expect(browser.at).toBe(page)
    await browser.press(/~ex$/)
    expect(browser.file?.name).toBe('lotse.json')
    expect(browser.trail.filter(({ status }) => status === 200).at(-1)?.method).toBe('POST')
  })

  it('deletes everything, calls the appointment off in the calendar, and forgets', async () => {
    await booksOnPage(browser)
    await browser.press(/op~delete/)
    await browser.press(/~ey$/)
    expect(browser.heading).toBe(word('lobby.erased.title'))
    expect(browser.text).not.toContain(word('lobby.erased.clear-chat'))
    expect(browser.cookies.size).toBe(0)
    expect(await rows('SELECT 1 AS "one" FROM "Person"')).toEqual([])
    await browser.press('/talk/file.ics')
    expect(browser.file?.text).toContain('METHOD:CANCEL')
    await browser.visit('/talk')
    expect(browser.at).toBe('/')
    expect(faults()).toEqual([])
  })

  it('speaks for somebody else, whom its buttons then are about', async () => {
    await booksOnPage(browser)
    for (const step of [/op~appointment-more/, /~pp$/, /br~child/, /vo~child/, /~on$/]) {
      await browser.press(step)
    }
    expect(browser.text).toContain(word('party.relation.option.child'))
    expect(await rows('SELECT 1 AS "one" FROM "Person"')).toHaveLength(2)
    expect(browser.pressables().some(({ name }) => /^1@/.test(name))).toBe(true)
  })

  it('keeps a text for whom its page was about, whomever another window turned to', async () => {
    await booksOnPage(browser)
    for (const step of [/op~appointment-more/, /~pp$/, /br~child/, /vo~child/]) {
      await browser.press(step)
    }
    const own = await windowOf(lotse.app, browser)
    const form = own.document.querySelector('[name=form]')?.getAttribute('value') ?? ''
    await own.post('/talk', { form, t: '1~fo~self' })
    const self = own.heading
    await browser.types('Amina')
    const people = await rows('SELECT "relation", "sealedLabel" IS NULL AS "none" FROM "Address"')
    const labelled = people.filter(({ none }) => !Number(none)).map(({ relation }) => relation)
    expect(labelled).toEqual(['child'])
    await own.visit(own.at)
    expect(own.heading).not.toBe(self)
    expect(own.text).toContain('Amina')
  })

  it('prints the appointment with the sentence for the door', async () => {
    await booksOnPage(browser)
    await browser.press('/talk/print')
    const [row] = await rows('SELECT "ref" FROM "Booking"')
    expect(browser.text).toContain(`Mein Code ist ${row?.['ref']}.`)
    expect(browser.document.querySelectorAll('form')).toHaveLength(0)
  })

  it('forgets on this device, says what stays, and leaves the request', async () => {
    await booksOnPage(browser)
    await browser.press(/^\/forget$/)
    await browser.press(/^forget$/)
    const [row] = await rows('SELECT "ref" FROM "Booking"')
    expect(browser.heading).toBe(word('page.forget.title'))
    expect(browser.text).toContain(word('page.forget.stays'))
    expect(browser.text).toContain(String(row?.['ref']))
    expect(browser.cookies.size).toBe(0)
    expect(await booked()).toHaveLength(1)
    await browser.press(word('common.button.continue'))
    expect(browser.at).toBe('/')
  })

  it('takes typed words: an answer, a button by its name, a mistake to be mended', async () => {
    await agreesOnPage(browser)
    await browser.types('nicht dringend')
    await browser.press(/topics~housing/)
    await browser.types('47053')
    await browser.press(/spoken/)
    await browser.press(/~tm~/)
    await browser.press(/~bo~/)
    await browser.press(/op~person/)
    await browser.press(/cb~phone/)
    await browser.types('12')
    expect(browser.text).toContain(word('notice.no-phone'))
    expect(browser.document.querySelector('[name=text]')?.getAttribute('value')).toBe('12')
    await browser.types('0203 123456')
    expect(browser.heading).toBe(word('centres.sent.title'))
    expect(faults()).toEqual([])
  })
})

describe('going back, reloading, two windows', () => {
  it('shows again what a page showed, and writes nothing for it', async () => {
    await agreesOnPage(browser)
    const urgent = browser.at
    const heading = browser.heading
    await browser.press(/urgent~no/)
    const topics = browser.heading
    const before = await rows('SELECT "version", "updatedAt" FROM "Intake"')
    await browser.visit(urgent)
    expect(browser.heading).toBe(heading)
    await browser.visit('/talk')
    expect(browser.heading).toBe(topics)
    expect(await rows('SELECT "version", "updatedAt" FROM "Intake"')).toEqual(before)
  })

  it('answers where the page is, not where the person was last', async () => {
    await agreesOnPage(browser)
    await browser.press(/urgent~no/)
    const topics = browser.at
    await browser.press(/topics~housing/)
    await browser.press(/district~mitte/)
    await browser.visit(topics)
    await browser.press(/topics~money/)
    expect(browser.text).not.toContain(word('notice.older-button'))
    const [row] = await rows('SELECT "talk" FROM "Intake"')
    expect(JSON.parse(String(row?.['talk'])).answers.topics).toEqual(['housing', 'money'])
    await browser.visit(topics)
    await browser.press(/~bk$/)
    expect(browser.pressables().some(({ name }) => /urgent~no/.test(name))).toBe(true)
  })

  it('keeps two windows of one person right', async () => {
    await agreesOnPage(browser)
    await browser.press(/urgent~no/)
    const other = await windowOf(lotse.app, browser)
    await other.press(/topics~housing/)
    await other.press(/district~mitte/)
    await browser.press(/topics~work/)
    expect(browser.status).toBe(200)
    await other.press(/spoken/)
    expect(other.status).toBe(200)
    expect(faults()).toEqual([])
  })

  it('says that a button is older where its place is over', async () => {
    await agreesOnPage(browser)
    for (const step of [/urgent~no/, /topics~housing/, /district~mitte/, /spoken/, /~tm~/]) {
      await browser.press(step)
    }
    const check = await windowOf(lotse.app, browser)
    await browser.press(/~bo~/)
    await check.press(/~bo~/)
    expect(await booked()).toHaveLength(1)
    expect(check.heading).toBe(word('booking.appointment.title'))
  })
})
