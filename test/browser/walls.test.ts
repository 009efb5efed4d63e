// The wall between carriers in a real browser: what a counsellor sees before taking a request over, and after.

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { guestBooks } from '../support/staff-guests.ts'
import type { House, Visitor } from '../support/staff-house.ts'
import { type Desk, openDesk } from './desk.ts'
import { looked } from './looked.ts'

let house: House
let desk: Desk
let page: Page
let root: string
let free: Awaited<ReturnType<typeof guestBooks>>
let others: Awaited<ReturnType<typeof guestBooks>>
const staff: Record<string, Visitor> = {}

beforeAll(async () => {
  desk = await openDesk()
  ;({ house, page, root } = desk)
  free = await guestBooks(house, { body: null, topic: 'work' })
  others = await guestBooks(house, { language: 'ar', body: 'caritas' })
  await house.db.intake.update({
    where: { id: free.id },
    data: { callBack: 'phone', hasPhone: true },
  })
  const signedIn = async (name: string, scope: object) => {
    staff[name] = await house.signedIn({ email: `${name}@rsc.example`, name, ...scope })
  }
  await signedIn('drk', { body: 'drk' })
  await signedIn('stadt', { body: 'stadt-duisburg' })
  await signedIn('niemand', { body: null })
  await signedIn('ada', { role: 'administrator', centres: [], body: null })
  const { startsAt } = await house.db.booking.findFirstOrThrow({ where: { id: free.booking } })
  house.clock.at = Date.parse(startsAt) + 60_000
}, 120_000)
afterAll(() => desk?.close())

const as = (name: string) => desk.becomes(staff[name])

test('the day shows the front of a request, and that another carrier has a seat', async () => {
  await as('drk')
  await page.goto(`${root}/staff`)
  await looked(page, 'wall-day')
  const row = page.getByRole('row').filter({ hasText: others.ref })
  await row.getByText('Bei einem anderen Träger').waitFor()
  expect(await row.getByRole('button').count()).toBe(0)
})

test('lists and its page show the front of a request alone', async () => {
  await page.goto(`${root}/staff/intakes`)
  await looked(page, 'wall-list')
  expect(await page.getByText(others.ref).count()).toBe(0)
  await page.goto(`${root}/staff/calls`)
  await looked(page, 'wall-calls')
  await page.goto(`${root}/staff/intakes/${free.id}`)
  await looked(page, 'wall-front')
})

test('with somebody before them one press takes over, marks and opens the record', async () => {
  await page.goto(`${root}/staff`)
  await page.getByRole('button', { name: `Erschienen, übernehmen` }).click()
  await page.waitForURL(`**/staff/intakes/${free.id}*`)
  await page.getByText('in Beratung bei drk').first().waitFor()
  await looked(page, 'wall-record')
})

test('a request goes to the city with the person’s agreement, and not its paper', async () => {
  await page.getByRole('link', { name: 'Weitergeben' }).click()
  await page.getByLabel('Träger dort').selectOption('stadt-duisburg')
  await page.getByLabel('Warum an einen anderen Träger').selectOption('agreed')
  await page.getByRole('button', { name: 'Abgeben' }).click()
  await page.waitForURL(/\/staff\?ended=handed-over/)
  await page.getByText('Die Anfrage ist abgegeben.').waitFor()
  await page.goto(`${root}/staff/intakes/${free.id}`)
  expect(await page.getByText(free.ref).count()).toBe(0)
  await as('stadt')
  await page.goto(`${root}/staff/intakes/${free.id}`)
  await page.getByText('diesem Träger nicht gezeigt').first().waitFor()
  await page.locator('#history').getByText('Die Person hat im Gespräch zugestimmt').waitFor()
  await looked(page, 'wall-city-record')
})

test('who belongs to no carrier is told so, and named to administrators', async () => {
  await as('niemand')
  await page.goto(`${root}/staff`)
  await page.getByText('gehört noch zu keinem Träger').waitFor()
  await looked(page, 'wall-nobody')
  await as('ada')
  await page.goto(`${root}/staff/admin/staff`)
  await page.getByText('1 Konto gehört zu keinem Träger').waitFor()
  await looked(page, 'wall-accounts')
})
