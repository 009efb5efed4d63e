// A pool that is removed or renamed while something is ordered there.

import { afterEach, beforeEach, expect, test } from 'vitest'
import { replaceProfile } from '../../src/flows/upkeep/edit-profile.ts'
import { createActor } from '../support/actor.ts'
import { bookedPerson } from '../support/booked.ts'
import { checks, confirms } from '../support/filled-form.ts'
import { cityWith, poolOf, serviceOf } from '../support/interpreting.ts'
import { type House, openHouse } from '../support/staff-house.ts'

// It is Sunday, 22 November 2026.
const MONDAY = '2026-12-07'
const PAGE = '/staff/interpreting'
const POOL = '/staff/admin/pools/phone'

let house: House
beforeEach(async () => {
  house = await openHouse(
    cityWith([
      poolOf(),
      poolOf({ id: 'other', name: 'Der andere', languages: ['ti'], leadWorkingDays: 1 }),
    ]),
  )
})
afterEach(() => house.stop())

const sections = (text: string) =>
  [...text.matchAll(/<h2 id="(cancel|order|underway|unavailable)"/g)].map(([, id]) => id)

/** Somebody whose interpreter is confirmed, and who is asked for at the first pool. */
async function confirmed() {
  const person = await bookedPerson(house, { day: MONDAY, language: 'en', spoken: 'ti' })
  const anna = await house.signedIn({ email: 'anna@rsc.example' })
  const page = await anna.get(PAGE)
  const path = /action="(\/staff\/bookings\/[^"]+\/interpreter)"/.exec(page.text)?.[1] ?? ''
  const number = /SM-\w{4}-\w{4}/.exec(page.text)?.[0] ?? ''
  await anna.post(path, { number, ask: 'phone telephone', state: 'confirmed' })
  await house.tick()
  return { ...person, anna, number }
}

const administrator = () =>
  house.signedIn({ email: 'it@city.example', role: 'administrator', centres: [] })

test('the preview says what is ordered there; then it is to be cancelled, with the name as it was', async () => {
  const { user, anna, number } = await confirmed()
  const group = house.world.group({ title: 'Team' })
  const lea = createActor(house.world, { name: 'Lea', group })
  const target = { centre: 'hochfeld', kind: 'group' as const, address: String(group.chat.id) }
  await house.deps.store.notices.set({ ...target, setAt: house.clock.at, setBy: 'lea' })
  const admin = await administrator()
  const preview = await checks(admin, POOL, { gone: 'yes' })
  for (const said of ['1 Bestellung läuft noch', number, 'Beispiel-Pool Telefon', '07.12.2026']) {
    expect(preview.text).toContain(said)
  }
  expect((await confirms(admin, POOL, preview.text)).status).toBe(303)
  const page = (await anna.get(PAGE)).text
  expect(sections(page)).toEqual(['cancel'])
  for (const said of ['Beispiel-Pool Telefon', 'nicht mehr eingetragen', number]) {
    expect(page).toContain(said)
  }
  expect(page).toContain('Frist nicht mehr bekannt')
  expect((await anna.get(`${PAGE}/orders.csv`)).text).toContain('Beispiel-Pool Telefon')
  expect((await anna.get(`${PAGE}/sheet`)).text).toContain('Beispiel-Pool Telefon')
  house.clock.at = Date.parse('2026-11-23T09:00:00+01:00')
  await house.tick()
  expect(lea.messages().map(({ text }) => text)).toEqual([
    expect.stringContaining(
      `${number}, Hochfeld, Sprachmittlung abbestellen, der Pool „Beispiel-Pool Telefon“ ist nicht mehr eingetragen`,
    ),
  ])
  const clara = await house.signedIn({ email: 'clara@rsc.example' })
  expect((await clara.get('/staff?centre=hochfeld&day=2026-12-04')).text).toContain(
    'abbestellen, der Pool „Beispiel-Pool Telefon“ ist nicht mehr eingetragen',
  )
  // Somebody of the centre cancels it; only then another pool can be asked, and the person hears.
  await clara.get(PAGE)
  expect((await clara.post(`${PAGE}/orders/${number}`, { to: 'cancelled' })).status).toBe(303)
  expect(sections((await clara.get(PAGE)).text)).toEqual(['order'])
  const before = user.messages().length
  house.clock.at += 60_000
  await house.tick()
  expect(user.messages().length).toBeGreaterThan(before)
})

test('a change that leaves the pool in place says nothing of orders', async () => {
  await confirmed()
  const admin = await administrator()
  const preview = await checks(admin, POOL, { leadWorkingDays: '3' })
  expect(preview.text).not.toContain('läuft noch')
})

test('a pool that is renamed is shown by both names', async () => {
  const { anna } = await confirmed()
  const admin = await administrator()
  const preview = await checks(admin, POOL, { name: 'Neuer Name' })
  expect(preview.text).not.toContain('läuft noch')
  await confirms(admin, POOL, preview.text)
  const page = (await anna.get(PAGE)).text
  expect(sections(page)).toEqual(['underway'])
  expect(page).toContain('Neuer Name')
  expect(page).toContain('bestellt als „Beispiel-Pool Telefon“')
})

test('who was told that somebody is sought hears once that nobody is left, though nothing was ordered', async () => {
  await house.deps.store.cities.replace('duisburg', cityWith([poolOf()]), house.clock.at)
  const { user } = await bookedPerson(house, { day: MONDAY, language: 'en', spoken: 'ti' })
  const admin = await administrator()
  const preview = await checks(admin, POOL, { gone: 'yes' })
  const nobody = house.deps.i18n.t('en', { key: 'interpreting.nobody' }, 0)
  const heard = () => user.messages().filter(({ text }) => text?.includes(nobody)).length
  expect((await confirms(admin, POOL, preview.text)).status).toBe(303)
  house.clock.at = Date.parse('2026-11-23T09:00:00+01:00')
  await house.tick()
  expect(heard()).toBe(1)
  for (const _ of [1, 2, 3]) {
    house.clock.at += 86_400_000
    await house.tick()
  }
  expect(heard()).toBe(1)
})

/** Somebody who booked while these pools were there, and what they have heard once the one under test is removed. */
async function removing(pools: Parameters<typeof cityWith>[0]) {
  const city = cityWith(pools, [{ languages: ['ar'] }])
  await house.deps.store.cities.replace('duisburg', city, house.clock.at)
  const { user } = await bookedPerson(house, { day: MONDAY, language: 'en', spoken: 'ti' })
  const admin = await administrator()
  const preview = await checks(admin, POOL, { gone: 'yes' })
  expect((await confirms(admin, POOL, preview.text)).status).toBe(303)
  const before = user.messages().length
  house.clock.at = Date.parse('2026-11-23T09:00:00+01:00')
  for (const _ of [1, 2, 3]) {
    await house.tick()
    house.clock.at += 86_400_000
  }
  const news = user.messages().slice(before)
  return (key: string) => {
    const text = house.deps.i18n.t('en', { key: `interpreting.${key}` }, 0)
    return news.filter((message) => message.text?.includes(text)).length
  }
}

test('where one is still called, who was told that somebody is sought hears that, once', async () => {
  const heard = await removing([poolOf(), serviceOf()])
  expect([heard('on-call'), heard('busy'), heard('bring')]).toEqual([1, 1, 1])
  expect([heard('nobody'), heard('not-yet')]).toEqual([0, 0])
})

test('who was told that one is called hears once that nobody is left', async () => {
  const heard = await removing([serviceOf({ id: 'phone' })])
  expect([heard('nobody'), heard('bring'), heard('on-call')]).toEqual([1, 1, 0])
})

test('who is called by another service hears nothing', async () => {
  const heard = await removing([serviceOf({ id: 'phone' }), serviceOf({ id: 'second' })])
  expect([heard('nobody'), heard('not-yet'), heard('on-call')]).toEqual([0, 0, 0])
})

test('they hear it as well where the profile is replaced from the command line', async () => {
  const pools = [poolOf()]
  await house.deps.store.cities.replace('duisburg', cityWith(pools), house.clock.at)
  await bookedPerson(house, { day: MONDAY, language: 'en', spoken: 'ti' })
  const missing = async () =>
    (await house.db.outbox.findMany({ where: { kind: 'interpreter-missing' } })).length
  await replaceProfile(house.deps, cityWith([poolOf({ name: 'Neuer Name' })]))
  expect(await missing()).toBe(0)
  await replaceProfile(house.deps, cityWith([]))
  expect(await missing()).toBe(1)
})
