import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ChangedBy } from '../../src/domain/appointment/appointment.ts'
import { cancelling, transition } from '../../src/domain/appointment/transitions.ts'
import { addDays, toWall } from '../../src/domain/calendar/wall-clock.ts'
import { countedHour } from '../../src/domain/figures/counted-hour.ts'
import { finishedBlocks, weeksOfBlock } from '../../src/domain/figures/periods.ts'
import { createActor } from '../support/actor.ts'
import { duisburg } from '../support/duisburg.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse } from '../support/staff-house.ts'

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

test('seats are exact, however few, and the same as page, CSV and JSON', async () => {
  await outcomes('hochfeld', '2026-11-09', 'attended', 12)
  await outcomes('hochfeld', '2026-11-11', 'missed', 3)
  await outcomes('hamborn', '2026-11-09', 'attended', 1)
  const kim = await coordinator()
  const { text } = await kim.get('/staff/utilisation?weeks=4')
  expect(text).toContain('09.11.2026')
  // Sixteen were booked in all, three of them missed.
  expect(text).toMatch(/<td class="number">16<\/td><td class="number">13<\/td>/)
  expect(text).toContain('3 <small>19 %</small>')
  const json = JSON.parse((await kim.get('/staff/utilisation.json?weeks=4')).text)
  const none = { planned: 0, bookable: 0, unmarked: 0, cancelled: 0, refilled: 0, walkIns: 0 }
  expect(json.weeks).toEqual([
    { centre: 'hamborn', week: '2026-11-09', ...none, attended: 1, missed: 0, leadDays: 8 },
    { centre: 'hochfeld', week: '2026-11-09', ...none, attended: 12, missed: 3, leadDays: 8.4 },
  ])
  const csv = (await kim.get('/staff/utilisation.csv?weeks=4')).text
  expect(csv).toContain(
    'Woche ab;Beratungsstelle;geplant;buchbar;gebucht;genutzt;nicht erschienen;nicht vermerkt;abgesagt;neu vergeben;ohne Termin;Vorlauf in Tagen',
  )
  expect(csv).toContain('2026-11-09;RSC Hochfeld;0;0;15;12;3;0;0;0;0;"8,4"')
})

test('a week is told as soon as it is over, and changes while outcomes are put right', async () => {
  await outcomes('hochfeld', '2026-11-18', 'attended', 12)
  const kim = await coordinator()
  const shown = async () =>
    JSON.parse((await kim.get('/staff/utilisation.json?weeks=4')).text).weeks
  house.clock.at = Date.parse('2026-11-22T22:59:00Z')
  expect(await shown()).toEqual([])
  house.clock.at = Date.parse('2026-11-22T23:00:00Z')
  expect(await shown()).toMatchObject([{ attended: 12, missed: 0 }])
  await house.db.$executeRawUnsafe(`UPDATE "Booking" SET "state" = 'missed' WHERE "id" LIKE '%-0'`)
  expect(await shown()).toMatchObject([{ attended: 11, missed: 1 }])
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
  expect((await lead.get('/staff/utilisation')).text).not.toContain('Hamborn')
  expect(json.weeks.map(({ centre }: { centre: string }) => centre)).toEqual(['hochfeld'])
})

test('topics and languages are counted when a request is submitted, and told once the month is over', async () => {
  for (let n = 0; n < 5; n += 1) await guestBooks(house, { language: 'ar', topic: 'housing' })
  await guestBooks(house, { language: 'ckb', topic: 'work' })
  house.clock.at = Date.parse('2026-12-03T12:00:00Z')
  const kim = await coordinator()
  const { counts } = JSON.parse((await kim.get('/staff/utilisation.json')).text)
  const last = counts.map(
    ({ kind, code, counts }: { kind: string; code: string; counts: unknown[] }) =>
      `${kind} ${code} ${counts.at(-1)}`,
  )
  expect(last.sort()).toEqual(['language ar 5', 'topic housing 5'])
  const { text } = await kim.get('/staff/utilisation')
  expect(text).not.toContain('Sorani')
  const csv = (await kim.get('/staff/utilisation.csv?table=months')).text
  expect(csv).toContain('2026-11-01;Anliegen;Wohnen;5')
  // The sign of the page, and the columns that the report of a quarter has.
  expect(csv).toContain('2026-10-01;Anliegen;Wohnen;*')
  expect(csv).toContain('Monat;Art;Bezeichnung;Anzahl')
  expect(text).toContain('<td class="number">*</td>')
  // Whatever weeks are asked for: which months it is, and why no others.
  for (const [weeks, months] of [
    ['4', '09/2026 bis 11/2026'],
    ['26', '06/2026 bis 11/2026'],
  ]) {
    const page = (await kim.get(`/staff/utilisation?weeks=${weeks}`)).text
    expect(page).toContain(`Nach ganzen Monaten (${months}), an der oben gewählten Stelle.`)
    expect(page).toContain('Aus kurzen Zeiten wäre jemand zu erkennen.')
    expect(page).toContain(`zählt Menschen nach ganzen Monaten (${months})`)
  }
  await house.deps.store.cities.replace(
    'duisburg',
    { ...duisburg(), fewestShown: 6 },
    house.clock.at,
  )
  expect(JSON.parse((await kim.get('/staff/utilisation.json')).text)).toMatchObject({
    ...{ fewest: 6, counts: [] },
  })
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

test('who calls off and takes the same seat again has it back: only somebody else has it anew', async () => {
  const { appointments } = house.deps.store
  const { booking } = await guestBooks(house)
  const row = await house.db.booking.findFirstOrThrow({ where: { id: booking } })
  const startsAt = Date.parse(row.startsAt)
  const place = { centre: row.centreId, startsAt, endsAt: Date.parse(row.endsAt) }
  const seat = { ...place, seats: [row.seat ?? 0], counted: countedHour(startsAt) }
  const how = { remind: false, channel: 'telegram', by: 'person', intakeId: null } as const
  const takes = async (id: string, personId: string | null) => {
    const made = { id, ref: 'AAA-AAA', personId, ...how }
    expect(await appointments.book({ ...seat, ...made }, [], house.clock.at)).toHaveProperty('seat')
  }
  const callsOff = async (id: string) =>
    expect(await appointments.change({ ids: [id] }, cancelling(0), 'person', house.clock.at)).toBe(
      true,
    )
  const week = async () =>
    await house.db.usageWeek.findFirstOrThrow({ where: { centreId: 'hochfeld' } })
  await callsOff(booking)
  await takes('again', row.personId)
  expect(await week()).toMatchObject({ cancelled: 1, refilled: 0, booked: 1 })
  await callsOff('again')
  expect(await week()).toMatchObject({ cancelled: 2, refilled: 0, booked: 0 })
  const { personId } = await house.db.booking.findFirstOrThrow({
    where: { id: (await guestBooks(house, { language: 'fa', centre: 'hamborn' })).booking },
  })
  await house.db.booking.deleteMany({ where: { centreId: 'hamborn' } })
  await takes('other', personId)
  expect(await week()).toMatchObject({ cancelled: 2, refilled: 1, booked: 1 })
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

test('a seat that somebody else had is refilled only where that appointment was called off', async () => {
  const { appointments } = house.deps.store
  const now = house.clock.at
  const startsAt = Date.parse('2026-11-30T09:00:00Z')
  const wanted = (seat: number, at = startsAt) => ({
    ...{ centre: 'hochfeld', startsAt: at, endsAt: at + 1_200_000, seats: [seat] },
    counted: countedHour(at),
  })
  const book = (id: string, seat: number) =>
    appointments.book(
      {
        ...wanted(seat),
        ...{ id, ref: '', personId: null, intakeId: null, remind: false, by: 'person' },
        channel: 'staff',
      },
      [],
      now,
    )
  const cancel = (id: string, by: ChangedBy = 'person') =>
    appointments.change({ ids: [id] }, [transition('booked', 'cancelled', now)], by, now)
  const week = async () =>
    (await house.db.usageWeek.findFirst({ where: { week: '2026-11-30' } })) ?? {}
  await book('moves', 1)
  await appointments.move('moves', wanted(2), { personId: null, by: 'person' }, now)
  await book('second', 1)
  expect(await week()).toMatchObject({ cancelled: 0, refilled: 0, booked: 2 })
  await cancel('second')
  await book('third', 1)
  expect(await week()).toMatchObject({ cancelled: 1, refilled: 1, booked: 2 })
  await appointments.move('third', wanted(3), { personId: null, by: 'person' }, now)
  await book('fourth', 1)
  expect(await week()).toMatchObject({ cancelled: 1, refilled: 1, booked: 3 })
  // A closure is nobody's cancellation; what it displaced is there again once it is opened.
  await cancel('fourth', 'closure:flood')
  expect(await week()).toMatchObject({ cancelled: 1, refilled: 1, booked: 2 })
})

test('the week by hour is exact over four whole weeks, and its days are their sums', async () => {
  const [block = ''] = finishedBlocks(house.clock.at, 1)
  for (const week of weeksOfBlock(block)) await outcomes('hamborn', week, 'attended', 61)
  await outcomes('hamborn', addDays(block, 1), 'missed', 1)
  const { hours } = await json('?weeks=4')
  const cells = hours.map((row: Record<string, number>) => [
    ...[row['weekday'], row['hour'], row['attended'], row['missed']],
  ])
  expect(cells).toEqual([
    // The clock was set back after three of the four weeks.
    [1, 9, 60, 0],
    [1, 10, 181, 0],
    [1, 11, 3, 0],
    [2, 10, 0, 1],
  ])
  const kim = await house.signedIn({ email: 'kit@city.example', role: 'coordinator', centres: [] })
  const { text } = await kim.get('/staff/utilisation?weeks=4&measure=missed')
  const row = (day: string) => new RegExp(`<tr><th scope="row">${day}</th>(.*?)</tr>`).exec(text)
  const textOf = (found: RegExpExecArray | null) =>
    found?.[1]
      ?.replace(/<[^>]*>/g, ' ')
      .trim()
      .split(/\s{2,}/)
  expect(textOf(row('Montag'))?.at(-1)).toBe('0/244')
  expect(textOf(row('alle Tage'))?.at(-1)).toBe('1/245')
  // Beside other figures of the same page, which are of other weeks, it says of which it is.
  const days = [block, addDays(block, 27)].map((day) => day.split('-').reverse().join('.'))
  expect(text).toContain(`${days.join(' bis ')}, nie ein einzelner Tag`)
  expect(text).toContain('immer in der ganzen Stadt')
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
