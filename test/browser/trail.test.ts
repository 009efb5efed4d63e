// The way through a list in a real browser: by keyboard and without scripts, on a phone and on a desk, in light and in dark.

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { guestBooks } from '../support/staff-guests.ts'
import type { House } from '../support/staff-house.ts'
import { openChromium } from './chromium.ts'
import { type Desk, openDesk } from './desk.ts'
import { EVERYWHERE, looked } from './looked.ts'
import { becomes } from './on-a-port.ts'

let house: House
let desk: Desk
let bare: Awaited<ReturnType<typeof openChromium>>
let page: Page
let plain: Page
let root: string
let guests: Awaited<ReturnType<typeof guestBooks>>[]

beforeAll(async () => {
  desk = await openDesk()
  ;({ house, page, root } = desk)
  guests = []
  for (const urgent of ['no', 'no', 'no', 'yes'] as const) {
    house.clock.at += 60_000
    guests.unshift(await guestBooks(house, { body: null, urgent }))
  }
  const lead = { role: 'lead', centres: ['hochfeld', 'hamborn'] } as const
  const anna = await house.signedIn({ email: 'anna@rsc.example', name: 'Anna Beispiel', ...lead })
  bare = await openChromium({ scripts: false })
  for (const { context } of [desk.browser, bare]) await becomes(context, root, anna.jar)
  plain = await bare.context.newPage()
}, 120_000)
afterAll(async () => {
  await bare?.close()
  await desk?.close()
})

/** By the keyboard alone: to a link, and along it. */
async function follows(name: string) {
  const link = plain.getByRole('link', { name, exact: true })
  for (let tabs = 0; tabs < 60; tabs += 1) {
    await plain.keyboard.press('Tab')
    if (await link.evaluate((it) => it === document.activeElement)) break
  }
  await plain.keyboard.press('Enter')
}

test('from a list through its requests and back, with the keyboard and without scripts', async () => {
  const [red, second, third] = guests as [Guest, Guest, Guest]
  await plain.goto(`${root}/staff/intakes?box=new&centre=hochfeld`)
  await follows(red.ref)
  await plain.getByRole('heading', { level: 1, name: red.ref }).waitFor()
  await follows('Nächste')
  await plain.getByRole('heading', { level: 1, name: second.ref }).waitFor()
  await plain.getByRole('button', { name: /^Übernehmen/ }).press('Enter')
  await plain.getByText('Die Anfrage ist jetzt bei Ihnen.').waitFor()
  await follows('Nächste')
  await plain.getByRole('heading', { level: 1, name: third.ref }).waitFor()
  await follows('Vorige')
  await plain.getByRole('heading', { level: 1, name: red.ref }).waitFor()
  await follows('Zur Liste')
  await plain.waitForURL('**/staff/intakes?*')
  expect(plain.url()).toBe(`${root}/staff/intakes?box=new&centre=hochfeld#r-${red.id}`)
  // Taken over, it is among what is new no more.
  expect(await plain.getByRole('link', { name: second.ref }).count()).toBe(0)
})

test('it is as good on a phone as on a desk, in light and in dark', async () => {
  const [, second, third] = guests as [Guest, Guest, Guest]
  await page.goto(`${root}/staff/intakes?box=all`)
  await page.getByRole('link', { name: second.ref }).click()
  await page.getByRole('link', { name: 'Nächste', exact: true }).waitFor()
  await looked(page, 'trail-record', EVERYWHERE)
  await page.getByRole('link', { name: 'Nächste', exact: true }).click()
  await page.getByText('Noch bei niemandem').or(page.getByText(third.ref)).first().waitFor()
  await looked(page, 'trail-front', EVERYWHERE)
  await page.getByRole('link', { name: 'Zur Liste' }).click()
  await page.waitForURL('**/staff/intakes?box=all#r-*')
  await looked(page, 'trail-list', EVERYWHERE)
})

test('what takes a record out of sight is said on the list, with the way on', async () => {
  const [, second, third] = guests as [Guest, Guest, Guest]
  await page.setViewportSize({ width: 1280, height: 844 })
  await page.goto(`${root}/staff/intakes?box=all`)
  await page.getByRole('link', { name: second.ref }).click()
  await page.getByRole('link', { name: 'Mehr', exact: true }).click()
  await page.locator('summary', { hasText: 'Löschen' }).click()
  await page.getByRole('button', { name: /löschen/i }).click()
  await page.getByText('Die Anfrage ist gelöscht.').waitFor()
  await looked(page, 'trail-erased', EVERYWHERE)
  await page.getByRole('link', { name: 'Weiter zur nächsten Anfrage' }).click()
  await page.getByRole('heading', { level: 1, name: third.ref }).waitFor()
})

type Guest = Awaited<ReturnType<typeof guestBooks>>
