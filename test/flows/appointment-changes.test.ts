// What each change of an appointment writes beside it, on the file and on D1; and that a change that does
// not come about writes nothing.

import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ChangedBy, seatAt } from '../../src/domain/appointment/appointment.ts'
import {
  cancelling,
  displacing,
  lettingGo,
  makingWay,
  type State,
  type Transition,
  transition,
} from '../../src/domain/appointment/transitions.ts'
import type { Chosen } from '../../src/store/appointment-changes.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'

const NOW = Date.parse('2026-03-16T07:00:00Z')
const HOUR = 3_600_000
const text = (at: number) => new Date(at).toISOString()
const at = (hours: number, centre = 'hochfeld', seats = [1]) => {
  const startsAt = NOW + 24 * HOUR + hours * HOUR
  return seatAt(centre, { startsAt, endsAt: startsAt + HOUR / 2, seats })
}

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
  const { person, intake, webhook, noticeTarget } = lotse.db
  const made = { createdAt: text(NOW), createdBy: '' }
  await webhook.create({
    data: { id: 'w', sealed: '', events: '["appointment.changed"]', ...made },
  })
  for (const id of ['p', 'q']) {
    await person.create({ data: { id, language: 'ar', createdAt: text(NOW), seenAt: text(NOW) } })
    const kept = { version: 1, questionnaire: 1, talk: '{}', createdAt: text(NOW) }
    const submitted = { submittedAt: text(NOW), updatedAt: text(NOW), centreId: 'hamborn' }
    const taken = { takenBy: 'anna', bodyId: 'drk', urgency: 'green' }
    await intake.create({ data: { id, personId: id, ...kept, ...submitted, ...taken } })
  }
  const target = { kind: 'group', sealed: '', setAt: text(NOW), setBy: '' }
  await noticeTarget.create({ data: { centreId: 'rheinhausen', ...target } })
})
afterEach(async () => lotse.stop())

const appointments = () => lotse.deps.store.appointments
async function books(id: string, seat = at(0), more: object = {}, now = NOW) {
  const whose = { id, ref: `HO-${id}`, personId: 'p', intakeId: 'p', remind: true } as const
  const booking = { ...seat, ...whose, channel: 'telegram', by: 'person', ...more } as const
  const done = await appointments().book(booking, makingWay(now), now)
  return 'not' in done ? done.not : done.id
}
const moves = async (id: string, seat = at(1), more: object = {}, now = NOW + 1) =>
  (await appointments().move(id, seat, { personId: 'p', by: 'person', ...more }, now)) !== null
const changes = (
  chosen: Chosen,
  all: readonly Transition[],
  by: ChangedBy = 'staff:x',
  now = NOW + 2,
) => appointments().change(chosen, all, by, now)
const holds = (id: string, seat = at(0), heldFor = id) =>
  appointments().offer({ ...seat, id, personId: 'p', heldFor, heldUntil: NOW + 9 * HOUR }, NOW)
const waits = () =>
  lotse.deps.store.waiting.wish(
    'wish',
    { personId: 'p', intakeId: 'p' },
    { days: [], parts: [], centres: [] },
    NOW,
  )

const row = (id: string) => lotse.db.booking.findUniqueOrThrow({ where: { id } })
const stateOf = async (id: string) => (await row(id)).state
const requestOf = (id: string) => lotse.db.intake.findUniqueOrThrow({ where: { id } })
const wish = async () => (await lotse.db.waiting.findUniqueOrThrow({ where: { id: 'wish' } })).state
async function told() {
  const owed = await lotse.db.webhookDelivery.findMany({ orderBy: { id: 'asc' } })
  return owed.map(({ subject }) => subject)
}
async function history() {
  const events = await lotse.db.bookingEvent.findMany({ orderBy: { id: 'asc' } })
  return events.map(({ bookingId, state, by }) => `${bookingId} ${state} ${by}`)
}
async function counted() {
  const rows = await lotse.db.usageCount.findMany({ where: { kind: 'waiting' } })
  return Object.fromEntries(rows.map(({ code, count }) => [code, count]))
}
/** Everything there is, to see that nothing was written. */
const everything = async () => ({
  bookings: await lotse.db.booking.findMany({ orderBy: { id: 'asc' } }),
  requests: await Promise.all([requestOf('p'), requestOf('q')]),
  waiting: await lotse.db.waiting.findMany(),
  history: await history(),
  told: await told(),
  counted: await counted(),
  weeks: await lotse.db.usageWeek.findMany(),
})

test('a booking takes its request along, and is told and reminded of', async () => {
  expect(await books('b')).toBe('b')
  const { week, block, weekday, hour } = at(0).counted
  expect(await row('b')).toMatchObject({ state: 'booked', seat: 1, remindAt: text(NOW) })
  expect(await row('b')).toMatchObject({ week, block, weekday, hour })
  expect(await requestOf('p')).toMatchObject({ centreId: 'hochfeld', takenBy: null, bodyId: null })
  expect(await told()).toEqual(['b'])
  expect(await history()).toEqual(['b booked person'])
})

test('a booking where its request is leaves it with whoever has it', async () => {
  await books('b', at(0, 'hamborn'), { remind: false })
  expect(await requestOf('p')).toMatchObject({ centreId: 'hamborn', takenBy: 'anna' })
  expect((await row('b')).remindAt).toBeNull()
})

test('the centre a request follows its appointment to hears of it, once', async () => {
  await books('b', at(0, 'rheinhausen'))
  await moves('b', at(1, 'rheinhausen'))
  const owed = await lotse.db.outbox.findMany()
  expect(owed.map(({ key }) => key)).toEqual(['notice:group:p:rheinhausen:0'])
})

test('who takes the time that is held for them has it, and their wish is granted', async () => {
  await waits()
  await holds('mine', at(0), 'wish')
  await holds('other', at(2), 'x:1')
  expect(await books('b', at(0), { by: 'offer' })).toBe('b')
  expect([await stateOf('mine'), await stateOf('other')]).toEqual(['offer-taken', 'offer-released'])
  expect([(await row('mine')).seat, (await row('other')).seat]).toEqual([null, null])
  expect(await wish()).toBe('done')
  expect(await counted()).toEqual({ began: 1, done: 1 })
})

test('who takes another time lets go of what is held and goes on waiting, unless it was that', async () => {
  await waits()
  await holds('mine', at(0), 'wish')
  await books('b', at(1))
  expect([await stateOf('mine'), await wish()]).toEqual(['offer-released', 'waiting'])
  await moves('b', at(2), { grantsWish: true })
  expect([await wish(), await counted()]).toEqual(['done', { began: 1, done: 1 }])
})

test('a booking or a move that finds no seat leaves everything as it was', async () => {
  await waits()
  await holds('mine', at(0), 'wish')
  await books('theirs', at(3), { personId: 'q', intakeId: 'q' })
  const before = await everything()
  expect(await books('b', at(3))).toBe('time-taken')
  expect(await everything()).toEqual(before)
  await books('b', at(1))
  await holds('more', at(0), 'wish')
  const later = await everything()
  expect(await books('c', at(4))).toBe('has-appointment')
  expect(await moves('b', at(3))).toBe(false)
  expect(await moves('theirs-not', at(4))).toBe(false)
  expect(await holds('again', at(3), 'y')).toBe(false)
  expect(await everything()).toEqual(later)
})

test('the same booking again is the one that is there', async () => {
  await books('b')
  const before = await everything()
  expect(await books('b2')).toBe('b')
  expect(await everything()).toEqual(before)
})

test('what is over and unmarked makes way only for a booking that comes about', async () => {
  await books('past', at(0))
  await books('theirs', at(72), { personId: 'q', intakeId: 'q' })
  const later = NOW + 48 * HOUR
  const before = await everything()
  expect(await books('b', at(72), {}, later)).toBe('time-taken')
  expect(await everything()).toEqual(before)
  expect(await books('b', at(73), {}, later)).toBe('b')
  expect(await row('past')).toMatchObject({ state: 'unmarked', seat: 1, remindAt: null })
  expect((await history()).slice(-2)).toEqual(['past unmarked system', 'b booked person'])
  expect((await told()).slice(-2)).toEqual(['past', 'b'])
})

test('a move forgets what was answered about the old time, and not about the same', async () => {
  await books('b')
  const { reminders } = lotse.deps.store
  await reminders.answer('b', at(0).startsAt, 'coming', NOW)
  await moves('b', at(0, 'hochfeld', [2]))
  expect(await row('b')).toMatchObject({ answer: 'coming', seat: 2, remindAt: text(NOW + 1) })
  await moves('b', at(24 * 7))
  expect(await row('b')).toMatchObject({ answer: null, answeredAt: null, ...at(24 * 7).counted })
})

test('what a calendar must know of is counted, and nothing else', async () => {
  const { reminders } = lotse.deps.store
  const all: (() => Promise<unknown>)[] = [
    () => books('b'),
    () => moves('b'),
    () => reminders.set('b', false, NOW),
    () => reminders.set('b', false, NOW),
    () => reminders.answer('b', at(1).startsAt, 'coming', NOW),
    () => moves('b', at(2)),
    () => changes({ ids: ['b'] }, cancelling(NOW + 2), 'closure:c'),
    () => changes({ ids: ['b'] }, cancelling(NOW + 3)),
    () => appointments().reopen(['c'], ['b'], 'staff:x', NOW + 4),
  ]
  const after: number[] = []
  for (const change of all) {
    await change()
    after.push((await row('b')).sequence)
  }
  expect(after).toEqual([0, 1, 2, 2, 2, 3, 4, 4, 5])
  expect(await appointments().find('b')).toMatchObject({ sequence: 5, changedAt: NOW + 4 })
})

// state, seat, whether its reminders are looked at, whether others are told
test.each([
  ['cancelled', null, false, true],
  ['attended', 1, false, true],
  ['missed', 1, true, true],
  ['unmarked', 1, false, true],
] as [State, number | null, boolean, boolean][])(
  'an appointment that is %s has seat %s, reminders %s',
  async (to, seat, isReminded, isTold) => {
    await books('b')
    expect(await changes({ ids: ['b'] }, [transition('booked', to, NOW + 2)])).toBe(true)
    const remindAt = isReminded ? text(NOW + 2) : null
    expect(await row('b')).toMatchObject({ state: to, seat, remindAt, changedBy: 'staff:x' })
    expect(await told()).toEqual(isTold ? ['b', 'b'] : ['b'])
    expect(await history()).toEqual(['b booked person', `b ${to} staff:x`])
    const before = await everything()
    expect(await changes({ ids: ['b'] }, [transition('booked', to, NOW + 3)])).toBe(false)
    expect(await everything()).toEqual(before)
  },
)

test('who wants no reminders gets none whatever becomes of it', async () => {
  await books('b', at(0), { remind: false })
  await changes({ ids: ['b'] }, [transition('booked', 'missed', NOW + 2)])
  expect((await row('b')).remindAt).toBeNull()
})

test('what a request has is cancelled, but not what is over', async () => {
  await books('b')
  await books('c', at(0, 'hamborn'), { personId: 'q', intakeId: 'q' })
  await changes({ request: 'p' }, cancelling(NOW + 2))
  await changes({ request: 'q' }, cancelling(NOW + 48 * HOUR))
  expect([await stateOf('b'), await stateOf('c')]).toEqual(['cancelled', 'unmarked'])
  expect(await told()).toEqual(['b', 'c', 'b', 'c'])
})

test('who is forgotten leaves no seat taken', async () => {
  await books('b')
  await holds('mine', at(5), 'x:1')
  await lotse.deps.store.forgetting.person('p', lettingGo(NOW + 2), 72, NOW + 2)
  expect(await row('b')).toMatchObject({ state: 'cancelled', seat: null, personId: null, ref: '' })
  expect(await row('mine')).toMatchObject({ state: 'offer-released', seat: null, personId: null })
  expect(await lotse.db.person.count()).toBe(1)
})

test('closed hours give their seats back with all that was held instead', async () => {
  await books('b')
  await books('c', at(0, 'hochfeld', [2]), { personId: 'q', intakeId: 'q' })
  await changes({ ids: ['b', 'c'] }, displacing(NOW + 2), 'closure:x')
  await holds('instead', at(4), 'b:1')
  await books('new', at(6), { personId: 'q', intakeId: 'q' })
  await appointments().reopen(['x'], ['b', 'c'], 'staff:x', NOW + 3)
  expect(await row('b')).toMatchObject({ state: 'booked', seat: 1, remindAt: text(NOW + 3) })
  expect([await stateOf('c'), await stateOf('instead')]).toEqual(['cancelled', 'offer-released'])
  expect(await told()).toEqual(['b', 'c', 'b', 'c', 'new', 'b'])
})

test('offers end once their time is over, and those of a wish with it', async () => {
  await waits()
  await holds('mine', at(0), 'wish')
  expect(await appointments().endOffers('offer-expired', NOW + HOUR)).toBe(false)
  await lotse.deps.store.waiting.stop('p', NOW + HOUR)
  expect([await stateOf('mine'), await wish()]).toEqual(['offer-released', 'stopped'])
  expect(await counted()).toEqual({ began: 1, stopped: 1 })
  await holds('late', at(0), 'z')
  expect(await appointments().endOffers('offer-expired', NOW + 10 * HOUR)).toBe(true)
  expect(await stateOf('late')).toBe('offer-expired')
  expect(await told()).toEqual([])
})

test('somebody who walks in is counted once', async () => {
  const came = { id: 'walk', centre: 'hochfeld', counted: at(0).counted }
  for (const now of [NOW, NOW + 1]) await appointments().walkIn(came, 'staff:x', now)
  expect(await history()).toEqual(['walk attended staff:x'])
  const [week] = await lotse.db.usageWeek.findMany()
  expect(week).toMatchObject({ walkIns: 1, made: 0, leadHours: 0, attended: 0 })
})
