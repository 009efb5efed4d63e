// A link from a city's guide, opened on small telephones: read by axe, and by whoever asks for pictures.

import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { createI18n } from '../../src/i18n/index.ts'
import { AA, axeFinds } from './axe.ts'
import { inDemo, pictures } from './in-demo.ts'

const i18n = createI18n()
const opened = inDemo({ isReachable: true })

async function looked(page: Page, name: string) {
  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 760 })
    expect(await axeFinds(page, { tags: AA }), `${name} at ${width}`).toEqual([])
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide, `${name} scrolls sideways at ${width}`).toBeLessThanOrEqual(0)
    if (pictures)
      await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true })
  }
}

test.each(['ckb', 'ar'])(
  'from the link to the check with the topic it brought, in %s',
  async (language) => {
    const { demo, browser } = opened
    await browser.context.clearCookies()
    const page = await browser.context.newPage()
    const foreign: string[] = []
    page.on('request', (request) => {
      if (!request.url().startsWith(demo.url)) foreign.push(request.url())
    })
    await page.goto(`${demo.url}/?centre=rheinhausen&topic=housing&from=integreat`)
    await looked(page, `${language}-0-menu`)
    await page.goto(`${demo.url}/?lang=${language}&centre=rheinhausen&topic=housing&from=integreat`)
    await looked(page, `${language}-1-consent`)
    expect(await browser.context.cookies()).toEqual([])
    // No Telegram knows the bot of a demo.
    expect(await page.locator('a[href^="/simulator?start="]').count()).toBe(1)
    expect(await page.locator('a[href*="t.me"]').count()).toBe(0)
    const press = async (code: string) => {
      await page.locator(`main [value*="${code}"]`).first().click()
      await page.waitForLoadState()
    }
    for (const code of [
      '~ag~',
      'an~urgent~no',
      'an~district~hamborn',
      'an~spoken',
      '~tm~rheinhausen',
    ]) {
      await press(code)
    }
    await page.getByText(i18n.t(language, { key: 'page.answers' }, 0)).waitFor()
    const topic = i18n.t(language, { key: 'questions.topics.option.housing' }, 0)
    expect(await page.locator('main').innerText()).toContain(topic)
    await looked(page, `${language}-2-check`)
    await page.goto(`${demo.url}/accessibility?lang=${language}`)
    await looked(page, `${language}-3-accessibility`)
    expect(foreign).toEqual([])
    await page.close()
  },
)
