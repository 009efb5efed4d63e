// A record at the desk: short on a phone, its actions in sight and within reach of the keyboard, each said to be done.

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { guestBooks } from '../support/staff-guests.ts'
import type { House, Visitor } from '../support/staff-house.ts'
import { type Desk, openDesk } from './desk.ts'
import { looked } from './looked.ts'

let house: House
let desk: Desk
let root: string
let page: Page
let lea: Visitor
let path: string
let record: string

beforeAll(async () => {
  desk = await openDesk()
  ;({ house, page, root } = desk)
  const guest = await fullRecord()
  path = `/staff/intakes/${guest.id}`
  record = `${root}${path}`
  await desk.becomes(lea)
})
afterAll(() => desk?.close())

/** Somebody who has answered everything and waits for a call; with notes and a referral. */
async function fullRecord() {
  const guest = await guestBooks(house, { language: 'de' })
  const { user, id } = guest
  await user.tapsData(/~de$/)
  await user.tapsData(/~dy$/)
  await user.sends('Frau Quittenblüte')
  for (let n = 0; n < 12 && !/schreiben|Nachricht/.test(user.screen()?.text ?? ''); n++) {
    const before = user.screen()?.text
    const answer = user.buttons().find((one) => !/Zurück|Mensch|Mehr|Überspringen/.test(one))
    await user.taps(answer ?? 'Überspringen')
    if (user.screen()?.text !== before) continue
    await user.taps(user.buttons().find((one) => /Weiter|Fertig/.test(one)) ?? 'Überspringen')
  }
  await user.sends('Wir haben einen Brief bekommen und verstehen ihn nicht. '.repeat(3))
  await user.taps(/Mensch/)
  await user.tapsData(/~cb~phone/)
  await user.sends('0203 98765432')
  const centres = ['hochfeld', 'hamborn']
  lea = await house.signedIn({ email: 'lea@rsc.example', role: 'lead', name: 'Lea Test', centres })
  await house.signedIn({ email: 'ben@rsc.example', name: 'Ben Test' })
  const at = `/staff/intakes/${id}`
  await lea.get(at)
  await lea.post(`${at}/take`, { from: '' })
  const text = 'Jobcenter angerufen, Bescheid kommt nächste Woche. Miete ist bis März gesichert.'
  for (let n = 0; n < 4; n++) await lea.post(`${at}/notes`, { id: `note-000${n}`, text })
  await lea.post(`${at}/refer`, { id: 'referral-1', target: 'caritas', 'agreed-contact': 'yes' })
  return guest
}

const SHEETS = ['note', 'message', 'appointment', 'follow-up', 'pass', 'refer', 'more', 'close']

// 6,306 px at 390 and 6,851 at 320 before its forms stood folded away.
test.each([
  [390, 3_200],
  [320, 3_600],
])('a full record is half as long as it was at %i px, and nothing is cut', async (width, most) => {
  await page.setViewportSize({ width, height: 844 })
  await page.goto(record)
  const root = () =>
    page.evaluate(() => [document.documentElement].map((e) => [e.scrollHeight, e.scrollWidth])[0])
  const [height = 0, wide] = (await root()) ?? []
  expect(height).toBeLessThan(most)
  expect(wide).toBe(width)
  for (const sheet of SHEETS) {
    await page.goto(`${record}#do-${sheet}`)
    expect([sheet, (await root())?.[1]]).toEqual([sheet, width])
  }
})

test('the record and each of its forms look right and read well', async () => {
  await page.goto(record)
  await looked(page, 'record')
  for (const sheet of SHEETS) {
    await page.goto(`${record}#do-${sheet}`)
    await page.locator(`#do-${sheet}`).waitFor()
    await looked(page, `record-${sheet}`)
  }
}, 300_000)

test.each([
  [320, 568],
  [390, 844],
  [1280, 800],
])('at %i × %i nothing that has the focus is covered by the bar', async (width, height) => {
  await page.setViewportSize({ width, height })
  await page.goto(`${record}#do-pass`)
  const covered: string[] = []
  for (let n = 0; n < 90; n++) {
    await page.keyboard.press('Tab')
    const found = await page.evaluate(() => {
      const at = document.activeElement
      if (!at || at === document.body) return null
      const bar = document.querySelector('.acts')
      const [own, over] = [at.getBoundingClientRect(), bar?.getBoundingClientRect()]
      const isIn = bar?.contains(at) ?? false
      const isCovered =
        !isIn && over !== undefined && own.top >= over.top - 1 && own.bottom <= over.bottom + 1
      const isSeen = own.bottom > 0 && own.top < innerHeight
      return { name: at.outerHTML.slice(0, 80), isWrong: isCovered || !isSeen }
    })
    if (found === null) break
    if (found.isWrong) covered.push(found.name)
  }
  expect(covered).toEqual([])
})

test('a note is written by keyboard alone, and said to be saved beside it', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(record)
  const focus = (selector: string) =>
    page.evaluate((s) => document.activeElement?.matches(s), selector)
  for (let n = 0; n < 40 && !(await focus('a[href="#do-note"]')); n++)
    await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await focus('#note')).toBe(true)
  await page.keyboard.type('Mit der Tastatur geschrieben')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL('**?done=note#done')
  const said = page.locator('#history [role=status]')
  expect(await said.textContent()).toBe('Die Notiz ist gespeichert.')
  expect(await focus('#done')).toBe(true)
  expect(await said.evaluate((at) => at.getBoundingClientRect().top)).toBeLessThan(700)
  await page.getByText('Mit der Tastatur geschrieben').waitFor()
})

test('a refused form comes back open, with what was typed', async () => {
  await page.goto(`${record}#do-follow-up`)
  await page.locator('#follow-up-line').fill('Bescheid da?')
  await page.locator('#follow-up-on').evaluate((at) => {
    at.removeAttribute('min')
    at.setAttribute('value', '2020-01-01')
  })
  await page.locator('#do-follow-up form button').last().click()
  expect(await page.locator('#follow-up-line').inputValue()).toBe('Bescheid da?')
  expect(await page.locator('#follow-up-line').isVisible()).toBe(true)
  expect(await page.locator('#fault-on').isVisible()).toBe(true)
})

test('no single press on the record or among the times moves or cancels an appointment', async () => {
  const { startsAt } = await house.db.booking.findFirstOrThrow({ where: { state: 'booked' } })
  await page.goto(record)
  const forms = page.locator('form[action$="/times"]:visible, form[action$="/cancel"]:visible')
  expect(await forms.count()).toBe(0)
  await page.getByRole('link', { name: 'Termin verschieben' }).first().click()
  expect(await page.locator('form[action$="/times"]').count()).toBe(1)
  await page.locator('a[href$="#chosen"]').nth(5).click()
  await page.getByText('Gewählte Zeit').waitFor()
  const unchanged = await house.db.booking.findFirstOrThrow({ where: { state: 'booked' } })
  expect(unchanged.startsAt).toBe(startsAt)
  await looked(page, 'record-time-chosen')
  await page.locator('#chosen button').click()
  await page.waitForURL('**?done=moved#done')
  const moved = await house.db.booking.findFirstOrThrow({ where: { state: 'booked' } })
  expect(moved.startsAt).not.toBe(startsAt)
  // From a page that was left open the same time is no news, and nobody is told again.
  const owed = () => house.db.outbox.count({ where: { kind: 'staff-change' } })
  const before = await owed()
  const at = String(Date.parse(moved.startsAt))
  expect((await lea.post(`${path}/times`, { centre: 'hochfeld', at })).status).toBe(303)
  expect(await owed()).toBe(before)
})
