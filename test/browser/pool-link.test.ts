// A pool that refuses behind the link of its mail, the person who reads when they may be understood after all and moves
// there, and a pool that promises: each on their own page, in a real browser.

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createI18n } from '../../src/i18n/index.ts'
import { SORANI, speaking, TIGRINYA } from '../support/speaking.ts'
import { openChromium } from './chromium.ts'
import { marks } from './in-demo.ts'
import { EVERYWHERE, looked } from './looked.ts'
import { serveWeb } from './own-web.ts'

const i18n = createI18n()
const MINUTE = 60_000

// From April on somebody at Hochfeld speaks Tigrinya on Wednesdays.
const city = speaking([{ languages: [] }, { ...SORANI, languages: ['ti'], from: '2026-04-01' }], {
  pools: [{ ...TIGRINYA, byMail: true, contact: { mail: 'pool@example.org' } }],
})

let web: Awaited<ReturnType<typeof serveWeb>>
let browser: Awaited<ReturnType<typeof openChromium>>
const links: string[] = []
beforeAll(async () => {
  web = await serveWeb(undefined, city)
  web.lotse.deps.config.publicUrl = web.url
  web.lotse.deps.mail = async ({ text }) => {
    links.push(...(/http\S+\/pool\/\S+/.exec(text) ?? []))
    return { of: 'sent', messageId: 0 }
  }
  browser = await openChromium()
})
afterAll(async () => {
  await browser?.close()
  await web?.stop()
})

const plain = (text: string) => text.replace(marks, '').replace(/\s+/g, ' ').trim()

async function contextOf(width: number) {
  const given = browser.context.browser()
  if (!given) throw new Error('no browser')
  return await given.newContext({ viewport: { width, height: 740 } })
}

/** Somebody who reads `language` and speaks Tigrinya books the first Wednesday in the week after. */
async function books(language: string) {
  const context = await contextOf(390)
  const page = await context.newPage()
  const presses = (code: string) => page.locator(`button[value*="${code}"]`).first().click()
  await page.goto(`${web.url}/?t=${encodeURIComponent(`1~lo~${language}~consent`)}`)
  for (const code of ['1~ag', 'urgent~no', 'topics~housing', 'district~mitte']) await presses(code)
  for (let more = 0; more < 5; more++) {
    await page.locator('button[value*="an~spoken~"]').first().waitFor()
    if ((await page.locator('button[value*="an~spoken~ti"]').count()) > 0) break
    await presses('~ot~spoken')
  }
  await presses('an~spoken~ti')
  await presses('~ds')
  await presses('~da~hochfeld~2026-03-25')
  await presses('~tm~')
  await presses('~bo~')
  const sees = async (key: string) => {
    await page.goto(`${web.url}/talk`)
    const text = plain(await page.locator('main').innerText())
    expect(text).toContain(plain(i18n.t(language, { key }, 0)))
  }
  return { page, presses, sees, close: () => context.close() }
}

/** The pool at the link of the last mail. */
async function pool(says: 'confirmed' | 'refused', name: string): Promise<Page> {
  await web.lotse.passes(10 * MINUTE)
  await web.lotse.passes(11 * MINUTE)
  const context = await contextOf(1280)
  const page = await context.newPage()
  await page.goto(links.at(-1) ?? '')
  expect(await page.locator('main').innerText()).toContain('Tigrinya')
  await looked(page, `pool-asked-${name}`, EVERYWHERE)
  await page.locator(`button[value="${says}"]`).click()
  await page
    .getByRole('status')
    .getByText(/Sie haben/)
    .waitFor()
  await looked(page, `pool-${says}-${name}`, EVERYWHERE)
  await context.close()
  await web.lotse.passes(11 * MINUTE)
  return page
}

describe.each(['ar', 'ckb', 'de'])('somebody who reads %s and speaks Tigrinya', (language) => {
  it('hears of nobody with times that fit, moves to an order anew, and hears that somebody comes', async () => {
    const person = await books(language)
    await pool('refused', language)
    await person.sees('interpreting.nobody')
    const times = person.page.locator('button[value*="~tm~hochfeld"]')
    await expect.poll(() => times.count()).toBe(2)
    expect(await times.last().innerText()).toContain('🗣️')
    expect(await times.first().innerText()).not.toContain('🗣️')
    await looked(person.page, `nobody-${language}`, EVERYWHERE)
    await times.first().click()
    await looked(person.page, `nobody-check-${language}`)
    await person.presses('~bo~')
    await pool('confirmed', language)
    await person.sees('interpreting.found')
    await looked(person.page, `found-${language}`)
    await person.close()
    await web.lotse.db.booking.updateMany({ data: { state: 'cancelled', seat: null } })
  })
})
