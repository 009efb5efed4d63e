// The stories of the demo on the other engine: told in a Chromium, while the bundled Worker answers on D1. A Worker has no
// demo, so its phone and its first page stand beside it here.

import { type ServerType, serve } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createFirstPage } from '../../src/simulator/first-page.ts'
import { createSimulatorPage } from '../../src/simulator/page.ts'
import { openChromium } from '../browser/chromium.ts'
import { becomes } from '../browser/on-a-port.ts'
import { isToldOn, STORIES } from '../browser/told-story.ts'
import { duisburg } from '../support/duisburg.ts'
import { type House, openHouse } from '../support/staff-house.ts'

let house: House
let server: ServerType
let browser: Awaited<ReturnType<typeof openChromium>>
let root: string

beforeAll(async () => {
  const app = new Hono()
  root = await new Promise((resolve) => {
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve(`http://localhost:${port}`),
    )
  })
  house = await openHouse(undefined, { PUBLIC_URL: root, WEBHOOK_SECRET: 'a-secret-of-the-tests' })
  const { world, passes } = house
  app.route('/demo', createFirstPage({ profile: duisburg(), code: async () => '', port: 0 }))
  app.route('/simulator', createSimulatorPage({ world, advance: passes, staffUrl: '/staff' }))
  app.all('*', ({ req }) => fromWorker(req.raw))
  const lead = { email: 'lea@rsc.example', name: 'Lea', role: 'lead' } as const
  const centres = duisburg().centres.map(({ id }) => id)
  const { jar } = await house.signedIn({ ...lead, centres }, root)
  browser = await openChromium({ locale: 'de-DE' })
  await becomes(browser.context, root, jar)
})
afterAll(async () => {
  await browser?.close()
  server?.close()
  await house?.stop()
})

/** As it answers, but that it may be framed; and as in a demo what staff do is seen at once. */
async function fromWorker(request: Request): Promise<Response> {
  const { method, headers, url } = request
  const { pathname, search } = new URL(url)
  const body = method === 'GET' ? {} : { body: await request.arrayBuffer() }
  const env = { incoming: { socket: { remoteAddress: '203.0.113.7' } } }
  const asked = { method, headers, ...body }
  const answer = await house.app.request(`${root}${pathname}${search}`, asked, env)
  if (method === 'POST') await house.tick()
  const sent = new Headers(answer.headers)
  const policy = sent.get('content-security-policy') ?? ''
  sent.set('content-security-policy', policy.replace(/frame-ancestors [^;]*/, ''))
  sent.delete('x-frame-options')
  return new Response(answer.body, { status: answer.status, headers: sent })
}

it.each(STORIES)('the story %s is told to its end', async (story) => {
  const page = await browser.context.newPage()
  await page.setViewportSize({ width: 1280, height: 1000 })
  await page.goto(`${root}/demo?lang=de`)
  const desk = page.frameLocator('#desk')
  await desk.locator('.account').first().waitFor({ state: 'attached' })
  await isToldOn(page, story)
  await page.close()
  expect(house.logged.filter((line) => line.includes('"level":"error"'))).toEqual([])
})
