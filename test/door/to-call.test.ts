// Whom staff have to call: what the indexes of each reason give is what a look at every request gives.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { comingSoon } from '../../src/domain/people/reach.ts'
import { callTimes } from '../../src/domain/people/to-call.ts'
import { TO_CALL } from '../../src/flows/staff/to-call.ts'
import { type Database, fromText, toText } from '../../src/store/engine/database.ts'
import { openDatabase } from '../../src/store/engine/open-node.ts'
import { createSeal } from '../../src/store/engine/seal.ts'
import { createInbox } from '../../src/store/inbox.ts'

const HOUR = 3_600_000
// A Friday.
const NOW = Date.UTC(2026, 10, 27, 9)
const home = mkdtempSync(join(tmpdir(), 'lotse-to-call-'))
let db: Database
let inbox: ReturnType<typeof createInbox>

beforeAll(async () => {
  db = await openDatabase(join(home, 'lotse.db'))
  inbox = createInbox(db, await createSeal(Buffer.alloc(32, 1).toString('base64')))
  await db.city.create({ data: { id: 'duisburg', profile: '{}', updatedAt: toText(NOW) } })
})
afterAll(async () => {
  await db?.$disconnect()
  rmSync(home, { recursive: true, force: true })
})

const ago = fc.option(fc.nat({ max: 200 }).map((hours) => toText(NOW - hours * HOUR)))
const oneOf = fc.constantFrom
const guest = fc.record({
  centreId: oneOf('hochfeld', 'hamborn', 'rheinhausen'),
  bodyId: oneOf(null, 'drk', 'caritas'),
  status: oneOf('new', 'in-care', 'referred', 'closed'),
  callBack: oneOf(null, null, 'phone', 'chat'),
  calledAt: ago,
  hasPhone: fc.boolean(),
  unreachable: oneOf(null, null, 'blocked', 'no-chat'),
  channels: fc.subarray(['telegram', 'web']),
  booking: fc.option(
    fc.record({
      state: oneOf('booked', 'booked', 'cancelled', 'attended'),
      changedBy: oneOf('person', 'closure:x', 'staff:x'),
      changedAgo: fc.nat({ max: 60 }),
      startsIn: fc.integer({ min: -30, max: 150 }),
    }),
    { freq: 5 },
  ),
  messages: fc.array(
    fc.record({
      kind: oneOf(
        ...(['days-3', 'closure', 'staff-message', 'interpreter-found'] as const),
        ...(['interpreter-lost', 'staff-change', 'reopened'] as const),
      ),
      status: oneOf('queued', 'sent', 'blocked', 'failed', 'kept', 'read', 'dropped'),
      doneAgo: fc.nat({ max: 200 }),
      isOfBooking: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
})
type Guest = typeof guest extends fc.Arbitrary<infer One> ? One : never

async function move(guests: readonly Guest[]) {
  await db.outbox.deleteMany({})
  await db.booking.deleteMany({})
  await db.person.deleteMany({})
  for (const [n, one] of guests.entries()) {
    const { unreachable, channels, booking, messages, ...intake } = one
    const [id, at] = [`i${n}`, toText(NOW - n * HOUR)]
    const person = { id: `p${n}`, language: 'ar', createdAt: at, seenAt: at, unreachable }
    await db.person.create({ data: person })
    for (const channel of channels) {
      const key = `${channel}${n}`
      await db.address.create({
        data: { personId: person.id, channel, key, sealed: '', createdAt: at },
      })
    }
    const shown = { ...intake, id, personId: person.id, ref: `HO-${n}`, talk: '{"answers":{}}' }
    const times = { createdAt: at, updatedAt: at, submittedAt: at }
    await db.intake.create({ data: { ...shown, ...times, version: 1, questionnaire: 1 } })
    const bookingId = booking ? `b${n}` : null
    if (booking) {
      const { state, changedBy, changedAgo, startsIn } = booking
      const startsAt = toText(NOW + startsIn * HOUR)
      const changedAt = toText(NOW - changedAgo * HOUR)
      await db.booking.create({
        data: {
          ...{ id: `b${n}`, ref: shown.ref, personId: person.id, intakeId: id, seat: null },
          ...{ centreId: intake.centreId, startsAt, endsAt: startsAt, state, changedBy, changedAt },
          ...{ channel: 'web', createdAt: at, week: '', block: '', weekday: 1, hour: 0 },
        },
      })
    }
    for (const [m, { kind, status, doneAgo, isOfBooking }] of messages.entries()) {
      const doneAt = status === 'queued' ? null : toText(NOW - doneAgo * HOUR)
      await db.outbox.create({
        data: {
          ...{ key: `${n}.${m}`, kind, personId: person.id, payload: '{}', status, doneAt },
          ...{ bookingId: isOfBooking ? bookingId : null, dueAt: at, createdAt: at },
        },
      })
    }
  }
}

/** Every request looked at, one after the other. */
async function byLooking(centres: readonly string[]) {
  const rows = await db.caseRow.findMany({
    where: { centreId: { in: [...centres] }, OR: [{ bodyId: null }, { bodyId: 'drk' }] },
  })
  const near = comingSoon('NW', NOW)
  const outbox = await db.outbox.findMany({ orderBy: { id: 'asc' } })
  /** What staff did with an appointment to come did not reach who has a number. */
  const isUntold = (row: (typeof rows)[number]) => {
    if (!row.hasPhone || row.endsAt === null || fromText(row.endsAt) <= NOW) return false
    const own = outbox.filter(({ bookingId }) => bookingId === row.bookingId)
    return own.some(
      ({ id, kind, status, doneAt }) =>
        (kind === 'staff-change' || kind === 'reopened') &&
        (status === 'blocked' || status === 'failed') &&
        (doneAt ?? '') > (row.calledAt ?? '') &&
        !own.some((later) => later.id > id && ['sent', 'kept', 'read'].includes(later.status)),
    )
  }
  return rows
    .filter((row) => {
      if (isUntold(row)) return true
      if (row.status === 'closed') return false
      const startsAt = row.startsAt === null ? 0 : fromText(row.startsAt)
      const calledAt = row.calledAt === null ? null : fromText(row.calledAt)
      const isBooked = row.state === 'booked'
      const isReached = row.byChat || row.byPage
      const isUnanswered = fromText(row.changedAt ?? toText(NOW)) < NOW - 24 * HOUR
      const waits =
        row.callBack !== null ||
        (isBooked && row.unreachable !== null && row.unreachable !== 'no-chat') ||
        (row.displaced && (!isReached || isUnanswered)) ||
        row.unread
      const canBe = row.byChat || !row.byPage || row.hasPhone || row.callBack !== null
      if (calledAt === null && waits && canBe) return true
      if (!isBooked) return false
      if (row.undelivered || (row.untold && startsAt >= NOW)) return true
      if (row.byChat || !row.byPage || !row.hasPhone) return false
      if (startsAt < near.from || startsAt >= near.until) return false
      return calledAt === null || startsAt >= comingSoon('NW', calledAt).until
    })
    .map(({ id }) => id)
    .sort()
}

it('is told by the index of each reason as by looking at every request', {
  timeout: 60_000,
}, async () => {
  const centres = ['hochfeld', 'hamborn']
  const sight = { centres, body: 'drk', allBodies: false, me: 'anna', lastRank: 3 }
  const when = { now: NOW, today: '2026-11-27', times: callTimes('NW', NOW) }
  await fc.assert(
    fc.asyncProperty(fc.array(guest, { minLength: 5, maxLength: 25 }), async (guests) => {
      await move(guests)
      const expected = await byLooking(centres)
      const asked = { filter: TO_CALL, ranks: [], acts: [], turn: null, limit: 50, ...when }
      const { intakes, counts } = await inbox.page('duisburg', sight, asked)
      expect(intakes.map(({ id }) => id).sort()).toEqual(expected)
      expect(counts.calls).toBe(expected.length)
      expect((await inbox.state('duisburg', sight, when)).counts.calls).toBe(expected.length)
    }),
    { numRuns: 40 },
  )
})
