// A counsellor's day in a real browser: small and large, light and dark, keyboard and axe.

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAccount, invite } from '../../src/flows/sign-in/accounts.ts'
import { createSeal } from '../../src/store/engine/seal.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, keyIn, PASSWORD } from '../support/staff-house.ts'
import { type Desk, openDesk } from './desk.ts'
import { looked } from './looked.ts'

const folder = process.env['SCREENSHOTS']
let house: House
let desk: Desk
let page: Page
let root: string
let guest: Awaited<ReturnType<typeof guestBooks>>

beforeAll(async () => {
  desk = await openDesk()
  ;({ house, page, root } = desk)
  guest = await guestBooks(house, { language: 'ckb' })
  await guestBooks(house, { language: 'ar', urgent: 'yes' })
  const seal = await createSeal(house.dataKey)
  await house.db.intake.update({
    where: { id: guest.id },
    data: {
      callBack: 'phone',
      sealed: await seal.seal(
        JSON.stringify({
          alias: 'ڕۆژین',
          note: 'نامەیەکم لە Jobcenter هەیە',
          phone: '0203 123456',
        }),
      ),
    },
  })
  house.clock.at = Date.parse('2026-11-23T10:05:00+01:00')
  for (let week = 0; week < 12; week += 1) {
    const monday = new Date(Date.parse('2026-08-31') + week * 7 * 86_400_000)
    const row = { week: monday.toISOString().slice(0, 10), made: 20, leadHours: 1200 }
    for (const centreId of ['hochfeld', 'hamborn']) {
      const attended = 6 + ((week * 5) % 7)
      const data = { ...row, centreId, attended, missed: week % 6, walkIns: 5 + (week % 3) }
      await house.db.usageWeek.create({ data })
    }
  }
})
afterAll(() => desk?.close())

test('a counsellor is invited, sets up the second factor and signs in by keyboard alone', async () => {
  const id = await addAccount(house.signIn, {
    name: 'Anna Beispiel',
    email: 'anna@rsc.example',
    role: 'lead',
    centres: ['hochfeld', 'hamborn'],
    body: 'drk',
    language: 'de',
  })
  await page.goto(`${root}${await invite(house.deps, id ?? '')}`)
  await looked(page, 'invite')
  await page.fill('#password', PASSWORD)
  await page.fill('#repeat', PASSWORD)
  await page.click('button')
  await looked(page, 'sign-in')
  await page.focus('#email')
  await page.keyboard.type('anna@rsc.example')
  await page.keyboard.press('Tab')
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/second-factor')
  await looked(page, 'second-factor')
  await page.fill('#code', await house.codeOf(keyIn(await page.content())))
  await page.keyboard.press('Enter')
  await page.waitForSelector('.codes')
  await looked(page, 'recovery-codes')
  await page.click('a.button')
  await page.waitForSelector('h1')
})

test.each([
  ['day', '/staff'],
  ['intakes', '/staff/intakes'],
  ['calls', '/staff/calls'],
  ['utilisation', '/staff/utilisation'],
  ['account', '/staff/account'],
  ['missing', '/staff/nowhere'],
])('the page %s is sound', async (name, path) => {
  await page.goto(`${root}${path}`)
  await looked(page, name)
})

test('the record shows the note in its own direction, and prints without buttons', async () => {
  await page.goto(`${root}/staff/intakes/${guest.id}`)
  await looked(page, 'record')
  const direction = await page
    .locator('blockquote')
    .first()
    .evaluate((element) => getComputedStyle(element).direction)
  expect(direction).toBe('rtl')
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('nav').first().isVisible()).toBe(false)
  if (folder) await page.screenshot({ path: `${folder}/record-print.png`, fullPage: true })
  await page.emulateMedia({ media: 'screen' })
})

test('a case is taken over, written to in Sorani and referred, with a sheet to print', async () => {
  const record = `${root}/staff/intakes/${guest.id}`
  await page.goto(record)
  await page.getByRole('button', { name: /^Übernehmen/ }).click()
  await page.getByText('in Beratung bei Anna Beispiel').first().waitFor()
  await page.getByRole('link', { name: 'Nachricht', exact: true }).click()
  await page.locator('button[name=template][value=papers]').click()
  await looked(page, 'message-preview')
  const translated = page.locator('div[lang="ckb"]')
  expect(await translated.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl')
  const first = (await translated.locator('p').first().innerText()).trim()
  await page.getByRole('button', { name: 'Senden' }).click()
  await page.waitForURL(`${record}*`)
  await house.tick()
  expect(guest.user.messages().some(({ text }) => text?.includes(first))).toBe(true)

  await page.getByRole('link', { name: 'Verweisen' }).click()
  await page.selectOption('#target', 'caritas')
  await page.locator('input[name="agreed-contact"]').check()
  await page.locator('form[action$="/refer"] button').click()
  await page.waitForURL(`${record}*`)
  await looked(page, 'record-in-care')
  await page.locator('a[href*="/referrals/"]').first().click()
  await looked(page, 'slip')
  expect(await page.locator('section[lang="de"]').count()).toBe(1)
  expect(await page.locator('section[lang="ckb"][dir="rtl"]').count()).toBe(1)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('nav').first().isVisible()).toBe(false)
  if (folder) await page.screenshot({ path: `${folder}/slip-print.png`, fullPage: true })
  await page.emulateMedia({ media: 'screen' })
})

test('one tap marks who came', async () => {
  await page.goto(`${root}/staff`)
  await page
    .getByRole('button', { name: /^Erschienen/ })
    .first()
    .click()
  await page.waitForURL('**/staff?day=2026-11-23#r-*')
  expect(await page.getByText('erschienen', { exact: false }).count()).toBeGreaterThan(0)
})

test('every page has the script that notes typing, lists the one that keeps them fresh, and no request goes elsewhere', async () => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  for (const path of ['/staff', '/staff/intakes', `/staff/intakes/${guest.id}`]) {
    await page.goto(`${root}${path}`)
    const scripts = await page
      .locator('script')
      .evaluateAll((all) => all.map((one) => one.getAttribute('src')))
    const lists = path.endsWith(guest.id) ? [] : ['/staff/live.js']
    expect(scripts).toEqual(['/staff/typing.js', ...lists])
  }
  expect(asked.filter((url) => !url.startsWith(root))).toEqual([])
})
