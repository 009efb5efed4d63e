// Message templates in a real browser: worded by an administrator, previewed, chosen at a record, read later.

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { guestBooks } from '../support/staff-guests.ts'
import type { House, Visitor } from '../support/staff-house.ts'
import { type Desk, openDesk } from './desk.ts'
import { EVERYWHERE, looked } from './looked.ts'

let house: House
let desk: Desk
let root: string
let page: Page
let lea: Visitor
let ada: Visitor
let guest: Awaited<ReturnType<typeof guestBooks>>

beforeAll(async () => {
  desk = await openDesk()
  ;({ house, page, root } = desk)
  guest = await guestBooks(house, { language: 'ar' })
  lea = await house.signedIn({ email: 'lea@rsc.example', role: 'lead', name: 'Lea Test' })
  ada = await house.signedIn({ email: 'ada@rsc.example', role: 'administrator', centres: [] })
  await lea.get(`/staff/intakes/${guest.id}`)
  await lea.post(`/staff/intakes/${guest.id}/take`, { from: '' })
  page.setDefaultTimeout(10_000)
})
afterAll(() => desk?.close())

// Each look is one of axe's.
const SLOW = 240_000

test(
  'a template with a field nobody knows is refused at its field',
  async () => {
    await desk.becomes(ada)
    await page.goto(`${root}/staff/admin/new-template`)
    await looked(page, 'template-new', EVERYWHERE)
    await page.getByLabel('Name, unter dem').fill('Bitte mit Unterlagen kommen')
    await page
      .getByLabel('Deutsch', { exact: true })
      .fill('Bitte kommen Sie am {Datum} um {Uhrzeit}.\n{Ort}')
    await page.getByLabel('Arabisch').fill('AGP-5R2: نراكم يوم {Tag} الساعة {Uhrzeit}.\n{Ort}')
    await page.getByRole('button', { name: 'Prüfen, was sich ändert' }).click()
    await page.waitForSelector('[aria-invalid]')
    await looked(page, 'template-refused')
  },
  SLOW,
)

test(
  'is previewed as each language would see it, and saved',
  async () => {
    await page
      .getByLabel('Deutsch', { exact: true })
      .fill('Bitte kommen Sie am {Tag} um {Uhrzeit}.\n{Ort}')
    await page.getByRole('button', { name: 'Prüfen, was sich ändert' }).click()
    await page.getByRole('button', { name: 'Jetzt ändern' }).waitFor()
    await looked(page, 'template-preview', EVERYWHERE)
    // What begins with a code begins at the right all the same.
    const ends = await page.evaluate(() => {
      const line = document.querySelector('.written[lang=ar] bdi') as HTMLElement
      const first = document.createRange()
      const text = line.firstChild as Text
      first.setStart(text, 1)
      first.setEnd(text, 4)
      const box = line.getBoundingClientRect()
      return [box.right - first.getBoundingClientRect().right, box.width]
    })
    expect(ends[0]).toBeLessThan((ends[1] ?? 0) / 2)
    await page.getByRole('button', { name: 'Jetzt ändern' }).click()
    await page.getByRole('status').waitFor()
    await looked(page, 'templates', EVERYWHERE)
  },
  SLOW,
)

test(
  'a counsellor chooses it, sees both languages, and reads it later at the record',
  async () => {
    await desk.becomes(lea)
    const record = `${root}/staff/intakes/${guest.id}`
    await page.goto(record)
    await page.getByRole('link', { name: 'Nachricht', exact: true }).click()
    await page.getByRole('button', { name: 'Bitte mit Unterlagen kommen' }).click()
    await page.getByRole('button', { name: 'Senden' }).waitFor()
    await looked(page, 'message-preview', EVERYWHERE)
    await page.getByRole('button', { name: 'Senden' }).click()
    await page.waitForURL(`${record}?done=*`)
    await page.getByText('Was darin stand').click()
    expect(await page.locator('#history .written[lang=ar]').innerText()).toContain('AGP-5R2')
    await looked(page, 'message-history')
  },
  SLOW,
)

test(
  'an administrator begins where what is open stands',
  async () => {
    await desk.becomes(ada)
    await page.goto(`${root}/staff`)
    expect(new URL(page.url()).pathname).toBe('/staff/open')
    await looked(page, 'open', EVERYWHERE)
  },
  SLOW,
)
