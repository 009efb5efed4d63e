// Orders and cancellations that leave by mail by themselves.

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DeliveryOutcome } from '../../src/domain/appointment/delivery.ts'
import type { Mail } from '../../src/domain/people/notices.ts'
import { createTick } from '../../src/flows/upkeep/run-tick.ts'
import { bookedPerson } from '../support/booked.ts'
import { cityWith, poolOf } from '../support/interpreting.ts'
import { type House, openHouse } from '../support/staff-house.ts'

// It is Sunday, 22 November 2026. RSC Hochfeld is open on Mondays and Wednesdays.
const MONDAY = '2026-12-07'
const MINUTE = 60_000
const PAGE = '/staff/interpreting'
const city = () => cityWith([poolOf({ byMail: true })])

let house: House
let mails: Mail[]
let answers: DeliveryOutcome
beforeEach(async () => {
  house = await openHouse(city())
  mails = []
  answers = { of: 'sent', messageId: 0 }
  house.deps.mail = async (mail) => {
    if (answers.of === 'sent') mails.push(mail)
    return answers
  }
})
afterEach(() => house.stop())

const books = (day = MONDAY) => bookedPerson(house, { day, language: 'en', spoken: 'ti' })
type Person = Awaited<ReturnType<typeof books>>
/** One tick now, and one after some minutes. */
async function minutes(count: number) {
  await house.tick()
  house.clock.at += count * MINUTE
  await house.tick()
}
async function at(wall: string) {
  house.clock.at = Date.parse(`${wall}:00+01:00`)
  await house.tick()
}
const subjects = () => mails.map(({ subject }) => subject.replace(/SM-\w{4}-\w{4}/, 'SM'))
const states = async () =>
  (await house.db.interpreterOrder.findMany({ orderBy: { orderedAt: 'asc' } })).map(
    ({ state, changedBy }) => `${state} by ${changedBy}`,
  )
const cancels = async ({ user, word }: Person) => {
  await user.taps(word('booking.appointment.button.cancel'))
  await user.taps(word('booking.cancel.button.yes'))
}
const ORDER = 'Bestellung Sprachmittlung SM: Tigrinya, Montag, 07.12.2026'
const CANCELLATION = `Ab${ORDER.toLowerCase().slice(0, 10)}${ORDER.slice(10)}`

test('an order leaves ten minutes after it is needed, once, and says nothing of the person', async () => {
  const person = await books()
  await minutes(9)
  expect(mails).toEqual([])
  await minutes(1)
  expect(subjects()).toEqual([ORDER])
  const [{ to, text, replyTo } = { to: '', text: '' }] = mails
  expect([to, replyTo]).toEqual(['bestellung@pool.example', undefined])
  for (const said of ['Sprache: Tigrinya', 'RSC Hochfeld', 'am Telefon', '10:00 bis 10:20 Uhr']) {
    expect(text).toContain(said)
  }
  const intake = await house.db.intake.findFirstOrThrow()
  for (const hidden of [intake.ref, intake.id, intake.personId, 'Amal', 'Wohnung']) {
    expect(text).not.toContain(hidden)
  }
  expect(await states()).toEqual(['ordered by system'])
  await minutes(60)
  expect(person.user.messages().some(({ text }) => text?.includes('looking for somebody'))).toBe(
    true,
  )
  expect(mails).toHaveLength(1)
  const anna = await house.signedIn({ email: 'anna@rsc.example' })
  expect((await anna.get(PAGE)).text).toContain('Lotse hat per Mail bestellt.')
})

test('what was ordered is cancelled on a Sunday, before it costs something', async () => {
  const person = await books()
  await minutes(10)
  const [order] = await house.db.interpreterOrder.findMany()
  const anna = await house.signedIn({ email: 'anna@rsc.example' })
  await anna.get(PAGE)
  await anna.post(`${PAGE}/orders/${order?.id}`, { to: 'confirmed' })
  // Monday 10:00, free until Sunday 10:00.
  await at('2026-12-06T09:40')
  await cancels(person)
  await minutes(9)
  expect(mails).toHaveLength(1)
  await minutes(1)
  expect(subjects()).toEqual([ORDER, CANCELLATION])
  expect(mails[1]?.text).toContain(`Bestellnummer: ${order?.id}`)
  expect(house.clock.at).toBeLessThan(Date.parse('2026-12-06T10:00:00+01:00'))
  expect(await states()).toEqual(['cancelled by system'])
  await minutes(60)
  expect(mails).toHaveLength(2)
})

test('a cancellation does not wait where waiting would cost something', async () => {
  const person = await books()
  await minutes(10)
  await at('2026-12-06T09:55')
  await cancels(person)
  await house.tick()
  expect(subjects()).toEqual([ORDER, CANCELLATION])
})

test('an appointment that is moved is ordered anew, and the old order cancelled', async () => {
  const { user, word } = await books()
  await minutes(10)
  await user.taps(word('booking.appointment.button.move'))
  await user.tapsData(/~tm~/)
  await user.tapsData(/~bo~/)
  await minutes(10)
  expect(
    subjects()
      .map((subject) => subject.split(' ')[0])
      .sort(),
  ).toEqual(['Abbestellung', 'Bestellung', 'Bestellung'])
  expect((await states()).sort()).toEqual(['cancelled by system', 'ordered by system'])
})

test('a quick change of mind costs no mail', async () => {
  const person = await books()
  await house.tick()
  house.clock.at += 5 * MINUTE
  await cancels(person)
  await minutes(60)
  expect([mails, await states()]).toEqual([[], []])
})

test('two processes send one mail', async () => {
  await books()
  const other = createTick(house.deps, { telegram: house.bot.messenger })
  await Promise.all([house.tick(), other()])
  house.clock.at += 10 * MINUTE
  await Promise.all([house.tick(), other()])
  await Promise.all([house.tick(), other()])
  expect([subjects(), await states()]).toEqual([[ORDER], ['ordered by system']])
})

test('a tick reads what is needed only where something has changed, or ten minutes have passed', async () => {
  let reads = 0
  const { interpreterOrders } = house.deps.store
  const needing = interpreterOrders.needing
  interpreterOrders.needing = async (...about) => {
    reads += 1
    return await needing(...about)
  }
  const during = async (act: () => Promise<unknown>) => {
    const before = reads
    await act()
    return reads - before
  }
  await at('2026-11-23T07:00')
  expect(await during(() => at('2026-11-23T07:01'))).toBe(0)
  const person = await books()
  expect(await during(house.tick)).toBe(1)
  expect(await during(() => at('2026-11-23T07:02'))).toBe(0)
  await cancels(person)
  expect(await during(house.tick)).toBe(1)
  // Once for orders by mail, who is told that nobody was found, and the notices of the hour.
  const target = { centre: 'hochfeld', kind: 'mail' as const, address: 'team@rsc.example' }
  await house.deps.store.notices.set({ ...target, setAt: house.clock.at, setBy: 'lea' })
  expect(await during(() => at('2026-11-23T09:00'))).toBe(1)
  // What waits would be a day late.
  await at('2026-11-23T23:54')
  expect(await during(() => at('2026-11-23T23:55'))).toBe(1)
})

test('the answer of a pool goes to the mailbox of the centre', async () => {
  const target = { centre: 'hochfeld', kind: 'mail' as const, address: 'team@rsc.example' }
  await house.deps.store.notices.set({ ...target, setAt: house.clock.at, setBy: 'lea' })
  await books()
  await minutes(10)
  const order = mails.find(({ to }) => to === 'bestellung@pool.example')
  expect(order?.replyTo).toBe('team@rsc.example')
})

test('a pool that has no woman is asked once more by mail, without the wish', async () => {
  await books()
  const intake = await house.db.intake.findFirstOrThrow()
  const talk = JSON.parse(intake.talk)
  const data = {
    talk: JSON.stringify({ ...talk, answers: { ...talk.answers, counsellor: 'woman' } }),
  }
  await house.db.intake.updateMany({ data })
  await minutes(10)
  const [order] = await house.db.interpreterOrder.findMany()
  const anna = await house.signedIn({ email: 'anna@rsc.example' })
  await anna.get(PAGE)
  await anna.post(`${PAGE}/orders/${order?.id}`, { to: 'refused' })
  // What no appointment's change says is seen within ten minutes.
  await minutes(10)
  await minutes(10)
  expect(mails.map(({ text }) => text.includes('Wunsch: eine Frau'))).toEqual([true, false])
})

describe('where the mail', () => {
  test('is down, the order is needed until it has gone', async () => {
    answers = { of: 'retry', reason: 'connection' }
    await books()
    await minutes(10)
    expect([mails, await states()]).toEqual([[], []])
    const anna = await house.signedIn({ email: 'anna@rsc.example' })
    expect((await anna.get(PAGE)).text).toContain('Lotse bestellt gleich per Mail.')
    answers = { of: 'sent', messageId: 0 }
    await minutes(20)
    expect([subjects(), await states()]).toEqual([[ORDER], ['ordered by system']])
  })

  test('is refused for good, staff are told and order themselves', async () => {
    answers = { of: 'failed', reason: 'refused-550' }
    await books()
    await minutes(10)
    const anna = await house.signedIn({ email: 'anna@rsc.example' })
    const page = await anna.get(PAGE)
    expect(page.text).toContain('Die Mail kam nicht an. Fragen Sie den Pool selbst.')
    answers = { of: 'sent', messageId: 0 }
    await minutes(60)
    expect(mails).toEqual([])
    const path = /action="(\/staff\/bookings\/[^"]+\/interpreter)"/.exec(page.text)?.[1] ?? ''
    const number = /SM-\w{4}-\w{4}/.exec(page.text)?.[0] ?? ''
    await anna.post(path, { number, ask: 'phone telephone', state: 'ordered' })
    expect(await states()).toEqual([`ordered by staff:${anna.id}`])
  })

  test('is not set up, all stays with staff, and the page says so', async () => {
    delete house.deps.mail
    await books()
    await minutes(60)
    expect(await house.db.outbox.count({ where: { kind: 'pool-order' } })).toBe(0)
    const anna = await house.signedIn({ email: 'anna@rsc.example' })
    expect((await anna.get(PAGE)).text).toContain('aber hier sind keine eingerichtet')
  })

  test('is slower than staff, nothing is ordered twice', async () => {
    await books()
    await house.tick()
    const anna = await house.signedIn({ email: 'anna@rsc.example' })
    const page = await anna.get(PAGE)
    const path = /action="(\/staff\/bookings\/[^"]+\/interpreter)"/.exec(page.text)?.[1] ?? ''
    const number = /SM-\w{4}-\w{4}/.exec(page.text)?.[0] ?? ''
    await anna.post(path, { number, ask: 'phone telephone', state: 'ordered' })
    await minutes(60)
    expect([mails, await states()]).toEqual([[], [`ordered by staff:${anna.id}`]])
  })
})

describe('the link of an order', () => {
  const linkIn = (nth: number) =>
    /https:\/\/lotse\.example(\/pool\/\S+)/.exec(mails[nth]?.text ?? '')?.[1]
  const says = (to: string, path = '') =>
    house.app.request(path, { method: 'POST', body: new URLSearchParams({ to }) })
  beforeEach(async () => {
    house.deps.config.publicUrl = 'https://lotse.example'
    const second = poolOf({ id: 'second', name: 'Zweiter Pool', byMail: true })
    const profile = cityWith([poolOf({ byMail: true }), second])
    await house.deps.store.cities.replace('duisburg', profile, house.clock.at)
  })

  test('says that nobody can: the next pool is asked, with nobody at the desk', async () => {
    await books()
    await minutes(10)
    expect((await says('refused', linkIn(0))).status).toBe(303)
    expect(await states()).toEqual(['refused by pool'])
    // Looked at within ten minutes, and ten more for a change of mind.
    await minutes(10)
    await minutes(10)
    await says('confirmed', linkIn(1))
    expect(await states()).toEqual(['refused by pool', 'confirmed by pool'])
    // It is too late for the first to find somebody after all.
    await says('confirmed', linkIn(0))
    expect(await states()).toEqual(['refused by pool', 'confirmed by pool'])
  })

  test('stands in no cancellation, and in no mail where Lotse has no address', async () => {
    const person = await books()
    await minutes(10)
    await cancels(person)
    await minutes(10)
    expect(subjects()[1]).toContain('Abbestellung')
    expect([linkIn(0), linkIn(1)]).toEqual([expect.any(String), undefined])
    house.deps.config.publicUrl = undefined
    await bookedPerson(house, { day: '2026-12-09', language: 'en', spoken: 'ti', name: 'Sara' })
    await minutes(10)
    expect(mails).toHaveLength(3)
    expect(mails[2]?.text).not.toContain('/pool/')
  })
})
