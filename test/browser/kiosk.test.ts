// A centre's tablet, and the way out of a page about danger, as people have them in their hands.

import { mkdir } from 'node:fs/promises'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createI18n } from '../../src/i18n/index.ts'
import { PATIENCE } from '../../src/web/sitting.ts'
import { AA, axeFinds } from './axe.ts'
import { openChromium } from './chromium.ts'
import { marks, pictures } from './in-demo.ts'
import { serveWeb } from './own-web.ts'

const i18n = createI18n()
const SIZES = { phone: { width: 390, height: 844 }, tablet: { width: 1024, height: 768 } }

type Opened = Awaited<ReturnType<typeof openChromium>>
let scripted: Opened
let plain: Opened
let web: Awaited<ReturnType<typeof serveWeb>>
let hasty: Awaited<ReturnType<typeof serveWeb>>
beforeAll(async () => {
  // Without scripts no clock can be moved: there a kiosk is in a hurry.
  ;[web, hasty] = await Promise.all([serveWeb(), serveWeb({ quiet: 2, warned: 2 })])
  ;[scripted, plain] = await Promise.all([openChromium(), openChromium({ scripts: false })])
  for (const { context } of [scripted, plain]) context.setDefaultTimeout(10_000)
  if (pictures) await mkdir(pictures, { recursive: true })
})
afterAll(async () => {
  await Promise.all([scripted.close(), plain.close()])
  await Promise.all([web.stop(), hasty.stop()])
})

const wordsOf = (language: string) => (key: string) =>
  i18n.t(language, { key }, 0).replace(marks, '')

async function looked(page: Page, name: string): Promise<void> {
  for (const [kind, size] of Object.entries(SIZES)) {
    await page.setViewportSize(size)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide, `${name} scrolls sideways on a ${kind}`).toBeLessThanOrEqual(0)
    if (pictures) await page.screenshot({ path: `${pictures}/${name}-${kind}.png`, fullPage: true })
  }
}

/** axe needs scripts, which the page itself need not run. */
async function axed(page: Page, name: string): Promise<void> {
  expect(await axeFinds(page, { tags: AA }), name).toEqual([])
}

async function begins(context: BrowserContext, url: string, language: string): Promise<Page> {
  await context.clearCookies()
  const page = await context.newPage()
  await page.goto(url)
  await page.locator(`a[href*="lo~${language}~consent"]`).click()
  return page
}

const agrees = async (page: Page) => await page.locator('button[value*="ag~"]').click()

describe.each(['ar', 'ckb'])('a tablet of a centre in %s', (language) => {
  const word = wordsOf(language)

  it('without a script asks, gives more time, forgets, and shows nothing to who goes back', async () => {
    const page = await begins(plain.context, `${hasty.url}/?kiosk`, language)
    await agrees(page)
    const here = page.url()
    await page.waitForURL(/still-there/)
    await looked(page, `still-there-${language}`)
    await page.locator('.rows a').first().click()
    expect(page.url()).toBe(here)
    await page.waitForURL(/still-there/)
    await page.waitForURL(`${hasty.url}/`)
    const names = (await page.context().cookies()).map(({ name }) => name)
    expect(names).toEqual(['__Host-lotse-kiosk'])
    for (let back = 0; back < 4; back++) {
      await page.goBack().catch(() => null)
      expect([`${hasty.url}/`, 'about:blank']).toContain(page.url())
    }
    await page.close()
  })

  it('with a script counts from the last touch, and loses nothing that was typed', async () => {
    const page = await scripted.context.newPage()
    await page.clock.install()
    await page.context().clearCookies()
    await page.goto(`${web.url}/?kiosk`)
    await page.locator(`a[href*="lo~${language}~consent"]`).click()
    await agrees(page)
    const warning = page.locator('#still-there')
    await page.locator('summary').click()
    await page.locator('input[name=text]').fill('Half a sentence')
    await page.clock.runFor((PATIENCE.quiet - 2) * 1000)
    expect(await warning.isVisible()).toBe(false)
    // A touch, and it begins to count anew.
    await page.locator('h1').click()
    await page.clock.runFor((PATIENCE.quiet - 2) * 1000)
    expect(await warning.isVisible()).toBe(false)
    await page.clock.runFor(4000)
    await warning.waitFor()
    const more = page.getByRole('button', { name: word('kiosk.button.more') })
    expect(await more.evaluate((node) => node === document.activeElement)).toBe(true)
    await axed(page, 'warning')
    await looked(page, `warning-${language}`)
    // What lies under it cannot be reached.
    for (let nth = 0; nth < 4; nth++) {
      await page.keyboard.press('Tab')
      const isWithin = await page.evaluate(() => {
        const active = document.activeElement
        return active === document.body || active?.closest('#still-there') !== null
      })
      expect(isWithin).toBe(true)
    }
    await more.click()
    expect(await warning.isVisible()).toBe(false)
    expect(await page.locator('input[name=text]').inputValue()).toBe('Half a sentence')
    await page.clock.runFor((PATIENCE.quiet + PATIENCE.warned + 2) * 1000)
    await page.waitForURL(`${web.url}/`)
    await page.goBack().catch(() => null)
    expect(page.url()).toBe(`${web.url}/`)
    await page.close()
  })

  it('tells the code between people, and begins with the next one', async () => {
    const page = await begins(scripted.context, `${web.url}/?kiosk`, language)
    await agrees(page)
    for (const code of [
      'urgent~no',
      'topics~housing',
      'district~mitte',
      'an~spoken',
      '~tm~',
      '~bo~',
    ]) {
      await page.locator(`button[value*="${code}"]`).first().click()
    }
    await looked(page, `booked-on-kiosk-${language}`)
    await page.locator('footer').getByText(word('kiosk.button.finished')).click()
    await page.getByRole('heading', { level: 1, name: word('kiosk.before') }).waitFor()
    await axed(page, 'done')
    await looked(page, `done-${language}`)
    await page.locator('main').getByText(word('kiosk.button.finished')).click()
    await page.waitForURL(`${web.url}/`)
    await page.close()
  })
})

describe.each(['ar', 'ckb'])('the exit in %s', (language) => {
  const word = wordsOf(language)

  async function inDanger(context: BrowserContext): Promise<Page> {
    const page = await begins(context, web.url, language)
    await agrees(page)
    await page.locator('header button[value*="op~danger"]').click()
    await page.locator('.exit a').waitFor()
    return page
  }

  /** Nothing of the page can be had back by who looks over the shoulder. */
  async function isGone(page: Page): Promise<void> {
    for (let back = 0; back < 4; back++) {
      await page.goBack().catch(() => null)
      expect(await page.locator('.exit').count()).toBe(0)
      if (page.url() === 'about:blank') break
      expect(await page.locator('a[href^="tel:"]').count()).toBe(0)
    }
  }

  it('stays in sight, and says beside it what it cannot do', async () => {
    const page = await inDanger(scripted.context)
    await axed(page, 'danger')
    await looked(page, `exit-${language}`)
    for (const size of Object.values(SIZES)) {
      await page.setViewportSize(size)
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
      const box = await page.locator('.exit a').boundingBox()
      expect(box?.y).toBeGreaterThanOrEqual(0)
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(size.height)
    }
    if (pictures) await page.screenshot({ path: `${pictures}/exit-scrolled-${language}.png` })
    await page.getByText(word('exit.limits')).click()
    await axed(page, 'limits')
    await looked(page, `limits-${language}`)
    expect(await page.locator('[data-keys]').isVisible()).toBe(true)
    await page.close()
  })

  it('leads out without a script, with no referrer, and nothing is there for who goes back', async () => {
    const page = await inDanger(plain.context)
    await page.locator('.exit a').click()
    await page.waitForURL(web.outside)
    expect(web.referrers.at(-1)).toBeNull()
    await isGone(page)
    await page.close()
  })

  it('with a script takes its place in the history, too', async () => {
    const page = await inDanger(scripted.context)
    const before = await page.evaluate(() => history.length)
    await page.locator('.exit a').click()
    await page.waitForURL(web.outside)
    expect(web.referrers.at(-1)).toBeNull()
    expect(await page.evaluate(() => history.length)).toBe(before)
    await isGone(page)
    await page.close()
  })
})

describe('the keys of the exit', () => {
  it.each(['Escape', 'Shift'])(
    '%s three times leaves, twice or with a letter between does not',
    async (key) => {
      const page = await scripted.context.newPage()
      await page.goto(`${web.url}/sos?lang=ckb`)
      for (const pressed of [key, key, 'a', key, key]) await page.keyboard.press(pressed)
      expect(page.url()).toContain('/sos')
      await page.keyboard.press('Shift+A')
      for (let nth = 0; nth < 2; nth++) await page.keyboard.press(key)
      expect(page.url()).toContain('/sos')
      await page.keyboard.press(key)
      await page.waitForURL(web.outside)
      await page.close()
    },
  )
})
