// What whoever runs Lotse watches of it, read from the database; and what becomes of each input.

import { afterEach, beforeEach, expect, test } from 'vitest'
import { logWatched, readWatched } from '../../src/flows/upkeep/watched.ts'
import { booksOnPage } from '../support/guest-on-page.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
})
afterEach(() => lotse.stop())

const SECOND = 1000
const before = (seconds: number) => new Date(lotse.clock.at - seconds * SECOND).toISOString()

const owe = (
  key: string,
  of: { dueAt: string; status?: string; reason?: string; createdAt?: string },
) =>
  lotse.db.outbox.create({
    data: { key, kind: 'notice', payload: '{}', createdAt: of.dueAt, ...of },
  })

test('messages are owed from when they were due, or from the first try that failed', async () => {
  const later = before(-3600)
  await owe('now', { dueAt: before(0) })
  await owe('minutes', { dueAt: before(700) })
  await owe('hours', { dueAt: before(7200), status: 'sending' })
  await owe('put off', { dueAt: later, reason: 'server', createdAt: before(700) })
  await owe('put down', { dueAt: later, reason: 'later', createdAt: before(7200) })
  await owe('left', { dueAt: before(7200), status: 'sent' })
  expect((await readWatched(lotse.deps)).owed).toEqual([4, 3, 3, 1])
})

test('what was refused for good counts until somebody deals with it', async () => {
  const { webhook, webhookDelivery } = lotse.db
  const of = { createdAt: before(60), dueAt: before(60) }
  await webhook.create({
    data: { id: 'w', sealed: '', events: '[]', createdAt: before(60), createdBy: '' },
  })
  const call = (data: { status: string; reason?: string; heededAt?: string }) =>
    webhookDelivery.create({
      data: { webhookId: 'w', event: 'intake.submitted', subject: 'i', ...of, ...data },
    })
  await call({ status: 'dead', reason: '500' })
  await call({ status: 'dead', reason: '500', heededAt: before(1) })
  await call({ status: 'queued', reason: '503' })
  await call({ status: 'queued' })
  await owe('refused', { dueAt: before(60), status: 'failed', reason: 'mail-403' })
  expect(await readWatched(lotse.deps)).toMatchObject({
    refusedMessages: 1,
    refusedCalls: 1,
    callsAgain: 1,
  })
})

test('reminders are late two minutes after they were to be looked at', async () => {
  const { booking } = await booksOnPage(lotse)
  await lotse.db.booking.updateMany({ where: { id: booking }, data: { remindAt: before(60) } })
  expect(await readWatched(lotse.deps)).toMatchObject({ remindersLate: 0 })
  await lotse.db.booking.updateMany({ where: { id: booking }, data: { remindAt: before(180) } })
  expect(await readWatched(lotse.deps)).toMatchObject({ remindersLate: 1 })
})

test('free seats are told in steps that one booking does not move, and nought where none is left', async () => {
  const first = (await readWatched(lotse.deps)).free
  for (const { seats } of first) expect([0, 1, 5, 10, 25, 50]).toContain(seats)
  expect(first.find(({ centre }) => centre === 'hochfeld')?.seats).toBeGreaterThan(5)
  await booksOnPage(lotse)
  expect((await readWatched(lotse.deps)).free).toEqual(first)
  const day = 86_400_000
  const [startsAt, endsAt] = [lotse.clock.at - day, lotse.clock.at + 365 * day].map((at) =>
    new Date(at).toISOString(),
  )
  await lotse.db.closure.create({
    data: {
      id: 'c',
      centreId: 'hochfeld',
      startsAt: startsAt ?? '',
      endsAt: endsAt ?? '',
      reason: '',
      createdAt: before(0),
      createdBy: '',
    },
  })
  await lotse.db.city.updateMany({ data: { version: { increment: 1 } } })
  const { free } = await readWatched(lotse.deps)
  expect(free.find(({ centre }) => centre === 'hochfeld')?.seats).toBe(0)
})

test('where nothing scrapes it is one line of the log, of numbers alone', async () => {
  await booksOnPage(lotse)
  await logWatched(lotse.deps)
  const line = lotse.logged.map((one) => JSON.parse(one)).find(({ event }) => event === 'watched')
  const { at, level, event, ...numbers } = line
  expect(Object.keys(numbers)).toEqual(
    expect.arrayContaining(['owed0', 'owed3600', 'remindersLate', 'free hochfeld']),
  )
  expect(Object.values(numbers).every((value) => typeof value === 'number')).toBe(true)
})
