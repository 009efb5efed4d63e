// The waiting list as somebody walks it on a telephone who reads Sorani: from right to left.

import { mkdir } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createI18n } from '../../src/i18n/index.ts'
import { type Demo, freePort, startDemo } from '../support/demo-process.ts'
import { openChromium } from './chromium.ts'
import { tap } from './tap.ts'

const i18n = createI18n()
const pictures = process.env['PICTURES']

let demo: Demo
let browser: Awaited<ReturnType<typeof openChromium>>
beforeAll(async () => {
  demo = await startDemo({ PORT: String(await freePort()) })
  browser = await openChromium()
  if (pictures) await mkdir(pictures, { recursive: true })
}, 60_000)
afterAll(async () => {
  await browser?.close()
  expect(await demo?.stop()).toBe(0)
})

it('says what is never there, shows what is free, and then lets wait for something earlier', async () => {
  const page = await browser.context.newPage()
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${demo.url}/simulator`)
  await page.getByRole('button', { name: 'Add a person' }).click()
  await page.locator('#start').click()
  const word = (key: string) => i18n.t('ckb', { key }, 0)
  let step = 0
  const taps = async (...labels: (string | RegExp)[]) => {
    for (const label of labels) await tap(page, label)
    if (!pictures) return
    await page.waitForTimeout(400)
    await page.screenshot({ path: `${pictures}/waiting-${step++}.png` })
  }
  const sees = async (key: string) =>
    await page.locator('#messages').getByText(word(key)).last().waitFor()

  await taps(word('lobby.language.own-name'), word('lobby.consent.button.agree'))
  await taps(word('questions.urgent.option.no'))
  await taps(new RegExp(word('questions.topics.option.housing')), /· Mitte$/, 'سۆرانی')
  // Waiting stands behind what else there is than the first times.
  await taps(word('booking.times.button.more'), word('waiting.button.wait'))
  await taps(word('waiting.button.any'))
  await taps(word('waiting.parts.option.evening'))
  await page.locator('#messages').getByText('15:40').last().waitFor()
  await taps(word('common.button.continue'))
  await sees('waiting.centres.title')
  await taps(word('common.button.continue'))
  await sees('waiting.fitting.none')
  await taps(word('common.button.back'))
  await sees('waiting.centres.title')
  await taps(word('common.button.back'))
  await sees('waiting.parts.title')
  await taps(`✅ ${word('waiting.parts.option.evening')}`, word('waiting.parts.option.afternoon'))
  await taps(word('common.button.continue'))
  await sees('waiting.centres.title')
  await taps(word('common.button.continue'))
  await sees('waiting.fitting.title')
  expect(await page.locator('#messages .message').last().locator('.key').count()).toBeLessThan(11)
  await taps(word('waiting.button.earlier'))
  await sees('waiting.title')
  await page.close()
})
