// A coordinator's month and an administrator's change in a real browser, without a line of script.

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, atWall } from '../../src/domain/calendar/wall-clock.ts'
import { countedHour } from '../../src/domain/figures/counted-hour.ts'
import { pastWeeks } from '../../src/domain/figures/periods.ts'
import type { Role } from '../../src/domain/people/rights.ts'
import { guestBooks } from '../support/staff-guests.ts'
import type { House } from '../support/staff-house.ts'
import { type Desk, openDesk } from './desk.ts'
import { looked } from './looked.ts'

let house: House
let desk: Desk
let page: Page
let root: string

beforeAll(async () => {
  desk = await openDesk()
  ;({ house, page, root } = desk)
  await guestBooks(house, { language: 'ckb' })
  await guestBooks(house, { language: 'ar' })
  await aQuarter()
})
afterAll(() => desk?.close())

/** Twelve weeks at two centres, Mondays and Wednesdays from nine to twelve. */
async function aQuarter() {
  const insert = `INSERT INTO "Booking" ("id", "ref", "centreId", "startsAt", "endsAt", "state",
    "remind", "channel", "createdAt", "changedAt", "changedBy", "week", "block", "weekday", "hour")
    VALUES (?, '', ?, ?, ?, ?, 0, ?, ?, ?, 'person', ?, ?, ?, ?)`
  let n = 0
  for (const week of pastWeeks(house.clock.at, 12)) {
    for (const centre of ['hochfeld', 'hamborn']) {
      const days = [0, 2].map((day) => addDays(week, day))
      const seats = days.flatMap((day) =>
        [9, 10, 11].map((hour) => {
          const counted = countedHour(atWall(day, hour * 60))
          return { centre, day, ...counted, planned: 12, bookable: 9 }
        }),
      )
      await house.deps.store.staff.usage.addSeats(seats)
      for (const [index, { day, hour }] of [...seats, ...seats, ...seats, ...seats].entries()) {
        n += 1
        const at = `${day}T${String(hour - 1).padStart(2, '0')}:${index + 10}:00.000Z`
        const made = new Date(Date.parse(at) - (3 + (n % 6)) * 86_400_000).toISOString()
        const state = ['attended', 'attended', 'attended', 'missed', 'cancelled', 'booked'][n % 6]
        const door = n % 9 === 0 ? 'walk-in' : 'telegram'
        const values = [`q${n}`, centre, at, at, door === 'walk-in' ? 'attended' : state, door]
        const { week, block, weekday, hour: on } = countedHour(Date.parse(at))
        await house.db.$executeRawUnsafe(insert, ...values, made, at, week, block, weekday, on)
      }
    }
  }
  for (const [kind, code] of [
    ['topic', 'housing'],
    ['language', 'ar'],
    ['stopped', 'topics'],
    ['stopped', 'times'],
    ['waiting', 'began'],
    ['source', 'post-1'],
  ] as const) {
    for (const [month, count] of [
      ['2026-08', 12],
      ['2026-09', 3],
      ['2026-10', 21],
    ] as const) {
      await house.db.usageCount.create({ data: { month, kind, code, count } })
    }
  }
  for (const [language, understanding, count] of [
    ['ckb', 'matched', 31],
    ['ckb', 'unmet', 7],
    ['ti', 'interpreted', 9],
    ['kmr-bahdini', 'unknown', 12],
    ['other', 'unmet', 8],
    ['rom', 'unmet', 2],
  ] as const) {
    for (const [centreId, month] of [
      ['hochfeld', '2026-09'],
      ['hochfeld', '2026-10'],
      ['hamborn', '2026-10'],
    ] as const) {
      const data = { centreId, month, language, understanding, count }
      await house.db.usageLanguage.create({ data })
    }
  }
}

async function comes(role: Role) {
  const visitor = await house.signedIn({ email: `${role}@city.example`, role, centres: [] })
  await desk.browser.context.clearCookies()
  await desk.browser.context.addCookies(
    [...visitor.jar].map(([name, value]) => ({ name, value, url: root })),
  )
}

test('a coordinator sees the hours of a quarter, and chooses what the week shows', async () => {
  await comes('coordinator')
  await page.goto(`${root}/staff/utilisation`)
  await looked(page, 'utilisation')
  await page.selectOption('#measure', 'missed')
  await page.selectOption('#centre', 'hochfeld')
  await page.getByRole('button', { name: 'Anzeigen' }).click()
  await page.waitForURL('**/utilisation?centre=hochfeld&weeks=12&measure=missed')
  expect(await page.getByRole('heading', { name: 'Wochenverlauf: nicht erschienen' }).count()).toBe(
    1,
  )
  const languages = page.getByRole('region', { name: 'Gebrauchte Sprachen: Gesprächssprache' })
  expect(await languages.getByRole('row', { name: /Tigrinya 18 \* 18 \* \*/ }).count()).toBe(1)
  expect(await languages.getByRole('row', { name: /^andere Sprache/ }).count()).toBe(1)
  expect(await languages.getByRole('row', { name: /Romani/ }).count()).toBe(0)
})

test('an administrator changes hours: the form, its mistakes, what it would do, done', async () => {
  await comes('administrator')
  await page.goto(`${root}/staff/admin/centres`)
  await looked(page, 'centres')
  await page.getByRole('link', { name: 'Beratungsstelle hinzufügen' }).click()
  await looked(page, 'new-centre')
  await page.fill('#centre', 'hochfeld')
  await page.fill('#letters', 'WA')
  await page.fill('#name', 'RSC Walsum')
  await page.fill('#short', 'Walsum')
  await page.getByRole('button', { name: 'Prüfen, was sich ändert' }).click()
  await looked(page, 'new-centre-faults')
  await page.fill('#centre', 'walsum')
  await page.getByRole('button', { name: 'Prüfen, was sich ändert' }).click()
  await looked(page, 'new-centre-preview')
  await page.getByRole('button', { name: 'Jetzt ändern' }).click()
  await page.waitForURL('**/admin/centres?done')
  expect(await page.getByRole('link', { name: 'RSC Walsum' }).count()).toBe(1)
  await page.getByRole('link', { name: 'RSC Hochfeld' }).click()
  await looked(page, 'centre-form')
  await page.fill('[name="openings.0.opens"]', '12:30')
  await page.getByRole('button', { name: 'Prüfen, was sich ändert' }).click()
  await looked(page, 'centre-faults')
  expect(await page.locator('[aria-invalid]').count()).toBe(1)
  await page.fill('[name="openings.0.opens"]', '10:20')
  await page.getByRole('button', { name: 'Prüfen, was sich ändert' }).click()
  await looked(page, 'centre-preview')
  await page.getByRole('button', { name: 'Jetzt ändern' }).click()
  await page.waitForURL('**/admin/centres?done')
  expect(await page.getByRole('status').textContent()).toBe('Geändert.')
  await page.goto(`${root}/staff/admin/rules`)
  await looked(page, 'rules')
})

test('an administrator closes some hours of two days everywhere, after seeing whom it meets', async () => {
  await page.goto(`${root}/staff/closures`)
  await looked(page, 'closures')
  await page.selectOption('#centre', 'all')
  await page.fill('#date', '2026-11-23')
  await page.fill('#last', '2026-11-24')
  await page.fill('#from', '10:00')
  await page.fill('#until', '11:00')
  await page.fill('#reason', 'Fortbildung')
  await page.getByRole('button', { name: 'Prüfen, wer betroffen ist' }).click()
  await looked(page, 'closing-preview')
  await page.getByRole('button', { name: 'Jetzt schließen' }).click()
  await page.waitForURL('**/staff/closures*')
  await looked(page, 'closed')
  // Two days at each centre, the new one among them.
  expect(await page.getByRole('link', { name: /^Wieder öffnen/ }).count()).toBe(8)
  await page.getByRole('link', { name: /^Alles davon wieder öffnen/ }).click()
  await looked(page, 'reopening')
  await page.getByRole('button', { name: 'Jetzt wieder öffnen' }).click()
  await page.getByText('Es sind keine Schließungen eingetragen.').waitFor()
})
