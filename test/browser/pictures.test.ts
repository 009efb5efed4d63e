// Icons looked at where they stand: on pages in light, dark and forced colours, in the record, on the poster.

import { mkdir } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { House } from '../support/staff-house.ts'
import { axeFinds } from './axe.ts'
import { type Desk, openDesk } from './desk.ts'
import { pictures } from './in-demo.ts'
import { looked } from './looked.ts'

const PHONE = { width: 360, height: 740 }

let house: House
let desk: Desk
let root: string
beforeAll(async () => {
  desk = await openDesk()
  ;({ house, root } = desk)
  await house.deps.store.meta.set('bot-name', 'lotse_bot')
  if (pictures) await mkdir(pictures, { recursive: true })
})
afterAll(() => desk?.close())

const picture = async (page: Page, name: string) => {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })
}

const faults = (page: Page) => axeFinds(page)

it.each(['de', 'ar'])(
  'on the page, in light, dark and forced colours: %s',
  async (language) => {
    const page = await desk.browser.context.newPage()
    await page.setViewportSize(PHONE)
    await page.goto(`${root}/?lang=${language}`)
    await page.locator('button[value*="ag~"]').click()
    await page.locator('button[value*="urgent~no"]').click()
    await page.locator('button[value*="ot~topics~1"]').click()
    const drawn = page.locator('main img.picture')
    expect(await drawn.count()).toBeGreaterThan(2)
    for (const one of await drawn.all()) {
      const [seen, box] = await one.evaluate((img: HTMLImageElement) => [
        img.complete && img.naturalWidth > 0,
        img.getBoundingClientRect().height,
      ])
      expect(seen).toBe(true)
      expect(box).toBeGreaterThanOrEqual(24)
    }
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await faults(page), colorScheme).toEqual([])
      await picture(page, `topics-${language}-${colorScheme}`)
    }
    await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' })
    await picture(page, `topics-${language}-forced`)
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' })
    for (const step of ['topics~reunification', 'district~mitte', 'an~spoken', '~tm~hochfeld']) {
      await page.locator(`button[value*="${step}"]`).first().click()
    }
    await page.locator('dl img.picture').waitFor()
    expect(await faults(page)).toEqual([])
    await picture(page, `check-${language}`)
    await page.locator('button[value*="~bo~"]').first().click()
    await page.locator('a[href*="appointment.ics"]').waitFor()
    await desk.browser.context.clearCookies()
    await page.close()
  },
  90_000,
)

it('on the poster and in the record', async () => {
  const anna = await house.signedIn({ email: 'anna@rsc.example' })
  await desk.browser.context.addCookies(
    [...anna.jar].map(([name, value]) => ({ name, value, url: root })),
  )
  const page = await desk.browser.context.newPage()
  await page.goto(`${root}/staff/posters/hochfeld`)
  await looked(page, 'poster')
  await page.setViewportSize(PHONE)
  const code = await page.locator('.qr').boundingBox()
  expect(code?.width).toBe(code?.height)
  for (const lang of ['ar', 'ckb', 'de']) {
    await page.goto(`${root}/staff/posters/hochfeld?lang=${lang}`)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.top').isVisible(), 'who prints it is nobody’s business').toBe(false)
    expect(await page.locator('main').innerText()).not.toContain('Anna')
    const sheet = await page.pdf({ format: 'A4' })
    expect(sheet.toString('latin1')).toContain('/Count 1')
    await picture(page, `poster-${lang}`)
    await page.emulateMedia({ media: 'screen' })
  }
  await page.goto(`${root}/staff/intakes`)
  await page.locator('main a[href^="/staff/intakes/"]:not([href*=".csv"])').first().click()
  await page.locator('form[action$="/take"] button').first().click()
  await page.getByText('👪 Familiennachzug').first().waitFor()
  expect(await page.locator('dl.facts').first().innerText()).toContain('👪 Familiennachzug')
  await looked(page, 'record')
  await page.close()
}, 180_000)
