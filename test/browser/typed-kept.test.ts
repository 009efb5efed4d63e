// What is typed at the desk, in a real browser: kept through the end of a session, and at its field when refused.

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAccount, invite } from '../../src/flows/sign-in/accounts.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, keyIn, PASSWORD } from '../support/staff-house.ts'
import { type Desk, openDesk } from './desk.ts'
import { looked } from './looked.ts'

const SAID = 'Frau Beispiel ruft morgen an'
const EMAIL = 'anna@rsc.example'

let house: House
let desk: Desk
let page: Page
let root: string
let record: string
let secret: string

beforeAll(async () => {
  desk = await openDesk()
  ;({ house, page, root } = desk)
  const guest = await guestBooks(house, { language: 'ar' })
  record = `${root}/staff/intakes/${guest.id}`
  const account = { name: 'Anna Beispiel', email: EMAIL, role: 'lead', language: 'de' } as const
  const where = { centres: ['hochfeld', 'hamborn'], body: 'drk' }
  const id = (await addAccount(house.signIn, { ...account, ...where })) ?? ''
  await page.goto(`${root}${await invite(house.deps, id)}`)
  await page.fill('#password', PASSWORD)
  await page.fill('#repeat', PASSWORD)
  await page.click('button')
  await page.fill('#email', EMAIL)
  await page.fill('#password', PASSWORD)
  await page.click('main form button')
  await page.waitForURL('**/second-factor')
  secret = keyIn(await page.content())
  await page.fill('#code', await house.codeOf(secret))
  await page.click('main form button')
  await page.waitForSelector('.codes')
})
afterAll(() => desk?.close())

/** As after half an hour: the browser has dropped the cookie of the session. */
const sessionEnds = () => desk.browser.context.clearCookies({ name: /session/ })

test('a note that is saved after the session has ended is there again, and one press saves it', async () => {
  await page.goto(record)
  await page.getByRole('link', { name: 'Notiz', exact: true }).click()
  await page.fill('#note', SAID)
  await sessionEnds()
  await page.locator('form[action$="/notes"] button').click()
  // In the language of the browser: who is not in has said no other.
  await page.getByText('not lost').waitFor()
  expect(await page.content()).not.toContain(SAID)
  await looked(page, 'typed-sign-in')
  await page.fill('#email', EMAIL)
  await page.fill('#password', PASSWORD)
  await page.locator('form[action="/staff/sign-in"] button').click()
  await page.waitForSelector('#code')
  await looked(page, 'typed-code')
  await house.db.staffUsedCode.deleteMany()
  await page.fill('#code', await house.codeOf(secret))
  const forbidden: string[] = []
  page.on('console', (line) => {
    if (line.text().includes('Content Security Policy')) forbidden.push(line.text())
  })
  const typing = page.waitForResponse('**/staff/typing.js')
  await page.locator('form[action="/staff/sign-in/code"] button').first().click()
  await page.waitForSelector('#note')
  expect((await typing).status()).toBe(200)
  expect(await page.inputValue('#note')).toBe(SAID)
  expect(page.url()).not.toContain('Frau')
  // Asked for once more, it is there once more.
  await page.reload()
  expect(await page.inputValue('#note')).toBe(SAID)
  expect(forbidden).toEqual([])
  await looked(page, 'typed-again')
  await page.locator('form[action$="/notes"] button').click()
  await page.waitForURL(`${record}?done=note#done`)
  await page.getByText(SAID).waitFor()
  // Back over every page of the way in: each of them is there, and nothing asks to be sent again.
  for (let steps = 0; steps < 4; steps += 1) {
    const answer = await page.goBack()
    expect(answer?.status()).toBe(200)
    if (steps === 0) expect(page.url()).toBe(record)
  }
  await page.getByText(SAID).waitFor()
  expect(new URL(page.url()).pathname).toBe(new URL(record).pathname)
}, 120_000)

test('a refused form is filled in, with the fault at its field and the cursor in it', async () => {
  await page.goto(`${root}/staff/callers`)
  await looked(page, 'typed-caller')
  await page.selectOption('#at', { index: 1 })
  await page.selectOption('#urgent', 'no')
  await page.selectOption('#topic', { index: 2 })
  await page.selectOption('#language', 'fa')
  await page.selectOption('#spoken', { index: 3 })
  await page.fill('#alias', 'Frau Rose')
  await page.fill('#phone', 'abends zu Hause')
  const before = await page.inputValue('#at')
  await page
    .getByRole('button', { name: 'Termin geben' })
    .or(page.locator('form[action="/staff/callers"][method="post"] button'))
    .first()
    .click()
  await page.waitForSelector('#fault-phone')
  expect(await page.inputValue('#phone')).toBe('abends zu Hause')
  expect(await page.inputValue('#at')).toBe(before)
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('phone')
  await looked(page, 'typed-refused')
})

test('what is refused, and what is to be looked at first, is there again by loading it and by going back', async () => {
  await page.goto(record)
  await page.getByRole('link', { name: 'Nachricht', exact: true }).click()
  const texts = page.locator('#message')
  // Sent as somebody would who pressed a template under a text of their own.
  await texts.fill(SAID)
  await page.locator('button[name=template][value=papers]').click()
  await page.waitForSelector('#fault-text')
  const refused = page.url()
  expect((await page.reload())?.request().method()).toBe('GET')
  expect(await texts.inputValue()).toBe(SAID)
  await looked(page, 'typed-message-refused')
  await page.locator('button[name=template][value=free]').click()
  await page.getByRole('button', { name: 'Senden' }).waitFor()
  expect((await page.reload())?.request().method()).toBe('GET')
  await page.getByText(SAID).first().waitFor()
  await looked(page, 'typed-message-preview')
  // Somewhere else, and back over both.
  const preview = page.url()
  await page.goto(`${root}/staff/week`)
  await page.goBack()
  expect(page.url()).toBe(preview)
  await page.goBack()
  expect(page.url()).toBe(refused)
  expect(await texts.inputValue()).toBe(SAID)
  await page.goForward()
  await page.getByRole('button', { name: 'Senden' }).click()
  await page.waitForURL(`${record}?done=message#done`)
  await page.goBack()
  expect(page.url()).toBe(record)
}, 60_000)

test('typing tells that somebody is there, once in some minutes', async () => {
  await page.clock.install()
  await page.goto(record)
  const told: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/staff/here')) told.push(request.url())
  })
  await page.getByRole('link', { name: 'Notiz', exact: true }).click()
  await page.locator('#note').pressSequentially('abc')
  expect(told).toEqual([])
  await page.clock.fastForward('05:00')
  await page.locator('#note').pressSequentially('def')
  await expect.poll(() => told.length).toBe(1)
  await page.locator('#note').pressSequentially('ghi')
  expect(told).toHaveLength(1)
})
