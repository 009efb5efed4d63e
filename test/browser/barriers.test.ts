// A barrier is told of at the desk and settled, in a real browser: by whom, and what it looks like.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, test } from 'vitest'
import { type House, openHouse, type Visitor } from '../support/staff-house.ts'
import { openChromium } from './chromium.ts'
import { EVERYWHERE, looked } from './looked.ts'
import { becomes, type OnAPort, onAPort } from './on-a-port.ts'

const TEXT = 'Die Tabelle der Woche liest sich nicht vor.\nMit NVDA und Firefox.'

let house: House
let server: OnAPort
let browser: Awaited<ReturnType<typeof openChromium>>
let page: Page
let root: string
let anna: Visitor
let admin: Visitor

beforeAll(async () => {
  house = await openHouse()
  anna = await house.signedIn({ email: 'anna@rsc.example' })
  admin = await house.signedIn({ email: 'admin@rsc.example', role: 'administrator', centres: [] })
  const { barriers } = house.deps.store
  const told = (id: string, language: string, barrier: { text: string; reach?: string }) =>
    barriers.add(
      { id, input: `form:${id}`, personId: null, channel: 'web', language, barrier },
      'barrier-mail',
      house.clock.at - 86_400_000,
    )
  await told('one', 'ckb', { text: 'دوگمەکان زۆر بچووکن.', reach: 'a@b.example' })
  await told('two', 'ar', { text: `الخط صغير جدًا. ${'x'.repeat(300)}` })
  await barriers.settle('two', house.clock.at)
  server = await onAPort(house.app.fetch)
  root = server.url
  browser = await openChromium()
  page = await browser.context.newPage()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  server?.close()
  await house?.stop()
})

test('a counsellor tells of one from below any page', async () => {
  await becomes(browser.context, root, anna.jar)
  await page.goto(`${root}/staff`)
  await page.getByRole('contentinfo').getByRole('link', { name: 'Barriere melden' }).click()
  await looked(page, 'barrier-form', EVERYWHERE)
  await page.getByLabel('Was geht nicht?').fill(' ')
  await page.getByRole('button', { name: 'Barriere melden' }).click()
  await page.getByText('Bitte ausfüllen.').waitFor()
  await looked(page, 'barrier-refused')
  await page.getByLabel('Was geht nicht?').fill(TEXT)
  await page.getByLabel('Mail-Adresse').fill('0203 555')
  await page.getByRole('button', { name: 'Barriere melden' }).click()
  await page.getByText('Danke. Ihre Meldung ist da.').waitFor()
  await looked(page, 'barrier-told')
})

test('an administrator comes to it from what is open, and settles it', async () => {
  await becomes(browser.context, root, admin.jar)
  await page.goto(`${root}/staff/open`)
  await page.getByText('2 gemeldete Barrieren sind offen.').waitFor()
  await page.getByRole('link', { name: /Dort ändern.*Barrieren/ }).click()
  await looked(page, 'barriers', EVERYWHERE)
  const own = page.locator('section', { hasText: 'Mit NVDA' })
  await own.getByRole('button', { name: 'Erledigt' }).click()
  await page.locator('section', { hasText: 'Mit NVDA' }).getByText('erledigt am').waitFor()
  await looked(page, 'barriers-settled')
})
