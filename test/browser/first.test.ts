// The demo's first page: three stories, phone and desk side by side, in both widths and colours, and everything anew.

import { writeFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { afterEach, describe, expect, it } from 'vitest'
import { inDemo, pictures } from './in-demo.ts'
import { isToldOn, STORIES } from './told-story.ts'
import { webpOf } from './webp.ts'

const opened = inDemo({ hasTown: true })

afterEach(async () => {
  for (const page of opened.browser.context.pages()) await page.close()
})

const WIDTHS = [390, 1280, 1440]

async function open(width: number, scheme: 'light' | 'dark', language = 'de') {
  const { browser, demo } = opened
  const page = await browser.context.newPage()
  await page.emulateMedia({ colorScheme: scheme })
  await page.setViewportSize({ width, height: 1000 })
  await page.goto(`${demo.url}/demo?lang=${language}`)
  return page
}

// The picture in the README: `npm run handbook` takes it with those of the handbooks.
const AT_THE_DESK = 6

describe.each(STORIES)('the story %s', (story) => {
  it('is told to its end: the desk follows the phone, and the phone the desk, by themselves', async () => {
    const page = await open(1280, story === 'danger' ? 'dark' : 'light')
    await isToldOn(page, story, async (step) => {
      if (pictures) await page.screenshot({ path: `${pictures}/first-${story}-${step}.png` })
      if (!process.env['HANDBOOK'] || story !== 'letter' || step !== AT_THE_DESK) return
      const y = await page.evaluate(() => scrollY)
      const picture = await webpOf(page, { x: 0, y, width: 1280, height: 1000 })
      writeFileSync('docs/images/demo.webp', picture)
    })
  }, 200_000)
})

it('shows at the desk at once what somebody presses on the phone without any story', async () => {
  const page = await open(1280, 'light')
  const phone = page.frameLocator('#phone')
  const desk = page.frameLocator('#desk')
  await page.getByRole('button', { name: 'Leitung', exact: true }).click()
  await desk.locator('nav a[href="/staff/intakes"]').click()
  await phone.getByRole('button', { name: 'Add a person' }).click()
  await phone.locator('#start').click()
  for (const key of [
    /^English$/,
    /^I agree$/,
    /Not urgent/,
    /Housing/,
    /Hamborn/,
    /My German is good enough/,
    /\d:\d\d$/,
    /with reminder/,
  ])
    await phone.locator('.key').filter({ hasText: key }).first().click()
  const code = await phone.locator('.message.in code', { hasText: /^\w{3}-\w{3}$/ }).innerText()
  const line = desk.locator('tr', { hasText: code })
  const outline = () => line.evaluate(({ style }) => style.outlineStyle)
  await expect.poll(outline, { timeout: 20_000 }).toBe('solid')
  expect(await line.evaluate(isInSight)).toBe(true)
  // On a page where it does not stand, it is one press away.
  await desk.locator('nav a[href="/staff/calls"]').first().click()
  await page.getByRole('button', { name: `Wer gerade am Telefon ist: ${code}` }).click()
  await desk.locator('h1', { hasText: code }).waitFor()
})

const isInSight = (one: Element) => {
  const { top, bottom } = one.getBoundingClientRect()
  return top >= 0 && bottom <= innerHeight
}

it('shows the code of a second factor on the phone, and lets in whoever enters it', async () => {
  const page = await open(1280, 'light')
  await page.getByRole('button', { name: 'Beratung, mit zweitem Faktor' }).click()
  const code = await page.frameLocator('#phone').locator('#code').innerText()
  const desk = page.frameLocator('#desk')
  await desk.locator('[name="code"]').fill(code)
  if (pictures) await page.screenshot({ path: `${pictures}/first-code.png` })
  await desk.locator('form[action="/staff/sign-in/code"] button').first().click()
  await desk.getByText('Demo Beratung mit Code').first().waitFor({ state: 'attached' })
  // A story brings the chat back.
  await page.locator('[data-story="letter"]').click()
  await page.frameLocator('#phone').locator('.message.in').first().waitFor()
})

it.each(['/demo/code', '/demo/outside?to=https://map.example/a'])(
  '%s is for every eye',
  async (path) => {
    const { browser, demo } = opened
    const page = await browser.context.newPage()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width: 320, height: 700 })
      await page.goto(demo.url + path)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(over).toBeLessThanOrEqual(0)
    }
  },
)

it.each(
  WIDTHS.flatMap((width) => (['light', 'dark'] as const).map((scheme) => [width, scheme] as const)),
)('nothing is cut off or hidden from anybody at %s in %s', async (width, scheme) => {
  const page = await open(width, scheme, scheme === 'dark' ? 'en' : 'de')
  await page.frameLocator('#phone').locator('#clock').waitFor()
  if (pictures)
    await page.screenshot({ path: `${pictures}/first-${width}-${scheme}.png`, fullPage: true })
  // What stands in the frames is looked at where it stands by itself.
  const { violations } = await new AxeBuilder({ page }).exclude('#phone').exclude('#desk').analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(over).toBe(0)
})

it('signs in as each role with one press', async () => {
  const page = await open(1280, 'light')
  const desk = page.frameLocator('#desk')
  for (const name of [
    'Leitung',
    'Beratung, DRK',
    'Beratung, Diakoniewerk',
    'Koordination',
    'Administration',
    'Datenschutz',
  ]) {
    await page.getByRole('button', { name, exact: true }).click()
    await desk
      .locator('.account .who')
      .getByText(name.split(',')[0] ?? '')
      .first()
      .waitFor({ state: 'attached' })
  }
})

it('one press makes everything new: what was done is gone, and the town lives', async () => {
  const page = await open(1280, 'light')
  const phone = page.frameLocator('#phone')
  await phone.locator('#people li').first().waitFor()
  await phone.getByRole('button', { name: 'Add a person' }).click()
  await phone.locator('#start').click()
  const before = await phone.locator('#people li').count()
  const isThere = page.waitForEvent('load', { timeout: 60_000 })
  await page.getByRole('button', { name: 'Alles neu' }).click()
  await isThere
  await phone.locator('#people li').first().waitFor()
  expect(await phone.locator('#people li').count()).toBeLessThan(before)
  const desk = page.frameLocator('#desk')
  await page.getByRole('button', { name: 'Leitung', exact: true }).click()
  await desk.locator('nav a[href="/staff/intakes"]').click()
  await desk.locator('h1', { hasText: 'Anfragen' }).waitFor()
  expect(await desk.locator('main tbody tr').count()).toBeGreaterThan(10)
})
