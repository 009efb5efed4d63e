// What becomes of an interpreter, for those who have no chat, for other systems, and for machines that read.

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { InterpreterOrder, OrderState } from '../../src/domain/interpreting/order.ts'
import type { Profile } from '../../src/domain/profile/profile.ts'
import { makeToken } from '../../src/flows/staff/tokens.ts'
import { duisburg } from '../support/duisburg.ts'
import { booksOnPage } from '../support/guest-on-page.ts'
import { callerBooks } from '../support/staff-callers.ts'
import { type House, openHouse, type Visitor } from '../support/staff-house.ts'

/** Arabic is spoken everywhere; a pool interprets Tigrinya by video, ordered on the day before. */
function city(): Profile {
  const profile = duisburg()
  return {
    ...profile,
    interpreting: [
      {
        ...{ id: 'firm', name: 'Dolmetschbüro', modes: ['video'], languages: ['ti'] },
        ...{ leadWorkingDays: 1, contact: { phone: '+49 203 1' }, status: { confirmed: true } },
      },
    ],
    centres: profile.centres.map((centre) => ({
      ...centre,
      openings: centre.openings.map((rule) => ({
        ...rule,
        counselling: [{ languages: ['ar'], gender: 'woman' as const, staffId: 'account-7' }],
      })),
    })),
  }
}

let house: House
let anna: Visitor
beforeEach(async () => {
  house = await openHouse(city())
  anna = await house.signedIn({ email: 'anna@rsc.example' })
})
afterEach(() => house.stop())

const text = (key: string) => house.deps.i18n.t('de', { key: `interpreting.${key}` }, 0)
const speaks = (code: string) =>
  house.db.$executeRawUnsafe(
    `UPDATE "Intake" SET "talk" = json_set("talk", '$.answers.spoken', '${code}', '$.answers.counsellor', 'man')`,
  )

async function ordered(booking: string, state: OrderState = 'ordered'): Promise<InterpreterOrder> {
  const row = await house.db.booking.findFirstOrThrow({ where: { id: booking } })
  const [now, id] = [house.clock.at, `SM-${booking.slice(0, 4)}`]
  const order: InterpreterOrder = {
    ...{ id, booking, centre: row.centreId, language: 'ti', gender: null, pool: 'firm', state },
    poolName: 'Firma',
    ...{ mode: 'video', orderedAt: now, changedAt: now, changedBy: 'staff:s' },
    ...{ startsAt: Date.parse(row.startsAt), endsAt: Date.parse(row.endsAt) },
  }
  expect(await house.deps.store.interpreterOrders.add(order, row.personId)).toBe(true)
  await house.tick()
  return order
}

async function refused(order: InterpreterOrder) {
  const { personId: tells } = await house.db.booking.findFirstOrThrow({
    where: { id: order.booking },
  })
  const how = { by: 'staff:s', tells }
  await house.deps.store.interpreterOrders.change(
    order,
    ['ordered', 'confirmed'],
    'refused',
    how,
    house.clock.at,
  )
  // Every ten minutes somebody who waits may hear that nobody is left.
  house.clock.at += 10 * 60_000
  await house.tick()
  // Every ten minutes somebody who waits may hear that nobody is left.
  house.clock.at += 10 * 60_000
  await house.tick()
}

const calls = async () => (await anna.get('/staff/calls')).text.replace(/<[^>]*>/g, ' ')

describe('somebody who has only a page', () => {
  test('finds there that somebody interprets, and is not called for it', async () => {
    const { browser, booking } = await booksOnPage(house)
    await speaks('ti')
    await ordered(booking, 'confirmed')
    expect(await calls()).not.toContain('ungelesen')
    await browser.visit('/talk')
    expect(browser.text).toContain(text('found'))
    expect(browser.text).toContain(text('by.video'))
    await browser.press(/~he/)
    await browser.visit('/talk')
    expect(browser.text).not.toContain(text('by.video'))
  })

  test('finds there that nobody was found, and is called until it is read who left a number', async () => {
    const { browser, booking, id } = await booksOnPage(house)
    await speaks('ti')
    await refused(await ordered(booking))
    // Nobody can be called without one.
    expect((await anna.get('/staff/calls')).text).not.toContain(id)
    await house.db.intake.update({ where: { id }, data: { hasPhone: true } })
    expect((await anna.get('/staff/calls')).text).toContain(id)
    await browser.visit('/talk')
    expect(browser.text).toContain(text('nobody'))
    expect(browser.text).toContain(text('bring'))
  })
})

test('who can only be called stands on the list with what to tell, until they were called', async () => {
  const who = { spoken: 'ti', alias: 'Frau Rose', phone: '0203 987654' }
  const { id } = await callerBooks(anna, who)
  await anna.post(`/staff/intakes/${id}/take`, { from: '' })
  const { id: booking } = await house.db.booking.findFirstOrThrow()
  const order = await ordered(booking, 'confirmed')
  await house.tick()
  expect(await calls()).toContain('Sagen, was mit der Sprachmittlung ist')
  await anna.post(`/staff/intakes/${id}/called`, { id: 'call-0001', outcome: 'reached' })
  expect(await calls()).not.toContain('Sprachmittlung ist')
  house.clock.at += 60_000
  await refused(order)
  expect(await calls()).toContain('Sagen, was mit der Sprachmittlung ist')
})

describe('a machine', () => {
  const ask = async (path: string, bearer: string | null) =>
    house.app.request(`/api/v1${path}`, {
      headers: bearer === null ? {} : { Authorization: `Bearer ${bearer}` },
    })
  const token = (role: 'counsellor' | 'coordinator') =>
    makeToken(house.deps, { name: role, role, centres: ['hochfeld'], body: 'drk' })
  const STRETCH = '?from=2026-11-20T00:00:00Z&until=2026-12-31T00:00:00Z'

  test('reads what is needed and what there is in codes, and no name', async () => {
    const { booking, id } = await booksOnPage(house)
    await speaks('ti')
    const codes = {
      ...{
        spokenLanguage: 'ti',
        counsellorWish: 'man',
        languageFit: 'nobody',
        genderFit: 'not-met',
      },
    }
    const bearer = await token('counsellor')
    const read = async () => {
      const [appointments, intakes] = await Promise.all([
        (await ask(`/appointments${STRETCH}`, bearer)).json(),
        (await ask(`/intakes/${id}`, bearer)).json(),
      ])
      return [appointments.items[0], intakes.appointment]
    }
    expect((await read())[0]).toMatchObject({ ...codes, interpreting: 'needed' })
    await ordered(booking)
    for (const one of await read()) expect(one).toMatchObject({ interpreting: 'ordered' })
    const all = JSON.stringify(await read())
    expect(all).not.toMatch(/account-7|Dolmetsch|firm|SM-/)
    await speaks('ar')
    for (const one of await read()) {
      expect(one).toMatchObject({ languageFit: 'spoken', interpreting: 'spoken' })
    }
  })

  test('that is a stranger, or may not, reads nothing', async () => {
    await booksOnPage(house)
    expect((await ask(`/appointments${STRETCH}`, null)).status).toBe(401)
    expect((await ask(`/appointments${STRETCH}`, await token('coordinator'))).status).toBe(403)
  })
})
