// A time at which somebody speaks my language, as people walk it on a telephone, in four languages.

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createI18n } from '../../src/i18n/index.ts'
import { speaking, TIGRINYA } from '../support/speaking.ts'
import { AA, axeFinds } from './axe.ts'
import { openChromium } from './chromium.ts'
import { marks, pictures } from './in-demo.ts'
import { serveWeb } from './own-web.ts'

const i18n = createI18n()
// One of each direction: the same page in other words.
const AXED = ['ar', 'de']
const PHONE = { width: 360, height: 740 }

// Nobody orders it: it is called when the talk begins.
const SOMALI_BY_CALL = {
  ...{ ...TIGRINYA, id: 'service', languages: ['so'], leadWorkingDays: 0, onCall: true as const },
  contact: { phone: '0203 556677' },
}

// On Wednesdays a woman at Hochfeld speaks Sorani; else a man counsels who speaks German alone.
const wednesdays = ['2026-03-18', '2026-03-25', '2026-04-01']
const city = speaking(
  [
    { languages: [], gender: 'man' },
    ...wednesdays.map((day) => ({
      ...{ from: day, until: day, seat: 2, languages: ['ckb'], gender: 'woman' as const },
    })),
  ],
  { pools: [TIGRINYA, SOMALI_BY_CALL] },
)

let web: Awaited<ReturnType<typeof serveWeb>>
let browser: Awaited<ReturnType<typeof openChromium>>
beforeAll(async () => {
  web = await serveWeb(undefined, city)
  browser = await openChromium()
})
afterAll(async () => {
  await browser?.close()
  await web?.stop()
})

// An icon stands in a box of its own.
const plain = (text: string) => text.replace(marks, '').replace(/\s+/g, ' ').trim()

let homes = 0

async function walks(language: string, spoken: string, story: string) {
  const given = browser.context.browser()
  if (!given) throw new Error('no browser')
  // Everybody from home: more than eight from one address would work out a proof first.
  homes += 1
  const extraHTTPHeaders = { 'x-forwarded-for': `203.0.113.${homes}` }
  const context = await given.newContext({ viewport: PHONE, extraHTTPHeaders })
  const page = await context.newPage()
  const words = (key: string, values: Record<string, object> = {}) =>
    plain(i18n.t(language, { key, values: values as never }, 0))
  let step = 0
  const isFine = async () => {
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide, 'scrolls sideways').toBeLessThanOrEqual(0)
    if (AXED.includes(language)) {
      expect(await axeFinds(page, { tags: AA })).toEqual([])
    }
    if (!pictures) return
    const path = `${pictures}/${story}-${language}-${step++}.png`
    await page.screenshot({ path, fullPage: true })
  }
  const presses = async (code: string) => {
    await page.locator(`button[value*="${code}"]`).first().click()
  }
  const sees = async (key: string, values?: Record<string, object>) => {
    expect(plain(await page.locator('main').innerText())).toContain(words(key, values))
    await isFine()
  }
  await page.goto(`${web.url}/?t=${encodeURIComponent(`1~lo~${language}~consent`)}`)
  await presses('1~ag')
  for (const code of ['urgent~no', 'topics~housing', 'district~mitte']) await presses(code)
  for (let more = 0; more < 5; more++) {
    await page.locator('button[value*="an~spoken~"]').first().waitFor()
    if ((await page.locator(`button[value*="an~spoken~${spoken}"]`).count()) > 0) break
    await presses('~ot~spoken')
  }
  await presses(`an~spoken~${spoken}`)
  return { page, presses, sees, isFine, close: () => context.close() }
}
type Walk = Awaited<ReturnType<typeof walks>>

const named = (language: string) => ({ language: { key: `language-name.${language}` } })
const firstTime = async (page: Page) =>
  (await page.locator('button[value*="~tm~"]').first().innerText()).trim()

describe.each(['ar', 'ckb', 'de', 'uk'])('in %s', (language) => {
  let walk: Walk

  it('Sorani on Wednesday: marked, first, narrowed, booked', async () => {
    walk = await walks(language, 'ckb', 'sorani')
    await walk.sees('language.list.spoken', named('ckb'))
    expect(await firstTime(walk.page)).toContain('🗣️')
    await walk.presses('~wy')
    await walk.sees('language.button.only', named('ckb'))
    await walk.presses('ol~language')
    await walk.sees('language.list.spoken', named('ckb'))
    await walk.presses('~tm~')
    await walk.sees('language.fit.spoken', named('ckb'))
    await walk.presses('~bo~')
    await walk.sees('language.fit.spoken', named('ckb'))
    await walk.close()
  })

  it('a woman who asks for a woman: told, shown when, moved there', async () => {
    walk = await walks(language, 'de', 'woman')
    for (const code of ['~tm~', '~bo~', '1~de', '1~dy']) await walk.presses(code)
    for (const skipped of ['alias', 'age', 'document', 'household', 'german']) {
      await walk.presses(`sk~${skipped}`)
    }
    await walk.presses('an~counsellor~woman')
    await walk.sees('language.not-met.woman')
    expect(await firstTime(walk.page)).toContain('👩')
    await walk.presses('~tm~')
    await walk.sees('language.met.woman')
    await walk.presses('~bo~')
    await walk.isFine()
    await walk.close()
  })

  it('nobody available: said, with whom to bring', async () => {
    walk = await walks(language, 'sq', 'nobody')
    await walk.sees('language.list.nobody', named('sq'))
    await walk.presses('~tm~')
    await walk.sees('language.fit.nobody', named('sq'))
    await walk.sees('language.fit.bring')
    await walk.presses('~bo~')
    await walk.sees('language.fit.bring')
    await walk.close()
  })

  it('Tigrinya, which a pool interprets by telephone: from which day, and what comes next', async () => {
    walk = await walks(language, 'ti', 'tigrinya')
    await walk.isFine()
    await walk.presses('~tm~')
    await walk.sees('language.fit.interpreter', named('ti'))
    await walk.close()
  })

  it('Somali, for which a service is called in the talk: said before and after, with whom to bring', async () => {
    walk = await walks(language, 'so', 'somali')
    await walk.sees('language.list.on-call', named('so'))
    await walk.presses('~tm~')
    await walk.sees('language.fit.on-call', named('so'))
    await walk.sees('interpreting.busy')
    await walk.presses('~bo~')
    await walk.sees('language.fit.on-call', named('so'))
    await walk.sees('language.fit.bring')
    await walk.close()
  })
})

describe.each(['ar', 'ckb'])('in %s, from right to left', (language) => {
  it('who waits for their language alone chooses that, and what pools hear stands in data protection', async () => {
    const walk = await walks(language, 'ckb', 'waits')
    for (const code of ['~wy', '1~wa', '~wo~days', '~wo~parts', '~wo~centres']) {
      await walk.presses(code)
    }
    await walk.sees('waiting.language.title')
    await walk.presses('wi~language~spoken')
    await walk.sees('waiting.language.title')
    await walk.presses('~wo~language')
    await walk.isFine()
    await walk.page.goto(`${web.url}/?t=${encodeURIComponent(`1~lo~${language}~more`)}`)
    await walk.sees('lobby.privacy.interpreter')
    await walk.close()
  })
})
