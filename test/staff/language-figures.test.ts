import { afterEach, beforeEach, expect, test } from 'vitest'
import { countedHour } from '../../src/domain/figures/counted-hour.ts'
import type { Profile } from '../../src/domain/profile/profile.ts'
import { duisburg } from '../support/duisburg.ts'
import { serviceOf } from '../support/interpreting.ts'
import { type House, openHouse } from '../support/staff-house.ts'

const HANNA = 'account-of-hanna'

/** On Mondays at Hochfeld somebody speaks Sorani at the first seat; of the second nothing is entered. */
function city(): Profile {
  const profile = duisburg()
  return {
    ...profile,
    centres: profile.centres.map((centre) =>
      centre.id !== 'hochfeld'
        ? centre
        : {
            ...centre,
            openings: centre.openings.map((rule) =>
              rule.id === 'monday'
                ? {
                    ...rule,
                    slotMinutes: 5,
                    counselling: [{ seat: 1, languages: ['ckb'], staffId: HANNA }],
                  }
                : rule,
            ),
          },
    ),
  }
}

let house: House
let made = 0
beforeEach(async () => {
  house = await openHouse(city())
  made = 0
})
afterEach(() => house.stop())

const MONDAY = Date.parse('2026-11-23T09:00:00Z')
const text = (at: number) => new Date(at).toISOString()

/** Appointments on Monday at Hochfeld, at one seat, of people who speak a language. */
async function booked(
  spoken: string,
  how: { seat?: number; count?: number; state?: string; from?: number } = {},
) {
  const { seat = 1, count = 1, state = 'booked', from = MONDAY } = how
  const ids: string[] = []
  for (let n = 0; n < count; n += 1) {
    made += 1
    const [id, startsAt] = [`b${made}`, from + (made - 1) * 300_000]
    const at = text(house.clock.at)
    await house.db.person.create({
      data: { id: `p${id}`, language: 'ckb', createdAt: at, seenAt: at },
    })
    const [stamps, of] = [{ createdAt: at, updatedAt: at }, { personId: `p${id}` }]
    await house.db.intake.create({
      data: {
        ...of,
        ...stamps,
        id: `i${id}`,
        version: 1,
        questionnaire: 1,
        talk: JSON.stringify({ answers: { spoken } }),
      },
    })
    await house.db.booking.create({
      data: {
        ...of,
        id,
        ref: '',
        intakeId: `i${id}`,
        centreId: 'hochfeld',
        startsAt: text(startsAt),
        endsAt: text(startsAt + 300_000),
        seat: state === 'cancelled' ? null : seat,
        state,
        channel: 'telegram',
        createdAt: at,
        changedAt: at,
        changedBy: 'person',
        ...countedHour(startsAt),
      },
    })
    ids.push(id)
  }
  return ids
}

async function ordered(booking: string, state: 'confirmed' | 'refused' | 'cancelled', at = 0) {
  const {
    centreId: centre,
    startsAt,
    endsAt,
  } = await house.db.booking.findFirstOrThrow({
    where: { id: booking },
  })
  const order = {
    ...{ id: `o${booking}${state}`, booking, centre, language: 'ti', gender: null, pool: 'lay' },
    poolName: 'Ehrenamt',
    ...{
      mode: 'telephone' as const,
      state,
      orderedAt: house.clock.at + at,
      changedAt: house.clock.at,
    },
    ...{ startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt), changedBy: 'staff:s' },
  }
  await house.deps.store.interpreterOrders.add(order, null)
}

const counted = async () =>
  (
    await house.db.usageLanguage.findMany({
      orderBy: [{ language: 'asc' }, { understanding: 'asc' }],
    })
  ).map(
    ({ centreId, month, language, understanding, count }) =>
      `${centreId} ${month} ${language} ${understanding} ${count}`,
  )

async function dayIsOver() {
  house.clock.at = Date.parse('2026-11-24T08:00:00Z')
  await house.tick()
}

test('a day that is over is counted once, by who counselled and who came to interpret', async () => {
  await booked('ckb', { count: 6 })
  await booked('ckb', { seat: 2, count: 2 })
  const [comes = '', , again = ''] = await booked('ti', { count: 3 })
  await booked('de', { count: 2 })
  await booked('ckb', { state: 'cancelled' })
  await ordered(comes, 'confirmed')
  await ordered(again, 'refused')
  await dayIsOver()
  const all = [
    'hochfeld 2026-11 ckb matched 6',
    'hochfeld 2026-11 ckb unknown 2',
    'hochfeld 2026-11 ti interpreted 1',
    'hochfeld 2026-11 ti unmet 2',
  ]
  expect(await counted()).toEqual(all)
  await house.tick()
  expect(await counted()).toEqual(all)
})

test('a pool that had somebody after all counts, whatever another one said since', async () => {
  const [one = ''] = await booked('ti')
  await ordered(one, 'confirmed')
  await ordered(one, 'refused', 60_000)
  await ordered(one, 'cancelled', 120_000)
  await dayIsOver()
  expect(await counted()).toEqual(['hochfeld 2026-11 ti interpreted 1'])
})

test('the month is that of the day on the wall, and a pause of days is caught up on', async () => {
  const midnight = Date.parse('2026-11-30T23:00:00Z')
  await house.tick()
  await booked('ckb', { from: midnight - 1 })
  await booked('ckb', { from: midnight - 300_000, count: 2 })
  house.clock.at = Date.parse('2026-12-03T08:00:00Z')
  await house.tick()
  expect(await counted()).toEqual([
    'hochfeld 2026-11 ckb unknown 1',
    'hochfeld 2026-12 ckb unknown 2',
  ])
})

test('two processes that count the same day count it once', async () => {
  await booked('ckb', { count: 3 })
  await dayIsOver()
  const { usageLanguages } = house.deps.store.staff
  const mark = { key: 'people-counted-until', day: '2026-11-24' }
  const one = {
    ...{ centre: 'hochfeld', month: '2026-11', language: 'ckb' },
    ...{ understanding: 'matched' as const, count: 1 },
  }
  const counts = { languages: [one], quarters: [] }
  const before = { ...mark, before: '2026-11-23' }
  const both = [usageLanguages.add(before, counts), usageLanguages.add(before, counts)]
  expect((await Promise.all(both)).sort()).toEqual([false, true])
  expect(await counted()).toEqual(['hochfeld 2026-11 ckb matched 4'])
  expect(await usageLanguages.add({ ...mark, before: null }, counts)).toBe(false)
  expect(await counted()).toEqual(['hochfeld 2026-11 ckb matched 4'])
})

test('what is edited or erased afterwards changes nothing that was counted', async () => {
  await booked('ckb', { count: 5 })
  await dayIsOver()
  await house.deps.store.cities.replace('duisburg', duisburg(), house.clock.at)
  await house.db.person.deleteMany({})
  house.clock.at = Date.parse('2026-11-26T08:00:00Z')
  await house.tick()
  expect(await counted()).toEqual(['hochfeld 2026-11 ckb matched 5'])
})

test('whoever was called in the talk counts as interpreted, in a month and by quarters', async () => {
  const pools = [serviceOf({ languages: ['ti', 'so'] })]
  await house.deps.store.cities.replace(
    'duisburg',
    { ...city(), interpreting: pools },
    house.clock.at,
  )
  await booked('ti', { count: 5 })
  // Of the second one nothing is entered, and it can be called there as well.
  await booked('so', { count: 2 })
  await booked('so', { seat: 2, count: 3 })
  const [refused = ''] = await booked('ti')
  await ordered(refused, 'refused')
  await booked('sq')
  await dayIsOver()
  expect(await counted()).toEqual([
    'hochfeld 2026-11 so interpreted 5',
    'hochfeld 2026-11 sq unmet 1',
    'hochfeld 2026-11 ti interpreted 6',
  ])
  house.clock.at = Date.parse('2027-01-04T08:00:00Z')
  const kim = await house.signedIn({
    ...{ email: 'kim@city.example', role: 'coordinator', centres: [] },
  })
  const csv = (await kim.get('/staff/utilisation.csv?table=languages')).text
  expect(csv).toContain('2026-11-01;RSC Hochfeld;Tigrinya;*;6;*;*')
})

test('a coordinator reads them on the page, as CSV and as JSON, small ones nowhere', async () => {
  await booked('ckb', { count: 6 })
  await booked('ti', { count: 4 })
  await dayIsOver()
  house.clock.at = Date.parse('2026-12-03T12:00:00Z')
  const kim = await house.signedIn({
    ...{ email: 'kim@city.example', role: 'coordinator', centres: [] },
  })
  const page = (await kim.get('/staff/utilisation')).text
  expect(page).toContain('Gebrauchte Sprachen')
  expect(page).toContain('Sorani')
  expect(page).not.toContain('Tigrinya')
  const csv = (await kim.get('/staff/utilisation.csv?table=languages')).text
  expect(csv).toContain('2026-11-01;RSC Hochfeld;Sorani (Zentralkurdisch);6;*;*;*')
  expect(csv).not.toContain('Tigrinya')
  const row = {
    ...{ centre: 'hochfeld', month: '2026-11', language: 'ckb' },
    counts: { matched: 6, interpreted: null, unmet: null, unknown: null },
  }
  const json = (await kim.get('/staff/utilisation.json')).text
  expect(JSON.parse(json).languages).toEqual([row])
  for (const told of [page, csv, json]) expect(told).not.toContain(HANNA)
  const kept = JSON.stringify([await counted(), await house.db.usageWeek.findMany()])
  expect(kept).not.toContain(HANNA)
})

test('what no month shows stands by quarters, for the whole city, and as CSV and JSON', async () => {
  await booked('ti', { count: 3 })
  await dayIsOver()
  await booked('ti', { count: 3, from: Date.parse('2026-12-07T09:00:00Z') })
  house.clock.at = Date.parse('2026-12-08T08:00:00Z')
  await house.tick()
  const kim = await house.signedIn({
    ...{ email: 'kim@city.example', role: 'coordinator', centres: [] },
  })
  const row = { language: 'ti', from: '2026-10', until: '2026-12', atLeast: 5 }
  const rareIn = async () => JSON.parse((await kim.get('/staff/utilisation.json')).text).rare
  house.clock.at = Date.parse('2027-01-01T08:00:00Z')
  expect(await rareIn()).toEqual([])
  house.clock.at = Date.parse('2027-01-04T08:00:00Z')
  expect(await rareIn()).toEqual([row])
  const page = (await kim.get('/staff/utilisation?weeks=4')).text
  for (const said of [
    'Selten gebrauchte Sprachen',
    'Tigrinya',
    '10/2026–12/2026',
    'mindestens 5',
  ]) {
    expect(page).toContain(said)
  }
  const csv = (await kim.get('/staff/utilisation.csv?table=rare')).text
  expect(csv).toContain('2026-10-01;2026-12-01;Tigrinya;5')
  // The same for a lead of another centre: it is told of the city alone.
  const lead = await house.signedIn({
    ...{ email: 'lead@rsc.example', role: 'lead', centres: ['hamborn'] },
  })
  expect((await lead.get('/staff/utilisation.csv?table=rare')).text).toBe(csv)
  expect((await house.visit().get('/staff/utilisation.csv?table=rare')).status).toBe(401)
  const counsellor = await house.signedIn({ email: 'anna@rsc.example' })
  expect((await counsellor.get('/staff/utilisation.csv?table=rare')).status).toBe(403)
})

test('a lead sees the languages of the own centres, a stranger and a counsellor none', async () => {
  await booked('ckb', { count: 6 })
  await dayIsOver()
  house.clock.at = Date.parse('2026-12-03T12:00:00Z')
  const elsewhere = await house.signedIn({
    ...{ email: 'lead@rsc.example', role: 'lead', centres: ['hamborn'] },
  })
  const path = '/staff/utilisation.csv?table=languages'
  expect((await elsewhere.get(path)).text).not.toContain('Sorani')
  expect((await elsewhere.get(`${path}&centre=hochfeld`)).status).toBe(404)
  const counsellor = await house.signedIn({ email: 'anna@rsc.example' })
  expect((await counsellor.get(path)).status).toBe(403)
  const stranger = await house.visit().get(path)
  expect([stranger.status, stranger.text.includes('Sorani')]).toEqual([401, false])
})
