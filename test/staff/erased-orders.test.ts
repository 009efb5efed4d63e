// What was ordered for somebody who is erased is cancelled all the same, and says nothing of them.

import { afterEach, expect, test } from 'vitest'
import type { Mail } from '../../src/domain/people/notices.ts'
import { currentCity } from '../../src/flows/city.ts'
import { eraseDue } from '../../src/flows/upkeep/erase-due.ts'
import { createActor } from '../support/actor.ts'
import { bookedPerson } from '../support/booked.ts'
import { cityWith, poolOf } from '../support/interpreting.ts'
import { type House, openHouse } from '../support/staff-house.ts'

// It is Sunday, 22 November 2026.
const MONDAY = '2026-12-07'
const MINUTE = 60_000

let house: House
let mails: Mail[] = []
afterEach(() => house.stop())

/** Somebody whose interpreter is confirmed; then Lotse sends mail. */
async function confirmed(byMail: boolean) {
  const city = cityWith([poolOf({ byMail })])
  house = await openHouse({ ...city, retention: { ...city.retention, contentDays: 7 } })
  const person = await bookedPerson(house, { day: MONDAY, language: 'en', spoken: 'ti' })
  const anna = await house.signedIn({ email: 'anna@rsc.example' })
  const page = await anna.get('/staff/interpreting')
  const path = /action="(\/staff\/bookings\/[^"]+\/interpreter)"/.exec(page.text)?.[1] ?? ''
  const number = /SM-\w{4}-\w{4}/.exec(page.text)?.[0] ?? ''
  await anna.post(path, { number, ask: 'phone telephone', state: 'confirmed' })
  mails = []
  house.deps.mail = async (mail) => {
    mails.push(mail)
    return { of: 'sent', messageId: 0 }
  }
  const group = house.world.group({ title: 'Team' })
  const member = createActor(house.world, { name: 'Lea', group })
  const target = { centre: 'hochfeld', kind: 'group' as const, address: String(group.chat.id) }
  await house.deps.store.notices.set({ ...target, setAt: house.clock.at, setBy: 'lea' })
  const heard = () =>
    member.messages().flatMap(({ text }) => (text?.includes('abbestellen') ? text : []))
  const intake = await house.db.intake.findFirstOrThrow()
  return { ...person, anna, number, intake, heard }
}
type Person = Awaited<ReturnType<typeof confirmed>>

const ways: [string, (person: Person) => Promise<unknown>][] = [
  [
    'themselves',
    async ({ user }) => {
      await user.sends('/delete')
      await user.taps('Yes, delete everything')
    },
  ],
  [
    'staff',
    async ({ anna, intake }) => {
      await anna.post(`/staff/intakes/${intake.id}/take`, { from: '' })
      await anna.post(`/staff/intakes/${intake.id}/erase`, {})
    },
  ],
  [
    'time',
    async ({ user, word }) => {
      await user.taps(word('booking.appointment.button.cancel'))
      await user.taps(word('booking.cancel.button.yes'))
      house.clock.at += 9 * 86_400_000
      await eraseDue(house.deps, await currentCity(house.deps))
    },
  ],
]

async function minutes(count: number) {
  await house.tick()
  house.clock.at += count * MINUTE
  await house.tick()
}

// Mail leaves on Node alone.
const onNode = test.skipIf(process.env['LOTSE_ENGINE'] === 'd1')

onNode.each(ways)('erased by %s: the pool is told by mail, once', async (_, erases) => {
  const person = await confirmed(true)
  await erases(person)
  // A farewell goes out first, and takes what was queued for its person with it.
  await minutes(10)
  await minutes(10)
  await minutes(60)
  expect(await house.db.person.count()).toBe(0)
  const toPool = mails.filter(({ to }) => to === 'bestellung@pool.example')
  expect(toPool.map(({ subject }) => subject)).toEqual([
    `Abbestellung Sprachmittlung ${person.number}: Tigrinya, Montag, 07.12.2026`,
  ])
  const { intake } = person
  for (const hidden of [intake.ref, intake.id, intake.personId, 'Amal', 'Wohnung']) {
    expect(toPool[0]?.text).not.toContain(hidden)
  }
  expect(await house.db.interpreterOrder.findMany()).toMatchObject([
    { state: 'cancelled', changedBy: 'system' },
  ])
  const queued = await house.db.outbox.findMany({ where: { kind: 'pool-cancellation' } })
  expect(queued.filter(({ status }) => status !== 'sent')).toEqual([])
})

test.each(ways)('erased by %s: staff hear of it where they cancel', async (_, erases) => {
  const person = await confirmed(false)
  await erases(person)
  await minutes(10)
  expect(await house.db.person.count()).toBe(0)
  // Free until Sunday, 10:00: said on the last working day before.
  house.clock.at = Date.parse('2026-12-04T10:00:00+01:00')
  await minutes(1)
  const { intake, number } = person
  expect(person.heard()).toEqual([
    expect.stringContaining(`${number}, Hochfeld, Sprachmittlung abbestellen, kostenlos bis`),
  ])
  for (const hidden of [intake.ref, intake.id, intake.personId, 'Amal', 'Tigrinya']) {
    expect(person.heard()[0]).not.toContain(hidden)
  }
  expect(await house.db.outbox.count({ where: { personId: null } })).toBe(1)
  house.clock.at += 9 * 86_400_000
  await eraseDue(house.deps, await currentCity(house.deps))
  expect(await house.db.outbox.count({ where: { personId: null } })).toBe(0)
})

onNode('erased just before it costs something: the mail does not wait', async () => {
  const person = await confirmed(true)
  house.clock.at = Date.parse('2026-12-06T09:52:00+01:00')
  await ways[0]?.[1](person)
  await house.tick()
  expect(mails.map(({ to }) => to)).toContain('bestellung@pool.example')
})
