// The sentence a coordinator reads first, equal to what SQL says of the same appointments, however they came about.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bookableTimes } from '../../src/domain/calendar/bookable.ts'
import { addDays, atWall, dateOf } from '../../src/domain/calendar/wall-clock.ts'
import { calendarOf } from '../../src/domain/profile/profile.ts'
import { seeded } from '../../src/simulator/town/chance.ts'
import { duisburg } from '../support/duisburg.ts'
import { type Likely, liveWeek, USUAL } from '../support/lived-weeks.ts'
import { type House, openHouse, type Visitor } from '../support/staff-house.ts'

// Some seats are kept for callers, some for whoever comes to the door.
const profile = {
  ...duisburg(),
  calendar: { ...duisburg().calendar, seats: 4, staffSeats: 1, walkInSeats: 1 },
}

let house: House
let kim: Visitor
beforeAll(async () => {
  house = await openHouse(profile)
  kim = await house.signedIn({ email: 'kim@city.example', role: 'coordinator', centres: [] })
})
afterAll(() => house.stop())

const WEEK = '2026-11-16'
const MONDAY = atWall('2026-11-23', 8 * 60)

async function empty() {
  for (const table of ['BookingEvent', 'Booking', 'UsageWeek', 'UsageHour', 'SeatDay']) {
    await house.db.$executeRawUnsafe(`DELETE FROM "${table}"`)
  }
  await house.db.meta.deleteMany({ where: { key: 'seats-counted-until' } })
}

const count = async (where: string) => {
  const sql = `SELECT COUNT(*) AS "count" FROM "Booking" b WHERE b."week" = ? AND ${where}`
  const rows = await house.db.$queryRawUnsafe<{ count: number | bigint }[]>(sql, WEEK)
  return Number(rows[0]?.count)
}

/** What became of the week, from its appointments alone. Cancelled ones are asked who came after them. */
async function truth() {
  const open = `b."channel" <> 'walk-in' AND b."state"`
  const refilled = `b."state" = 'cancelled' AND EXISTS (SELECT 1 FROM "BookingEvent" h JOIN "BookingEvent" e
    ON e."centreId" = h."centreId" AND e."startsAt" = h."startsAt" AND e."seat" = h."seat"
    WHERE h."id" = (SELECT MAX("id") FROM "BookingEvent" WHERE "bookingId" = b."id" AND "seat" IS NOT NULL)
    AND e."id" > h."id" AND e."state" = 'booked' AND e."bookingId" <> b."id")`
  // Every public seat, and of the kept ones those that somebody had.
  const kept = `${open} IN ('booked', 'attended', 'missed') AND b."seat" > 2`
  return {
    booked: await count(`${open} IN ('booked', 'attended', 'missed', 'unmarked')`),
    attended: await count(`${open} = 'attended'`),
    unmarked: await count(`${open} IN ('booked', 'unmarked')`),
    cancelled: await count(`b."state" = 'cancelled'`),
    refilled: await count(refilled),
    keptTaken: await count(kept),
  }
}

const sentence = async () =>
  /<p class="lead">([\s\S]*?)<\/p>/.exec((await kim.get('/staff/utilisation')).text)?.[1] ?? ''

const runs: [number, Partial<Likely>][] = [
  [1, {}],
  [2, { booked: 1, moved: 0.3, cancelled: 0.4 }],
  [3, { cancelled: 0.5, refilled: 1, unmarked: 0.2 }],
  [4, { booked: 0.3, cancelled: 0, moved: 0 }],
]

// A week there is hundreds of batches, each a round trip: one at one centre shows that D1 counts alike.
const onD1 = process.env['LOTSE_ENGINE'] === 'd1'
const here = onD1 ? runs.slice(1, 2) : runs
const only = onD1 ? 'hochfeld' : undefined

test.each(here)(
  'the numbers of last week are those of its appointments (%i)',
  async (seed, how) => {
    await empty()
    const likely = { ...USUAL, ...how }
    await liveWeek(house, seeded(seed), { monday: WEEK, until: MONDAY, likely, only })
    house.clock.at = MONDAY
    await house.tick()
    const { booked, attended, unmarked, cancelled, refilled, keptTaken } = await truth()
    const seats = profile.centres.reduce((sum, centre) => {
      const calendar = calendarOf(profile, centre)
      const sought = { calendar, closures: [], taken: [], audience: 'public' } as const
      const range = { from: WEEK, until: addDays(WEEK, 6) }
      const times = bookableTimes({ ...sought, now: atWall(WEEK, 0) - 7 * 86_400_000 }, range)
      return times.reduce((all, time) => all + time.seats.length, sum)
    }, 0)
    const said = await sentence()
    expect(said).toContain(
      `Letzte Woche waren von ${seats + keptTaken} Plätzen ${booked} gebucht und ${attended} genutzt`,
    )
    expect(booked).toBeGreaterThan(0)
    const given = new RegExp(`; ${refilled} von ${cancelled} abgesagten wurden? neu vergeben`)
    if (cancelled > 0) expect(said).toMatch(given)
    else expect(said).not.toContain('abgesagten')
    const open = `; bei ${unmarked} ist nicht vermerkt`
    if (unmarked > 0) expect(said).toContain(open)
    else expect(said).not.toContain('nicht vermerkt')
  },
)

test.skipIf(onD1)(
  'where there is room is what the appointments leave of the public seats',
  async () => {
    await empty()
    house.clock.at = MONDAY
    const likely = { ...USUAL, booked: 1, moved: 0, cancelled: 0.1, refilled: 0.5 }
    for (const monday of ['2026-11-23', '2026-11-30', '2026-12-07']) {
      await liveWeek(house, seeded(9), { monday, until: MONDAY, likely })
    }
    const rows = await house.db.booking.findMany({ where: { seat: { not: null } } })
    const taken = new Set(rows.map((row) => `${row.centreId} ${row.startsAt} ${row.seat}`))
    const told = await sentence()
    for (const { name, ...centre } of profile.centres) {
      const calendar = calendarOf(profile, { name, ...centre })
      const sought = { calendar, closures: [], taken: [], now: MONDAY, audience: 'public' } as const
      const free = [...bookableTimes(sought)].flatMap(({ startsAt, seats }) => {
        const at = new Date(startsAt).toISOString()
        return seats.flatMap((seat) =>
          taken.has(`${centre.id} ${at} ${seat}`) ? [] : [dateOf(startsAt)],
        )
      })
      const [first = ''] = free
      const many = free.filter((day) => day === first).length
      const isSoon = first <= '2026-11-30'
      expect(told).toMatch(
        new RegExp(isSoon ? `${name} hat [^,]* ${many} frei` : `${name} ist bis`),
      )
    }
  },
)

test.skipIf(onD1)('a centre that is full says until when, one without hours says so', async () => {
  await empty()
  house.clock.at = MONDAY
  const likely = { ...USUAL, booked: 1, moved: 0, cancelled: 0 }
  for (const monday of ['2026-11-23', '2026-11-30', '2026-12-07', '2026-12-14', '2026-12-21']) {
    await liveWeek(house, seeded(9), { monday, until: MONDAY, likely })
  }
  const days = /RSC Hochfeld ist bis (\d+)\.(\d+)\. voll/.exec(await sentence())
  expect(days?.slice(1)).toEqual(['21', '12'])
})
