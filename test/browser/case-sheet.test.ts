// The sheet for a carrier's case system in a real browser: copied by a press, marked by hand without scripts, on paper.

import { mkdirSync, writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { guestBooks } from '../support/staff-guests.ts'
import type { House, Visitor } from '../support/staff-house.ts'
import { openChromium } from './chromium.ts'
import { type Desk, openDesk } from './desk.ts'
import { EVERYWHERE, looked } from './looked.ts'
import { becomes } from './on-a-port.ts'

const folder = process.env['SCREENSHOTS']

let house: House
let desk: Desk
let root: string
let page: Page
let anna: Visitor
let guest: Awaited<ReturnType<typeof guestBooks>>
let url: string

beforeAll(async () => {
  desk = await openDesk()
  ;({ house, page, root } = desk)
  guest = await guestBooks(house, { language: 'ckb' })
  anna = await house.signedIn({ email: 'anna@rsc.example' })
  const at = `/staff/intakes/${guest.id}`
  await anna.get(at)
  await anna.post(`${at}/take`, { from: '' })
  await anna.post(`${at}/notes`, {
    id: 'note-0001',
    text: 'Jobcenter angerufen.\nMiete gesichert.',
  })
  await anna.post(`${at}/refer`, { id: 'referral-0001', target: 'caritas' })
  url = `${root}${at}/case-sheet`
  await desk.browser.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await desk.becomes(anna)
}, 120_000)
afterAll(() => desk?.close())

test('is for every eye, at every width and in the dark', async () => {
  await page.goto(url)
  await looked(page, 'case-sheet', EVERYWHERE)
})

test('is found on the record, copied field by field and as a whole, and says what was copied', async () => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto(`${url.replace('/case-sheet', '')}#do-more`)
  await page.getByRole('link', { name: 'Blatt für das Fallsystem' }).click()
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await page.getByRole('button', { name: 'Kopieren Zeichen in Lotse' }).click()
  await page.getByText('Kopiert: Zeichen in Lotse').waitFor()
  expect(await copied()).toBe(guest.ref)
  await page.getByRole('button', { name: 'Alles kopieren' }).click()
  await page.getByText('Kopiert', { exact: true }).waitFor()
  expect(await copied()).toContain(`Zeichen in Lotse: ${guest.ref}\n`)
  expect(await copied()).toContain('Miete gesichert.')
})

test('without scripts its text is there to be marked, and no button that does nothing', async () => {
  const plain = await openChromium({ scripts: false })
  const still = await plain.context.newPage()
  await becomes(plain.context, root, anna.jar)
  await still.goto(url)
  expect(await still.getByLabel('Alles als Text').inputValue()).toContain(guest.ref)
  expect(await still.locator('[data-copy]:visible').count()).toBe(0)
  await plain.close()
})

test('on paper it is one page of A4 without anything to press', async () => {
  await page.goto(url)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('button:visible, textarea:visible').count()).toBe(0)
  expect(await page.getByText('nie eine Fallstatistik').isVisible()).toBe(true)
  const sheet = await page.pdf({ format: 'A4' })
  expect(sheet.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  if (folder) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(`${folder}/case-sheet.pdf`, sheet)
  }
  await page.emulateMedia({ media: 'screen' })
})
