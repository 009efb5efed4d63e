// The week in a real browser: looked at at every width, walked by keyboard alone, printed on A4.

import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { guestBooks } from '../support/staff-guests.ts'
import type { House, Visitor } from '../support/staff-house.ts'
import { type Desk, openDesk } from './desk.ts'
import { EVERYWHERE, looked } from './looked.ts'

let house: House
let desk: Desk
let page: Page
let root: string
let own: Awaited<ReturnType<typeof guestBooks>>
let anna: Visitor
const WEEK = '/staff/week?centre=hochfeld&week=2026-11-23'

beforeAll(async () => {
  desk = await openDesk()
  ;({ house, page, root } = desk)
  own = await guestBooks(house, { language: 'ar', urgent: 'yes' })
  await guestBooks(house, { body: 'caritas', language: 'fa' })
  await guestBooks(house, { body: null, topic: 'work', language: 'uk' })
  anna = await house.signedIn({ email: 'anna@rsc.example', centres: ['hochfeld', 'hamborn'] })
  await anna.get('/staff/closures')
  const wednesday = { centre: 'hochfeld', date: '2026-11-25', reason: 'Teamtag', id: 'closing-01' }
  await anna.post('/staff/closures', wednesday)
  const hour = { ...wednesday, date: '2026-11-26', id: 'closing-02', reason: 'Fortbildung' }
  await anna.post('/staff/closures', { ...hour, from: '10:00', until: '11:00' })
  await desk.becomes(anna)
}, 120_000)
afterAll(() => desk?.close())

test('is one to look at, at every width', async () => {
  await page.goto(`${root}${WEEK}`)
  await page.getByText('Geschlossen: Teamtag').waitFor()
  await looked(page, 'week', EVERYWHERE)
})

test('has its days under one another on a phone, beside one another on a desk', async () => {
  const places = () =>
    page.locator('.week > section').evaluateAll((days) =>
      days.map((day) => {
        const { left, top } = day.getBoundingClientRect()
        return { left: Math.round(left), top: Math.round(top) }
      }),
    )
  await page.setViewportSize({ width: 390, height: 844 })
  expect(new Set((await places()).map(({ left }) => left)).size).toBe(1)
  await page.setViewportSize({ width: 1280, height: 800 })
  expect(new Set((await places()).map(({ top }) => top)).size).toBe(1)
})

test('is walked by keyboard, day by day, and a gap is given away without a mouse', async () => {
  await page.goto(`${root}${WEEK}`)
  const links = page.locator('.week a')
  await links.first().focus()
  const walked: string[] = []
  for (let nth = await links.count(); nth > 0; nth -= 1) {
    walked.push(await page.evaluate(() => document.activeElement?.textContent ?? ''))
    await page.keyboard.press('Tab')
  }
  expect(walked).toEqual(await links.allTextContents())
  expect(new Set(walked).size).toBe(walked.length)
  const gap = page.locator('.week a.gap').first()
  await gap.focus()
  await page.keyboard.press('Enter')
  await page.waitForURL('**/staff/callers?**')
  expect(await page.getByLabel('Termin', { exact: true }).inputValue()).toMatch(/^\d+$/)
  expect(await page.getByLabel('Anliegen').inputValue()).toBe('')
})

test('leads from a request to a time for it, which is given once it is confirmed', async () => {
  await page.goto(`${root}/staff/intakes/${own.id}/times`)
  await page.getByRole('link', { name: 'In der Woche wählen' }).click()
  await page.getByRole('link', { name: 'Woche danach' }).click()
  await looked(page, 'week-choosing', EVERYWHERE)
  await page.locator('.week a.gap').last().click()
  await looked(page, 'week-chosen', EVERYWHERE)
  await page.getByRole('button', { name: 'Diese Zeit vergeben' }).click()
  await page.waitForURL(`**/staff/intakes/${own.id}*`)
})

test('has an address made for the own calendar, shown once, and taken back', async () => {
  await page.goto(`${root}/staff/account`)
  await page.getByLabel('Was darin steht').selectOption('busy')
  await looked(page, 'calendars', EVERYWHERE)
  await page.getByRole('button', { name: 'Adresse erstellen' }).click()
  await looked(page, 'calendar-made', EVERYWHERE)
  const address = await page.getByLabel('Adresse').inputValue()
  const answer = await page.request.get(address)
  expect([answer.status(), answer.headers()['content-type']]).toEqual([
    200,
    'text/calendar; charset=utf-8',
  ])
  expect(await page.locator('a[href^="webcal:"]').getAttribute('href')).toContain('/api/calendar/')
  await page.goto(`${root}/staff/account`)
  await page.getByRole('button', { name: 'Adresse zurücknehmen' }).click()
  await page.getByText('Die Adresse gilt nicht mehr.').waitFor()
  expect((await page.request.get(address)).status()).toBe(404)
})

test('is printed on one page of A4, lying, without who printed it', async () => {
  await page.goto(`${root}${WEEK}`)
  const pdf = await page.pdf({ preferCSSPageSize: true })
  const text = pdf.toString('latin1')
  expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1)
  const [, width = 0, height = 0] = (/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(text) ?? []).map(
    Number,
  )
  expect([Math.round(width), Math.round(height)]).toEqual([842, 595])
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByText('Anna Test').first().isVisible()).toBe(false)
  const folder = process.env['SCREENSHOTS']
  if (folder) {
    mkdirSync(folder, { recursive: true })
    await page.setViewportSize({ width: 1047, height: 718 })
    await page.screenshot({ path: `${folder}/week-print.png`, fullPage: true })
  }
  await page.emulateMedia({ media: 'screen' })
})

test('of a day that was closed, says who is concerned, under the closure and on the day', async () => {
  const monday = { centre: 'hochfeld', date: '2026-11-23', reason: 'Krankheit', id: 'closing-03' }
  await anna.get('/staff/closures')
  await anna.post('/staff/closures', monday)
  await page.goto(`${root}/staff/closures/closing-03`)
  await page.getByText('Bei einem anderen Träger').waitFor()
  await looked(page, 'closure-people', EVERYWHERE)
  await page.goto(`${root}/staff?day=2026-11-23`)
  await page.getByRole('heading', { name: 'Wegen der Schließung abgesagt' }).waitFor()
  await looked(page, 'day-closed', EVERYWHERE)
})
