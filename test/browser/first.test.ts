// The demo's first page: three stories, phone and desk side by side, in both widths and colours, and everything anew.

import { AxeBuilder } from '@axe-core/playwright'
import { afterEach, describe, expect, it } from 'vitest'
import { inDemo, pictures } from './in-demo.ts'

const opened = inDemo({ hasTown: true })

afterEach(async () => {
  for (const page of opened.browser.context.pages()) await page.close()
})

const STORIES = ['letter', 'danger', 'missed'] as const
const WIDTHS = [390, 1280]

async function open(width: number, scheme: 'light' | 'dark', language = 'de') {
  const { browser, demo } = opened
  const page = await browser.context.newPage()
  await page.emulateMedia({ colorScheme: scheme })
  await page.setViewportSize({ width, height: 1000 })
  await page.goto(`${demo.url}/demo?lang=${language}`)
  return page
}

describe.each(STORIES)('the story %s', (story) => {
  it('is told to its end, and the desk follows the phone', async () => {
    const page = await open(1280, story === 'danger' ? 'dark' : 'light')
    await page.locator(`[data-story="${story}"]`).click()
    for (let told = 1; told < 9; told++) {
      await page.locator(`#said[data-step="${told}"]`).waitFor({ timeout: 90_000 })
      if (pictures) await page.screenshot({ path: `${pictures}/first-${story}-${told}.png` })
      if (await page.locator('#next').isHidden()) break
      await page.locator('#next').click()
    }
    expect(await page.locator('#next').isHidden()).toBe(true)
    const desk = page.frameLocator('#desk')
    await desk.getByText('Demo Leitung').first().waitFor({ state: 'attached' })
    const phone = page.frameLocator('#phone')
    expect(await phone.locator('.message.in').count()).toBeGreaterThan(0)
    if (story === 'letter')
      await desk.getByText('Schreiben mit Frist').first().waitFor({ state: 'attached' })
  })
})

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
  ]) {
    await page.getByRole('button', { name, exact: true }).click()
    await desk
      .locator('.account .who')
      .getByText(name.split(',')[0] ?? '')
      .first()
      .waitFor({ state: 'attached' })
  }
})
