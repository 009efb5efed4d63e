// The last seat, pressed at both doors at once: in chats and on pages, before several processes.

import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBrowser } from '../../bench/fuzz/browser.ts'
import { duisburgProfile } from '../../scripts/gallery/talk-facts.ts'
import { nextTimes } from '../../src/domain/calendar/bookable.ts'
import type { Tap } from '../../src/domain/dialog/tap.ts'
import { encodeTap } from '../../src/domain/dialog/tap-code.ts'
import { calendarOf, centreOf } from '../../src/domain/profile/profile.ts'
import { createI18n } from '../../src/i18n/index.ts'
import { pressed } from '../support/pressed.ts'
import { type Several, startSeveral } from '../support/several.ts'

const EACH = 20
const chats = Array.from({ length: EACH }, (_, index) => 1000 + index)
const i18n = createI18n()
const word = (key: string) => i18n.t('de', { key }, 0)
const centre = 'hochfeld'
const startsAt = wanted()

let nodes: Several
let updateId = 1
beforeAll(async () => {
  nodes = await startSeveral(2)
}, 120_000)
afterAll(() => nodes.stop())

/** The fourth time from now that one public seat of RSC Hochfeld is offered at. */
function wanted(): number {
  const profile = duisburgProfile()
  const found = centreOf(profile, centre)
  if (!found) throw new Error('there is no RSC Hochfeld')
  const calendar = calendarOf(profile, found)
  const sought = { calendar, closures: [], taken: [], now: Date.now(), audience: 'public' } as const
  const time = nextTimes(sought, 4).at(-1)
  if (time?.seats.length !== 1) throw new Error('expected a time with one seat')
  return time.startsAt
}

const WAY: Tap[] = [
  { do: 'answer', question: 'urgent', option: 'no' },
  { do: 'answer', question: 'topics', option: 'housing' },
  { do: 'answer', question: 'district', option: 'mitte' },
  { do: 'answer', question: 'spoken', option: 'ar' },
  { do: 'time', centre, startsAt },
]
const AGREE: Tap = { do: 'agree', language: 'de' }
const BOOK: Tap = { do: 'book', centre, startsAt, remind: 'no' }

async function tapped(chat: number, tap: Tap): Promise<void> {
  const update = pressed(updateId++, chat, tap)
  for (let tries = 0; tries < 20; tries++) {
    if ((await nodes.deliver(chat, update)) === 200) return
    await sleep(100 * (tries + 1))
  }
  throw new Error('an update was never answered')
}

type Browser = ReturnType<typeof createBrowser>
const browsers: Browser[] = Array.from({ length: EACH }, (_, index) =>
  createBrowser((request) => {
    for (const name of ['x-forwarded-for', 'cf-connecting-ip']) {
      request.headers.set(name, `203.0.113.${index}`)
    }
    return nodes.reach(index, request)
  }),
)

/** Presses what means this on the page that is shown, so many times at once. */
async function pressedOn(browser: Browser, tap: Tap, times = 1): Promise<void> {
  const { form, action } = browser.shown()
  const body = new URLSearchParams({ form, t: encodeTap(tap, false) }).toString()
  const to = tap.do === 'agree' ? '/' : action
  const all = await Promise.all(Array.from({ length: times }, () => browser.go('POST', to, body)))
  for (const came of all) expect(came.at(-1)?.status).toBe(200)
}

describe('twenty people in chats and twenty on pages who press the same last seat at once', () => {
  beforeAll(async () => {
    for (const tap of [AGREE, ...WAY]) {
      await Promise.all(chats.map((chat) => tapped(chat, tap)))
      await Promise.all(browsers.map((browser) => pressedOn(browser, tap)))
    }
    await Promise.all([
      ...chats.map((chat) => tapped(chat, BOOK)),
      ...browsers.map((browser) => pressedOn(browser, BOOK, 2)),
    ])
  }, 120_000)

  it('leave exactly one booking on that seat', async () => {
    const rows = await nodes.rows('SELECT "startsAt", "seat", "state", "personId" FROM "Booking"')
    expect(rows).toEqual([
      {
        startsAt: new Date(startsAt).toISOString(),
        seat: 1,
        state: 'booked',
        personId: expect.any(String),
      },
    ])
  })

  it('leave one person with an appointment, and show other times to everybody else', () => {
    const told = chats.map((chat) => nodes.told(chat).at(-1)?.text ?? '')
    const pages = browsers.map((browser) => browser.shown().text)
    const last = [...told, ...pages]
    const title = word('booking.appointment.title')
    expect(last.filter((text) => text.includes(title))).toHaveLength(1)
    const others = last.filter((text) => !text.includes(title))
    expect(others.filter((text) => text.includes(word('refusal.time-taken')))).toHaveLength(
      2 * EACH - 1,
    )
  })
})
