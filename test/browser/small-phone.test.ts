// Every screen in every language on a small phone: the question in sight, every label whole.

import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Sheet, sheetsOf } from '../../scripts/gallery/sheets.ts'
import { factsAt, MONDAY } from '../../scripts/gallery/talk-facts.ts'
import { HEARD_KINDS, type HeardKinds } from '../../src/domain/danger/cry-list.ts'
import { codeOfHeard } from '../../src/domain/danger/heard-code.ts'
import { MOST_CHOICES } from '../../src/domain/dialog/show/choices.ts'
import { showDanger } from '../../src/domain/dialog/show/danger.ts'
import { showLobbyDanger } from '../../src/domain/dialog/show/lobby.ts'
import { createI18n } from '../../src/i18n/index.ts'
import { render } from '../../src/telegram/render.ts'
import { start } from '../simulator/start.ts'
import { openChromium } from './chromium.ts'
import { pictures } from './in-demo.ts'

const i18n = createI18n()
const PHONE = { width: 360, height: 740 }

let browser: Awaited<ReturnType<typeof openChromium>>
let server: ReturnType<typeof serve>
let page: Page
const simulator = start()
const chat = simulator.acquaintance().chat.id

beforeAll(async () => {
  const app = new Hono().route('/simulator', simulator.page)
  const address = await new Promise<string>((resolve) => {
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve(`http://127.0.0.1:${port}`),
    )
  })
  browser = await openChromium()
  page = await browser.context.newPage()
  await page.setViewportSize(PHONE)
  // What comes is drawn by the test alone: the page would draw all of it as well.
  await page.addInitScript(() => {
    class Stopped extends EventSource {
      constructor(url: string) {
        super(url)
        Object.assign(window, { stops: () => this.close() })
      }
    }
    Object.assign(window, { EventSource: Stopped })
  })
  await page.goto(`${address}/simulator`)
  await page.locator('#messages .message').first().waitFor()
  await page.evaluate('stops()')
  // As text: what the page itself imports it by must not be rewritten on the way.
  await page.evaluate(
    'import("/simulator/assets/bubble.js").then((own) => Object.assign(window, own))',
  )
})
afterAll(async () => {
  await browser?.close()
  if (server && 'closeAllConnections' in server) server.closeAllConnections()
  server?.close()
})

/** A sheet as Telegram keeps it: the text with its entities, and the keyboard. */
async function sent({ text, keyboard }: Pick<Sheet, 'text' | 'keyboard'>): Promise<object> {
  const reply_markup = { inline_keyboard: keyboard }
  const { result } = await simulator.call('sendMessage', {
    ...{ chat_id: chat, text, parse_mode: 'HTML' },
    ...(keyboard.length > 0 ? { reply_markup } : {}),
  })
  return result as object
}

/** Pixels of the first line and of the first button that are out of sight, what is cut off or hidden. */
type Seen = { over: number; first: number; cut: string[]; hidden: string[] }

/**
 * Draws a message alone in the chat, at its end, and measures what is in sight: all at once, for the page
 * draws the chat anew when something comes. `sought` are words of it that have to be in sight.
 */
async function seen(message: object, sought: readonly string[] = []): Promise<Seen> {
  return await page.evaluate(
    ([drawn, words]) => {
      const { bubble } = window as unknown as { bubble: (message: object, view: object) => Node }
      const log = document.querySelector('#messages') as HTMLElement
      log.replaceChildren(bubble(drawn, { base: '', isBot: true, onButton: () => {} }))
      log.scrollTop = log.scrollHeight
      const view = log.getBoundingClientRect()
      const top = log.querySelector('.text')?.getBoundingClientRect().top ?? 0
      const keys = [...log.querySelectorAll<HTMLElement>('.key')]
      const first = keys[0]?.getBoundingClientRect()
      // Telegram writes smaller than this page, on one line, and cuts off the rest: what needs two lines
      // of the whole width here, or three of a part of it, does not fit there.
      const cut = keys.filter((key) => {
        const label = key.querySelector('.label') as HTMLElement
        const line = Number.parseFloat(getComputedStyle(label).lineHeight)
        const most = key.parentElement?.childElementCount === 1 ? 1 : 2
        return key.scrollWidth > key.clientWidth || label.offsetHeight > (most + 0.5) * line
      })
      const texts: Text[] = []
      const walker = document.createTreeWalker(log, NodeFilter.SHOW_TEXT)
      while (walker.nextNode()) texts.push(walker.currentNode as Text)
      const hidden = words.flatMap((word) => {
        const text = texts.find(({ data }) => data.includes(word))
        if (!text) return [word]
        const range = document.createRange()
        range.setStart(text, text.data.indexOf(word))
        range.setEnd(text, text.data.indexOf(word) + word.length)
        const { top, bottom } = range.getBoundingClientRect()
        const over = Math.max(view.top - top, bottom - view.bottom)
        return over > 0 ? [`${word} by ${Math.ceil(over)} px`] : []
      })
      return {
        hidden,
        over: view.top - top,
        first: first ? Math.max(view.top - first.top, first.bottom - view.bottom) : 0,
        cut: cut.map(({ textContent }) => textContent ?? ''),
      }
    },
    [message, sought] as const,
  )
}

// A hair of the line above the letters.
const NEARLY = 2
const MENUS = new Set([
  'language-menu',
  'language-menu.danger',
  'language-menu.nothing',
  'language-menu.told',
  'language-menu.unread',
  'languages',
])
// To be looked at, with PICTURES.
const PICTURED = ['ar', 'ckb', 'de', 'uk']
const INFORMING =
  /^((lobby\.)?danger|(lobby\.)?centres?|consent|privacy|walk-in|person|my-data|staff-message)/

// From right to left "16.03. 10:00" is read as 10:00 16.03.
const SIDE_BY_SIDE = /\d\.?\u2069 ?\u2068\d/

/** Words of screens that stand on pages alone, which begin at their top. */
const ON_PAGES = ['return.pin', 'ways.look']

describe('on a small phone', () => {
  it.each(i18n.languages.map(({ key }) => key))('every screen can be read in %s', async (key) => {
    const faults: string[] = []
    let n = 0
    for (const sheet of sheetsOf(i18n, key)) {
      if (ON_PAGES.some((one) => sheet.keys.includes(one))) continue
      const { over, first, cut } = await seen(await sent(sheet))
      if (over > NEARLY) faults.push(`${sheet.id}: first line ${Math.round(over)} px out of sight`)
      if (first > NEARLY)
        faults.push(`${sheet.id}: first button ${Math.round(first)} px out of sight`)
      if (pictures && PICTURED.includes(key) && INFORMING.test(sheet.id)) {
        await page.screenshot({ path: `${pictures}/chat-${key}-${n++}-${sheet.id}.png` })
      }
      if (SIDE_BY_SIDE.test(JSON.stringify([sheet.text, sheet.keyboard]))) {
        faults.push(`${sheet.id}: two numbers beside each other, which turn round`)
      }
      for (const label of cut) faults.push(`${sheet.id}: cut ${label}`)
      const count = sheet.keyboard.slice(0, -1).flat().length
      if (count > MOST_CHOICES && !MENUS.has(sheet.id)) faults.push(`${sheet.id}: ${count} choices`)
    }
    expect(faults).toEqual([])
  })

  const several: HeardKinds[] = [
    ['violence', 'suicide'],
    ['violence', 'alone'],
    ['suicide', 'violence', 'young'],
  ]
  const said: HeardKinds[] = [...HEARD_KINDS.map((kind): HeardKinds => [kind]), ...several]
  const cries = i18n.languages.flatMap(({ key }) =>
    said.map((kinds) => [key, codeOfHeard(kinds), kinds] as const),
  )
  it.each(cries)('the numbers are in sight after a cry in %s: %s', async (language, _, kinds) => {
    const facts = { ...factsAt(MONDAY), publicUrl: 'https://lotse.example' }
    const isForDanger = (phone: string) =>
      facts.profile.numbers.some(({ number }) => number === phone)
    const faults: string[] = []
    for (const screen of [
      showDanger(facts, language, kinds),
      showLobbyDanger(language, facts, {}, kinds),
    ]) {
      // That of an office is called by day, and not in haste.
      const numbers = screen.lines.flatMap((line) =>
        'phone' in line && isForDanger(line.phone) ? [line.phone] : [],
      )
      const drawn = await sent(render(i18n, screen, language, MONDAY))
      const { hidden, first } = await seen(drawn, numbers)
      if (numbers.length === 0) faults.push(`${screen.id}: no number`)
      if (first > NEARLY) faults.push(`${screen.id}: no button in sight`)
      faults.push(...hidden.map((number) => `${screen.id}: ${number}`))
    }
    expect(faults).toEqual([])
  })
})
