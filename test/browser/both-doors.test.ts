// The demo shows both doors: the chat, and beside it the same talk as pages, by the same clock.

import { expect, it } from 'vitest'
import { createI18n } from '../../src/i18n/index.ts'
import { enters, inDemo, marks, pictures } from './in-demo.ts'

const i18n = createI18n()
const opened = inDemo()
const word = (key: string) => i18n.t('ckb', { key }, 0).replace(marks, '')

it('side by side where there is room, and the clock moves for both', async () => {
  const page = await enters(opened, { width: 1280, height: 860 })
  const web = page.frameLocator('#web')
  await web.locator('a[href*="lo~ckb~consent"]').click()
  await web.locator('button[value*="ag~"]').click()
  for (const code of ['urgent~no', 'topics~housing', 'district~mitte', 'an~spoken']) {
    await web.locator(`button[value*="${code}"]`).first().click()
  }
  await web.locator('button[value*="~tm~"]').first().waitFor()
  if (pictures) await page.screenshot({ path: `${pictures}/both-doors.png` })
  // What leads elsewhere leaves the frame; what is about danger has the exit there, too.
  await web.locator('header button[value*="op~danger"]').click()
  await web.locator('.exit a').waitFor()
  expect(await web.locator('h1').innerText()).toContain(word('danger.title'))
  // A talk that is not sent is kept for a few days: then the page begins anew, without being asked for.
  for (let day = 0; day < 8; day++) await page.locator('[data-hours="24"]').click()
  await web.locator('a[href*="lo~ckb~consent"]').waitFor({ timeout: 90_000 })
  await page.close()
}, 150_000)

it('by a link where there is none', async () => {
  const page = await enters(opened, { width: 390, height: 844 })
  expect(await page.locator('#web').isVisible()).toBe(false)
  await page.getByRole('link', { name: 'Web' }).click()
  expect(new URL(page.url()).pathname).toBe('/')
  await page.locator('a[href*="lo~ckb~consent"]').waitFor()
  await page.close()
})
