// At the desk: whoever has no chat is to be called, and a note made too early is asked about and taken back.

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callerBooks } from '../support/staff-callers.ts'
import { guestBooks } from '../support/staff-guests.ts'
import type { House, Visitor } from '../support/staff-house.ts'
import { type Desk, openDesk } from './desk.ts'
import { looked } from './looked.ts'

let house: House
let desk: Desk
let page: Page
let root: string
let lea: Visitor
beforeAll(async () => {
  desk = await openDesk()
  ;({ house, page, root } = desk)
  lea = await house.signedIn({ email: 'lea@rsc.example', role: 'lead', name: 'Lea Test' })
  await desk.becomes(lea)
})
afterAll(() => desk?.close())

test('a caller whose appointment is cancelled is to be called', async () => {
  const { id } = await callerBooks(lea, { alias: 'Frau Rose', phone: '0203 987654' })
  const path = `/staff/intakes/${id}`
  await lea.get(path)
  const { location } = await lea.post(`${path}/cancel`, {})
  for (const [name, url] of [
    ['callers-record', location ?? ''],
    ['callers-calls', '/staff/calls'],
    ['callers-undelivered', '/staff/undelivered'],
  ] as const) {
    await page.goto(`${root}${url}`)
    await looked(page, name)
  }
})

test('who is there before it begins is asked about, and it is taken back', async () => {
  const guest = await guestBooks(house, { language: 'de' })
  await guestBooks(house, { language: 'ar' })
  const { startsAt } = await house.db.booking.findUniqueOrThrow({ where: { id: guest.booking } })
  house.clock.at = Date.parse(startsAt) - 52 * 60_000
  await page.goto(`${root}/staff?day=2026-11-23`)
  await page.locator('td details summary').first().click()
  await looked(page, 'callers-early')
  await page.locator('td details button').first().click()
  await page.goto(`${root}/staff?day=2026-11-23`)
  await page.getByRole('button', { name: /Vermerk zurücknehmen/ }).waitFor()
  await looked(page, 'callers-back')
  await page.getByRole('button', { name: /Vermerk zurücknehmen/ }).click()
  const { state } = await house.db.booking.findUniqueOrThrow({ where: { id: guest.booking } })
  expect(state).toBe('booked')
})
