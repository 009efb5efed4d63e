// The waiting list as somebody walks it on a telephone who reads Sorani: from right to left.

import { expect, it } from 'vitest'
import { createI18n } from '../../src/i18n/index.ts'
import { enters, inDemo, pictures } from './in-demo.ts'
import { tap } from './tap.ts'

const i18n = createI18n()

const opened = inDemo()

it('says what is never there, shows what is free, and then lets wait for something earlier', async () => {
  const page = await enters(opened, { width: 390, height: 844 })
  await page.locator('#start').click()
  const word = (key: string) => i18n.t('ckb', { key }, 0)
  let step = 0
  const taps = async (...labels: (string | RegExp)[]) => {
    for (const label of labels) await tap(page, label)
    if (!pictures) return
    await page.waitForTimeout(400)
    await page.screenshot({ path: `${pictures}/waiting-${step++}.png` })
  }
  const sees = async (key: string) =>
    await page.locator('#messages').getByText(word(key)).last().waitFor()

  await taps(word('lobby.language.own-name'), word('lobby.consent.button.agree'))
  await taps(word('questions.urgent.option.no'))
  await taps(new RegExp(word('questions.topics.option.housing')), /· Mitte$/, 'سۆرانی')
  // Waiting stands behind what else there is than the first times.
  await taps(word('booking.times.button.more'), word('waiting.button.wait'))
  await taps(word('waiting.button.any'))
  await taps(word('waiting.parts.option.evening'))
  await page.locator('#messages').getByText('15:40').last().waitFor()
  await taps(word('common.button.continue'))
  await sees('waiting.centres.title')
  await taps(word('common.button.continue'))
  // Sorani is spoken at some of the hours: who waits may ask for those alone.
  await sees('waiting.language.title')
  await taps(word('waiting.button.any'))
  await sees('waiting.fitting.none')
  await taps(word('common.button.back'))
  await sees('waiting.language.title')
  await taps(word('common.button.back'))
  await sees('waiting.centres.title')
  await taps(word('common.button.back'))
  await sees('waiting.parts.title')
  await taps(`✅ ${word('waiting.parts.option.evening')}`, word('waiting.parts.option.afternoon'))
  await taps(word('common.button.continue'))
  await sees('waiting.centres.title')
  await taps(word('common.button.continue'))
  await taps(word('waiting.language.option.understood'), word('common.button.continue'))
  await sees('waiting.fitting.title')
  expect(await page.locator('#messages .message').last().locator('.key').count()).toBeLessThan(11)
  await taps(word('waiting.button.earlier'))
  await sees('waiting.title')
  await page.close()
})
