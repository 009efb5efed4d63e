import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { duisburgProfile } from '../../scripts/gallery/talk-facts.ts'
import { nextTimes } from '../../src/domain/calendar/bookable.ts'
import type { Tap } from '../../src/domain/dialog/tap.ts'
import { encodeTap } from '../../src/domain/dialog/tap-code.ts'
import { calendarOf, centreOf } from '../../src/domain/profile/profile.ts'
import { createI18n } from '../../src/i18n/index.ts'
import { pressed } from '../support/pressed.ts'
import { type Several, startSeveral } from '../support/several.ts'

const PEOPLE = 50
const chats = Array.from({ length: PEOPLE }, (_, index) => 1000 + index)
const i18n = createI18n()
const word = (key: string) => i18n.t('de', { key }, 0)

let nodes: Several
let updateId = 1
beforeAll(async () => {
  nodes = await startSeveral(4)
})
afterAll(() => nodes.stop())

/** The third time from now that one public seat of RSC Hochfeld is offered at. */
function wanted(): number {
  const profile = duisburgProfile()
  const centre = centreOf(profile, 'hochfeld')
  if (!centre) throw new Error('there is no RSC Hochfeld')
  const calendar = calendarOf(profile, centre)
  const sought = { calendar, closures: [], taken: [], now: Date.now(), audience: 'public' } as const
  const time = nextTimes(sought, 3).at(-1)
  if (time?.seats.length !== 1) throw new Error('expected a time with one seat')
  return time.startsAt
}

const press = (chat: number, tap: Tap) => pressed(updateId++, chat, tap)

/** Every update to two of four processes at once, and again where Telegram was asked to. */
async function deliverTwice(updates: object[]): Promise<void> {
  const deliveries = updates.flatMap((update, index) => [
    { update, node: index },
    { update, node: index + 1 },
  ])
  const one = async ({ update, node }: { update: object; node: number }) => {
    for (let tries = 0; tries < 20; tries++) {
      if ((await nodes.deliver(node, update)) === 200) return
      // As Telegram does, which brings it again after a while.
      await sleep(100 * (tries + 1))
    }
    throw new Error('an update was never answered')
  }
  await Promise.all(deliveries.map(one))
}

describe('fifty people who press the same last seat at once, every update delivered twice', () => {
  const startsAt = wanted()
  const centre = 'hochfeld'
  beforeAll(async () => {
    const way: Tap[] = [
      { do: 'agree', language: 'de' },
      { do: 'answer', question: 'urgent', option: 'no' },
      { do: 'answer', question: 'topics', option: 'housing' },
      { do: 'answer', question: 'district', option: 'mitte' },
      { do: 'answer', question: 'spoken', option: 'ar' },
      { do: 'time', centre, startsAt },
    ]
    for (const tap of way) await deliverTwice(chats.map((chat) => press(chat, tap)))
    await deliverTwice(
      chats.map((chat) => press(chat, { do: 'book', centre, startsAt, remind: 'no' })),
    )
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

  it('leave one person with an appointment and show other times to everybody else', () => {
    const last = chats.map((chat) => nodes.told(chat).at(-1))
    const winners = last.filter((told) => told?.text.includes(word('booking.appointment.title')))
    expect(winners).toHaveLength(1)
    const others = last.filter((told) => !winners.includes(told))
    const taken = encodeTap({ do: 'time', centre, startsAt }, false)
    for (const told of others) {
      expect(told?.text).toContain(word('refusal.time-taken'))
      expect(told?.buttons.some((data) => data.startsWith('1~tm~hochfeld'))).toBe(true)
      expect(told?.buttons).not.toContain(taken)
    }
    expect(others).toHaveLength(PEOPLE - 1)
  })
})
