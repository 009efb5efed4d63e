// The talk on pages as somebody walks it on a telephone whose browser runs no script, from right to left.

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createI18n } from '../../src/i18n/index.ts'
import { AA, axeFinds } from './axe.ts'
import { openChromium } from './chromium.ts'
import { inDemo, marks, pictures } from './in-demo.ts'

const i18n = createI18n()
const opened = inDemo({ isReachable: true })
const WIDTHS = [390, 320]

let same: Page | undefined
let plain: Awaited<ReturnType<typeof openChromium>>
beforeAll(async () => {
  plain = await openChromium({ scripts: false })
})
afterAll(() => plain.close())

const shown = (text: string | null) => (text ?? '').replace(marks, '').trim()

describe.each(['ckb', 'ar'])('a booking in %s without a script', (language) => {
  const word = (key: string) => i18n.t(language, { key }, 0).replace(marks, '')

  it.each(WIDTHS)(
    'at %i wide',
    async (width) => {
      await plain.context.clearCookies()
      const page = await plain.context.newPage()
      await page.setViewportSize({ width, height: 844 })
      let step = 0

      async function isFine(name: string): Promise<void> {
        // Where the body ends, and whatever can be pressed; what is folded away has no size yet.
        const { body, buttons } = await page.evaluate(() => ({
          body: document.body.getBoundingClientRect().width,
          buttons: [...document.querySelectorAll('.button, .call')]
            .map((button) => button.getBoundingClientRect())
            .filter((box) => box.height > 0)
            .map(({ left, right, height }) => ({ left, right, height })),
        }))
        expect(body, `${name} scrolls sideways`).toBeLessThanOrEqual(width)
        for (const { left, right, height } of buttons) {
          expect(left >= 0 && right <= width, `${name}: a button is cut`).toBe(true)
          expect(height, `${name}: a button is small`).toBeGreaterThanOrEqual(44)
        }
        if (pictures) {
          const path = `${pictures}/${language}-${width}-${step++}-${name}.png`
          await page.screenshot({ path, fullPage: true })
        }
        if (width === WIDTHS[0]) await axed(page, name, width)
      }

      async function press(code: string, name: string): Promise<void> {
        const link = `a[href*="${encodeURIComponent(code)}"]`
        await page.locator(`button[value*="${code}"], ${link}`).first().click()
        await isFine(name)
      }

      await page.goto(`${opened.demo.url}/`)
      await isFine('menu')
      await press(`lo~${language}~consent`, 'consent')
      expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
      await press('ag~', 'urgent')
      await press('urgent~no', 'topics')
      await press('topics~housing', 'district')
      await page.locator('summary').click()
      await page.locator('details input[name=text]').fill('00000')
      await page.locator('details input[name=text]').press('Enter')
      await isFine('mistyped')
      expect(await page.locator('details input[name=text]').inputValue()).toBe('00000')
      await press('district~mitte', 'spoken')
      await press('an~spoken', 'times')
      await press('~tm~', 'check')
      await page.goBack()
      await isFine('back')
      await press('~tm~', 'check-again')
      await press('~bo~', 'appointment')
      expect(shown(await page.locator('h1').textContent())).toBe(word('booking.appointment.title'))
      await page.reload()
      expect(shown(await page.locator('h1').textContent())).toBe(word('booking.appointment.title'))
      await press('op~danger', 'danger')
      await press('~bk', 'appointment-again')
      await press('op~appointment-more', 'more')
      await press('op~my-data', 'my-data')
      await page.goto(`${opened.demo.url}/talk/print`)
      await isFine('print')
      await page.goto(`${opened.demo.url}/talk`)
      await page.locator('a[href="/forget"]').click()
      await isFine('forget')
      await press('forget', 'forgotten')
      expect(await plain.context.cookies()).toEqual([])
      await page.goto(`${opened.demo.url}/sos?lang=${language}`)
      await isFine('sos')
      await page.close()
    },
    240_000,
  )
})

/** axe needs scripts: it looks at the same page in a browser that runs them. */
async function axed(page: Page, name: string, width: number): Promise<void> {
  same ??= await opened.browser.context.newPage()
  await same.setViewportSize({ width, height: 844 })
  await same.setContent(await page.content())
  await same.addStyleTag({ content: await styleOf(page) })
  expect(await axeFinds(same, { tags: AA }), `${name} at ${width}`).toEqual([])
}

async function styleOf(page: Page): Promise<string> {
  const path = await page.locator('link[rel=stylesheet]').getAttribute('href')
  return await (await fetch(`${opened.demo.url}${path}`)).text()
}
