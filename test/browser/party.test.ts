// A mother who books for herself and then for her child, as she reads it on a small telephone.

import { expect, it } from 'vitest'
import { say } from '../../src/domain/dialog/text.ts'
import { createI18n } from '../../src/i18n/index.ts'
import { enters, inDemo, marks, pictures } from './in-demo.ts'
import { type Label, tap, toBook } from './tap.ts'

const i18n = createI18n()

const opened = inDemo({ isReachable: true })

it.each(['fa', 'de'])(
  'in %s each has an appointment, and each screen says whose',
  async (language) => {
    const page = await enters(opened, { width: 360, height: 740 })
    await page.locator('#start').click()
    let step = 0
    const picture = async () => {
      if (!pictures) return
      await page.waitForTimeout(400)
      await page.screenshot({ path: `${pictures}/party-${language}-${step++}.png` })
    }
    const word = (key: string) => i18n.t(language, { key }, 0)
    const taps = async (...labels: Label[]) => {
      for (const label of labels) {
        await tap(page, label)
        await picture()
      }
    }
    /** The last message but for a file for the calendar: looked for again until it is there. */
    const last = async () => {
      await page.waitForTimeout(300)
      const texts = await page.locator('#messages .message').allInnerTexts()
      return (texts.findLast((text) => !text.includes('.ics')) ?? '').replace(marks, '')
    }
    const books = [
      word('questions.urgent.option.no'),
      new RegExp(word('questions.topics.option.residence')),
      /Mitte/,
      i18n.t(language, { key: 'language-name.kmr' }, 0),
      /\d\d:\d\d/,
    ]
    await taps(word('lobby.language.own-name'), word('lobby.consent.button.agree'), ...books)
    const more = word('booking.appointment.button.more')
    await taps(toBook(word), more, word('party.button.other'))
    await taps(word('party.relation.option.child'), word('party.vouch.button.yes'))
    await page.locator('#text').fill('Amina')
    await page.getByRole('button', { name: 'Send' }).click()
    await taps(...books, toBook(word))
    await expect.poll(last).toContain('Amina')
    await taps(more, word('party.button.change'))
    await expect.poll(last).toContain(word('party.list.title'))
    await taps(word('party.relation.option.self'))
    await expect.poll(last).toContain(word('booking.appointment.title'))
    expect(await last()).not.toContain('Amina')
    await page.locator('#text').fill('/delete')
    await page.getByRole('button', { name: 'Send' }).click()
    await taps('Amina', word('party.erase.button.yes'))
    const done = i18n.t(language, say('party.erase.done', { who: 'Amina' }), 0)
    await expect.poll(last).toContain(done.replace(marks, ''))
    await page.close()
  },
)
