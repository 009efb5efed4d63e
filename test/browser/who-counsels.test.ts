// Who counsels when, and whom to ask for interpreters: entered in a real browser, with and without scripts.

import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { guestBooks } from '../support/staff-guests.ts'
import type { House } from '../support/staff-house.ts'
import { openChromium } from './chromium.ts'
import { type Desk, openDesk } from './desk.ts'
import { looked } from './looked.ts'

let house: House
let desk: Desk
let page: Page
let root: string
let enter: (context: BrowserContext) => Promise<void>

beforeAll(async () => {
  desk = await openDesk()
  ;({ house, page, root } = desk)
  await guestBooks(house, { language: 'ckb' })
  const account = { email: 'it@city.example', role: 'administrator', centres: [] } as const
  const { jar } = await house.signedIn(account)
  enter = (context) =>
    context.addCookies([...jar].map(([name, value]) => ({ name, value, url: root })))
  await enter(desk.browser.context)
})
afterAll(() => desk?.close())

test('an administrator enters who counsels: folded rows, a mistake, what it would do', async () => {
  await page.goto(`${root}/staff/admin/centres/hochfeld`)
  const monday = page.locator('fieldset.rule').first()
  await monday.getByText('Wer berät: nicht eingetragen, also unbekannt').click()
  const entry = page.getByRole('group', { name: 'Neuer Eintrag' }).first()
  await entry.getByText('Sprachen neben Deutsch').first().click()
  await entry.getByLabel('Sorani (Zentralkurdisch)').check()
  await entry.getByLabel('Arabisch', { exact: true }).check()
  await entry.getByLabel('Frau oder Mann').selectOption('eine Frau')
  await entry.getByLabel('Platz (leer: alle)').fill('7')
  await page.getByRole('button', { name: 'Prüfen, was sich ändert' }).click()
  await page.getByText('Sprachen neben Deutsch: Arabisch').click()
  await looked(page, 'who-faults')
  const seat = page.locator('[aria-invalid]')
  expect(await seat.count()).toBe(1)
  expect(await seat.isVisible()).toBe(true)
  await seat.fill('1')
  await page.getByRole('button', { name: 'Mehr leere Zeilen' }).click()
  await page.getByText('Wer berät: 1 Eintrag').click()
  await page.getByRole('button', { name: 'Prüfen, was sich ändert' }).click()
  await looked(page, 'who-preview')
  await page.getByText('Platz 1 · Arabisch, Sorani (Zentralkurdisch) · eine Frau').waitFor()
  await page.getByRole('button', { name: 'Jetzt ändern' }).click()
  await page.waitForURL('**/admin/centres?done')
}, 120_000)

test('an administrator adds a pool of interpreters: its form, mistakes, what changes, the list', async () => {
  await page.goto(`${root}/staff/admin/pools`)
  await looked(page, 'pools-none')
  await page.getByRole('link', { name: 'Sprachmittlerpool hinzufügen' }).click()
  await page.getByLabel('Name').fill('Ehrenamt der Stadt')
  await page.getByLabel('vor Ort').check()
  await page.getByLabel('schließt nichts aus').check()
  await page.getByLabel('Wohnen').check()
  await page.getByRole('button', { name: 'Prüfen, was sich ändert' }).click()
  await looked(page, 'pool-faults')
  await page.getByLabel('schließt nichts aus').uncheck()
  await page.getByLabel('Tigrinya').check()
  await page.getByLabel('Bestellen bis wie viele Arbeitstage vorher').fill('7')
  await page.getByRole('button', { name: 'Prüfen, was sich ändert' }).click()
  await page.getByRole('button', { name: 'Jetzt ändern' }).click()
  await page.waitForURL('**/admin/pools?done')
  await looked(page, 'pools')
}, 120_000)

test('without scripts and by the keyboard alone, an entry of who counsels is added', async () => {
  const plain = await openChromium({ scripts: false })
  try {
    await enter(plain.context)
    const bare = await plain.context.newPage()
    await bare.goto(`${root}/staff/admin/centres/rheinhausen`)
    const press = async (...keys: string[]) => {
      for (const key of keys) await bare.keyboard.press(key)
    }
    await bare.locator('summary', { hasText: 'Wer berät' }).first().focus()
    await press('Enter', 'Tab', '1', 'Tab', 'Tab', 'Tab', 'Enter')
    // The first box is "German only", the second Albanian.
    await press('Tab', 'Tab', 'Space')
    await bare.getByRole('button', { name: 'Prüfen, was sich ändert' }).focus()
    await press('Enter')
    await bare.getByText('Montag 13:00–15:00 · Platz 1 · Albanisch').waitFor()
    await bare.getByRole('button', { name: 'Jetzt ändern' }).focus()
    await press('Enter')
    await bare.waitForURL('**/admin/centres?done')
  } finally {
    await plain.close()
  }
})
