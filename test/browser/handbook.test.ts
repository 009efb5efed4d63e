// The pictures of docs/handbuch/, taken from a demo whose town has lived up to one fixed morning: `npm run handbook` writes
// them, a run of the tests only goes the ways. What the handbooks name in the navigation is there for whoever they are for.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config/settings.ts'
import { createConversation } from '../../src/flows/conversation/conversation.ts'
import { demoAccounts, demoPassword } from '../../src/flows/sign-in/demo-account.ts'
import { makeTown } from '../../src/runtime/node/demo.ts'
import { openDeps } from '../../src/runtime/node/deps.ts'
import { bold, PAGES } from '../support/desk-words.ts'
import { openChromium } from './chromium.ts'
import { HANDBOOKS, type Picture } from './handbook-pictures.ts'
import { type OnAPort, onAPort } from './on-a-port.ts'
import { webpOf } from './webp.ts'

// A Wednesday morning, at the beginning of the hour at the telephone.
const NOW = Date.parse('2026-11-25T08:00:00Z')
const folder = process.env['HANDBOOK']

let home: string
let deps: Awaited<ReturnType<typeof openDeps>>
let server: OnAPort
let browser: Awaited<ReturnType<typeof openChromium>>
let page: Page

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'lotse-handbook-'))
  const read = readConfig({ DATABASE_URL: `file:${join(home, 'lotse.db')}`, LOG_LEVEL: 'error' })
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  ;(await makeTown(read.config, NOW))()
  const clock = { now: () => NOW }
  deps = await openDeps(read.config, clock)
  const conversation = createConversation(deps)
  const app = createApp({ deps, conversation, answer: undefined, webhookSecret: 'x'.repeat(24) })
  server = await onAPort(app.fetch)
  browser = await openChromium()
  page = await browser.context.newPage()
  if (folder) mkdirSync(folder, { recursive: true })
}, 300_000)
afterAll(async () => {
  await browser?.close()
  server?.close()
  await deps?.store.close()
  rmSync(home, { recursive: true, force: true })
})

async function signsInAs(role: string) {
  await browser.context.clearCookies()
  const email = demoAccounts.find((one) => one.role === role)?.email ?? ''
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(`${server.url}/staff/sign-in`)
  await page.locator('#email').fill(email)
  await page.locator('#password').fill(demoPassword)
  await page.locator('#password').press('Enter')
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'))
}

// Fields of days and hours look as the language of the browser has it, and few machines have a German one.
const inGerman = () => {
  for (const field of document.querySelectorAll('input')) {
    if (field.type !== 'time' && field.type !== 'date') continue
    const { value, type } = field
    field.type = 'text'
    field.value = type === 'date' ? value.split('-').toReversed().join('.') : value
    field.placeholder = type === 'date' ? 'tt.mm.jjjj' : '--:--'
  }
}

async function taken({ name, width = 1280, height, from }: Picture) {
  await page.evaluate(inGerman)
  const at = from ? await page.locator(from).first().boundingBox() : null
  const y = at ? Math.max(0, Math.round(at.y + (await page.evaluate(() => scrollY))) - 16) : 0
  const whole = await page.evaluate(() => document.documentElement.scrollHeight)
  const webp = await webpOf(page, { x: 0, y, width, height: Math.min(height, whole - y) })
  if (folder) writeFileSync(join(folder, `${name}.webp`), webp)
}

/** Names of pages that the handbook names and that no navigation of these has. */
function missing(file: string, shown: ReadonlySet<string>): string[] {
  const named = new Set(bold(readFileSync(`docs/handbuch/${file}.md`, 'utf8')))
  return PAGES.filter((name) => named.has(name) && !shown.has(name))
}

test.each(HANDBOOKS)('$file: its pages are there for whoever it is for', async (book) => {
  const shown = new Set<string>()
  for (const role of book.roles.toReversed()) {
    await signsInAs(role)
    const links = await page.locator('header nav a').allTextContents()
    for (const link of links) shown.add(link.replace(/\s*\d*\s*$/, ''))
  }
  expect(missing(book.file, shown)).toEqual([])
  for (const picture of book.pictures) {
    const { width = 1280, path, goes } = picture
    await page.setViewportSize({ width, height: 900 })
    const answer = await page.goto(`${server.url}${path}`)
    expect([picture.name, answer?.status()]).toEqual([picture.name, 200])
    await goes?.(page)
    await taken(picture)
  }
})
