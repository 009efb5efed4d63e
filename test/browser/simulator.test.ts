import { serve } from '@hono/node-server'
import { Bot, InlineKeyboard, InputFile, webhookCallback } from 'grammy'
import { Hono } from 'hono'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSimulator } from '../../src/simulator/simulator.ts'
import { axeFinds } from './axe.ts'
import { openChromium } from './chromium.ts'
import { addPerson } from './in-demo.ts'

const TOKEN = '4242:test'
const ARABIC = 'مرحبًا أمل!\nموعدك: الاثنين، \u2068Hufstraße 1\u2069\nStadt Duisburg: +49 203 283-0'
const SORANI =
  'سڵاو! کاتەکەت دووشەممەیە، \u206805.10.2026\u2069.\n<b>ناونیشان</b>:\n<blockquote>Hufstraße 1, 47137 Duisburg</blockquote>'

let ahead = 0
let browser: Awaited<ReturnType<typeof openChromium>>
let server: ReturnType<typeof serve>
let address: string
let failures: string[] = []

function echoBot(bot: Bot) {
  const menu = new InlineKeyboard()
    .text('العربية', 'ar')
    .text('کوردی', 'ckb')
    .row()
    .add({ text: 'تأكيد ✅', callback_data: 'yes', style: 'success' })
    .add({ text: 'إلغاء', callback_data: 'no', style: 'danger' })
    .row()
    .copyText('Hufstraße 1', 'Hufstraße 1, 47137 Duisburg')
    .url('duisburg.de', 'https://www.duisburg.de')
  bot.command('start', (context) => context.reply(ARABIC, { reply_markup: menu }))
  bot.callbackQuery('ckb', async (context) => {
    await context.editMessageText(SORANI, { parse_mode: 'HTML', reply_markup: menu })
    await context.answerCallbackQuery('کوردی ✓')
  })
  bot.callbackQuery('yes', async (context) => {
    await context.answerCallbackQuery()
    const calendar = new InputFile(new TextEncoder().encode('BEGIN:VCALENDAR'), 'termin.ics')
    await context.replyWithDocument(calendar, { caption: 'موعدك' })
    await context.replyWithVenue(51.49, 6.76, 'RSC Hamborn', 'Hufstraße 1, 47137 Duisburg')
  })
  bot.callbackQuery('no', (context) =>
    context.answerCallbackQuery({ text: 'تم الإلغاء', show_alert: true }),
  )
  bot.on('message:photo', (context) => context.deleteMessage())
  bot.on('message:text', (context) => context.reply(context.message.text))
  bot.on('edited_message:text', (context) => context.reply(`✎ ${context.editedMessage.text}`))
  bot.on(['message', 'my_chat_member'], () => {})
}

beforeAll(async () => {
  const simulator = createSimulator({
    token: TOKEN,
    clock: {
      now: () => Date.UTC(2026, 9, 5, 10) + ahead,
      advance: (ms) => {
        ahead += ms
      },
    },
    fetch,
    staffUrl: '/staff',
  })
  const app = new Hono()
  await new Promise<void>((resolve) => {
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      address = `http://127.0.0.1:${port}`
      resolve()
    })
  })
  // As in the demo, the bot reaches the simulator over HTTP, and the simulator the bot.
  const bot = new Bot(TOKEN, { client: { apiRoot: `${address}/simulator/telegram` } })
  echoBot(bot)
  app.route('/simulator', simulator.page)
  app.route('/simulator/telegram', simulator.api)
  const handle = webhookCallback(bot, 'std/http')
  app.post('/telegram', (c) => handle(c.req.raw))
  app.get('/staff', (c) => c.text('staff'))
  await bot.api.setWebhook(`${address}/telegram`)
  await bot.api.setMyDescription('Lotse hilft Ihnen, eine Beratung zu finden.')
  await bot.api.setMyCommands([
    { command: 'start', description: 'ابدأ من جديد' },
    { command: 'help', description: 'Help' },
  ])
  browser = await openChromium()
})

afterAll(async () => {
  await browser?.close()
  if ('closeAllConnections' in server) server.closeAllConnections()
  server.close()
})

async function open(width: number, scheme: 'light' | 'dark' = 'light') {
  failures = []
  const page = await browser.context.newPage()
  await page.setViewportSize({ width, height: 740 })
  await page.emulateMedia({ colorScheme: scheme })
  page.on('pageerror', (error) => failures.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') failures.push(message.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !request.url().startsWith('data:')) {
      failures.push(request.url())
    }
  })
  await page.goto(`${address}/simulator`)
  await page.locator('#people [aria-current]').waitFor()
  return page
}

/** A person of this test alone, who has pressed START. */
async function newTalk(page: Page) {
  await addPerson(page)
  await page.getByRole('button', { name: 'START' }).click()
  await page.getByText('مرحبًا').last().waitFor()
}

const key = (page: Page, label: string) => page.locator('#messages .key', { hasText: label }).last()

async function picture(page: Page, name: string) {
  const folder = process.env['SCREENSHOTS']
  if (!folder) return
  await page.waitForTimeout(300)
  await page.screenshot({ path: `${folder}/${name}.png` })
}

const axe = (page: Page) => axeFinds(page)

describe.each([360, 1280])('The page of the simulator, %i pixels wide', (width) => {
  it('shows a talk in Arabic and Sorani, and axe finds nothing, by day and night', async () => {
    for (const scheme of ['light', 'dark'] as const) {
      const page = await open(width, scheme)
      await page.getByRole('button', { name: 'Add a person' }).click()
      await page.getByText('Lotse hilft').waitFor()
      await picture(page, `${width}-${scheme}-welcome`)
      await newTalk(page)
      await picture(page, `${width}-${scheme}-arabic`)
      await key(page, 'کوردی').click()
      await page.locator('#toast.shown', { hasText: 'کوردی ✓' }).waitFor()
      await page.locator('#messages blockquote').waitFor()
      await picture(page, `${width}-${scheme}-sorani`)
      await key(page, 'تأكيد').click()
      await page.getByText('RSC Hamborn').waitFor()
      await page.getByLabel('Attach and more').click()
      await page.getByRole('button', { name: 'Voice' }).click()
      await page.locator('.out audio').waitFor()
      await page.getByLabel('Attach and more').click()
      await page.getByRole('button', { name: 'Sticker' }).click()
      await page.locator('.sticker').waitFor()
      await picture(page, `${width}-${scheme}-files`)
      expect(await axe(page)).toEqual([])
      await page.getByLabel('Commands').click()
      await picture(page, `${width}-${scheme}-commands`)
      expect(await axe(page)).toEqual([])
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow).toBe(0)
      expect(failures).toEqual([])
      await page.close()
    }
  })
})

describe('The page of the simulator', () => {
  it('lets the first strong letter decide each paragraph, and never mirrors a keyboard', async () => {
    const page = await open(360)
    await newTalk(page)
    const text = page.locator('#messages .in .text').first()
    const sides = await text.evaluate((node) => {
      const range = document.createRange()
      range.selectNodeContents(node)
      const box = node.getBoundingClientRect()
      const lines = Map.groupBy(range.getClientRects(), ({ top }) => Math.round(top / 8))
      return [...lines.values()].map((parts) => {
        const start = Math.min(...parts.map(({ left }) => left)) - box.left
        const end = box.right - Math.max(...parts.map(({ right }) => right))
        return start > end ? 'right' : 'left'
      })
    })
    expect(sides).toEqual(['right', 'right', 'left'])
    const left = async (label: string) => (await key(page, label).boundingBox())?.x ?? 0
    expect(await left('العربية')).toBeLessThan(await left('کوردی'))
    await page.close()
  })

  it('answers taps with alerts, copies, downloads, edits in place and deletes', async () => {
    const page = await open(1280)
    await browser.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await newTalk(page)
    await key(page, 'إلغاء').click()
    await page.getByRole('dialog').getByText('تم الإلغاء').waitFor()
    await page.getByRole('button', { name: 'OK' }).click()
    await key(page, 'Hufstraße 1').click()
    await page.locator('#toast.shown', { hasText: 'Hufstraße' }).waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      'Hufstraße 1, 47137 Duisburg',
    )
    await key(page, 'تأكيد').click()
    const download = page.waitForEvent('download')
    await page.getByText('termin.ics').last().click()
    expect((await download).suggestedFilename()).toBe('termin.ics')
    const messages = page.locator('#messages .message')
    const count = await messages.count()
    await page.getByLabel('Attach and more').click()
    await page.getByRole('button', { name: 'Photo' }).click()
    await page.getByLabel('Message', { exact: true }).fill('47119')
    await page.keyboard.press('Enter')
    await messages.nth(count + 1).waitFor()
    expect(await page.locator('#messages img').count()).toBe(0)
    await page.keyboard.press('ArrowUp')
    await page.getByLabel('Message', { exact: true }).fill('47137')
    await page.keyboard.press('Enter')
    await page.locator('.in .text', { hasText: '✎ 47137' }).waitFor()
    expect(await page.locator('.out .text').allTextContents()).toContain('47137')
    expect(failures).toEqual([])
    await page.close()
  })

  it('can be used by keyboard alone', async () => {
    const page = await open(1280)
    await newTalk(page)
    await key(page, 'کوردی').focus()
    await page.keyboard.press('Enter')
    await page.locator('#messages blockquote').waitFor()
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('key')
    await page.getByLabel('Commands').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect
      .poll(() => page.locator('.out .text').allTextContents())
      .toEqual(['/start', '/start'])
    await page.close()
  })

  it('keeps several people apart, shows who has news, blocks and unblocks', async () => {
    const page = await open(1280)
    await newTalk(page)
    const mine = page.locator('#people [aria-current]')
    const name = (await mine.locator('.name').textContent()) ?? ''
    await page.getByLabel('Attach and more').click()
    await page.getByRole('button', { name: 'Block' }).click()
    await page.getByRole('button', { name: 'UNBLOCK' }).click()
    await page.getByLabel('Message', { exact: true }).waitFor()
    await page.locator('#people button').first().click()
    expect(await mine.locator('.name').textContent()).not.toBe(name)
    await page.reload()
    await page.locator('#people button', { hasText: name }).click()
    await page.getByText('مرحبًا').last().waitFor()
    await page.close()
  })

  it('moves the clock and leads to the staff', async () => {
    const page = await open(360)
    const clock = page.getByLabel('Demo clock')
    const before = await clock.textContent()
    await page.getByRole('button', { name: 'Jump forward 1 day' }).click()
    await expect.poll(() => clock.textContent()).toBe('06.10.2026 12:00')
    expect(before).toBe('05.10.2026 12:00')
    await page.getByRole('button', { name: 'Jump forward 1 hour' }).click()
    await expect.poll(() => clock.textContent()).toBe('06.10.2026 13:00')
    await page.getByRole('link', { name: 'Staff' }).click()
    expect(await page.textContent('body')).toBe('staff')
    await page.close()
  })
})
