// A case with answers and findings, and where notices and webhooks are entered, in a real browser.

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { duisburgInGroups } from '../support/duisburg.ts'
import { guestBooks } from '../support/staff-guests.ts'
import type { House, Visitor } from '../support/staff-house.ts'
import { sendsAtDesk } from '../support/staff-writes.ts'
import { type Desk, openDesk } from './desk.ts'
import { looked } from './looked.ts'

let house: House
let desk: Desk
let page: Page
let root: string
let guest: Awaited<ReturnType<typeof guestBooks>>
let ada: Visitor

beforeAll(async () => {
  desk = await openDesk(duisburgInGroups())
  ;({ house, page, root } = desk)
  guest = await guestBooks(house, { language: 'ckb', topic: 'work' })
  const lea = await house.signedIn({ email: 'lea@rsc.example', role: 'lead', name: 'Lea Test' })
  ada = await house.signedIn({ email: 'ada@rsc.example', role: 'administrator', centres: [] })
  await lea.get(`/staff/intakes/${guest.id}`)
  await sendsAtDesk(lea, `/staff/intakes/${guest.id}`, 'papers')
  await house.tick()
  house.clock.at += 60_000
  await guest.user.sends('بەڵێ، سبەینێ دێم. Kann ich um 10 Uhr kommen?')
  await as(lea)
})
afterAll(() => desk?.close())

/** The browser goes on with the session of somebody who is signed in. */
async function as({ jar }: Visitor): Promise<void> {
  await desk.browser.context.clearCookies()
  const cookies = [...jar].map(([name, value]) => ({ name, value, url: `${root}/staff` }))
  await desk.browser.context.addCookies(cookies)
}

test('the day names the new answer and leads to it', async () => {
  await page.goto(`${root}/staff`)
  await looked(page, 'day-with-answers')
  await page.getByRole('link', { name: guest.ref }).first().click()
  await page.getByRole('link', { name: 'neue Antwort' }).click()
  expect(page.url()).toContain('#history')
})

test('the answer stands in its own direction, and is read with one button', async () => {
  await page.goto(`${root}/staff/intakes/${guest.id}`)
  await looked(page, 'record-with-answer')
  const quote = page.locator('#history blockquote').first()
  expect(await quote.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl')
  await page.getByRole('button', { name: 'Gelesen' }).click()
  expect(await page.getByText('neue Antwort').count()).toBe(0)
})

test('a suggestion is confirmed by keyboard alone', async () => {
  await page.getByRole('button', { name: 'Bestätigen SGB III' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('bestätigt von Lea Test').waitFor()
  await looked(page, 'record-confirmed')
})

test('a lead gets a code for the group', async () => {
  await page.goto(`${root}/staff/notices`)
  await looked(page, 'notices')
  await page.getByRole('button', { name: /Gruppe verbinden/ }).click()
  await page.getByText('link_').first().waitFor()
  await looked(page, 'group-code')
})

test('an administrator enters a webhook and is shown its secret', async () => {
  await as(ada)
  await page.goto(`${root}/staff/admin/webhooks`)
  await looked(page, 'webhooks-empty')
  await page.fill('#url', 'https://hooks.stadt.example/lotse')
  await page.getByLabel(/intake.submitted/).check()
  await page.getByRole('button', { name: 'Speichern' }).click()
  await page.getByText('whsec_').waitFor()
  await looked(page, 'webhook-secret')
  await page.goto(`${root}/staff/admin/webhooks`)
  await looked(page, 'webhooks')
})
