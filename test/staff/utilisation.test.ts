import { afterEach, beforeEach, expect, test } from 'vitest'
import { addDays, toWall } from '../../src/domain/calendar/wall-clock.ts'
import { countedHour } from '../../src/domain/figures/counted-hour.ts'
import { finishedBlocks, weeksOfBlock } from '../../src/domain/figures/utilisation.ts'
import { createActor } from '../support/actor.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse } from '../support/staff-house.ts'

type HourRow = { centre: string; weekday: number; hour: number; counts: { attended: number } }

let house: House
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.stop())

const coordinator = (more: object = {}) =>
  house.signedIn({ email: 'kim@city.example', role: 'coordinator', centres: [], ...more })

/** Appointments with one outcome, at a centre on a day. */
async function outcomes(centre: string, day: string, state: string, count: number) {
  for (let n = 0; n < count; n += 1) {
    const at = `${day}T${String(8 + Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}:00.000Z`
    await house.db.booking.create({
      data: {
        id: `${centre}-${day}-${state}-${n}`,
        ref: 'X',
        centreId: centre,
        startsAt: at,
        endsAt: at,
        state: 'booked',
        channel: 'telegram',
        createdAt: '2026-11-01T08:00:00.000Z',
        changedAt: at,
        changedBy: 'person',
        ...countedHour(Date.parse(at)),
      },
    })
  }
  await house.db.$executeRawUnsafe(
    `UPDATE "Booking" SET "state" = ? WHERE "id" LIKE ?`,
    state,
    `${centre}-${day}-${state}-%`,
  )
}

test('the week of a booking is the week on the wall, also around the clock changes', async () => {
  const instants = [
    '2026-03-29T00:59:59Z',
    '2026-03-29T01:00:00Z',
    '2026-03-29T21:59:59Z',
    '2026-03-29T22:00:00Z',
    '2026-10-25T00:59:00Z',
    '2026-10-25T01:00:00Z',
    '2026-10-25T22:59:59Z',
    '2026-10-25T23:00:00Z',
    '2026-12-31T23:30:00Z',
    '2027-01-03T22:59:59Z',
    '2027-01-03T23:00:00Z',
    '2028-04-02T22:30:00Z',
    '2024-03-31T22:00:00Z',
    '2021-10-31T22:59:59Z',
  ]
  for (const [index, text] of instants.entries()) {
    const at = new Date(text).toISOString()
    await house.db.booking.create({
      data: {
        id: `b${index}`,
        ref: '',
        centreId: `c${index}`,
        startsAt: at,
        endsAt: at,
        state: 'attended',
        channel: 'telegram',
        createdAt: at,
        changedAt: at,
        changedBy: 'person',
        ...countedHour(Date.parse(at)),
      },
    })
    const row = await house.db.usageWeek.findFirstOrThrow({ where: { centreId: `c${index}` } })
    const { date, weekday } = toWall(Date.parse(text))
    const monday = new Date(Date.parse(`${date}T00:00Z`) - (weekday - 1) * 86_400_000)
    expect(row.week, text).toBe(monday.toISOString().slice(0, 10))
    const cell = await house.db.usageHour.findFirstOrThrow({ where: { centreId: `c${index}` } })
    const { minutes } = toWall(Date.parse(text))
    expect(cell, text).toMatchObject({ weekday, hour: Math.floor(minutes / 60), attended: 1 })
    expect(weeksOfBlock(cell.block), text).toContain(row.week)
  }
})

test('counts follow every change of a booking, and stay when it is forgotten', async () => {
  await outcomes('hochfeld', '2026-11-09', 'attended', 6)
  const week = () => house.db.usageWeek.findFirstOrThrow({ where: { centreId: 'hochfeld' } })
  expect(await week()).toMatchObject({ week: '2026-11-09', booked: 0, attended: 6, made: 6 })
  await house.db.$executeRawUnsafe(`UPDATE "Booking" SET "state" = 'missed' WHERE "id" LIKE '%-0'`)
  expect(await week()).toMatchObject({ attended: 5, missed: 1, made: 6 })
  await house.db.$executeRawUnsafe('DELETE FROM "Booking"')
  expect(await week()).toMatchObject({ attended: 5, missed: 1, made: 6 })
})

test('a coordinator sees counts, hidden below five, as page, CSV and JSON alike', async () => {
  await outcomes('hochfeld', '2026-11-09', 'attended', 12)
  await outcomes('hochfeld', '2026-11-11', 'missed', 3)
  await outcomes('hamborn', '2026-11-09', 'attended', 4)
  const kim = await coordinator()
  const { text } = await kim.get('/staff/utilisation?weeks=4')
  expect(text).toContain('09.11.2026')
  expect(text).toContain('>12 *<')
  expect(text).not.toContain('>16')
  expect(text).not.toContain('>3<')
  const json = JSON.parse((await kim.get('/staff/utilisation.json?weeks=4')).text)
  expect(json.shown).toEqual([
    {
      centre: 'hamborn',
      week: '2026-11-09',
      planned: 0,
      bookable: 0,
      counts: { attended: null, missed: 0, unmarked: 0, cancelled: 0, refilled: 0, walkIns: 0 },
      leadDays: null,
    },
    {
      centre: 'hochfeld',
      week: '2026-11-09',
      planned: 0,
      bookable: 0,
      counts: { attended: 12, missed: null, unmarked: 0, cancelled: 0, refilled: 0, walkIns: 0 },
      leadDays: 8,
    },
  ])
  const csv = (await kim.get('/staff/utilisation.csv?weeks=4')).text
  expect(csv).toContain('2026-11-09;hochfeld;0;0;12;*;0;0;0;0;8')
})

test('a week that is not over is not counted yet', async () => {
  await outcomes('hochfeld', '2026-11-18', 'attended', 12)
  const kim = await coordinator()
  const shown = async () =>
    JSON.parse((await kim.get('/staff/utilisation.json?weeks=4')).text).shown.length
  expect(await shown()).toBe(0)
  house.clock.at = Date.parse('2026-11-25T08:00:00Z')
  expect(await shown()).toBe(1)
})

test('a coordinator reads no record, no day, no list and no call', async () => {
  const guest = await guestBooks(house)
  const kim = await coordinator({ centres: ['hochfeld'] })
  expect((await kim.get('/staff')).location).toBe('/staff/utilisation')
  for (const path of [
    'intakes',
    `intakes/${guest.id}`,
    'calls',
    `intakes/${guest.id}/record.json`,
  ]) {
    expect((await kim.get(`/staff/${path}`)).status).toBe(403)
  }
})

test('a lead sees the counts of the own centres only', async () => {
  await outcomes('hochfeld', '2026-11-09', 'attended', 12)
  await outcomes('hamborn', '2026-11-09', 'attended', 9)
  const lead = await house.signedIn({ email: 'lead@rsc.example', role: 'lead' })
  expect((await lead.get('/staff/utilisation?centre=hamborn')).status).toBe(404)
  const json = JSON.parse((await lead.get('/staff/utilisation.json')).text)
  expect(json.centres).toEqual([{ id: 'hochfeld', name: 'RSC Hochfeld' }])
  expect(JSON.stringify(json.shown)).not.toContain('hamborn')
})

test('topics and languages are counted when a request is submitted, and told once the month is over', async () => {
  for (let n = 0; n < 5; n += 1) await guestBooks(house, { language: 'ar', topic: 'housing' })
  await guestBooks(house, { language: 'ckb', topic: 'work' })
  house.clock.at = Date.parse('2026-12-03T12:00:00Z')
  const kim = await coordinator()
  const { topics } = JSON.parse((await kim.get('/staff/utilisation.json')).text)
  const last = topics.map(
    ({ kind, code, counts }: { kind: string; code: string; counts: unknown[] }) =>
      `${kind} ${code} ${counts.at(-1)}`,
  )
  expect(last.sort()).toEqual([
    'language ar 5',
    'language ckb null',
    'topic housing 5',
    'topic work null',
  ])
})

test('free seats of the coming weeks are those the bot offers', async () => {
  const kim = await coordinator()
  const seats = async () => {
    const { coming } = JSON.parse((await kim.get('/staff/utilisation.json?centre=hochfeld')).text)
    return coming.reduce(
      (sum: { free: number; of: number }, cell: { free: number; of: number }) => ({
        free: sum.free + cell.free,
        of: sum.of + cell.of,
      }),
      { free: 0, of: 0 },
    )
  }
  const before = await seats()
  expect(before.free).toBe(before.of)
  await guestBooks(house)
  expect(await seats()).toEqual({ free: before.free - 1, of: before.of })
})

const json = async (query = '') =>
  JSON.parse((await (await coordinator()).get(`/staff/utilisation.json${query}`)).text)

test('a freed seat that somebody else takes is counted as refilled, once', async () => {
  const before = await guestBooks(house)
  const place = await house.db.booking.findFirstOrThrow({ where: { id: before.booking } })
  await house.db.$executeRawUnsafe(
    `UPDATE "Booking" SET "state" = 'cancelled', "seat" = NULL WHERE "id" = '${before.booking}'`,
  )
  const after = await guestBooks(house, { language: 'fa' })
  const taken = await house.db.booking.findFirstOrThrow({ where: { id: after.booking } })
  expect([taken.startsAt, taken.seat]).toEqual([place.startsAt, place.seat])
  await guestBooks(house, { language: 'ar' })
  const [week] = await house.db.usageWeek.findMany({ where: { centreId: 'hochfeld' } })
  expect(week).toMatchObject({ booked: 2, cancelled: 1, refilled: 1 })
})

test('the seats of a day are written down once it is over, as its rules and closures were', async () => {
  await house.tick()
  house.clock.at = Date.parse('2026-11-24T08:00:00Z')
  await house.tick()
  await house.tick()
  // Monday at Hochfeld: 10 to 12, slots of 20 minutes, two seats, one of them for the door.
  const monday = await house.db.seatDay.findMany({
    where: { centreId: 'hochfeld', day: '2026-11-23' },
  })
  expect(monday.map(({ hour, planned, bookable }) => [hour, planned, bookable])).toEqual([
    [10, 6, 3],
    [11, 6, 3],
  ])
  const week = { centreId: 'hochfeld', week: '2026-11-23' }
  expect(await house.db.usageWeek.findFirst({ where: week })).toMatchObject({
    planned: 12,
    bookable: 6,
  })
})

test('the week is told by hour only where every hour may be told, else by day', async () => {
  const [block = ''] = finishedBlocks(house.clock.at, 1)
  for (const week of weeksOfBlock(block)) {
    await outcomes('hochfeld', week, 'attended', 6)
    await outcomes('hamborn', week, 'attended', 61)
  }
  await outcomes('hamborn', addDays(block, 1), 'missed', 7)
  const { hours } = await json('?weeks=4')
  const told = hours.filter(({ counts }: { counts: { attended: number } }) => counts.attended)
  expect(
    told.map(({ centre, weekday, hour, counts }: HourRow) => [
      centre,
      weekday,
      hour,
      counts.attended,
    ]),
  ).toEqual([
    // Sixty in one hour and one in the next: too few there, so the day alone is told.
    ['hamborn', 1, null, 244],
    // The clock was set back after three of the four weeks.
    ['hochfeld', 1, 9, 6],
    ['hochfeld', 1, 10, 18],
  ])
})

test('where talks stop is counted when what was begun is erased, and what became of wishes', async () => {
  for (let n = 0; n < 5; n += 1) {
    const user = createActor(house.world)
    await user.sends('/start')
    await user.taps(house.deps.i18n.t('de', { key: 'lobby.language.own-name' }, 0))
    await user.taps(house.deps.i18n.t('de', { key: 'lobby.consent.button.agree' }, 0))
    if (n > 0) await user.taps(house.deps.i18n.t('de', { key: 'questions.urgent.option.no' }, 0))
  }
  house.clock.at = Date.parse('2026-11-27T08:00:00Z')
  await house.tick()
  const counted = await house.db.usageCount.findMany({
    where: { kind: 'stopped' },
    orderBy: { code: 'asc' },
  })
  expect(counted.map(({ month, code, count }) => [month, code, count])).toEqual([
    ['2026-11', 'topics', 4],
    ['2026-11', 'urgent', 1],
  ])
})
