// A booking in another engine than Chromium's, which runs no script either: Firefox ESR, as Debian has it.

import { mkdirSync } from 'node:fs'
import { type Browser, launch, type Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createI18n } from '../../src/i18n/index.ts'
import { marks, pictures } from './in-demo.ts'
import { type Served, servedLotse } from './on-a-port.ts'

const i18n = createI18n()
const WIDTHS = [390, 320]

let browser: Browser
let served: Served
beforeAll(async () => {
  served = await servedLotse()
  browser = await launch({
    browser: 'firefox',
    executablePath: process.env['FIREFOX'] ?? '/usr/bin/firefox-esr',
    extraPrefsFirefox: { 'javascript.enabled': false },
  })
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await served?.stop()
})

/** Presses what carries a code, and waits for the page it leads to. */
async function press(page: Page, code: string): Promise<void> {
  const link = `a[href*="${encodeURIComponent(code)}"]`
  // Without scripts a page has no timers either, which the library's own waiting and clicking need.
  const at = await page.evaluate((selector) => {
    const node = document.querySelector(selector)
    node?.scrollIntoView({ block: 'center' })
    const box = node?.getBoundingClientRect()
    return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }, `button[value*="${code}"], ${link}`)
  if (!at) throw new Error(`nothing to press for ${code} at ${page.url()}`)
  await Promise.all([page.waitForNavigation(), page.mouse.click(at.x, at.y)])
}

const wide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

it.each([
  ['ckb', 'rtl'],
  ['ar', 'rtl'],
])(
  'books in %s, read %s, without a script',
  async (language, direction) => {
    const context = await browser.createBrowserContext()
    const page = await context.newPage()
    await page.goto(`data:text/html,<h1>none</h1><script>document.body.innerHTML = 'some'</script>`)
    expect(await page.evaluate(() => document.body.innerText)).toBe('none')
    let step = 0
    async function isFine(): Promise<void> {
      for (const width of WIDTHS) {
        await page.setViewport({ width, height: 844 })
        expect(await wide(page), `${page.url()} scrolls sideways at ${width}`).toBeLessThanOrEqual(
          0,
        )
        if (!pictures) continue
        mkdirSync(pictures, { recursive: true })
        const path = `${pictures}/firefox-${language}-${width}-${step}.png` as const
        await page.screenshot({ path, fullPage: true })
      }
      step += 1
    }
    await page.goto(`${served.url}/`)
    await isFine()
    const steps = [`lo~${language}~consent`, 'ag~', 'urgent~no', 'topics~', 'district~mitte']
    for (const code of [...steps, 'an~spoken', '~tm~', '~bo~']) {
      await press(page, code)
      await isFine()
    }
    const title = i18n.t(language, { key: 'booking.appointment.title' }, 0)
    const [heading, dir] = await page.evaluate(() => [
      document.querySelector('h1')?.textContent ?? '',
      document.documentElement.dir,
    ])
    expect(String(heading).replace(marks, '')).toBe(title.replace(marks, ''))
    expect(dir).toBe(direction)
    // Whoever goes back finds that it is booked, not the question whether to book.
    await page.goBack()
    await isFine()
    expect(
      String(await page.evaluate(() => document.querySelector('h1')?.textContent)).replace(
        marks,
        '',
      ),
    ).toBe(title.replace(marks, ''))
    await context.close()
  },
  180_000,
)
