// Interpreters ordered in a real browser: needed, ordered, confirmed, then moved; and nobody available.

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bookedPerson } from '../support/booked.ts'
import { cityWith, poolOf } from '../support/interpreting.ts'
import type { House } from '../support/staff-house.ts'
import { type Desk, openDesk } from './desk.ts'
import { looked } from './looked.ts'

let house: House
let desk: Desk
let page: Page
let root: string
let tigrinya: Awaited<ReturnType<typeof bookedPerson>>

beforeAll(async () => {
  const site = poolOf({
    ...{ id: 'site', name: 'Beispiel-Pool vor Ort', modes: ['on-site'], leadWorkingDays: 5 },
    excludes: ['residence', 'family'],
    byMail: true,
  })
  desk = await openDesk(cityWith([poolOf(), site], [{ languages: ['ckb'], gender: 'woman' }]))
  ;({ house, page, root } = desk)
  house.deps.mail = async () => ({ of: 'sent', messageId: 0 })
  const people = { language: 'en', day: '2026-12-02' } as const
  tigrinya = await bookedPerson(house, { ...people, spoken: 'ti' })
  await bookedPerson(house, { ...people, day: '2026-12-07', spoken: 'kmr', name: 'Bahar' })
  await bookedPerson(house, { ...people, day: '2026-12-09', spoken: 'so', name: 'Ayaan' })
  house.clock.at = Date.parse('2026-11-24T08:00:00Z')
  const { jar } = await house.signedIn({ email: 'anna@rsc.example' })
  await desk.browser.context.addCookies(
    [...jar].map(([name, value]) => ({ name, value, url: root })),
  )
})
afterAll(() => desk?.close())

const section = (name: string) => page.getByRole('region', { name, exact: true })

test('what is needed says whom to ask, and the day says that it cannot wait', async () => {
  await page.goto(`${root}/staff`)
  await section('Sprachmittlung, die nicht warten kann').waitFor()
  await looked(page, 'day-with-interpreters')
  await page.getByRole('navigation').getByRole('link', { name: 'Sprachmittlung' }).click()
  expect(await section('Zu bestellen').getByRole('row').count()).toBe(3)
  expect(await section('Niemand verfügbar').getByText('Somali').count()).toBe(1)
  await looked(page, 'interpreting-needed')
  await section('Zu bestellen').getByText('Lotse bestellt gleich per Mail.').first().waitFor()
})

test('on a phone an order is noted with the keyboard alone', async () => {
  await page.setViewportSize({ width: 360, height: 800 })
  const row = section('Zu bestellen').getByRole('row').filter({ hasText: 'Tigrinya' })
  await row.getByRole('combobox').selectOption('Beispiel-Pool Telefon, am Telefon')
  await row.getByRole('button', { name: /^bestellt/ }).focus()
  await page.keyboard.press('Enter')
  const underway = section('Bestellt und bestätigt')
  await underway.getByText('Tigrinya').waitFor()
  await underway.getByRole('button', { name: /^bestätigt/ }).click()
  await underway.locator('.badge', { hasText: 'bestätigt' }).waitFor()
})

test('once the appointment is moved, the old order is to be cancelled and a new one needed', async () => {
  const { user, word } = tigrinya
  await user.taps(word('booking.appointment.button.move'))
  await user.tapsData('1~da~hochfeld~2026-12-16')
  await user.tapsData(/~tm~hochfeld/)
  await user.taps(word('booking.check.button.move'))
  await page.goto(`${root}/staff/interpreting`)
  const cancel = section('Abzubestellen')
  await cancel.getByText('01.12.2026, 14:00').waitFor()
  expect(await section('Zu bestellen').getByText('Tigrinya').count()).toBe(1)
  await looked(page, 'interpreting-moved')
  await cancel.getByRole('button', { name: /^abbestellt/ }).click()
  await cancel.waitFor({ state: 'detached' })
})

test('the sheet is for paper, and the record has what was ordered', async () => {
  await page.goto(`${root}/staff/interpreting/sheet`)
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByText('Bestellnummer').first().isVisible()).toBe(true)
  expect(await page.getByRole('navigation').isVisible()).toBe(false)
  await page.emulateMedia({ media: 'screen' })
  await looked(page, 'interpreting-sheet')
  const intake = await house.db.intake.findFirstOrThrow()
  await page.goto(`${root}/staff/intakes/${intake.id}`)
  await page.getByRole('button', { name: /^Übernehmen/ }).click()
  await page.getByRole('heading', { name: 'Bestellungen' }).waitFor()
  await looked(page, 'record-with-orders')
})

test('a pool is removed: the preview says what is ordered there, and it is to be cancelled then', async () => {
  await page.goto(`${root}/staff/interpreting`)
  const row = section('Zu bestellen').getByRole('row').filter({ hasText: 'Tigrinya' })
  await row.getByRole('combobox').selectOption('Beispiel-Pool Telefon, am Telefon')
  await row.getByRole('button', { name: /^bestellt/ }).click()
  await section('Bestellt und bestätigt').getByText('Tigrinya').waitFor()
  const [order] = await house.db.interpreterOrder.findMany({
    where: { state: { in: ['ordered', 'confirmed'] }, startsAt: { gt: '2026-11-24' } },
  })
  if (!order) throw new Error('nothing is ordered')
  const { jar } = await house.signedIn({
    ...{ email: 'it@city.example', role: 'administrator', centres: [] },
  })
  const context = await desk.browser.context.browser()?.newContext({
    viewport: { width: 1280, height: 900 },
  })
  if (!context) throw new Error('no browser')
  await context.addCookies([...jar].map(([name, value]) => ({ name, value, url: root })))
  const admin = await context.newPage()
  await admin.goto(`${root}/staff/admin/pools/${order.pool}`)
  await admin.getByLabel('Diesen Pool entfernen').check()
  await admin.locator('main form button').first().click()
  await admin.getByText(order.id).waitFor()
  await looked(admin, 'pool-removed-preview')
  await admin.getByRole('button', { name: 'Jetzt ändern' }).click()
  await admin.waitForURL('**/admin/pools?done')
  await context.close()
  await page.goto(`${root}/staff/interpreting`)
  await section('Abzubestellen').getByText('nicht mehr eingetragen').waitFor()
  await looked(page, 'pool-removed')
})
