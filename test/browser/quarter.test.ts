// The report of a quarter in a real browser: small and large, light and dark, and on paper, a carrier a page.

import { mkdirSync, writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seeded } from '../../src/simulator/town/chance.ts'
import { countedUntil, requestsFrom } from '../support/lived-quarter.ts'
import type { House } from '../support/staff-house.ts'
import { type Desk, openDesk } from './desk.ts'
import { EVERYWHERE, looked } from './looked.ts'

const folder = process.env['SCREENSHOTS']

let house: House
let desk: Desk
let root: string
let page: Page

beforeAll(async () => {
  desk = await openDesk()
  ;({ house, page, root } = desk)
  await requestsFrom(house, seeded(3), { from: '2026-09-25', days: 100, count: 500 })
  await countedUntil(house, '2026-09-26', '2027-01-06')
  const kim = await house.signedIn({ email: 'kim@city.example', role: 'coordinator', centres: [] })
  await desk.becomes(kim)
}, 120_000)
afterAll(() => desk?.close())

test('is found in the navigation and is for every eye', async () => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto(`${root}/staff/utilisation`)
  await page.getByRole('link', { name: 'Quartalsbericht' }).click()
  await page.getByRole('heading', { level: 1, name: /Quartalsbericht: 4\. Quartal 2026/ }).waitFor()
  await page.getByLabel('Träger', { exact: true }).selectOption('drk')
  await page.getByLabel('Förderlinie').selectOption({ label: 'MBE' })
  await page.getByRole('button', { name: 'Anzeigen' }).click()
  await page.getByText('Nicht bestätigt').waitFor()
  expect(await page.getByRole('heading', { level: 2, name: /, Caritas/ }).count()).toBe(0)
  await looked(page, 'quarter', EVERYWHERE)
})

test('on paper each centre and carrier has a page of A4 of its own', async () => {
  await page.goto(`${root}/staff/quarter?centre=hochfeld`)
  const sheets = await page.getByRole('heading', { level: 2, name: /^RSC Hochfeld, / }).count()
  expect(sheets).toBe(4)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('button:visible, select:visible').count()).toBe(0)
  const margin = { top: '1.5cm', bottom: '1.5cm', left: '1.5cm', right: '1.5cm' }
  const paper = await page.pdf({ format: 'A4', margin })
  if (folder) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(`${folder}/quarter.pdf`, paper)
  }
  // One for all of them, one for what is counted, and one each.
  expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(sheets + 2)
  await page.emulateMedia({ media: 'screen' })
})
