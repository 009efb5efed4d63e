import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createI18n } from '../../src/i18n/index.ts'
import { createFormsOnly } from '../support/forms-only.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { booksOnPage } from '../support/on-pages.ts'

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
})
afterEach(() => lotse.stop())

/** What a chat is called where a page is read; nothing else begins so there. */
const CHAT: Record<string, RegExp> = {
  de: /\bChat/,
  en: /\bchat/i,
  ar: /المحادثة/,
  fa: /چت/,
  prs: /چت/,
  ckb: /چات/,
  kmr: /sohbet/i,
  tr: /sohbet/i,
  uk: /(?<!\p{L})чат/iu,
  bg: /(?<!\p{L})чата?(?!\p{L})/iu,
  ro: /\bchat/i,
}

const i18n = createI18n()

describe.each(i18n.languages)('pages in $key', ({ key }) => {
  it('say nothing of a chat, of Telegram or of commands', async () => {
    const browser = createFormsOnly(lotse.app)
    const read: string[] = []
    const press = async (...codes: RegExp[]) => {
      for (const code of codes) {
        await browser.press(code)
        expect(browser.status).toBe(200)
        read.push(browser.text)
      }
    }
    await browser.visit('/')
    await press(new RegExp(`lo~${key}~consent`), /lo~\w+~more/, /lo~\w+~danger/)
    await booksOnPage(browser, key)
    read.push(browser.text)
    await press(/op~danger/, /~bk$/, /op~appointment-more/, /op~my-data/, /op~delete/, /~bk$/)
    await press(/op~person/, /cb~phone/)
    const form = browser.document.querySelector('[name=form]')?.getAttribute('value') ?? ''
    for (const page of ['help', 'privacy', 'walk-in', 'danger', 'minor', 'way']) {
      await browser.post('/talk', { form, t: `1~op~${page}` })
      read.push(browser.text)
    }
    // The word is the one that is used of the chat.
    expect(i18n.t(key, { key: 'lobby.consent.stored' }, 0)).toMatch(CHAT[key] ?? /^$/)
    const wrong = read.filter(
      (text) => /Telegram|تلگرام|\/delete|\/mydata|\{\{/.test(text) || CHAT[key]?.test(text),
    )
    expect(wrong).toEqual([])
  })
})
