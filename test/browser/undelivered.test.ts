// What did not arrive, in a real browser: by each way there is, for a lead of the whole house.

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { noteSetUpRefused } from '../../src/flows/set-up-refused.ts'
import type { House, Visitor } from '../support/staff-house.ts'
import { type Desk, openDesk } from './desk.ts'
import { looked } from './looked.ts'

let house: House
let desk: Desk
let page: Page
let chief: Visitor
let root: string

const REFUSED: [kind: string, status: string, reason: string, centre: string][] = [
  ['notice-group', 'failed', 'refused-400', 'hochfeld'],
  ['notice-group', 'failed', 'topic-gone', 'hamborn'],
  ['notice-mail', 'failed', 'refused-550', 'rheinhausen'],
  ['reminder', 'blocked', 'blocked', 'hochfeld'],
  ['reminder', 'blocked', 'blocked', 'hochfeld'],
  ['reminder', 'failed', 'refused-403', 'hamborn'],
  ['pool-mail', 'failed', 'refused-550', 'hochfeld'],
]

beforeAll(async () => {
  desk = await openDesk()
  ;({ house, page, root } = desk)
  chief = await house.signedIn({ email: 'it@rsc.example', role: 'administrator', centres: [] })
  for (const [n, [kind, status, reason, centre]] of REFUSED.entries()) {
    const at = new Date(house.clock.at - n * 3_600_000).toISOString()
    const payload = JSON.stringify({ centre })
    const when = { dueAt: at, createdAt: at, doneAt: at }
    await house.db.outbox.create({
      data: { key: `refused:${n}`, kind, status, reason, payload, ...when },
    })
  }
  const refused = { what: 'register webhook', code: 400, description: 'IP address is reserved' }
  await noteSetUpRefused(house.deps, refused)
  const cookies = [...chief.jar].map(([name, value]) => ({ name, value, url: `${root}/staff` }))
  await desk.browser.context.addCookies(cookies)
}, 120_000)
afterAll(() => desk?.close())

test('each way says why, how often and what to do, and leaves the list by a press', async () => {
  await page.goto(`${root}/staff/undelivered`)
  await looked(page, 'undelivered')
  const rows = page.getByRole('row').filter({ hasText: 'refused-400' })
  expect(await rows.count()).toBe(1)
  await rows.getByRole('button', { name: /^Erledigt/ }).click()
  await page.waitForURL('**/staff/undelivered*')
  expect(await rows.count()).toBe(0)
  await page.getByRole('heading', { name: 'Nicht zugestellt' }).waitFor()
}, 180_000)
