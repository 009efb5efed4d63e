// The town of the demo: it lives through Lotse's own flows, is full around today, and is the same for one day and seed.

import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../../src/config/settings.ts'
import { dateOf } from '../../src/domain/calendar/wall-clock.ts'
import { demoEmail, demoPassword, demoWithCode } from '../../src/flows/sign-in/demo-account.ts'
import { isTownMissing, makeTown } from '../../src/runtime/node/demo.ts'
import { openDatabase } from '../../src/store/engine/open-node.ts'
import { startDemo } from '../support/demo-process.ts'

const DAY = 86_400_000
// A Friday afternoon: tomorrow is a Saturday.
const NOW = Date.parse('2026-11-27T13:00:00Z')

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lotse-town-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function configIn(name: string, profile = 'duisburg') {
  const file = join(folder, name, 'lotse.db')
  const read = readConfig({ DATABASE_URL: `file:${file}`, PROFILE: profile })
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  return { config: read.config, file }
}

async function townIn(name: string, now: number, profile?: string) {
  const { config, file } = configIn(name, profile)
  const put = await makeTown(config, now)
  expect(existsSync(file)).toBe(false)
  put()
  expect(isTownMissing(config)).toBe(false)
  return new Sqlite(file, { readonly: true })
}

const APPOINTMENTS = `SELECT "centreId", "startsAt", "state", "ref", "channel", "createdAt" FROM "Booking"
  WHERE "personId" IS NOT NULL ORDER BY 2, 1, 6`

describe('a town', () => {
  let db: Sqlite.Database
  const count = (sql: string, ...values: unknown[]) =>
    db
      .prepare(`SELECT count(*) FROM ${sql}`)
      .pluck()
      .get(...values) as number
  beforeAll(async () => {
    db = await townIn('friday', NOW)
  })
  afterAll(() => db.close())

  test('has people today and tomorrow, and every week of twelve', () => {
    for (const day of [NOW, NOW + DAY]) {
      expect(count(`"Booking" WHERE "startsAt" LIKE ?`, `${dateOf(day)}%`)).toBeGreaterThan(1)
    }
    const weeks = db
      .prepare('SELECT "week", sum("attended") FROM "UsageWeek" GROUP BY 1')
      .raw()
      .all()
    expect(weeks.filter((row) => Number((row as unknown[])[1]) > 8).length).toBeGreaterThanOrEqual(
      11,
    )
    expect(count('"SeatDay"')).toBeGreaterThan(100)
  })

  test('has every request where its appointment is, so that whoever sees one can open the other', () => {
    const apart = `"Booking" b JOIN "Intake" i ON i."id" = b."intakeId"
      WHERE b."state" = 'booked' AND b."centreId" <> i."centreId" AND i."handedAt" IS NULL`
    expect(count('"Booking" WHERE "state" = \'booked\'')).toBeGreaterThan(10)
    expect(count(apart)).toBe(0)
  })

  test('has a bit of everything the desk shows', () => {
    for (const state of ['attended', 'missed', 'cancelled', 'booked'])
      expect(count('"Booking" WHERE "state" = ?', state), state).toBeGreaterThan(10)
    for (const table of ['StaffNote', 'Waiting', 'Outbox', 'UsageLanguage'])
      expect(count(`"${table}"`), table).toBeGreaterThan(3)
    expect(count(`"Intake" WHERE "callBack" IS NOT NULL AND "calledAt" IS NULL`)).toBeGreaterThan(2)
    expect(count(`"Intake" WHERE "takenBy" IS NOT NULL`)).toBeGreaterThan(30)
    expect(count(`"Outbox" WHERE "kind" = 'staff-message'`)).toBeGreaterThan(3)
    expect(count(`"Booking" WHERE "channel" = 'walk-in'`)).toBeGreaterThan(5)
    expect(count(`"Intake" WHERE "urgency" IN ('red', 'orange')`)).toBeGreaterThan(3)
    for (const table of ['Closure', 'Referral', 'InterpreterOrder', 'VoiceMessage', 'CallAttempt'])
      expect(count(`"${table}"`), table).toBeGreaterThan(1)
    for (const action of [
      'hand-over-agreed',
      'assign',
      'referral-outcome',
      'interpreter-confirmed',
    ])
      expect(count('"Audit" WHERE "action" = ?', action), action).toBeGreaterThan(1)
  })

  test('has a team that leaves nothing urgent lying', () => {
    const since = new Date(NOW - 4 * DAY).toISOString()
    const left = `"Intake" WHERE "takenBy" IS NULL AND "status" = 'new' AND "submittedAt" < ?`
    expect(count(`${left} AND "urgency" IN ('red', 'orange')`, since)).toBe(0)
    // New ones there are, all the same.
    expect(count(`"Intake" WHERE "status" = 'new'`)).toBeGreaterThan(10)
  })

  test('has kept nobody for longer than the profile lets it', () => {
    expect(count('"Erased"')).toBeGreaterThan(50)
    const oldest = new Date(NOW - 60 * DAY).toISOString()
    expect(count('"Intake" WHERE "submittedAt" < ?', oldest)).toBe(0)
  })

  test('is the same for the same day and seed', async () => {
    const again = await townIn('again', NOW)
    expect(again.prepare(APPOINTMENTS).all()).toEqual(db.prepare(APPOINTMENTS).all())
    again.close()
  })
})

test.each([
  ['duesseldorf', 20],
  // Whose profile knows hours of few centres.
  ['kreis-unna', 5],
])('%s has one, too', async (profile, people) => {
  const db = await townIn(profile, NOW, profile)
  expect(db.prepare('SELECT count(*) FROM "Person"').pluck().get()).toBeGreaterThan(people)
  db.close()
})

test('a first start that is cut off at any moment leaves the next one a whole town', async () => {
  const { file } = configIn('killed')
  const settings = { DATABASE_URL: `file:${file}` }
  for (const after of [150, 300, 600, 1200, 2400]) {
    // On a quick machine a later cut may meet a town that is there.
    if (existsSync(file)) break
    const cut = startDemo(settings, { hasTown: true, killedAfter: after })
    await cut.then(
      () => sleep(after),
      ({ message }: Error) => expect(message).toContain('Lotse ended'),
    )
    if (after === 150) expect(existsSync(file)).toBe(false)
  }
  const demo = await startDemo(settings, { hasTown: true })
  expect(await signsIn(demo.url)).toBe(303)
  expect(await demo.stop()).toBe(0)
  const db = new Sqlite(file, { readonly: true })
  expect(db.pragma('quick_check', { simple: true })).toBe('ok')
  expect(db.prepare('SELECT count(*) FROM "Booking"').pluck().get()).toBeGreaterThan(100)
  db.close()
})

test('an account that was left without a password has one after the next start', async () => {
  const { file } = configIn('half')
  const settings = { DATABASE_URL: `file:${file}` }
  const first = await startDemo(settings)
  expect(await first.stop()).toBe(0)
  const db = await openDatabase(file)
  const { count } = await db.staffAccount.deleteMany()
  expect(count).toBeGreaterThan(5)
  await db.$disconnect()
  const second = await startDemo(settings)
  expect(await signsIn(second.url)).toBe(303)
  expect(await second.stop()).toBe(0)
})

test('who goes live on it finds nobody who was made up', async () => {
  const { file } = configIn('live')
  cpSync(join(folder, 'friday'), join(folder, 'live'), { recursive: true })
  const live = await startDemo({
    DATABASE_URL: `file:${file}`,
    DOORS: 'web',
    PUBLIC_URL: 'https://lotse.example',
  })
  const statuses = ['/demo', '/demo/code', '/demo/outside', '/simulator'].map(
    async (path) => (await fetch(`${live.url}${path}`)).status,
  )
  expect(await Promise.all(statuses)).toEqual([404, 404, 404, 404])
  for (const email of [demoEmail, demoWithCode.email])
    expect(await signsIn(live.url, { email, origin: 'https://lotse.example' })).toBe(401)
  expect(await live.stop()).toBe(0)
  const db = new Sqlite(file, { readonly: true })
  const tables = db
    .prepare(
      `SELECT "name" FROM sqlite_schema WHERE "type" = 'table' AND "name" NOT LIKE 'sqlite%'`,
    )
    .pluck()
    .all() as string[]
  // Begun after half past three at night, the first minute erases what is due, and its report stands here.
  const left = tables
    .filter((name) => name !== 'Erasure')
    .filter((name) => db.prepare(`SELECT 1 FROM "${name}" LIMIT 1`).get())
  db.close()
  // The audit stays whatever happens, and so do the hashes of who was erased; the tries to sign in are those of this test.
  const stays = [
    'Audit',
    'AuditSubject',
    'City',
    'CountedTry',
    'Erased',
    'Meta',
    'StaffAttempt',
    'd1_migrations',
  ]
  expect(left.sort()).toEqual(stays)
})

async function signsIn(url: string, { email = demoEmail, origin = url } = {}): Promise<number> {
  const body = new URLSearchParams({ email, password: demoPassword })
  const headers = { origin }
  const answer = await fetch(`${url}/staff/sign-in`, {
    method: 'POST',
    body,
    headers,
    redirect: 'manual',
  })
  return answer.status
}
