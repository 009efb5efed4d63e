// The first sentence of the coordinators, word for word what SQL says, whatever was opened, booked, closed and marked.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cancelling, transition } from '../../src/domain/appointment/transitions.ts'
import { addDays, atWall } from '../../src/domain/calendar/wall-clock.ts'
import { countedHour } from '../../src/domain/figures/counted-hour.ts'
import type { Actor } from '../../src/flows/staff/actor.ts'
import { closeDays } from '../../src/flows/staff/close-day.ts'
import { reopenDays } from '../../src/flows/staff/reopen-day.ts'
import { duisburg } from '../support/duisburg.ts'
import { runs } from '../support/runs.ts'
import { type House, openHouse, type Visitor } from '../support/staff-house.ts'
import { type Place, tables, told } from '../support/told-last-week.ts'

const WEEK = '2026-11-16'
const BEFORE = atWall('2026-11-10', 8 * 60)
const NOW = atWall('2026-11-23', 8 * 60)
const HOUR = 3_600_000
// The last one, and those to come of which it is told where there is room.
const WEEKS = [0, 1, 2, 3, 4, 5]
const { centres } = duisburg()
const lead: Actor = {
  ...{ id: 'lead', role: 'lead', body: 'drk', client: 'test' },
  centres: centres.map(({ id }) => id),
}

let house: House
let kim: Visitor
beforeAll(async () => {
  house = await openHouse()
  kim = await house.signedIn({ email: 'kim@city.example', role: 'coordinator', centres: [] })
})
afterAll(() => house.stop())

const opening = fc
  .record({
    centre: fc.nat(centres.length - 1),
    weekday: fc.integer({ min: 1, max: 7 }),
    opens: fc.integer({ min: 8, max: 16 }),
    slots: fc.integer({ min: 1, max: 2 }),
    seats: fc.integer({ min: 1, max: 4 }),
    staffSeats: fc.nat(2),
    walkInSeats: fc.nat(1),
  })
  .filter(({ seats, staffSeats, walkInSeats }) => staffSeats + walkInSeats <= seats)
type Opening = typeof opening extends fc.Arbitrary<infer One> ? One : never

// Half of all that happens does so at the first few seats, else nobody would ever sit where another sat.
const which = fc.oneof(fc.nat(3), fc.nat(999))
const act = fc.record({
  what: fc.constantFrom(
    ...(['book', 'book', 'book', 'move', 'move', 'cancel', 'cancel', 'mark', 'walk-in'] as const),
    ...(['back', 'close', 'reopen'] as const),
  ),
  which,
  to: which,
  week: fc.constantFrom(0, 0, 0, 1, 1, 2),
  mark: fc.constantFrom('attended', 'attended', 'missed', 'unmarked'),
  all: fc.boolean(),
})
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never

const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`

/** The profile with these hours, of one hour a slot. */
const open = (openings: readonly Opening[]) => ({
  ...duisburg(),
  centres: centres.map((centre, at) => ({
    ...centre,
    openings: openings
      .filter((one) => one.centre === at)
      .map(({ weekday, opens, slots, seats, staffSeats, walkInSeats }) => ({
        ...{ id: `on-${weekday}`, repeat: { every: 'week', weekdays: [weekday] }, slotMinutes: 60 },
        ...{ opens: clock(opens), closes: clock(opens + slots), seats, staffSeats, walkInSeats },
      })),
  })),
})

/** Every seat of last week and of the coming days, told from the openings alone. In winter the wall is an hour ahead of UTC. */
const placesOf = (openings: readonly Opening[]): Place[] =>
  WEEKS.flatMap((week) =>
    openings.flatMap(({ centre, weekday, opens, slots, seats, staffSeats, walkInSeats }) =>
      Array.from({ length: slots * seats }, (_, at) => {
        const day = addDays(WEEK, week * 7 + weekday - 1)
        const startsAt = Date.parse(`${day}T${clock(opens - 1 + Math.floor(at / seats))}:00.000Z`)
        const seat = 1 + (at % seats)
        const isPublic = seat <= seats - staffSeats - walkInSeats
        return { centre: centres[centre]?.id ?? '', day, startsAt, seat, isPublic }
      }),
    ),
  )

async function happens(acts: readonly Act[], places: readonly Place[]) {
  const { deps, db } = house
  const { appointments } = deps.store
  const [booked, walkIns, closures]: [string[], string[], string[]] = [[], [], []]
  const each = places.length / WEEKS.length
  for (const [at, { what, which, to, week, mark, all }] of acts.entries()) {
    const now = BEFORE + at * 60_000
    house.clock.at = now
    const place = places[week * each + (to % each)]
    const id = booked[which % booked.length] ?? ''
    if (!place) return
    const { centre, startsAt, seat } = place
    const endsAt = startsAt + HOUR
    const times = { centre, startsAt, endsAt, seats: [seat], counted: countedHour(startsAt) }
    const by = all ? 'staff:anna' : 'person'
    if (what === 'book') {
      const made = { id: deps.newId(), ref: 'XX-0000', personId: null, intakeId: null }
      const how = { remind: false, channel: 'staff', by } as const
      const done = await appointments.book({ ...times, ...made, ...how }, [], now)
      if (!('not' in done)) booked.push(done.id)
    } else if (what === 'move') await appointments.move(id, times, { personId: null, by }, now)
    else if (what === 'cancel') await appointments.change({ ids: [id] }, cancelling(0), by, now)
    else if (what === 'mark') {
      // Only what has begun is marked, and wrong marks are put right.
      const row = await db.booking.findUnique({ where: { id } })
      if (!row || Date.parse(row.startsAt) > NOW) continue
      const from = (['booked', 'attended', 'missed', 'unmarked'] as const).filter(
        (one) => one !== mark,
      )
      const marked = from.map((one) => transition(one, mark as 'attended', now))
      await appointments.change({ ids: [id] }, marked, 'staff:anna', now)
    } else if (what === 'walk-in') {
      walkIns.push(deps.newId())
      const came = { id: walkIns.at(-1) ?? '', centre, counted: countedHour(startsAt) }
      await appointments.walkIn(came, 'staff:anna', startsAt)
    } else if (what === 'back')
      await appointments.takeBackWalkIn(walkIns.pop() ?? '', 'staff:anna', now)
    else if (what === 'close') {
      const closing = {
        id: deps.newId(),
        centre,
        seat: all ? null : seat,
        startsAt,
        endsAt,
        reason: '',
      }
      if ((await closeDays(deps, lead, [closing])) === 'done') closures.push(closing.id)
    } else {
      const last = closures.pop()
      if (last) expect(await reopenDays(deps, lead, last)).not.toBeNull()
    }
  }
}

async function begin(openings: readonly Opening[]) {
  for (const table of tables) await house.db.$executeRawUnsafe(`DELETE FROM "${table}"`)
  // Counting began before the week did.
  const [key, value] = ['seats-counted-until', addDays(WEEK, -1)]
  await house.db.meta.upsert({ where: { key }, create: { key, value }, update: { value } })
  house.clock.at = BEFORE
  await house.deps.store.cities.replace('duisburg', open(openings), BEFORE)
}

const sentence = async () =>
  /<p class="lead">([\s\S]*?)<\/p>/.exec((await kim.get('/staff/utilisation')).text)?.[1]?.trim()

const openings = fc.uniqueArray(opening, {
  ...{ minLength: 1, maxLength: 4 },
  selector: ({ centre, weekday }) => `${centre} ${weekday}`,
})

// A week there is hundreds of batches, each a round trip.
const onD1 = process.env['LOTSE_ENGINE'] === 'd1'
const FEW = onD1 ? 6 : 40

// Who moves away from a seat that was given up, and back to it, has it once: found by this test.
const alone = {
  ...{ centre: 0, weekday: 1, opens: 8, slots: 1 },
  seats: 2,
  staffSeats: 0,
  walkInSeats: 0,
}
const once = { which: 1, to: 0, week: 0, mark: 'attended', all: false } as const
const backAgain: [Opening[], Act[]] = [
  [alone],
  [
    { ...once, what: 'book' },
    { ...once, what: 'cancel', which: 0 },
    { ...once, what: 'book' },
    { ...once, what: 'move', to: 1 },
    { ...once, what: 'move' },
    { ...once, what: 'move' },
  ],
]

// Whoever a closure displaced gave nothing up, also where the hours are open again and somebody else comes.
const openAgain: [Opening[], Act[]] = [
  [alone],
  (['book', 'close', 'reopen', 'book', 'cancel'] as const).map((what) => ({ ...once, what })),
]

test('the first sentence is what SQL says, word for word', { timeout: runs(60_000) }, async () => {
  const acts = fc.array(act, { minLength: 8, maxLength: 40, size: 'max' })
  await fc.assert(
    fc.asyncProperty(openings, acts, async (hours, all) => {
      await begin(hours)
      const places = placesOf(hours)
      await happens(all, places)
      house.clock.at = NOW
      await house.tick()
      expect(await sentence()).toBe(await told(house.db, centres, places))
    }),
    { numRuns: runs(FEW), examples: [backAgain, openAgain] },
  )
})
