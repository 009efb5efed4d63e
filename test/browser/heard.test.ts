// A talk by listening only, on both doors: each screen is heard to its end before it is answered.

import { mkdir } from 'node:fs/promises'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { MONDAY } from '../../scripts/gallery/talk-facts.ts'
import type { Actor as Staff } from '../../src/flows/staff/actor.ts'
import { cancelTime } from '../../src/flows/staff/change-booking.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { giveVoice } from '../support/voices.ts'
import { openChromium } from './chromium.ts'
import { addPerson, pictures } from './in-demo.ts'

const PHONE = { width: 360, height: 740 }
const WAY = 90 * 60_000
const STEPS = ['urgent~no', 'topics~housing', 'district~mitte', 'an~spoken', '~tm~', '~bo~']

const anna = {
  ...{ id: 'anna', client: '-', role: 'lead', body: 'drk' },
  centres: ['hochfeld'],
} as never as Staff

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
})
beforeEach(() => {
  lotse.clock.at = MONDAY
})
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
/** Without the pictures, which a page draws itself. */
const plain = (key: string, language: string) =>
  word(key, language)
    .replace(/\p{Extended_Pictographic}/gu, '')
    .trim()
const picture = async (page: Page, name: string) => {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png` })
}

/** The time for the way to the last appointment comes, and what is due is sent. */
async function remindedOn(): Promise<void> {
  const { startsAt } = await lotse.db.booking.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
  lotse.clock.at = Date.parse(startsAt) - WAY
  await lotse.tick()
}

/** Staff call the last appointment off: a page is not reminded, but says so when its person comes. */
async function calledOff(): Promise<void> {
  const { id } = await lotse.db.intake.findFirstOrThrow({ orderBy: { submittedAt: 'desc' } })
  await lotse.db.intake.updateMany({ where: { id }, data: { bodyId: anna.body } })
  expect(await cancelTime(lotse.deps, anna, id)).toBe('done')
  lotse.clock.at += 60_000
  await lotse.tick()
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
    const key = page.locator(`.key[data-data*="${step}"]`)
    await key.first().waitFor()
    await page
      .locator('.key', { hasText: word('common.button.hear-sign') })
      .last()
      .click()
    const player = page.locator('audio.voice')
    await player.waitFor()
    if (step === 'topics~housing') await picture(page, 'heard-chat')
    sounds.push(await heard(player))
    await (step === '~tm~' ? key.last() : key.first()).click()
    await player.waitFor({ state: 'detached' })
  }
  await page.locator('.message', { hasText: word('booking.appointment.title') }).waitFor()
  expect(Math.min(...sounds)).toBeGreaterThan(1)
  expect(await lotse.db.booking.findMany({})).toHaveLength(1)
  await remindedOn()
  const bell = page.locator('.message', { hasText: '🔔' })
  await bell.waitFor()
  await bell.locator('.key', { hasText: word('common.button.hear-sign') }).click()
  const player = page.locator('audio.voice')
  await player.waitFor()
  await picture(page, 'heard-chat-reminder')
  expect(await heard(player)).toBeGreaterThan(1)
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
      const button = page.locator(`button[value*="${step}"]`)
      await button.first().waitFor()
      if (step === 'topics~housing') await picture(page, `heard-page-${language}`)
      if (step === 'district~mitte') {
        await picture(page, `heard-numbers-${language}`)
        const district = page.locator('button[value*="an~district"]')
        expect(await district.first().innerText()).toMatch(/^1\uFE0F\u20E3/)
      }
      const before = loaded.length
      expect(await page.locator('audio').evaluate((one: HTMLAudioElement) => one.readyState)).toBe(
        0,
      )
      expect(loaded.length).toBe(before)
      expect(await heard(page.locator('audio'))).toBeGreaterThan(1)
      expect(loaded.length).toBeGreaterThan(before)
      await (step === '~tm~' ? button.last() : button.first()).click()
    }
    expect(await heard(page.locator('audio'))).toBeGreaterThan(1)
    const title = plain('booking.appointment.title', language)
    expect(await page.locator('h1').innerText()).toContain(title)
    const card = await heard(page.locator('audio'))
    await calledOff()
    await page.goto(`${url}/talk`)
    const read = page.getByRole('button', { name: plain('ways.button.read', language) })
    await read.waitFor()
    await picture(page, `heard-page-message-${language}`)
    const message = await heard(page.locator('audio'))
    expect(message).toBeGreaterThan(1)
    expect(message).not.toBe(card)
    await read.click()
    await read.waitFor({ state: 'detached' })
    await browser.context.clearCookies()
    await page.close()
  },
  120_000,
)
