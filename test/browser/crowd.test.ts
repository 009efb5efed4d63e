// The page for too many in Chromium: it goes on by itself where there is a script, and says what to do
// where there is none.

import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Tap } from '../../src/domain/dialog/tap.ts'
import { encodeTap } from '../../src/domain/dialog/tap-code.ts'
import { ALLOWANCES } from '../../src/domain/people/crowd.ts'
import { createI18n } from '../../src/i18n/index.ts'
import { axeFinds } from './axe.ts'
import { inDemo, pictures } from './in-demo.ts'

const i18n = createI18n()
const opened = inDemo()
const word = (language: string, key: string) => i18n.t(language, { key }, 0)
const code = (tap: Tap) => encodeTap(tap, false)

/** Somebody else behind the same address has agreed as often as it goes. */
beforeAll(async () => {
  for (let nth = 0; nth <= ALLOWANCES.begin.client.atOnce; nth++) {
    const body = new URLSearchParams({ t: code({ do: 'agree', language: 'de' }) })
    await fetch(opened.demo.url, { method: 'POST', body, redirect: 'manual' })
  }
})

/** Agrees on the page of the consent, in a browser of its own. */
async function agrees(language: string, width: number, hasScript: boolean) {
  const browser = opened.browser.context.browser()
  if (!browser) throw new Error('no browser')
  const context = await browser.newContext({
    javaScriptEnabled: hasScript,
    viewport: { width, height: 844 },
  })
  const page = await context.newPage()
  const consent = code({ do: 'lobby', language, page: 'consent' })
  await page.goto(`${opened.demo.url}/?t=${encodeURIComponent(consent)}`)
  await page.getByRole('button', { name: word(language, 'lobby.consent.button.agree') }).click()
  return { page, context }
}

async function picture(page: Page, name: string) {
  if (pictures) await page.screenshot({ path: `${pictures}/crowd-${name}.png`, fullPage: true })
}

describe.each([390, 320])('%i wide', (width) => {
  it.each(['ckb', 'de'])(
    'goes on by itself, and nothing is pressed twice (%s)',
    async (language) => {
      const { page, context } = await agrees(language, width, true)
      await page.getByRole('heading', { name: word(language, 'questions.urgent.title') }).waitFor()
      expect(new URL(page.url()).pathname).toBe('/talk')
      await context.close()
    },
  )

  it.each(['ar', 'de'])(
    'without a script says when to come again and whom to call (%s)',
    async (language) => {
      const { page, context } = await agrees(language, width, false)
      await page.getByRole('heading', { name: word(language, 'crowd.title') }).waitFor()
      await picture(page, `${language}-${width}`)
      const main = await page.locator('main').innerText()
      expect(main).toContain(word(language, 'centres.person.phone'))
      expect(main).not.toContain(word(language, 'crowd.working'))
      expect(await page.locator('a[href^="tel:"]').count()).toBeGreaterThan(0)
      await page.getByRole('button', { name: word(language, 'crowd.button.again') }).click()
      await page.getByRole('heading', { name: word(language, 'crowd.title') }).waitFor()
      await context.close()
    },
  )
})

it('is found without fault by axe', async () => {
  const { page, context } = await agrees('fa', 390, true)
  await page.getByRole('heading', { name: word('fa', 'questions.urgent.title') }).waitFor()
  // Now without the script, so that the page stays.
  await page.route('**/proof.js', (route) => route.abort())
  await context.clearCookies()
  await page.goto(
    `${opened.demo.url}/?t=${encodeURIComponent(code({ do: 'lobby', language: 'fa', page: 'consent' }))}`,
  )
  await page.getByRole('button', { name: word('fa', 'lobby.consent.button.agree') }).click()
  await page.getByRole('heading', { name: word('fa', 'crowd.title') }).waitFor()
  expect(await axeFinds(page)).toEqual([])
  await context.close()
})
