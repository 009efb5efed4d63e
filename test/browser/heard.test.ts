// A talk by listening only, on both doors: each screen is heard to its end before it is answered.

import { mkdir } from 'node:fs/promises'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { giveVoice } from '../support/voices.ts'
import { openChromium } from './chromium.ts'
import { addPerson, pictures } from './in-demo.ts'

const PHONE = { width: 360, height: 740 }
const STEPS = ['urgent~no', 'topics~housing', 'district~mitte', 'an~spoken', '~tm~', '~bo~']

let lotse: TestLotse
let browser: Awaited<ReturnType<typeof openChromium>>
let server: ReturnType<typeof serve>
let url: string
beforeAll(async () => {
  lotse = await startLotse()
  for (const voice of ['de', 'ckb']) await giveVoice(lotse.db, lotse.deps, voice)
  const app = new Hono().route('/simulator', lotse.chats)
  app.all('*', (c) => lotse.app.fetch(c.req.raw, c.env))
  url = await new Promise<string>((resolve) => {
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve(`http://127.0.0.1:${port}`),
    )
  })
  browser = await openChromium()
  if (pictures) await mkdir(pictures, { recursive: true })
}, 60_000)
afterAll(async () => {
  await browser?.close()
  if (server && 'closeAllConnections' in server) server.closeAllConnections()
  server?.close()
  await lotse?.stop()
})

/** Plays a sound to its end, quickly; how long it is, in seconds. */
const heard = (player: Locator): Promise<number> =>
  player.evaluate(async (element) => {
    const audio = element as HTMLAudioElement
    audio.playbackRate = 16
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    audio.addEventListener('ended', () => resolve())
    audio.addEventListener('error', () => reject(audio.error ?? new Error('no sound')))
    await audio.play()
    await promise
    return audio.duration
  })

const word = (key: string, language = 'de') => lotse.deps.i18n.t(language, { key }, 0)
const picture = async (page: Page, name: string) => {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png` })
}

it('in the chat, by the button under each screen', async () => {
  const page = await browser.context.newPage()
  await page.setViewportSize(PHONE)
  await page.goto(`${url}/simulator`)
  await addPerson(page)
  await page.getByRole('button', { name: 'START' }).click()
  await page.locator('.key', { hasText: 'Deutsch' }).click()
  const sounds: number[] = []
  for (const step of ['ag~', ...STEPS]) {
    const key = page.locator(`.key[data-data*="${step}"]`).first()
    await key.waitFor()
    await page
      .locator('.key', { hasText: word('common.button.hear-sign') })
      .last()
      .click()
    const player = page.locator('audio.voice')
    await player.waitFor()
    if (step === 'topics~housing') await picture(page, 'heard-chat')
    sounds.push(await heard(player))
    await key.click()
    await player.waitFor({ state: 'detached' })
  }
  await page.locator('.message', { hasText: word('booking.appointment.title') }).waitFor()
  expect(Math.min(...sounds)).toBeGreaterThan(1)
  expect(await lotse.db.booking.findMany({})).toHaveLength(1)
  await page.close()
}, 120_000)

it.each(['de', 'ckb'])(
  'on the page, by its player, in %s',
  async (language) => {
    const page = await browser.context.newPage()
    await page.setViewportSize(PHONE)
    const loaded: string[] = []
    page.on('request', (request) => {
      if (request.url().includes('/sound')) loaded.push(request.url())
    })
    await page.goto(url)
    await page.locator(`a[href*="lo~${language}~consent"]`).first().click()
    await page.locator(`a[href*="~little"]`).click()
    for (const step of ['ag~', ...STEPS]) {
      const button = page.locator(`button[value*="${step}"]`).first()
      await button.waitFor()
      if (step === 'topics~housing') await picture(page, `heard-page-${language}`)
      const before = loaded.length
      expect(await page.locator('audio').evaluate((one: HTMLAudioElement) => one.readyState)).toBe(
        0,
      )
      expect(loaded.length).toBe(before)
      expect(await heard(page.locator('audio'))).toBeGreaterThan(1)
      expect(loaded.length).toBeGreaterThan(before)
      await button.click()
    }
    expect(await heard(page.locator('audio'))).toBeGreaterThan(1)
    const title = word('booking.appointment.title', language).replace(
      /\p{Extended_Pictographic}/gu,
      '',
    )
    expect(await page.locator('h1').innerText()).toContain(title.trim())
    await browser.context.clearCookies()
    await page.close()
  },
  120_000,
)
