import { afterEach, beforeEach, expect, test } from 'vitest'
import { createActor } from '../support/actor.ts'
import { bookedPerson } from '../support/booked.ts'
import { cityWith, poolOf } from '../support/interpreting.ts'
import { type House, openHouse } from '../support/staff-house.ts'

// Wednesday, 2 December 2026, 14:00; two working days before is Monday, 30 November.
const WEDNESDAY = '2026-12-02'

let house: House
beforeEach(async () => {
  house = await openHouse(cityWith([poolOf()]))
  house.deps.config.publicUrl = 'http://localhost'
})
afterEach(() => house.stop())

/** The group of RSC Hochfeld, and what it has heard of interpreters. */
async function team() {
  const group = house.world.group({ title: 'Team' })
  const member = createActor(house.world, { name: 'Lea', group })
  const address = String(group.chat.id)
  const setAt = house.clock.at
  await house.deps.store.notices.set({
    ...{ centre: 'hochfeld', kind: 'group', address, setAt, setBy: 'lea' },
  })
  return () =>
    member
      .messages()
      .filter(({ text }) => text?.includes('Sprachmittlung'))
      .map(({ text }) => text)
}

const books = () => bookedPerson(house, { day: WEDNESDAY, language: 'en', spoken: 'ti' })
const at = async (wall: string) => {
  house.clock.at = Date.parse(`${wall}:00+01:00`)
  await house.tick()
}

test('a centre hears once a day of what has to be ordered, from the working day before the last one on', async () => {
  const heard = await team()
  const { user } = await books()
  await at('2026-11-26T10:00')
  expect(heard()).toEqual([])
  await at('2026-11-27T07:59')
  expect(heard()).toEqual([])
  await at('2026-11-27T08:00')
  const [first] = heard()
  expect(first).toMatch(
    /^SM-\w{4}-\w{4}, Hochfeld, Sprachmittlung bestellen bis 30\.11\.2026\nhttp:\/\/localhost\/staff\/interpreting$/,
  )
  for (const wall of ['2026-11-27T08:01', '2026-11-27T12:00', '2026-11-28T10:00']) await at(wall)
  expect(heard()).toHaveLength(1)
  await at('2026-11-30T09:00')
  expect(heard()).toHaveLength(2)
  await at('2026-12-01T09:00')
  expect(heard().at(-1)).toContain('die Frist ist vorbei')
  const [intake] = await house.db.intake.findMany()
  expect(heard().join()).not.toContain(intake?.ref)
  expect(user.messages().some(({ text }) => text?.includes('SM-'))).toBe(false)
})

/** Anna orders what is needed. */
async function ordered() {
  const anna = await house.signedIn({ email: 'anna@rsc.example' })
  const page = await anna.get('/staff/interpreting')
  const path = /action="(\/staff\/bookings\/[^"]+\/interpreter)"/.exec(page.text)?.[1] ?? ''
  const number = /SM-\w{4}-\w{4}/.exec(page.text)?.[0] ?? ''
  await anna.post(path, { number, ask: 'phone telephone', state: 'ordered' })
  return { anna, number }
}

test('nothing is said of what is done, nor to other centres', async () => {
  const heard = await team()
  await books()
  const { anna, number } = await ordered()
  await anna.post(`/staff/interpreting/orders/${number}`, { to: 'confirmed' })
  await at('2026-11-30T10:00')
  expect(heard()).toEqual([])
})

test('a centre hears once a day of a pool that is silent, with three working days left', async () => {
  const heard = await team()
  await books()
  const { anna, number } = await ordered()
  await at('2026-11-26T10:00')
  expect(heard()).toEqual([])
  await at('2026-11-27T08:00')
  expect(heard()).toHaveLength(1)
  expect(heard()[0]).toContain(`${number}, Hochfeld, Sprachmittlung: beim Pool nachfragen`)
  const day = (await anna.get(`/staff?centre=hochfeld&day=${WEDNESDAY}`)).text
  expect(day).toContain('der Pool hat nicht geantwortet')
  await at('2026-11-27T15:00')
  expect(heard()).toHaveLength(1)
  await at('2026-11-30T09:00')
  expect(heard()).toHaveLength(2)
})

test('a centre hears of an order that costs something soon and that nobody needs', async () => {
  const heard = await team()
  const { user, word } = await books()
  const anna = await house.signedIn({ email: 'anna@rsc.example' })
  const page = await anna.get('/staff/interpreting')
  const path = /action="(\/staff\/bookings\/[^"]+\/interpreter)"/.exec(page.text)?.[1] ?? ''
  const number = /SM-\w{4}-\w{4}/.exec(page.text)?.[0] ?? ''
  await anna.post(path, { number, ask: 'phone telephone', state: 'confirmed' })
  await user.taps(word('booking.appointment.button.cancel'))
  await user.taps(word('booking.cancel.button.yes'))
  await at('2026-11-27T10:00')
  expect(heard()).toEqual([])
  await at('2026-11-30T10:00')
  expect(heard()).toEqual([
    `${number}, Hochfeld, Sprachmittlung abbestellen, kostenlos bis 01.12.2026, 14:00 Uhr\nhttp://localhost/staff/interpreting`,
  ])
  const again = await house.signedIn({ email: 'clara@rsc.example' })
  await again.get('/staff/interpreting')
  await again.post(`/staff/interpreting/orders/${number}`, { to: 'cancelled' })
  await at('2026-12-01T10:00')
  expect(heard()).toHaveLength(1)
})

test('a tick asks little more of its database where a city has pools', async () => {
  await house.stop()
  const statements = async (profile: ReturnType<typeof cityWith>) => {
    house = await openHouse(profile)
    await at('2026-11-23T10:00')
    house.clock.at += 60_000
    const before = house.count.statements
    await house.tick()
    return house.count.statements - before
  }
  const without = await statements(cityWith([]))
  await house.stop()
  // Whether it is time, and who needs what.
  expect(await statements(cityWith([poolOf()]))).toBeLessThanOrEqual(without + 2)
})

test('what is booked during the day is said on the same day', async () => {
  const heard = await team()
  await at('2026-11-30T10:00')
  await books()
  await at('2026-11-30T10:59')
  expect(heard()).toEqual([])
  await at('2026-11-30T11:00')
  expect(heard()).toHaveLength(1)
})
