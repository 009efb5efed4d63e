import { afterEach, beforeEach, expect, it } from 'vitest'
import { createConversation } from '../../src/flows/conversation/conversation.ts'
import { SCRIPTS } from '../../src/web/scripts.ts'
import { createWeb } from '../../src/web/web.ts'
import { createFormsOnly } from '../support/forms-only.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { agreesOnPage } from '../support/on-pages.ts'

// Over the wire, with everything the page needs; the headers too.
const FIRST = 14_000
const NEXT = 6_000

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
})
afterEach(() => lotse.stop())

it('the first page weighs at most 14 kB with its style, each further one 6 kB', async () => {
  const conversation = createConversation(lotse.deps)
  const web = createWeb({ deps: lotse.deps, conversation, compresses: true })
  const sizes: [path: string, bytes: number][] = []
  let homes = 0
  async function request(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers)
    headers.set('accept-encoding', 'gzip, deflate, br')
    headers.set('cf-connecting-ip', `203.0.113.${homes}`)
    const answer = await web.request(path, { ...init, headers })
    const bytes = await answer.arrayBuffer()
    const lines = [...answer.headers].map(([name, value]) => `${name}: ${value}\r\n`).join('')
    if (answer.status === 200) sizes.push([path, bytes.byteLength + lines.length + 20])
    const zipped = answer.headers.get('content-encoding') === 'gzip'
    const stream = new Blob([bytes]).stream()
    const plain = zipped ? stream.pipeThrough(new DecompressionStream('gzip')) : stream
    const { status } = answer
    return new Response(status === 200 ? plain : null, { status, headers: answer.headers })
  }
  const browser = createFormsOnly({ request })
  await browser.visit('/')
  const style = browser.document.querySelector('link[rel=stylesheet]')?.getAttribute('href') ?? ''
  await request(style)
  await request('/icon.svg')
  const first = sizes.reduce((sum, [, bytes]) => sum + bytes, 0)
  expect(first).toBeLessThanOrEqual(FIRST)
  for (const { key } of lotse.deps.i18n.languages) {
    browser.cookies.clear()
    homes += 1
    await agreesOnPage(browser, key)
    await browser.press(/urgent~no/)
    // The page with most drawings; each is fetched once, and kept.
    await browser.press(/ot~topics~1/)
    const page = sizes.at(-1)?.[1] ?? 0
    const from = sizes.length
    for (const image of browser.document.querySelectorAll('img')) {
      await request(image.getAttribute('src') ?? '')
    }
    const drawn = sizes.slice(from).reduce((sum, [, bytes]) => sum + bytes, 0)
    expect(from).toBeLessThan(sizes.length)
    expect(page + drawn, key).toBeLessThanOrEqual(NEXT)
    for (const step of [/topics~reunification/, /district~mitte/, /an~spoken/]) {
      await browser.press(step)
    }
    await browser.press(/~tm~hochfeld/)
    await browser.press(/~bo~/)
    await browser.press(/op~danger/)
    await browser.press(/~bk$/)
    await browser.press(/op~appointment-more/)
  }
  console.log(
    first,
    Math.max(...sizes.filter(([p]) => p.startsWith('/talk')).map(([, b]) => b)),
    sizes.filter(([p]) => p.endsWith('.svg')).slice(0, 6),
  )
  expect(sizes.filter(([path, bytes]) => bytes > NEXT && path !== '/')).toEqual([])
})

it('names nothing that is somewhere else', async () => {
  const browser = createFormsOnly(lotse.app)
  await browser.visit('/')
  await browser.press(/lo~ar~consent/)
  await browser.press(/lo~ar~danger/)
  expect(browser.html).not.toMatch(/(src|href|action)="https?:/)
  expect(browser.html).not.toMatch(/<img|@import|url\(/)
  expect(browser.html.match(/<script[^>]*>/g)).toEqual([
    `<script src="${SCRIPTS.exit.path}" defer>`,
  ])
})
