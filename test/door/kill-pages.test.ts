// A process that is killed under people on its pages: what they pressed is pressed again, and counts once.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createBrowser } from '../../bench/fuzz/browser.ts'
import { type Demo, freePort, startDemo } from '../support/demo-process.ts'

const PEOPLE = 20
const PATIENCE = 60_000
const KILLS = 5
/** Presses that are begun before a kill, and those of them that are waited for: the rest is cut off. */
const BEGUN = 25
const WAITED_FOR = 20
let folder: string
let settings: Record<string, string>
let file: string
let answered = 0
let begun = 0
let allowed = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lotse-kill-pages-'))
  file = join(folder, 'lotse.db')
  settings = { PORT: String(await freePort()), DATABASE_URL: `file:${file}` }
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Asks until there is an answer, as somebody who reloads; each from an address of their own. */
async function reach(request: Request, from: string): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const { method, headers } = request
  const body = method === 'POST' ? await request.text() : null
  const url = `http://localhost:${settings['PORT']}${pathname}${search}`
  const said = new Headers(headers)
  said.set('x-forwarded-for', from)
  if (said.has('origin')) said.set('origin', `http://localhost:${settings['PORT']}`)
  const until = Date.now() + PATIENCE
  for (;;) {
    try {
      const came = await fetch(url, { method, headers: said, body, redirect: 'manual' })
      // Cut off in the middle of the page is no answer either.
      return new Response(await came.text(), { status: came.status, headers: came.headers })
    } catch (fault) {
      if (Date.now() > until) throw fault
      await sleep(50)
    }
  }
}

const WAY = [/~ag~de/, /~an~urgent~no/, /~an~topics~housing/, /~an~district~mitte/, /~an~spoken~ar/]

/** From the consent to an appointment, at the n-th time on offer. */
async function book(nth: number, from: string): Promise<ReturnType<typeof createBrowser>> {
  const browser = createBrowser((request) => reach(request, from))
  const press = async (code: RegExp, which = 0) => {
    const { codes, form, action } = browser.shown()
    const fitting = codes.filter((one) => code.test(one))
    const t = fitting[which % fitting.length]
    if (t === undefined && code.source === '~bo~') return
    if (t === undefined) throw new Error(`no ${code} on ${browser.shown().text}`)
    while (begun >= allowed) await sleep(5)
    begun += 1
    const to = code.source.includes('~ag~') ? '/' : action
    const came = await browser.go('POST', to, new URLSearchParams({ form, t }).toString())
    expect(came.at(-1)?.status).toBe(200)
    answered += 1
  }
  await browser.go('GET', '/?t=1~lo~de~consent~~~~')
  for (const code of WAY) await press(code)
  // Others take seats meanwhile; then other times are shown, and there is nothing to book.
  for (let tries = 0; tries < 20; tries++) {
    await press(/~tm~/, nth)
    await press(/~bo~/)
    if (browser.shown().text.includes('Ihr Termin steht fest')) return browser
  }
  throw new Error(browser.shown().text)
}

it('killed five times under twenty people on its pages loses nothing and gives no seat twice', async () => {
  let lotse: Demo = await startDemo(settings)
  const booked = Array.from({ length: PEOPLE }, (_, at) => book(at % 4, `203.0.113.${at}`))
  for (let kills = 0; kills < KILLS; kills++) {
    // In the middle of it, however slow the machine: the last presses are on their way.
    const before = answered
    allowed = begun + BEGUN
    while (answered < before + WAITED_FOR) await sleep(1)
    await lotse.kill()
    lotse = await startDemo(settings)
  }
  allowed = Number.POSITIVE_INFINITY
  for (const browser of await Promise.all(booked)) {
    await browser.go('GET', '/talk')
    expect(browser.shown().text).toContain('Ihr Termin steht fest')
  }
  // On a slow machine Telegram may be late to say who the bot is, which is a warning.
  expect(lotse.output()).not.toContain('"level":"error"')
  await lotse.stop()
  const db = new Sqlite(file, { readonly: true })
  const rows = db
    .prepare(`SELECT "centreId", "startsAt", "seat" FROM "Booking" WHERE "state" = 'booked'`)
    .all() as object[]
  db.close()
  expect(rows).toHaveLength(PEOPLE)
  expect(new Set(rows.map((row) => Object.values(row).join())).size).toBe(PEOPLE)
}, 180_000)
