// What several Lotse over one database may do once only: processes over a file, Workers over a D1.
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { duisburgProfile } from '../../scripts/gallery/talk-facts.ts'
import { nextTimes } from '../../src/domain/calendar/bookable.ts'
import type { Tap } from '../../src/domain/dialog/tap.ts'
import { calendarOf } from '../../src/domain/profile/profile.ts'
import { createI18n } from '../../src/i18n/index.ts'
import { dueReminders } from '../support/due-reminders.ts'
import { pressed } from '../support/pressed.ts'
import { type Several, startSeveral } from '../support/several.ts'

const MANY = 120
const CHAT = 7000
const i18n = createI18n()

let lotse: Several
let updateId = 1
beforeAll(async () => {
  lotse = await startSeveral(4)
  // The clock is the machine's, and these reminders are to go out at any hour.
  const profile = duisburgProfile()
  profile.reminders.quietHours = { from: '03:00', until: '03:00' }
  await lotse.store.cities.replace('duisburg', profile, Date.now())
}, 120_000)
afterAll(() => lotse.stop())

async function press(which: number, tap: Tap, chat = CHAT): Promise<string> {
  const update = pressed(updateId++, chat, tap)
  expect(await lotse.deliver(which, update)).toBe(200)
  return lotse.told(chat).at(-1)?.text ?? ''
}

it('an update that four get at once is answered with one message', async () => {
  const chats = Array.from({ length: 6 }, (_, index) => 8000 + index)
  for (const chat of chats) await press(chat, { do: 'agree', language: 'de' }, chat)
  lotse.answering.ms = 150
  const commands = chats.map((id) => ({
    update_id: updateId++,
    message: {
      message_id: 2,
      date: 1,
      chat: { id, type: 'private' },
      from: { id, is_bot: false, first_name: 'A' },
      text: '/help',
      entities: [{ type: 'bot_command', offset: 0, length: 5 }],
    },
  }))
  const deliver = async (which: number, update: object) => {
    for (let tries = 0; tries < 50; tries++) {
      if ((await lotse.deliver(which, update)) === 200) return
      await sleep(200)
    }
    throw new Error('an update was never answered')
  }
  await Promise.all(commands.flatMap((one) => [0, 1, 2, 3].map((which) => deliver(which, one))))
  lotse.answering.ms = 0
  const helped = chats.map((chat) =>
    lotse.told(chat).filter(({ method }) => method === 'sendMessage'),
  )
  expect(helped.map((messages) => messages.length)).toEqual(chats.map(() => 1))
})

it('a hundred and twenty reminders that fall due at once go out once each, whoever ticks', async () => {
  await dueReminders({ store: lotse.store, clock: { now: Date.now } }, MANY)
  const sent = await lotse.tickAll()
  // Whole minutes make the processes tick by themselves, too, and those ticks may still be at it.
  const ended = [{ kind: 'reminder', status: 'sent', attempts: 1, n: MANY }]
  const owed = () =>
    lotse.rows(
      'SELECT "kind", "status", "attempts", count(*) AS "n" FROM "Outbox" GROUP BY 1, 2, 3',
    )
  await expect.poll(owed, { timeout: 60_000, interval: 100 }).toEqual(ended)
  const told = Array.from({ length: MANY }, (_, index) => lotse.told(1000 + index).length)
  expect(told).toEqual(told.map(() => 1))
  // Workers do not tell who sent; of the processes more than one had a part in it.
  if (sent.length === 0) return
  const sum = sent.reduce((all, count) => all + count)
  expect(sum).toBeLessThanOrEqual(MANY)
  expect(sent.filter((count) => count > 0).length > 1 || sum < MANY).toBe(true)
})

it('the name of the bot is known from then on: posters lead to it', async () => {
  expect(await lotse.store.meta.get('bot-name')).toBe('lotse_bot')
})

it('who books and cancels through one process after the other is stopped where the profile says', async () => {
  const profile = duisburgProfile()
  const [centre] = profile.centres
  if (!centre) throw new Error('there is no centre')
  const calendar = calendarOf(profile, centre)
  const sought = { calendar, closures: [], taken: [], now: Date.now(), audience: 'public' } as const
  const startsAt = nextTimes(sought, 3).at(-1)?.startsAt ?? 0
  const { cancellationsPerWeek } = profile.limits
  let which = 0
  for (const tap of [
    { do: 'agree', language: 'de' },
    { do: 'answer', question: 'urgent', option: 'no' },
    { do: 'answer', question: 'topics', option: 'housing' },
    { do: 'answer', question: 'district', option: 'hamborn' },
    { do: 'answer', question: 'spoken', option: 'ar' },
  ] satisfies Tap[])
    await press(which++, tap)
  const word = (key: string) => i18n.t('de', { key }, 0)
  for (let nth = 0; nth < cancellationsPerWeek; nth++) {
    await press(which++, { do: 'times' })
    await press(which++, { do: 'time', centre: centre.id, startsAt })
    const booked = await press(which++, { do: 'book', centre: centre.id, startsAt, remind: 'no' })
    expect(booked).toContain(word('booking.appointment.title'))
    const [open] = (await lotse.rows(
      `SELECT "id" FROM "Booking" WHERE "centreId" = '${centre.id}' AND "state" = 'booked'`,
    )) as { id: string }[]
    const after = await press(which++, { do: 'cancel-yes', booking: open?.id ?? '' })
    expect(after).toContain(word('notice.cancelled'))
  }
  const once = await press(which++, { do: 'time', centre: centre.id, startsAt })
  expect(once).toContain(word('refusal.too-many-changes'))
})
