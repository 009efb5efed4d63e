// Case systems and funding lines in a real browser: the lists, a form with a fault at its lines, what it would change.

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { House } from '../support/staff-house.ts'
import { type Desk, openDesk } from './desk.ts'
import { EVERYWHERE, looked } from './looked.ts'

let house: House
let desk: Desk
let root: string
let page: Page

beforeAll(async () => {
  desk = await openDesk()
  ;({ house, page, root } = desk)
  const ada = await house.signedIn({ email: 'ada@city.example', role: 'administrator' })
  page.setDefaultTimeout(10_000)
  await desk.becomes(ada)
})
afterAll(() => desk?.close())

// Each look is one of axe's.
const SLOW = 240_000
const press = (name: string) => page.getByRole('button', { name }).click()

test(
  'a case system is entered by its lines, and a line that is none is named',
  async () => {
    await page.goto(`${root}/staff/admin/mappings`)
    await looked(page, 'mappings', EVERYWHERE)
    await page.getByRole('link', { name: 'Neues Fallsystem' }).click()
    await page.getByLabel('Kurzer Name').fill('easycase')
    await page.getByLabel('Name', { exact: true }).fill('EasyCase')
    const lines = page.getByLabel('Zuordnung')
    expect(await lines.inputValue()).toContain('Termin | appointment')
    await lines.fill('Mobilnummer | phone | TEL_1\nGeburtstag | birthday\nInhalt | topics')
    await press('Prüfen, was sich ändert')
    await page.waitForSelector('[aria-invalid]')
    await page.locator('summary', { hasText: 'Was Lotse hat' }).click()
    await looked(page, 'mapping-refused', EVERYWHERE)
    await lines.fill('Mobilnummer | phone | TEL_1\nInhalt | topics')
    await press('Prüfen, was sich ändert')
    await looked(page, 'mapping-preview')
    await press('Jetzt ändern')
    await page.getByRole('link', { name: 'EasyCase' }).waitFor()
  },
  SLOW,
)

test(
  'a funding line is settled, and the list says so',
  async () => {
    await page.getByRole('link', { name: 'KIM, Case Management' }).click()
    await looked(page, 'mapping-funding', EVERYWHERE)
    await page.getByLabel('Von denen bestätigt, die es angeht').check()
    await press('Prüfen, was sich ändert')
    await press('Jetzt ändern')
    const line = page.getByRole('listitem').filter({ hasText: 'KIM, Case Management' })
    expect(await line.innerText()).not.toContain('nicht bestätigt')
    await looked(page, 'mappings-own')
  },
  SLOW,
)
