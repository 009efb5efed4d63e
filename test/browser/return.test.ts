// Back to one's appointment on a device that knows nobody, on the smallest screens, with the keyboard too.

import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { AA, axeFinds } from './axe.ts'
import { inDemo, marks, pictures } from './in-demo.ts'

const opened = inDemo()

const presses = async (page: Page, selector: string) => {
  await Promise.all([page.waitForLoadState('load'), page.locator(selector).first().click()])
}

/** axe finds nothing, nothing scrolls sideways; a picture for who asks. */
async function looks(page: Page, name: string): Promise<void> {
  expect(await axeFinds(page, { tags: AA })).toEqual([])
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(wide).toBeLessThanOrEqual(0)
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })
}

/** From the menu of languages to a booked time; code and PIN as they stand there. */
async function books(page: Page, language: string): Promise<[code: string, pin: string]> {
  await page.goto(opened.demo.url)
  await presses(page, `a[href*="lo~${language}~consent"]`)
  const steps = ['~ag~', 'an~urgent~no', 'an~topics~housing', 'an~district~', 'an~spoken~']
  for (const step of [...steps, '~tm~', '~bo~']) await presses(page, `button[value*="${step}"]`)
  const monos = await page.locator('bdi.mono').allTextContents()
  const code = monos.find((text) => /^\w{3}-\w{3}$/.test(text)) ?? ''
  return [code, monos.find((text) => /^\d{3} \d{3} \d{3}$/.test(text)) ?? '']
}

it.each([
  ['ckb', 320],
  ['ar', 390],
  ['de', 320],
])('in %s at %i wide', { timeout: 120_000 }, async (language, width) => {
  const { browser } = opened
  const page = await browser.context.newPage()
  await page.setViewportSize({ width, height: 640 })
  await browser.context.clearCookies()
  const [code, pin] = await books(page, language)
  await looks(page, `card-${language}-${width}`)
  await presses(page, 'a[href="/forget"]')
  await looks(page, `forget-${language}-${width}`)
  await presses(page, 'button[value="forget"]')
  await looks(page, `forgotten-${language}-${width}`)
  await page.goto(opened.demo.url)
  await looks(page, `languages-${language}-${width}`)
  await presses(page, 'a[href="/return"]')
  await looks(page, `return-languages-${width}`)
  await presses(page, `a[href="/return?lang=${language}"]`)
  expect(await page.locator('script').count()).toBe(0)
  await looks(page, `return-${language}-${width}`)
  await page.locator('#code').fill('7F3')
  await page.locator('#pin').fill('12')
  await presses(page, 'main button')
  await looks(page, `return-faults-${language}-${width}`)
  // By the keyboard alone: code, PIN, on.
  await page.locator('#code').fill('')
  await page.locator('#code').focus()
  await page.keyboard.type(code.toLowerCase().replace('-', ' '))
  await page.keyboard.press('Tab')
  await page.keyboard.type(pin)
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON')
  await Promise.all([page.waitForURL(/\/talk/), page.keyboard.press('Enter')])
  expect((await page.locator('main').innerText()).replace(marks, '')).toContain(code)
  expect(await page.locator('main').innerText()).toContain(pin)
  await page.close()
})
