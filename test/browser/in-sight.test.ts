// What matters is what one sees: the appointment after booking and after moving, on a small phone.

import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { createI18n } from '../../src/i18n/index.ts'
import { enters, inDemo, marks, pictures } from './in-demo.ts'
import { type Label, tap, toBook } from './tap.ts'

const i18n = createI18n()

const opened = inDemo()

/** Where the latest message with this text stands within what is seen of the chat. */
async function seen(page: Page, text: string) {
  const message = page.locator('#messages').getByText(text).last()
  await message.waitFor()
  // Scrolling to a new message takes a moment.
  await page.waitForTimeout(700)
  const [box, chat] = [await message.boundingBox(), await page.locator('#messages').boundingBox()]
  if (!box || !chat) throw new Error(`${text} is not shown`)
  return { isWhole: box.y >= chat.y && box.y <= chat.y + chat.height - 20, box, chat }
}

it.each(['ar', 'de', 'ckb'])(
  'the appointment is in sight at 390 in %s, and the earlier one says that it is not',
  async (language) => {
    const page = await enters(opened, { width: 390, height: 844 })
    await page.locator('#start').click()
    const word = (key: string) => i18n.t(language, { key }, 0)
    const topic = i18n.t(language, { key: 'questions.topics.option.housing', icon: '🏠' }, 0)
    const isGerman = language === 'de'
    const name = isGerman ? 'questions.spoken.option.de' : `language-name.${language}`
    const spoken = word(name)
    const picture = async (step: string) => {
      if (pictures) await page.screenshot({ path: `${pictures}/in-sight-${language}-${step}.png` })
    }
    const taps = async (...labels: Label[]) => {
      for (const label of labels) await tap(page, label)
    }
    await taps(word('lobby.language.own-name'), word('lobby.consent.button.agree'))
    await taps(word('questions.urgent.option.no'), topic, /(^|· )Hamborn$/, spoken)
    await picture('0-times')
    await taps(/\d\d:\d\d/, toBook(word))
    const title = word('booking.appointment.title')
    const booked = await seen(page, title)
    await picture('1-booked')
    expect(booked.isWhole, JSON.stringify(booked)).toBe(true)
    await taps(word('booking.appointment.button.move'), /\d\d:\d\d/)
    // Where no reminder would have come, it is asked for now that one would.
    await tap(page, [word('booking.check.button.move'), word('booking.check.button.book')])
    await page.locator('#messages').getByText(word('booking.outdated.gone')).waitFor()
    const moved = await seen(page, title)
    await picture('2-moved')
    expect(moved.isWhole, JSON.stringify(moved)).toBe(true)
    const text = (await page.locator('#messages').innerText()).replace(marks, '')
    expect(text.split(title.replace(marks, ''))).toHaveLength(2)
    await page.close()
  },
  60_000,
)
