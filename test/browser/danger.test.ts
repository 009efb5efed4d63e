// Three people in need, as each walks the talk on a telephone, and what staff read of them.

import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { createI18n } from '../../src/i18n/index.ts'
import { enters, inDemo, marks, pictures } from './in-demo.ts'
import { type Label, tap, toBook } from './tap.ts'

const i18n = createI18n()

const opened = inDemo({ isReachable: true })

const PHONE = { width: 390, height: 844 }

/** Somebody new in the chat, at the consent in their language. */
async function newcomer(story: string, language: string) {
  const page = await enters(opened, PHONE)
  await page.locator('#start').click()
  let step = 0
  const picture = async () => {
    if (!pictures) return
    await page.waitForTimeout(400)
    await page.screenshot({ path: `${pictures}/${story}-${step++}.png` })
  }
  const word = (key: string) => i18n.t(language, { key }, 0)
  const taps = async (...labels: Label[]) => {
    for (const label of labels) {
      await tap(page, label)
      await picture()
    }
  }
  const writes = async (text: string) => {
    await page.locator('#text').fill(text)
    await page.getByRole('button', { name: 'Send' }).click()
  }
  const sees = async (text: string) => {
    await page.locator('#messages').getByText(text).last().waitFor()
    await picture()
  }
  await picture()
  await taps(word('lobby.language.own-name'))
  return { page, word, taps, writes, sees }
}

/** Waits until the last of these texts is in sight on the page, below the bars of the simulator. */
async function inSight(page: Page, text: string): Promise<void> {
  const messages = page.locator('#messages')
  const place = () =>
    messages.evaluate((node, wanted) => {
      const found = document.createTreeWalker(node, NodeFilter.SHOW_TEXT)
      const range = document.createRange()
      let top = Number.NEGATIVE_INFINITY
      for (let one = found.nextNode(); one; one = found.nextNode()) {
        if (!one.textContent?.includes(wanted)) continue
        const at = one.textContent.lastIndexOf(wanted)
        range.setStart(one, at)
        range.setEnd(one, at + wanted.length)
        top = range.getBoundingClientRect().top
      }
      return top - node.getBoundingClientRect().top
    }, text)
  await expect.poll(place, { timeout: 5000 }).toBeGreaterThanOrEqual(0)
}

/** The last message of the chat as lines, without the marks that steer directions. */
async function lastLines(page: Page): Promise<string[]> {
  const text = await page.locator('#messages .message').last().innerText()
  return text.split('\n').map((line) => line.replace(marks, '').trim())
}

/** What staff read of the newest request on top of the day, and in its record. */
async function staffRead(story: string): Promise<{ day: string; record: string }> {
  const page = await opened.browser.context.newPage()
  await page.setViewportSize(PHONE)
  await page.goto(`${opened.demo.url}/staff`)
  const password = page.locator('input[type=password]')
  if ((await password.count()) > 0) await page.locator('form button').first().click()
  await page.goto(`${opened.demo.url}/staff`)
  const day = await page.locator('main').innerText()
  if (pictures) await page.screenshot({ path: `${pictures}/${story}-staff-day.png` })
  await page.locator('[aria-labelledby=unopened] a').first().click()
  const record = await page.locator('main').innerText()
  if (pictures) {
    await page.screenshot({ path: `${pictures}/${story}-staff-record.png`, fullPage: true })
  }
  await page.close()
  return { day, record }
}

describe('a woman in danger at home, in Farsi', () => {
  it('types it and has numbers, a time and a record that says why', async () => {
    const { page, word, taps, writes, sees } = await newcomer('woman', 'fa')
    await writes('شوهرم منو میزنه')
    await sees(word('danger.title'))
    const lines = await lastLines(page)
    for (const number of ['110', '116 016']) expect(lines).toContain(number)
    expect(lines).not.toContain('112')
    // No number is copied: each is one that calls.
    expect(await page.locator('#messages code').count()).toBe(0)
    // Agreeing leads on to the soonest times.
    const asked = page.locator('#messages').getByText(word('lobby.consent.ask'))
    const before = await asked.count()
    await taps(word('danger.button.time'))
    // The older question is still in the chat; its button knows nothing of the danger.
    await expect.poll(() => asked.count()).toBe(before + 1)
    await taps(word('lobby.consent.button.agree'))
    await sees(word('booking.times.title-soonest'))
    await writes('شوهرم منو میزنه')
    await sees(word('danger.button.hide'))
    // A small screen shows the end of a message: the numbers must be there.
    for (const number of ['110', '116 016']) await inSight(page, number)
    await taps(word('danger.button.time'), /\d\d:\d\d/, toBook(word, 'book-quietly'))
    await sees(word('common.button.skip'))
    await page.close()
    const { day, record } = await staffRead('woman')
    expect(day).toContain('Gewalt oder Drohung')
    expect(record).toContain('Akute Gefahr')
    expect(record).toContain('mit eigenen Worten: Gewalt oder Drohung')
  })

  it('opens a page on which a tap calls', async () => {
    const { page, word, writes, sees } = await newcomer('woman-sos', 'fa')
    await writes('کمک')
    await sees(word('danger.title'))
    const opened = page.waitForEvent('popup')
    await tap(page, word('danger.button.call'))
    const sos = await opened
    await sos.setViewportSize(PHONE)
    await sos.locator('a[href="tel:110"]').waitFor()
    expect(await sos.locator('html').getAttribute('dir')).toBe('rtl')
    if (pictures) await sos.screenshot({ path: `${pictures}/sos-fa.png`, fullPage: true })
    await page.close()
    await sos.close()
  })
})

describe('a boy of 17 who is alone, in Dari', () => {
  it('reads of his right to a safe place, and staff of a child', async () => {
    const { page, word, taps, sees } = await newcomer('boy', 'prs')
    await taps(
      word('lobby.consent.button.agree'),
      new RegExp(word('questions.urgent.option.yes')),
      new RegExp(word('questions.reason.option.minor')),
    )
    await sees(word('danger.minor.title'))
    expect(await lastLines(page)).toContain('110')
    await taps(
      word('danger.button.call-back'),
      word('danger.safe.button.chat'),
      word('questions.safe.option.afternoon'),
    )
    await sees(word('centres.sent.title'))
    await page.close()
    const { day, record } = await staffRead('boy')
    expect(day).toContain('unter 18 und allein hier')
    expect(record).toContain('SGB VIII')
  })
})

describe('a letter with a deadline, in Sorani', () => {
  it('leads to a time, and what was left out is asked afterwards', async () => {
    const { page, word, taps, sees } = await newcomer('letter', 'ckb')
    await taps(
      word('lobby.consent.button.agree'),
      new RegExp(word('questions.urgent.option.yes')),
      new RegExp(word('questions.reason.option.letter')),
      /\d\d:\d\d/,
      // With a reminder where one can come.
      new RegExp(
        `^(${word('booking.check.button.book')}|${word('booking.check.button.book-plainly')})$`,
      ),
      new RegExp(word('questions.topics.option.residence')),
      /Mitte/,
      i18n.t('ckb', { key: 'language-name.kmr-bahdini' }, 0),
    )
    await sees(word('booking.appointment.title'))
    await page.close()
    const { day, record } = await staffRead('letter')
    expect(day).toContain('Schreiben mit Frist oder Termin')
    for (const fact of ['Aufenthalt, Asyl', 'Mitte', 'Kurmandschi']) expect(record).toContain(fact)
  })
})
