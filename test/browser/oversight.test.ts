// Looking by four eyes, in a real browser: who asks, who releases, and what is seen of it.

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { duisburg } from '../support/duisburg.ts'
import { guestBooks } from '../support/staff-guests.ts'
import type { House, Visitor } from '../support/staff-house.ts'
import { type Desk, openDesk } from './desk.ts'
import { looked } from './looked.ts'

let house: House
let desk: Desk
let page: Page
let root: string
let guest: Awaited<ReturnType<typeof guestBooks>>
const staff = new Map<string, Visitor & { id: string }>()

beforeAll(async () => {
  desk = await openDesk({ ...duisburg(), staffOversight: 'four-eyes' })
  ;({ house, page, root } = desk)
  guest = await guestBooks(house)
  const join = async (name: string, more: object) =>
    staff.set(name, await house.signedIn({ email: `${name}@rsc.example`, name, ...more }))
  await join('anna', {})
  await join('lea', { role: 'lead' })
  await join('dana', { role: 'data-protection', centres: [], body: null })
  const anna = staff.get('anna')
  await anna?.get(`/staff/intakes/${guest.id}`)
  const { audit } = house.deps.store.staff
  for (let n = 0; n < 31; n += 1) {
    await audit.add({
      ...{ staffId: anna?.id ?? '', action: 'see-record', outcome: 'done', client: null },
      ...{ subject: `record-${n}`, centreId: 'hochfeld', at: house.clock.at - 60_000 * (40 - n) },
    })
  }
}, 120_000)
afterAll(() => desk?.close())

const as = (name: string) => desk.becomes(staff.get(name))

test('a colleague comes from the record to who has seen it', async () => {
  await as('anna')
  await page.goto(`${root}/staff/intakes/${guest.id}`)
  await page.getByRole('link', { name: 'Mehr', exact: true }).click()
  await page.getByRole('link', { name: 'Wer hat diese Anfrage gesehen?' }).click()
  await page.getByText('Anfrage angesehen').first().waitFor()
  await looked(page, 'oversight-by-record')
})

test('a lead asks, data protection releases, and the lead sees the four weeks', async () => {
  house.clock.at += 60_000
  await as('lea')
  await page.goto(`${root}/staff/audit`)
  expect(await page.getByLabel('Wer').count()).toBe(0)
  await page.getByLabel('In wessen Zeilen').selectOption({ label: 'anna' })
  await page.getByLabel('Warum').selectOption('incident')
  await page.getByRole('button', { name: 'Um Einsicht bitten' }).click()
  await page.getByText('Ihre Bitte liegt beim Datenschutz.').waitFor()
  await looked(page, 'oversight-asked')
  await as('dana')
  await page.goto(`${root}/staff`)
  await page.waitForURL('**/staff/oversight*')
  await page.getByText('mehr Anfragen in einer Stunde geöffnet').waitFor()
  await looked(page, 'oversight-release')
  await page.getByRole('button', { name: 'Freigeben' }).click()
  await page.getByText('freigegeben bis').waitFor()
  await as('lea')
  await page.goto(`${root}/staff/audit`)
  await page.getByLabel('Wer', { exact: true }).selectOption({ label: 'anna' })
  await page.getByRole('button', { name: 'Anzeigen' }).click()
  await page.getByRole('cell', { name: 'anna' }).first().waitFor()
  await looked(page, 'oversight-by-person')
})
