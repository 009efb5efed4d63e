// The inbox in a real browser: boxes, filters, the search from any page, the navigation on a phone.

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSeal } from '../../src/store/engine/seal.ts'
import { guestBooks } from '../support/staff-guests.ts'
import type { House } from '../support/staff-house.ts'
import { sendsAtDesk } from '../support/staff-writes.ts'
import { AA, axeFinds } from './axe.ts'
import { type Desk, openDesk } from './desk.ts'

const folder = process.env['PICTURES']
let house: House
let desk: Desk
let page: Page
let root: string
let guest: Awaited<ReturnType<typeof guestBooks>>

beforeAll(async () => {
  desk = await openDesk()
  ;({ house, page, root } = desk)
  await guestBooks(house, { language: 'ar', urgent: 'yes', body: null })
  await guestBooks(house, { language: 'fa', body: null, topic: 'work' })
  guest = await guestBooks(house, { centre: 'hamborn' })
  const { seal } = await createSeal(house.dataKey)
  const lead = { role: 'lead', centres: ['hochfeld', 'hamborn', 'rheinhausen'] } as const
  const anna = await house.signedIn({ email: 'anna@rsc.example', name: 'Anna Beispiel', ...lead })
  await anna.get(`/staff/intakes/${guest.id}`)
  house.clock.at += 60_000
  await anna.post(`/staff/intakes/${guest.id}/take`, { from: '' })
  await sendsAtDesk(anna, `/staff/intakes/${guest.id}`, 'call')
  await house.tick()
  house.clock.at += 60_000
  await guest.user.sends('Ja')
  await house.db.intake.update({
    where: { id: guest.id },
    data: { sealed: await seal(JSON.stringify({ alias: 'ڕۆژین' })) },
  })
  for (const { id } of [
    await guestBooks(house, { centre: 'hamborn' }),
    await guestBooks(house, { centre: 'hamborn' }),
  ]) {
    const sealed = await seal(JSON.stringify({ alias: 'Beispielname' }))
    await house.db.intake.update({ where: { id }, data: { sealed } })
  }
  await desk.becomes(anna)
}, 120_000)
afterAll(() => desk?.close())

/** axe at three widths, light and dark, nothing wider than the page, and a picture where one is wanted. */
async function looked(name: string) {
  for (const width of [320, 390, 1280]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 844 })
      await page.emulateMedia({ colorScheme })
      const onlyColours = colorScheme === 'dark'
      expect(
        await axeFinds(page, { tags: AA, onlyColours }),
        `${name} at ${width}, ${colorScheme}`,
      ).toEqual([])
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(wide, `${name} scrolls sideways at ${width}`).toBeLessThanOrEqual(0)
      if (folder) await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png` })
    }
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

test('every box is as good on a phone as on a desk, in light and in dark', async () => {
  for (const box of ['new', 'mine', 'waiting', 'all']) {
    await page.goto(`${root}/staff/intakes?box=${box}`)
    await looked(`box-${box}`)
  }
  await page.goto(`${root}/staff/intakes?box=all&urgency=orange&centre=hochfeld`)
  await looked('box-filtered')
})

test('on a phone the navigation leaves the page its room, and all of it is one press away', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  for (const path of ['/staff', '/staff/intakes', '/staff/utilisation']) {
    await page.goto(root + path)
    const top = await page.locator('header.top').boundingBox()
    expect(top?.height, path).toBeLessThanOrEqual(112)
  }
  await page.getByRole('link', { name: 'Anfragen' }).waitFor()
  const closures = page.getByRole('link', { name: 'Schließungen' })
  expect(await closures.isVisible()).toBe(false)
  await page.getByRole('button', { name: 'Menü' }).click()
  await closures.waitFor()
  await looked('menu-open')
  await page.setViewportSize({ width: 390, height: 844 })
  await closures.click()
  await page.waitForURL('**/staff/closures*')
  await page.setViewportSize({ width: 1280, height: 844 })
  expect(await page.getByRole('button', { name: 'Menü' }).isVisible()).toBe(false)
  await closures.waitFor()
})

test('a code that is typed on any page opens its record with one key, and a name finds its person', async () => {
  for (const path of ['/staff', '/staff/closures', '/staff/calls']) {
    await page.goto(root + path)
    await page
      .getByLabel('Code, Name oder Tag suchen')
      .fill(guest.ref.toLowerCase().replace('-', ' '))
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/staff/intakes/${guest.id}`)
  }
  await page.getByLabel('Code, Name oder Tag suchen').fill('روژین')
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/staff/intakes/${guest.id}`)
  // Several: back from a record of one of them they are there again, without a question.
  await page.getByLabel('Code, Name oder Tag suchen').fill('Beispielname')
  await page.keyboard.press('Enter')
  await page.locator('tr[id^="r-"]').nth(1).waitFor()
  await looked('found-some')
  await page.locator('tr[id^="r-"] a').first().click()
  await page.waitForURL('**/staff/intakes/**')
  await page.goBack()
  await page.locator('tr[id^="r-"]').nth(1).waitFor()
  await page.reload()
  expect(await page.locator('tr[id^="r-"]').count()).toBe(2)
  expect(page.url()).toMatch(/\/staff\/typed\/[\w-]+$/)
  await page.getByLabel('Code, Name oder Tag suchen').fill('Unbekannt')
  await page.keyboard.press('Enter')
  await page.getByText('Dazu gibt es nichts').waitFor()
  expect(page.url()).not.toContain('Unbekannt')
  await looked('found-none')
})

test('what comes while the page stands open is put in, said and counted, and nothing that is typed is touched', async () => {
  await page.setViewportSize({ width: 1280, height: 844 })
  await page.clock.install()
  await page.goto(`${root}/staff/intakes`)
  await page.mouse.move(640, 800)
  const field = page.getByLabel('Code, Name oder Tag suchen')
  await field.fill('7F')
  house.clock.at += 60_000
  const fresh = await guestBooks(house, { language: 'ar', urgent: 'yes', body: null })
  await page.clock.runFor(12_000)
  await page.getByRole('link', { name: fresh.ref }).waitFor()
  expect(await page.locator('[data-said]').textContent()).toContain(`${fresh.ref}: neu, Dringend`)
  expect(await page.title()).toMatch(/^\(\d+\) Anfragen: Neu/)
  expect(await field.inputValue()).toBe('7F')
  expect(await field.evaluate((it) => it === document.activeElement)).toBe(true)
  await looked('live-said')
})

test('what is in use waits until it is no more', async () => {
  await page.setViewportSize({ width: 1280, height: 844 })
  await page.goto(`${root}/staff/intakes`)
  await page.locator('tbody a').first().focus()
  house.clock.at += 60_000
  const fresh = await guestBooks(house, { language: 'fa', body: null })
  await page.clock.runFor(12_000)
  await page
    .getByText('Es gibt Neues')
    .or(page.locator('[data-said]', { hasText: fresh.ref }))
    .waitFor()
  expect(await page.getByRole('link', { name: fresh.ref }).count()).toBe(0)
  await page.getByLabel('Code, Name oder Tag suchen').focus()
  await page.clock.runFor(3000)
  await page.getByRole('link', { name: fresh.ref }).waitFor()
})

test('a sound is wanted or not, off at first and kept in the browser; on the day page, too', async () => {
  for (const path of ['/staff/intakes', '/staff']) {
    await page.goto(root + path)
    const sound = page.getByRole('button', { name: 'Ton bei Neuem' })
    expect(await sound.getAttribute('aria-pressed')).toBe(path === '/staff' ? 'true' : 'false')
    if (path !== '/staff') await sound.click()
  }
  await looked('live-day')
})

test('a hidden page asks nothing, and asks at once when it is seen', async () => {
  await page.goto(`${root}/staff/intakes`)
  let asked = 0
  page.on('request', (request) => {
    if (request.headers()['lotse-live']) asked += 1
  })
  const show = (state: string) =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden })
      document.dispatchEvent(new Event('visibilitychange'))
    }, state === 'hidden')
  await show('hidden')
  await page.clock.runFor(60_000)
  expect(asked).toBe(0)
  await show('visible')
  await expect.poll(() => asked).toBe(1)
  await page.clock.runFor(1)
  expect(asked).toBe(1)
})

test('has a box for what a closed account left, and marks it', async () => {
  const ben = await house.signedIn({ email: 'ben@rsc.example', name: 'Ben Weg' })
  const left = await guestBooks(house, { body: 'drk', language: 'uk' })
  await house.db.intake.update({
    where: { id: left.id },
    data: { takenBy: ben.id, status: 'in-care' },
  })
  await house.db.staff.update({ where: { id: ben.id }, data: { disabledAt: new Date() } })
  await page.goto(`${root}/staff/intakes?box=left`)
  expect(await page.locator('tbody').getByText('Konto gesperrt').count()).toBe(1)
  await looked('inbox-left')
})
