// A coordinator's quarter in a real browser: understood at once, small and large, light and dark, and on paper.

import { mkdirSync, writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { atWall } from '../../src/domain/calendar/wall-clock.ts'
import { finishedMonths, pastWeeks } from '../../src/domain/figures/periods.ts'
import { seeded } from '../../src/simulator/town/chance.ts'
import { liveWeek, USUAL } from '../support/lived-weeks.ts'
import type { House } from '../support/staff-house.ts'
import { AA, axeFinds } from './axe.ts'
import { type Desk, openDesk } from './desk.ts'

const folder = process.env['SCREENSHOTS'] ?? process.env['PICTURES']
const TUESDAY = atWall('2026-11-24', 8 * 60 + 30)

let house: House
let desk: Desk
let root: string
let page: Page

beforeAll(async () => {
  desk = await openDesk()
  ;({ house, page, root } = desk)
  const random = seeded(5)
  const weeks = pastWeeks(TUESDAY, 13)
  for (const monday of weeks.slice(0, -3)) {
    house.clock.at = atWall(monday, 0) + 7 * 86_400_000
    await liveWeek(house, random, { monday, until: TUESDAY })
    await house.tick()
  }
  // The last weeks are better filled than they were, and one is marked by hardly anybody.
  for (const monday of [...weeks.slice(-3), '2026-11-23', '2026-11-30', '2026-12-07']) {
    const isComing = monday > (weeks.at(-1) ?? '')
    const likely = { ...USUAL, booked: isComing ? 0.97 : 0.9, unmarked: 0.02 }
    await liveWeek(house, random, { monday, until: TUESDAY, likely })
  }
  house.clock.at = TUESDAY
  await house.tick()
  await aboutPeople(random)
  const kim = await house.signedIn({ email: 'kim@city.example', role: 'coordinator', centres: [] })
  await desk.becomes(kim)
}, 240_000)
afterAll(() => desk?.close())

async function aboutPeople(random: () => number) {
  const kinds = {
    topic: ['housing', 'work', 'letter', 'language', 'debts', 'residence'],
    language: ['ar', 'ckb', 'fa', 'tr', 'uk', 'de'],
    stopped: ['topics', 'times', 'urgent', 'page'],
    waiting: ['began', 'done', 'stopped'],
    source: ['ho-poster', 'ho-integreat', 'hb-poster'],
  }
  for (const month of finishedMonths(TUESDAY, 4)) {
    for (const [kind, codes] of Object.entries(kinds)) {
      for (const [at, code] of codes.entries()) {
        const count = Math.round(random() * (60 / (at + 1)))
        await house.db.usageCount.create({ data: { month, kind, code, count } })
      }
    }
    for (const [language, understanding] of [
      ['ckb', 'matched'],
      ['ar', 'interpreted'],
      ['ti', 'unmet'],
    ] as const) {
      const data = { centreId: 'hochfeld', month, language, understanding }
      const count = 2 + Math.round(random() * 20)
      await house.db.usageLanguage.create({ data: { ...data, count } })
    }
  }
}

test.each([
  [320, 'light'],
  [320, 'dark'],
  [390, 'light'],
  [390, 'dark'],
  [1280, 'light'],
  [1280, 'dark'],
] as const)('the page is sound at %i, %s, and nothing is cut', async (width, colorScheme) => {
  await page.setViewportSize({ width, height: 800 })
  await page.emulateMedia({ colorScheme })
  await page.goto(`${root}/staff/utilisation`)
  expect(await axeFinds(page, { tags: AA, onlyColours: colorScheme === 'dark' })).toEqual([])
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(wide).toBeLessThanOrEqual(0)
  if (folder) {
    mkdirSync(folder, { recursive: true })
    const path = `${folder}/utilisation-${width}-${colorScheme}.png`
    await page.screenshot({ path, fullPage: true })
  }
  if (width < 1280) return
  // On a wide screen no table or picture has to be pushed aside to be read.
  expect(await cutOff(page)).toEqual([])
})

/** What is wider than the region it stands in. */
const cutOff = (shown: Page) =>
  shown.evaluate(() =>
    [...document.querySelectorAll('.scroll')]
      .filter((region) => {
        const inner = region.firstElementChild?.getBoundingClientRect().width ?? 0
        return inner > region.getBoundingClientRect().width + 1
      })
      .map((region) => region.getAttribute('aria-label')),
  )

test('the first sentence stands before anything has to be scrolled', async () => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto(`${root}/staff/utilisation`)
  const lead = page.locator('.glance')
  const box = await lead.boundingBox()
  expect((box?.y ?? 999) + (box?.height ?? 999)).toBeLessThan(400)
  expect(await lead.innerText()).toMatch(/Letzte Woche waren von \d+ Plätzen \d+ gebucht/)
  expect(await lead.innerText()).toMatch(/Gegenüber den 12 Wochen davor|zu früh/)
})

test('a year fits a wide screen as well', async () => {
  await page.goto(`${root}/staff/utilisation?weeks=52&measure=booked`)
  expect(await cutOff(page)).toEqual([])
})

test('on A4 nothing is cut', async () => {
  await page.emulateMedia({ media: 'print', colorScheme: 'light' })
  // A4 upright less the margins browsers print with, in CSS pixels.
  await page.setViewportSize({ width: 718, height: 1047 })
  await page.goto(`${root}/staff/utilisation`)
  expect(await cutOff(page)).toEqual([])
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(wide).toBeLessThanOrEqual(0)
  if (folder) {
    await page.screenshot({ path: `${folder}/utilisation-a4.png`, fullPage: true })
    writeFileSync(`${folder}/utilisation.pdf`, await page.pdf({ format: 'A4' }))
  }
  await page.emulateMedia({ media: 'screen' })
})

test('each picture has its table, which says the same to who does not see it', async () => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto(`${root}/staff/utilisation`)
  const columns = page.getByRole('img', { name: /^Woche für Woche/ })
  expect(await columns.count()).toBe(1)
  const table = page.getByRole('region', { name: 'Woche ab' }).getByRole('table')
  expect(await table.locator('tbody tr').count()).toBe(12)
  const heads = await table.getByRole('columnheader').allInnerTexts()
  expect(heads.map((head) => head.replace(/\s+/g, ' '))).toContain('gebucht % der buchbaren')
})
