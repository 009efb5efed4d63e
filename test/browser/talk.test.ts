// A whole talk in the browser, as a visitor of the demo takes it, in two right-to-left languages.

import { describe, expect, it } from 'vitest'
import { createI18n } from '../../src/i18n/index.ts'
import { enters, inDemo, pictures } from './in-demo.ts'
import { tap, toBook } from './tap.ts'

const i18n = createI18n()

const opened = inDemo()

const WIDTHS = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 860 } }
/** The topic with the icon of its entry before it. */
const housing = (language: string) =>
  i18n.t(language, { key: 'questions.topics.option.housing', icon: '🏠' }, 0)

/** The button that books, with a reminder where one can come. */
const booking = (language: string) => {
  const keys = ['book', 'book-plainly'].map((end) => `booking.check.button.${end}`)
  return new RegExp(`^(${keys.map((key) => i18n.t(language, { key }, 0)).join('|')})$`)
}

describe.each(['ar', 'ckb'])('a talk in %s', (language) => {
  it.each(Object.entries(WIDTHS))('leads to a booked time on a %s', async (name, size) => {
    const page = await enters(opened, size)
    const picture = async (step: string) => {
      if (!pictures) return
      await page.waitForTimeout(400)
      await page.screenshot({ path: `${pictures}/${language}-${name}-${step}.png` })
    }
    await page.locator('#start').click()
    await picture('0-languages')
    const word = (key: string) => i18n.t(language, { key }, 0)
    const steps: [string, string | RegExp][] = [
      ['1-consent', word('lobby.language.own-name')],
      ['2-urgent', word('lobby.consent.button.agree')],
      ['3-topics', word('questions.urgent.option.no')],
      ['4-district', housing(language)],
      ['5-spoken', /Hamborn/],
      ['6-times', i18n.t(language, { key: `language-name.${language}` }, 0)],
      ['7-check', /\d\d:\d\d/],
      // Of the two ways to book the one that is there: a near time is not reminded of.
      ['8-booked', booking(language)],
    ]
    for (const [step, label] of steps) {
      await tap(page, label)
      await picture(step)
    }
    const message = page.locator('#messages').getByText('Duisburger Straße 241, Duisburg').last()
    await message.waitFor()
    await page.close()
  })

  it('is followed by reminders as the days pass, and one of them is answered', async () => {
    const page = await enters(opened, WIDTHS.phone)
    await page.locator('#start').click()
    const word = (key: string) => i18n.t(language, { key }, 0)
    for (const label of [
      word('lobby.language.own-name'),
      word('lobby.consent.button.agree'),
      word('questions.urgent.option.no'),
      housing(language),
      /Rheinhausen/,
      i18n.t(language, { key: `language-name.${language}` }, 0),
      word('booking.times.button.days'),
    ]) {
      await tap(page, label)
    }
    // A day far enough off for all of them; day buttons are the ones with a date.
    const dates = page.locator('#messages button').filter({ hasText: /\d\d\.\d\d\./ })
    await dates.nth(3).waitFor()
    await dates.last().click()
    await tap(page, /\d\d:\d\d/)
    await tap(page, toBook(word))
    const reminded = { key: 'booking.appointment.reminded', values: { when: '' } }
    const [promise = ''] = i18n.t(language, reminded, 0).split(':')
    await page.locator('#messages').getByText(promise).waitFor()
    if (pictures) await page.screenshot({ path: `${pictures}/${language}-reminded.png` })
    // By what answers them: where much is said of who is there, the question itself makes room.
    const asks = { hasText: word('reminders.button.coming') }
    const reminders = page.locator('#messages .message', asks)
    const jump = page.getByRole('button', { name: 'Jump forward 1 day' })
    for (let day = 0; day < 40 && (await reminders.count()) < 2; day++) {
      // Answered when everything that fell due on the way is done.
      await Promise.all([page.waitForResponse(/\/clock$/), jump.click()])
      await page.waitForTimeout(300)
    }
    expect(await reminders.count()).toBeGreaterThanOrEqual(2)
    if (pictures) await page.screenshot({ path: `${pictures}/${language}-reminder.png` })
    await tap(page, word('reminders.button.coming'))
    await page.locator('#messages').getByText(word('reminders.notice.coming')).waitFor()
    if (pictures) await page.screenshot({ path: `${pictures}/${language}-coming.png` })
    await tap(page, word('booking.appointment.button.cancel'))
    await tap(page, word('booking.cancel.button.yes'))
    await page.locator('#messages').getByText(word('booking.appointment.calendar-off')).waitFor()
    if (pictures) await page.screenshot({ path: `${pictures}/${language}-cancelled.png` })
    await page.close()
  })
})
