// A pool answers behind the link of its mail, without an account; its answer is noted at once.

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { poolLink } from '../../src/flows/pool-link.ts'
import { bookedPerson } from '../support/booked.ts'
import { createFormsOnly, type FormsOnly } from '../support/forms-only.ts'
import { cityWith, poolOf } from '../support/interpreting.ts'
import { type House, openHouse } from '../support/staff-house.ts'

const MINUTE = 60_000
const NUMBER = 'SM-1A2B-3C4D'

let house: House
beforeEach(async () => {
  house = await openHouse(cityWith([poolOf()]))
})
afterEach(() => house.stop())

async function minutes(count: number) {
  await house.tick()
  house.clock.at += count * MINUTE
  await house.tick()
}
/** The person with an order that has left, and the pool's browser at its link. */
async function ordered() {
  const person = await bookedPerson(house, { day: '2026-12-07', language: 'en', spoken: 'ti' })
  const row = await house.db.booking.findFirstOrThrow({ where: { state: 'booked' } })
  const [now, { id: booking, centreId: centre, personId }] = [house.clock.at, row]
  const order = {
    ...{ id: NUMBER, booking, centre, language: 'ti', gender: null, pool: 'phone' },
    ...{ poolName: 'Beispiel-Pool Telefon', mode: 'telephone' as const },
    ...{ startsAt: Date.parse(row.startsAt), endsAt: Date.parse(row.endsAt) },
    ...{ state: 'ordered' as const, orderedAt: now, changedAt: now, changedBy: 'system' },
  }
  expect(await house.deps.store.interpreterOrders.add(order, personId)).toBe(true)
  await minutes(1)
  const config = { ...house.deps.config, publicUrl: 'https://lotse.example' }
  const path = new URL((await poolLink({ ...house.deps, config }, NUMBER)) ?? '').pathname
  return { ...person, path, browser: await at(path) }
}
async function at(path: string): Promise<FormsOnly> {
  const browser = createFormsOnly(house.app)
  await browser.visit(path)
  return browser
}
const states = async () =>
  (await house.db.interpreterOrder.findMany({ orderBy: { orderedAt: 'asc' } })).map(
    ({ state, changedBy }) => `${state} by ${changedBy}`,
  )
const says = (to: string, path: string) =>
  house.app.request(path, { method: 'POST', body: new URLSearchParams({ to }) })

describe('behind its link a pool', () => {
  test('reads what the mail says, and nothing of the person', async () => {
    const { browser } = await ordered()
    for (const said of ['Tigrinya', 'Montag, 07.12.2026', '10:00 bis 10:20 Uhr', 'RSC Hochfeld']) {
      expect(browser.text).toContain(said)
    }
    const intake = await house.db.intake.findFirstOrThrow()
    for (const hidden of [intake.ref, intake.id, intake.personId, 'Amal', 'Wohnung']) {
      expect(browser.html).not.toContain(hidden)
    }
    expect(await states()).toEqual(['ordered by system'])
  })

  test('promises somebody: the person and staff know it in the same minute', async () => {
    const { user, browser } = await ordered()
    await browser.press(/confirmed/)
    expect(browser.text).toContain('Sie haben zugesagt.')
    expect(await states()).toEqual(['confirmed by pool'])
    await minutes(1)
    user.sees('Somebody translates at your appointment.')
    const anna = await house.signedIn({ email: 'anna@rsc.example' })
    expect((await anna.get('/staff/interpreting')).text).toContain(
      'Der Pool hat selbst geantwortet.',
    )
  })

  test('has nobody, and finds somebody after all', async () => {
    const { user, browser } = await ordered()
    await browser.press(/refused/)
    expect(browser.text).toContain('Sie haben abgesagt.')
    await minutes(11)
    user.sees('We found nobody to translate at your appointment.')
    await browser.press(/confirmed/)
    await minutes(1)
    user.sees('Somebody translates at your appointment.')
    expect(await states()).toEqual(['confirmed by pool'])
  })

  test('cannot come after all, and the person hears it', async () => {
    const { user, browser } = await ordered()
    await browser.press(/confirmed/)
    await minutes(1)
    await browser.press(/refused/)
    await minutes(11)
    user.sees('We found nobody to translate at your appointment.')
  })

  test('says it twice, and it is noted once', async () => {
    const { path } = await ordered()
    expect([
      (await says('confirmed', path)).status,
      (await says('confirmed', path)).status,
    ]).toEqual([303, 303])
    const told = await house.db.outbox.findMany({ where: { kind: 'interpreter-found' } })
    expect(told).toHaveLength(1)
  })

  test('promises nobody for an appointment that is cancelled, though its mail is still to come', async () => {
    const { user, word, path } = await ordered()
    await user.taps(word('booking.appointment.button.cancel'))
    await user.taps(word('booking.cancel.button.yes'))
    expect((await at(path)).text).toContain('wird nicht mehr gebraucht')
    await says('confirmed', path)
    expect(await states()).toEqual(['ordered by system'])
  })

  test('says nothing any more once the talk has begun', async () => {
    const { path } = await ordered()
    house.clock.at = Date.parse('2026-12-07T10:01:00+01:00')
    expect((await at(path)).text).toContain('Dieser Termin ist vorbei.')
    await says('refused', path)
    expect(await states()).toEqual(['ordered by system'])
  })
})

describe('a link', () => {
  test('that was not made here leads to a page that says what to do, and changes nothing', async () => {
    const { path } = await ordered()
    const order = await house.db.interpreterOrder.findFirstOrThrow()
    for (const wrong of [`${path}x`, `/pool/${order.id}`, '/pool/x']) {
      const answer = await says('confirmed', wrong)
      expect([answer.status, await answer.text()]).toEqual([
        404,
        expect.stringContaining('Diesen Link kennt Lotse nicht'),
      ])
    }
    const long = await says('confirmed'.repeat(1000), path)
    expect([long.status, await long.text()]).toEqual([404, expect.stringContaining('<h1>')])
    expect(await states()).toEqual(['ordered by system'])
  })

  test('of somebody who has been erased says that nobody is needed', async () => {
    const { user, word, browser, path } = await ordered()
    await user.sends('/delete')
    await user.taps(word('pages.delete.button.yes'))
    await browser.visit(path)
    expect(browser.text).toContain('wird nicht mehr gebraucht')
    await says('confirmed', path)
    expect(await states()).toEqual(['ordered by system'])
  })

  test('is answered by a press, from no other page, and by no mail program that looks at it', async () => {
    const { path } = await ordered()
    const body = new URLSearchParams({ to: 'confirmed' })
    const headers = { origin: 'https://elsewhere.example' }
    expect((await house.app.request(path, { method: 'POST', headers, body })).status).toBe(403)
    expect((await says('cancelled', path)).status).toBe(303)
    expect((await house.app.request(path)).status).toBe(200)
    expect(await states()).toEqual(['ordered by system'])
  })
})
