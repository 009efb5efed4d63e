// Who hears that nobody was found to interpret hears when they may be understood after all, and moves there by a press.

import { afterEach, expect, test } from 'vitest'
import { atWall } from '../../src/domain/calendar/wall-clock.ts'
import type { OrderState } from '../../src/domain/interpreting/order.ts'
import type { Pool } from '../../src/domain/profile/interpreting.ts'
import type { Profile } from '../../src/domain/profile/profile.ts'
import { bookedPerson } from '../support/booked.ts'
import { duisburg } from '../support/duisburg.ts'
import { booksOnPage } from '../support/guest-on-page.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'

const HOUR = 3_600_000

const LAY: Pool = {
  ...{ id: 'lay', name: 'Laienpool', modes: ['telephone'], languages: ['ti'] },
  ...{ leadWorkingDays: 2, contact: { phone: '+49 203 1' }, status: { confirmed: true } },
}

/** Tigrinya is spoken where and from when it is said, and a pool interprets it by telephone. */
function city(at: Record<string, string>, pools: Pool[] = [LAY]): Profile {
  const profile = duisburg()
  const centres = profile.centres.map((centre) => {
    const from = at[centre.id]
    const openings = centre.openings.map((rule) => ({
      ...rule,
      counselling: [{ languages: ['ar'] }, ...(from ? [{ from, languages: ['ti'] }] : [])],
    }))
    return { ...centre, openings }
  })
  return { ...profile, centres, interpreting: pools }
}

let lotse: TestLotse
afterEach(() => lotse.stop())

const text = (key: string, values: Record<string, string> = {}) =>
  lotse.deps.i18n.t('de', { key, values }, 0)
const SPOKEN = () => text('language.list.spoken', { language: text('language.yours') })

/** The pool has said to their appointment what it says. */
async function poolSays(state: OrderState) {
  const row = await lotse.db.booking.findFirstOrThrow({ where: { state: 'booked' } })
  const [now, { id: booking, centreId: centre, personId }] = [lotse.clock.at, row]
  const order = {
    ...{ id: 'SM-1', booking, centre, language: 'ti', gender: null, pool: 'lay' },
    ...{ poolName: 'Laienpool', mode: 'telephone' as const, state },
    ...{ orderedAt: now, changedAt: now, changedBy: 'staff:s' },
    ...{ startsAt: Date.parse(row.startsAt), endsAt: Date.parse(row.endsAt) },
  }
  expect(await lotse.deps.store.interpreterOrders.add(order, personId)).toBe(true)
  await lotse.passes(HOUR)
}

const starts = async () =>
  (await lotse.db.booking.findMany({ where: { state: 'booked' } })).map(
    ({ centreId, startsAt }) => `${centreId} ${startsAt.slice(0, 16)}`,
  )
const timesIn = (labels: readonly string[]) =>
  labels.filter((label) => /\d\d\.\d\d\. \d\d:\d\d/.test(label))

test('in a chat: there and elsewhere, at the price of two presses', async () => {
  lotse = await startLotse({ profile: city({ hamborn: '2026-03-23', hochfeld: '2026-03-30' }) })
  const { user, word } = await bookedPerson(lotse, { day: '2026-03-18', spoken: 'ti' })
  await poolSays('refused')
  user.sees(text('interpreting.nobody'))
  user.sees(SPOKEN())
  user.sees(text('interpreting.others'))
  // Elsewhere it is spoken sooner; at their own centre a pool can still be asked, and then it is spoken.
  expect(timesIn(user.buttons())).toEqual([
    'Mo 23.03. 10:00',
    '🗣️ Mo 30.03. 10:00',
    '🗣️ Mo 23.03. 10:00 · Hamborn',
  ])
  await user.taps('🗣️ Mo 30.03. 10:00')
  user.sees(text('language.fit.spoken', { language: text('language-name.ti') }))
  expect(await starts()).toEqual(['hochfeld 2026-03-18T13:00'])
  await user.tapsData(/~bo~/)
  user.sees(word('booking.appointment.title'))
  expect(await starts()).toEqual(['hochfeld 2026-03-30T08:00'])
})

test('on a page, as a form', async () => {
  lotse = await startLotse({ profile: city({ hamborn: '2026-03-23' }) })
  const { browser } = await booksOnPage(lotse, { day: '2026-03-18' })
  await lotse.db.$executeRawUnsafe(
    `UPDATE "Intake" SET "talk" = json_set("talk", '$.answers.spoken', 'ti')`,
  )
  await poolSays('refused')
  await browser.visit('/talk')
  expect(browser.text).toContain(text('interpreting.nobody'))
  expect(browser.text).toContain(SPOKEN())
  await browser.press(/~tm~hamborn/)
  expect(browser.text).toContain(text('booking.check.other-centre'))
  await browser.press(/~bo~/)
  expect((await starts())[0]).toContain('hamborn 2026-03-23')
})

test('a pool can be asked anew for another day: that is said as what it is', async () => {
  lotse = await startLotse({ profile: city({}) })
  const { user } = await bookedPerson(lotse, { day: '2026-03-18', spoken: 'ti' })
  await poolSays('refused')
  user.sees(text('interpreting.anew'))
  expect(user.transcript()).not.toContain(SPOKEN())
  expect(timesIn(user.buttons())).toHaveLength(1)
})

test('while a pool may still promise, only what is surer is named', async () => {
  lotse = await startLotse({ profile: city({ hochfeld: '2026-03-30' }) })
  const { user } = await bookedPerson(lotse, { day: '2026-03-25', spoken: 'ti' })
  await poolSays('ordered')
  await lotse.passes(atWall('2026-03-20', 12 * 60 + 11) - lotse.clock.at)
  user.sees(text('interpreting.not-yet'))
  expect(timesIn(user.buttons())).toEqual(['🗣️ Mo 30.03. 10:00'])
})

test('nothing is named where there is nothing better, nor to whom it is urgent', async () => {
  lotse = await startLotse({ profile: city({}, []) })
  const { user } = await bookedPerson(lotse, { day: '2026-03-18', spoken: 'ti' })
  await poolSays('refused')
  user.sees(text('interpreting.nobody'))
  expect(timesIn(user.buttons())).toEqual([])
  await lotse.stop()
  lotse = await startLotse({ profile: city({ hochfeld: '2026-03-30' }) })
  const { user: other } = await bookedPerson(lotse, { day: '2026-03-18', spoken: 'ti' })
  await lotse.db.$executeRawUnsafe(
    `UPDATE "Intake" SET "talk" = json_set("talk", '$.answers.urgent', 'danger')`,
  )
  await poolSays('refused')
  other.sees(text('interpreting.nobody'))
  expect(timesIn(other.buttons())).toEqual([])
})

test('who looks for another time by themselves sees it beside those of their centre, too', async () => {
  lotse = await startLotse({ profile: city({ hamborn: '2026-03-17' }) })
  const { user } = await bookedPerson(lotse, { day: '2026-03-18', spoken: 'ti' })
  await user.tapsData(/~mo$/)
  user.sees(
    text('language.list.elsewhere', {
      centre: 'RSC Hamborn',
      language: text('language-name.ti'),
    }),
  )
  expect(timesIn(user.buttons()).filter((label) => label.includes('Hamborn'))).toHaveLength(1)
})
