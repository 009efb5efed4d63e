// Typed words, a contact and a location in the browser, for who reads from right to left.

import type { Page } from 'playwright-core'
import { describe, it } from 'vitest'
import { createI18n } from '../../src/i18n/index.ts'
import { enters, inDemo, pictures } from './in-demo.ts'
import { tap } from './tap.ts'

const i18n = createI18n()

const opened = inDemo()

async function picture(page: Page, name: string) {
  if (!pictures) return
  await page.waitForTimeout(400)
  await page.screenshot({ path: `${pictures}/${name}.png` })
}

async function write(page: Page, text: string) {
  await page.locator('#text').fill(text)
  await page.locator('#text').press('Enter')
}

async function share(page: Page, what: string) {
  await page.locator('#attachments summary').click()
  await page.getByRole('button', { name: what }).click()
}

describe.each([
  ['ar', 'عربي', 'هوخفلت', 'هوخفلد · Hochfeld'],
  ['ckb', 'سۆرانی', 'هۆخفێلت', 'هۆخفێلد · Hochfeld'],
])('a talk typed in %s', (language, name, nearly, label) => {
  it('is understood, asked about where it is near, and takes a contact and a location', async () => {
    const word = (key: string) => i18n.t(language, { key }, 0)
    const see = (text: string) =>
      page
        .locator('#messages')
        .getByText(text.replace(/[.؟?].*/s, ''))
        .last()
        .waitFor()
    const page = await enters(opened, { width: 360, height: 740 })
    await page.locator('#start').click()
    await tap(page, word('lobby.language.own-name'))
    await picture(page, `typed-${language}-0-consent`)
    await write(page, name)
    await tap(page, word('lobby.consent.button.agree'))
    await see(word('questions.urgent.title'))
    await write(page, word('questions.urgent.option.no'))
    await see(word('questions.topics.title'))
    await write(page, word('questions.topics.option.work'))
    await see(word('questions.district.title'))
    await picture(page, `typed-${language}-1-district`)
    await write(page, nearly)
    await see(word('notice.did-you-mean'))
    await picture(page, `typed-${language}-2-near`)
    await tap(page, word('common.button.none-of-these'))
    await share(page, 'Location')
    await see(word('notice.your-district'))
    await picture(page, `typed-${language}-3-location`)
    await tap(page, word('common.button.none-of-these'))
    await write(page, nearly)
    await tap(page, label)
    await see(word('questions.spoken.title'))
    await tap(page, word('common.button.person'))
    await tap(page, word('centres.person.button.phone'))
    await see(word('centres.phone-number.title'))
    await share(page, 'My contact')
    await see(word('centres.sent.title'))
    await picture(page, `typed-${language}-4-contact`)
    await page.close()
  })
})
