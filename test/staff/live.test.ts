// Pages that stand open: they ask cheaply whether anything has changed, see what has, and keep no session alive.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse, type Visitor } from '../support/staff-house.ts'

let house: House
let anna: Visitor & { id: string }
let guest: Awaited<ReturnType<typeof guestBooks>>
beforeAll(async () => {
  house = await openHouse()
  guest = await guestBooks(house)
  anna = await house.signedIn({ email: 'anna@rsc.example', centres: ['hochfeld'] })
})
afterAll(() => house.stop())

const PAGES = ['/staff', '/staff/intakes', '/staff/intakes?box=mine']
const markIn = (text: string) =>
  /data-live="([^"]+)"/.exec(text)?.[1]?.replaceAll('&quot;', '"') ?? ''
const asks = (path: string, mark: string) =>
  anna.get(path, { 'Lotse-Live': 'yes', 'If-None-Match': mark })

test.each(PAGES)(
  '%s says when it was made, and costs one statement besides the session while nothing changes',
  async (path) => {
    const { text } = await anna.get(path)
    expect(text).toContain('Stand: 22.11.2026')
    const mark = markIn(text)
    expect(mark).not.toBe('')
    const lines = await house.db.audit.count()
    const before = house.count.statements
    const answer = await asks(path, mark)
    expect([answer.status, answer.text]).toEqual([304, ''])
    expect(house.count.statements - before).toBeLessThanOrEqual(3)
    expect(await house.db.audit.count()).toBe(lines)
  },
)

const CHANGES: [what: string, change: () => Promise<unknown>][] = [
  ['a new request', () => guestBooks(house, { urgent: 'yes', body: null })],
  [
    'an answer',
    () =>
      house.db.reply.create({
        data: {
          ...{ intakeId: guest.id, input: 'telegram:9', language: 'ckb', sealed: 'x' },
          createdAt: new Date(house.clock.at).toISOString(),
        },
      }),
  ],
  [
    'that somebody will be late',
    () =>
      house.db.booking.update({
        where: { id: guest.booking },
        data: { answer: 'late', answeredAt: new Date(house.clock.at).toISOString() },
      }),
  ],
  [
    'what a colleague does',
    async () => {
      await house.db.reply.deleteMany({})
      const ben = await house.signedIn({ email: 'ben@rsc.example' })
      await ben.get('/staff/account')
      await ben.post(`/staff/intakes/${guest.id}/take`, { from: '' })
    },
  ],
  [
    'an appointment that is cancelled',
    () =>
      house.db.booking.update({
        where: { id: guest.booking },
        data: { state: 'cancelled', seat: null, changedAt: new Date(house.clock.at).toISOString() },
      }),
  ],
]

test.each(CHANGES)('%s is seen, once', async (what, change) => {
  house.clock.at += 60_000
  const path = what.includes('late') ? '/staff?day=2026-11-23' : '/staff/intakes?box=all'
  const mark = markIn((await anna.get(path)).text)
  expect((await asks(path, mark)).status, what).toBe(304)
  await change()
  const fresh = await asks(path, mark)
  expect(fresh.status, what).toBe(200)
  expect(markIn(fresh.text)).not.toBe(mark)
  expect((await asks(path, markIn(fresh.text))).status, what).toBe(304)
})

test('what happens at a centre that is not theirs wakes nobody by its requests', async () => {
  const other = await house.signedIn({ email: 'r@rsc.example', centres: ['rheinhausen'] })
  const { text } = await other.get('/staff/intakes')
  await house.db.intake.update({
    where: { id: guest.id },
    data: { submittedAt: new Date(house.clock.at + 5000).toISOString() },
  })
  const headers = { 'Lotse-Live': 'yes', 'If-None-Match': markIn(text) }
  expect((await other.get('/staff/intakes', headers)).status).toBe(304)
})

test('asking by itself keeps no session alive, and lets no stranger in', async () => {
  const { text } = await anna.get('/staff/intakes')
  const old = new Date(Date.now() - 20 * 60_000)
  const soon = new Date(Date.now() + 10 * 60_000)
  await house.db.staffSession.updateMany({ data: { updatedAt: old, expiresAt: soon } })
  const end = async () =>
    (
      await house.db.staffSession.findFirstOrThrow({ where: { userId: anna.id } })
    ).expiresAt.getTime()
  const before = await end()
  const kept = await asks('/staff/intakes', markIn(text))
  expect(kept.status).toBe(304)
  expect(kept.headers.getSetCookie()).toEqual([])
  expect((await asks('/staff/intakes', '"another"')).status).toBe(200)
  expect(await end()).toBe(before)
  await anna.get('/staff/intakes')
  expect(await end()).toBeGreaterThan(before)
  const headers = { 'Lotse-Live': 'yes', 'If-None-Match': markIn(text) }
  expect((await house.visit().get('/staff/intakes', headers)).status).toBe(401)
})
