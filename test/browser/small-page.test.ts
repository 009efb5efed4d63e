// What has many lines, in every language, as a page on a small phone: what can be pressed or called first is seen
// at once.

import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { everyScreen } from '../../scripts/gallery/every-talk.ts'
import { createConversation } from '../../src/flows/conversation/conversation.ts'
import { createI18n } from '../../src/i18n/index.ts'
import { answer } from '../../src/web/frame.ts'
import { screenPage } from '../../src/web/screen-page.ts'
import { createWeb } from '../../src/web/web.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { openChromium } from './chromium.ts'
import { pictures } from './in-demo.ts'

const i18n = createI18n()
const PHONE = { width: 360, height: 740 }
// Fewer lines are not read from top to bottom.
const MANY = 5
// Half of a button shows what it says.
const HALF = 24
const PICTURED = ['ar', 'ckb', 'de', 'uk']

const screens = new Map<string, ReturnType<typeof everyScreen>>()
function screensIn(language: string) {
  const found = screens.get(language) ?? everyScreen(language)
  screens.set(language, found)
  return found
}

let lotse: TestLotse
let browser: Awaited<ReturnType<typeof openChromium>>
let server: ReturnType<typeof serve>
let page: Page
let app: Hono
let address: string

beforeAll(async () => {
  lotse = await startLotse()
  const { deps } = lotse
  const web = createWeb({ deps, conversation: createConversation(deps), compresses: false })
  app = new Hono()
  app.get('/screen/:language/:nth', (c) => {
    const { language, nth } = c.req.param()
    const screen = screensIn(language)[Number(nth)]
    if (!screen) throw new Error(`no screen ${nth}`)
    return answer(c, deps, screenPage(deps, screen, { language, form: 'x' }))
  })
  app.all('*', (c) => web.fetch(c.req.raw))
  address = await new Promise<string>((resolve) => {
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve(`http://127.0.0.1:${port}`),
    )
  })
  browser = await openChromium()
  page = await browser.context.newPage()
  await page.setViewportSize(PHONE)
})
afterAll(async () => {
  await browser?.close()
  if (server && 'closeAllConnections' in server) server.closeAllConnections()
  server?.close()
  await lotse?.stop()
})

/** Puts the page at `path` in the place of one that has the same style; a visit to each would take twenty times as long. */
async function swap(path: string): Promise<void> {
  const answer = await app.request(path)
  if (answer.status !== 200) throw new Error(`${path} came with ${answer.status}`)
  await page.evaluate(
    (html) => {
      const next = new DOMParser().parseFromString(html, 'text/html')
      const styleOf = ({ head }: Document) =>
        [...head.querySelectorAll('style, link[rel=stylesheet]')]
          .map((node) => node.outerHTML)
          .join()
      if (styleOf(next) !== styleOf(document)) throw new Error('this page has a style of its own')
      const { documentElement: root } = document
      for (const { name } of [...root.attributes]) root.removeAttribute(name)
      for (const { name, value } of next.documentElement.attributes) root.setAttribute(name, value)
      document.body.replaceWith(document.adoptNode(next.body))
      scrollTo(0, 0)
    },
    await answer.text(),
  )
}

/** Pixels below what is seen at first: of the heading, and of the first thing that can be pressed or called. */
const below = () =>
  page.evaluate(() => {
    const over = (node: Element | null) =>
      node ? Math.ceil(node.getBoundingClientRect().bottom - innerHeight) : 0
    return {
      heading: over(document.querySelector('h1')),
      first: over(document.querySelector('main .call, main .rows .button, main summary')),
    }
  })

it.each(i18n.languages.map(({ key }) => key))(
  'the first thing to press is in sight in %s',
  async (key) => {
    const faults: string[] = []
    const seen = new Set<string>()
    await page.goto(`${address}/screen/${key}/0`)
    for (const [nth, screen] of screensIn(key).entries()) {
      const name = JSON.stringify(screen)
      // What is to be checked is read before it is agreed to: its button stands below, on purpose.
      if (seen.has(name) || screen.lines.length < MANY || screen.answers) continue
      seen.add(name)
      await swap(`/screen/${key}/${nth}`)
      const { heading, first } = await below()
      if (heading > 0) faults.push(`${screen.id}: heading ${heading} px below`)
      if (first > HALF) faults.push(`${screen.id}: first button ${first} px below`)
      if (pictures && PICTURED.includes(key)) {
        await page.screenshot({ path: `${pictures}/page-${key}-${nth}-${screen.id}.png` })
      }
    }
    expect(faults).toEqual([])
  },
  120_000,
)
